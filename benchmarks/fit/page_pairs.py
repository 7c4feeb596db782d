"""Fit the model that tells the lines of a page with the other version as the witness.

    python -m benchmarks.fit.page_pairs [--data ../shared/eval] [--pages FILE ...] [--real FILE ...] [--test FILE]
        [--write]

Learns from the same pairs of pages as benchmarks.fit.pages, whose first answers it begins with, and from pairs of
pages that tell different stories. Prints what it reaches in cross-validation, no pair judged by a model that saw it;
--test instead measures a file of pages that is not learned from. Needs scikit-learn, which using Parallax does not.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.data.development import asked, encoder
from benchmarks.data.fitted import write_model
from benchmarks.data.page_examples import (
    Example,
    ExamplePair,
    Material,
    Tally,
    all_files,
    examples_of,
    first_trees,
    flat,
    halves,
    material,
    page_files,
    page_parser,
    page_trees,
)
from benchmarks.data.pages import FOLDS, FURNITURE, HEADLINE, STORY, UNKNOWN, Page, pages
from translate.models.softmax import softmax_from
from translate.models.trees import Trees
from translate.pages.cleaning import TOGETHER, facing_of
from translate.pages.kinds import FURNITURE_KINDS, KINDS, around_kinds, kind_features
from translate.pages.pair_model import (
    Facing,
    PairModel,
    first_kinds,
    judge_facing,
    names_of_pair_features,
    pair_features,
    pair_model_from,
)
from translate.text.cleaning import Sureness, sentences_of, verdict
from translate.text.furniture import matching_rule
from translate.text.lines import Line
from translate.text.page_model import Judgement

REGULARIZED = {"kinds": 0.003, "labels": 0.01}  # C of the regressions; three times more or less costs a point
GREATEST = 5.0  # what a line counts at most when kinds are learned: a few long lines of plain stories stand for many
DIGITS = 4  # significant ones of a weight
POINTS = (
    TOGETHER,
    *(Sureness(line, inside, TOGETHER.given) for line, inside in ((0.7, 0.7), (0.8, 0.8), (0.85, 0.92))),
)


@cache
def _facing(item: Example) -> Facing:
    """A page ready to face the other, of which nothing is thought yet."""
    page = item.page
    nothing = np.zeros(len(page.lines))
    return facing_of(
        page.lines,
        page.sentences,
        page.language,
        encoder().encode(page.sentences),
        item.features,
        Judgement(nothing, nothing),
    )


def facing(item: Example, furniture: Trees, headline: Trees) -> Facing:
    """A page ready to face the other, with first answers of trees that have not seen it."""
    guesses = Judgement(furniture.probability(item.features), headline.probability(item.features))
    own = _facing(item)
    return replace(own, witness=replace(own.witness, guesses=guesses))


def kinds_of(page: Page) -> list[str]:
    """The kind of each line, "" where the label of the page does not tell."""
    return [_kind(line, label, kind) for line, label, kind in zip(page.lines, page.labels, page.kinds, strict=True)]


def _kind(line: Line, label: str, kind: str) -> str:
    if label == FURNITURE:
        rule = matching_rule(line.text)
        corrects = kind == "note" and rule is not None and rule.label == "correction"
        return "correction" if corrects else "" if kind == FURNITURE else kind
    return {STORY: kind or "body", HEADLINE: HEADLINE, UNKNOWN: ""}[label]


def regression(
    features: np.ndarray, kinds: np.ndarray, weights: np.ndarray, classes: Sequence[str], strength: float
) -> dict[str, Any]:
    """A softmax regression as the record that translate.models.softmax reads, on features as they are."""
    known = np.isin(kinds, classes) & (weights > 0)
    scaler = StandardScaler().fit(features[known])
    model = LogisticRegression(C=strength, max_iter=60, tol=1e-3)
    model.fit(scaler.transform(features[known]), kinds[known], np.minimum(weights[known], GREATEST))
    missing = set(classes) - set(model.classes_)
    if missing:
        raise ValueError(f"No line of the kinds {', '.join(sorted(missing))} to learn from.")
    order = [list(model.classes_).index(name) for name in classes]
    weight = model.coef_[order] / scaler.scale_
    intercept = model.intercept_[order] - weight @ scaler.mean_
    return {
        "classes": list(classes),
        "intercept": [_rounded(value) for value in intercept],
        "weights": [[_rounded(value) for value in row] for row in weight],
    }


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def fit_kinds(examples: Sequence[Example], faced: Sequence[Facing]) -> dict[str, Any]:
    features = [kind_features(own.lines, own.features, own.witness.owner.tolist(), own.witness.rows) for own in faced]
    kinds = np.array([kind for item in examples for kind in kinds_of(item.page)])
    weights = np.concatenate([item.weights for item in examples])
    return regression(np.concatenate(features), kinds, weights, KINDS, REGULARIZED["kinds"])


def fit(pairs: Sequence[ExamplePair], real: Sequence[Example] = ()) -> dict[str, Any]:
    """All that a PairModel has: everything learns from first answers of models that have not seen the pair."""
    examples = flat(pairs)
    faced: list[Facing | None] = [None] * len(examples)
    first: list[np.ndarray] = [np.zeros(0)] * len(examples)
    for seen, unseen in halves(examples):
        learned = [examples[k] for k in seen]
        folds = {item.page.fold for item in learned}
        alone = [*learned, *(item for item in real if item.page.fold in folds)]
        furniture, headline = first_trees(alone, FURNITURE), first_trees(alone, HEADLINE)
        kinds = softmax_from(fit_kinds(learned, [facing(item, furniture, headline) for item in learned]))
        for k in unseen:
            own = facing(examples[k], furniture, headline)
            faced[k], first[k] = own, first_kinds(own, kinds)
    known = [own for own in faced if own is not None]
    features = [
        pair_features(known[k], known[k ^ 1].witness, first[k]) for k in range(len(examples))
    ]  # both sides of a pair stand side by side
    around = np.concatenate([around_kinds(values) for values in first])
    kinds = np.array([kind for item in examples for kind in kinds_of(item.page)])
    weights = np.concatenate([item.weights for item in examples])
    return {
        "features": list(names_of_pair_features()),
        "kinds": fit_kinds(examples, known),
        "labels": regression(around, kinds, weights, FURNITURE_KINDS, REGULARIZED["labels"]),
        "furniture": page_trees(examples, features, FURNITURE),
        "headline": page_trees(examples, features, HEADLINE),
    }


def measure(
    pairs: Sequence[ExamplePair], first: tuple[Trees, Trees], model: PairModel, tallies: dict[Sureness, Tally]
) -> None:
    for pair in pairs:
        faced = [facing(item, *first) for item in pair]
        for item, own, other in zip(pair, faced, faced[::-1], strict=True):
            found = judge_facing(own, other.witness, model)
            page = item.page
            for sureness, tally in tallies.items():
                decided = verdict(page.lines, found.lines, sureness, found.leads)
                sentences = sentences_of(page.text, page.paragraphs, page.lines, found.lines, decided, found.labels)
                tally.add(page, sentences)


def fitted(pairs: Sequence[ExamplePair], real: Sequence[Example]) -> tuple[tuple[Trees, Trees], PairModel]:
    """Trees for the first answers and the model that begins with them."""
    alone = [*flat(pairs), *real]
    return (first_trees(alone, FURNITURE), first_trees(alone, HEADLINE)), pair_model_from(fit(pairs, real))


def cross_validate(found: Material, tallies: dict[Sureness, Tally]) -> None:
    for fold in range(FOLDS):
        first, model = fitted(*found.others(fold))
        unseen = [pair for pair in found.learned if pair.source.page.fold == fold and pair.as_read]
        measure(unseen, first, model, tallies)
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)


def main() -> None:
    given = asked(page_parser(__doc__))
    files = given.pages or [path for path in page_files(given.data) if path != given.test]
    found = material(given.data, files, given.real)
    tallies = {point: Tally(given.show and point == TOGETHER) for point in POINTS}
    if given.test:
        first, model = fitted(found.learned, found.real)
        measure(examples_of(pages([given.test])), first, model, tallies)
    else:
        cross_validate(found, tallies)
    for point, tally in tallies.items():
        print(f"\nset aside from {point.line}, inside the story from {point.inside}")
        tally.show_all()
    if given.write:
        write_model("page_pairs", fit(found.learned, found.real), all_files(given.data, [*files, *given.real]))


if __name__ == "__main__":
    main()
