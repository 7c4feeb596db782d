"""How likely each line of a page is furniture, and how likely the headline: fitted trees over what is seen of it.

They are asked twice. The first answer judges a line by its own features and its neighbours'; the second knows the first
answers for the whole page as well, so that it sees where the story begins and ends. benchmarks/fit/pages.py fits both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from translate.models.stored import NO_ENCODER, read_model, require_features
from translate.models.trees import Floats, Trees, trees_from
from translate.text.line_features import feature_names, page_features, shifted
from translate.text.lines import Line

STEPS = (-3, -2, -1, 1, 2, 3)  # neighbours whose first answers count
AROUND = 5  # lines on either side whose mean counts
FAR = 30  # lines; what is further away is far
OF_GUESSES = (
    "furniture",
    "headline",
    *(f"{name}{step:+d}" for name in ("furniture", "headline") for step in STEPS),
    "furniture_around",
    "furniture_above",
    "furniture_below",
    "likely_above",
    "likely_below",
    "likely",
    "best_headline",
    "is_best",
    "from_best",
    "since_story",
    "until_story",
)


@dataclass(frozen=True, slots=True)
class PageModel:
    """Trees for two questions, each asked twice."""

    first_furniture: Trees
    first_headline: Trees
    furniture: Trees
    headline: Trees


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities for every line of a page, shape (n,) each: that it is furniture, that it is the headline."""

    furniture: Floats
    headline: Floats


def judge(lines: Sequence[Line], model: PageModel | None = None) -> Judgement:
    """What the lines of a page are likely to be."""
    model = model or page_model()
    features = page_features(lines)[1]
    second = second_features(lines, features, first_judgement(features, model))
    return Judgement(model.furniture.probability(second), model.headline.probability(second))


def first_judgement(features: Floats, model: PageModel | None = None) -> Judgement:
    """The first answers alone, from the features of the lines."""
    model = model or page_model()
    return Judgement(model.first_furniture.probability(features), model.first_headline.probability(features))


def second_features(lines: Sequence[Line], features: Floats, first: Judgement) -> Floats:
    """The features of the second question: those of the first, and what it answered for the page (OF_GUESSES)."""
    furniture, headline = first.furniture, first.headline
    count = len(lines)
    number = np.arange(count)
    sizes = np.array([len(line.core) for line in lines], dtype=float)
    story = np.where(furniture < 0.5, sizes, 0.0)
    sums = np.concatenate([[0.0], np.cumsum(furniture)])
    low, high = np.maximum(0, number - AROUND), np.minimum(count, number + AROUND + 1)
    told = np.cumsum(story)
    best = int(np.argmax(headline)) if count else 0
    columns = [furniture, headline]
    columns += [shifted(values[:, None], step)[:, 0] for values in (furniture, headline) for step in STEPS]
    columns += [
        (sums[high] - sums[low] - furniture) / np.maximum(1, high - low - 1),
        (sums[number]) / np.maximum(1, number),
        (sums[count] - sums[number + 1]) / np.maximum(1, count - number - 1),
        np.log1p(told - story),
        np.log1p(told[-1] - told),
        np.full(count, np.log1p(told[-1])),
        np.full(count, headline[best]),
        (number == best).astype(float),
        np.clip(number - best, -FAR, FAR).astype(float),
        *_from_story(lines, furniture),
    ]
    return np.hstack([features, np.stack(columns, axis=1)])


def _from_story(lines: Sequence[Line], furniture: Floats) -> tuple[Floats, Floats]:
    """For each line how many lines above and below it the next likely prose of the story stands, at most FAR."""
    likely = [line.prose and guess < 0.5 for line, guess in zip(lines, furniture, strict=True)]
    return _since(likely), _since(likely[::-1])[::-1]


def _since(likely: Sequence[bool]) -> Floats:
    found = np.full(len(likely), float(FAR))
    last = -FAR
    for number, is_likely in enumerate(likely):
        found[number] = min(FAR, number - last)
        if is_likely:
            last = number
    return found


def model_from(record: Mapping[str, Any]) -> PageModel:
    """The model from a record of fitted numbers.

    Raises:
        StaleModel: It was fitted on other features.
    """
    names = feature_names()
    require_features(record["features"], (*names, *OF_GUESSES), "pages")
    return PageModel(
        *(trees_from(record[name]) for name in ("first_furniture", "first_headline", "furniture", "headline"))
    )


@cache
def page_model() -> PageModel:
    """The model that comes with Parallax."""
    return model_from(read_model("pages", NO_ENCODER))
