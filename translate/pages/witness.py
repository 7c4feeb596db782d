"""What the other version says of a page's lines: whether it tells them, and how near they are to what both are about.

A line with a counterpart there is the story; one without, among others without, is furniture. What each number is
worth, page_pairs.json says, which benchmarks/fit/page_pairs.py writes.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.engines.protocols import Embeddings
from translate.models.trees import Floats
from translate.text.line_features import shifted
from translate.text.page_model import Judgement

NEAREST = 5  # sentences whose mean likeness says how near a sentence is to just anything (CSLS, Conneau et al. 2018)
AROUND = 3  # lines on either side whose mean counts
NEAR = (-2, -1, 1, 2)  # neighbours whose likeness counts
TOLD = 0.5  # likeness of a sentence that is surely told
IN_ORDER = 4  # lines around that say where the counterpart of a line should stand
OF_LIKENESS = (
    "likeness",
    "least_likeness",
    "told_there",
    "least_told",
    "like_furniture",
    "above_chance",
    "mutual",
    "best_is_story",
    "best_is_headline",
    "like_headline",
    "like_own_headline",
    "centre",
    "other_centre",
    "like_own_story",
    "like_own_furniture",
    "repeated_below",
    "repeated_above",
    "told_to_story",
    "told_to_furniture",
    "centre_to_story",
    "centre_to_furniture",
    "out_of_order",
    "told_around",
    "page_told",
    "page_told_share",
    "other_story",
)
OF_KEYS = ("keys", "keys_told", "keys_told_share", "keys_in_one", "keys_in_one_share", "keys_inside_share")
OF_NEIGHBOURS = ("told_there", "above_chance", "keys_told_share", "repeated_below", "like_own_story")
OF_WITNESS = (
    *OF_LIKENESS,
    *OF_KEYS,
    *(f"{name}{step:+d}" for step in NEAR for name in OF_NEIGHBOURS),
)


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """A page as it faces the other.

    Attributes:
        owner: For each sentence the number of its line, ascending, shape (s,).
        rows: Embeddings of the sentences, shape (s, dim).
        keys: Of the numbers, dates and names of each line (`facts.reading.anchor_keys`), n of them.
        guesses: What was thought of each line without the other page.
    """

    owner: NDArray[np.int64]
    rows: Embeddings
    keys: Sequence[frozenset[str]]
    guesses: Judgement

    @property
    def story(self) -> NDArray[np.bool_]:
        """Which lines are more likely the story than not."""
        return self.guesses.furniture < 0.5


def witness_features(own: Witness, other: Witness) -> Floats:
    """Features of every line of a page, shape (n, k), in the order of OF_WITNESS."""
    columns = _across(own, other) | _inside(own)
    columns |= _beside_page(own, columns)
    columns |= _keys(own, other)
    values = np.stack([columns[name] for name in (*OF_LIKENESS, *OF_KEYS)], axis=1)
    near = np.stack([columns[name] for name in OF_NEIGHBOURS], axis=1)
    return np.hstack([values, *(shifted(near, step) for step in NEAR)])


def _across(own: Witness, other: Witness) -> dict[str, Floats]:
    """How near the sentences of the other version are to those of each line."""
    there = 1 - other.guesses.furniture[other.owner]  # how likely each of its sentences is the story
    titles = other.guesses.headline[other.owner]
    likeness = (own.rows @ other.rows.T).astype(float)
    best = likeness.argmax(axis=1)
    told = (likeness * there).max(axis=1)
    chance = _near(likeness)[:, None] + _near(likeness.T)[None]
    mutual = likeness.argmax(axis=0)[best] == np.arange(len(best))
    centre = (other.rows * there[:, None]).sum(axis=0)
    return {
        "likeness": _most(own, likeness.max(axis=1)),
        "least_likeness": -_most(own, -likeness.max(axis=1)),
        "told_there": _most(own, told),
        "least_told": -_most(own, -told),
        "like_furniture": _most(own, (likeness * (1 - there)).max(axis=1)),
        "above_chance": _most(own, (2 * likeness - chance).max(axis=1)),
        "mutual": _most(own, mutual.astype(float)),
        "best_is_story": _most(own, there[best]),
        "best_is_headline": _most(own, titles[best]),
        "like_headline": _most(own, (likeness * titles).max(axis=1)),
        "other_centre": _most(own, (own.rows @ (centre / max(1e-9, float(np.linalg.norm(centre))))).astype(float)),
        "out_of_order": _out_of_order(own, told, best / max(1, len(other.owner) - 1)),
        "other_story": np.full(len(own.story), np.log1p(other.story.sum())),
    }


def _inside(own: Witness) -> dict[str, Floats]:
    """How near the rest of its own page is to each line."""
    here = 1 - own.guesses.furniture[own.owner]
    likeness = (own.rows @ own.rows.T).astype(float)
    np.fill_diagonal(likeness, 0.0)
    story = likeness * here
    lines_below = own.owner[None] - own.owner[:, None]
    rest = (own.rows * here[:, None]).sum(axis=0) - own.rows * here[:, None]  # all of the story but the sentence
    rest /= np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-9)
    return {
        "like_own_headline": _most(own, (likeness * own.guesses.headline[own.owner]).max(axis=1)),
        "like_own_story": _most(own, story.max(axis=1)),
        "like_own_furniture": _most(own, (likeness * (1 - here)).max(axis=1)),
        "repeated_below": _most(own, (story * (lines_below > 1)).max(axis=1)),
        "repeated_above": _most(own, (story * (lines_below < -1)).max(axis=1)),
        "centre": _most(own, (own.rows * rest).sum(axis=1).astype(float)),
    }


def _beside_page(own: Witness, columns: dict[str, Floats]) -> dict[str, Floats]:
    """What is usual on this page: a retelling answers its story less than a translation does."""
    told, centre, story = columns["told_there"], columns["centre"], own.story
    count = len(told)
    return {
        "told_to_story": told - _median(told[story]),
        "told_to_furniture": told - _median(told[~story]),
        "centre_to_story": centre - _median(centre[story]),
        "centre_to_furniture": centre - _median(centre[~story]),
        "told_around": _mean_around(told),
        "page_told": np.full(count, _median(told[story])),
        "page_told_share": np.full(count, float((told[story] > TOLD).mean()) if story.any() else 0.0),
    }


def _keys(own: Witness, other: Witness) -> dict[str, Floats]:
    """Numbers, dates and names that the other version gives as well: in its story, and in one line of it."""
    there: dict[str, list[int]] = defaultdict(list)
    for line in np.flatnonzero(other.story).tolist():
        for key in other.keys[line]:
            there[key].append(line)
    here = Counter(key for line in np.flatnonzero(own.story).tolist() for key in own.keys[line])
    rows = []
    for keys, story in zip(own.keys, own.story.tolist(), strict=True):
        told = sum(key in there for key in keys)
        in_one = max(Counter(line for key in keys for line in there.get(key, ())).values(), default=0)
        inside = sum(here[key] > story for key in keys)
        count = max(1, len(keys))
        rows.append((len(keys), told, told / count, in_one, in_one / count, inside / count))
    return dict(zip(OF_KEYS, np.array(rows, dtype=float).T, strict=True))


def _most(own: Witness, values: Floats) -> Floats:
    """The greatest value of the sentences of each line."""
    found = np.full(len(own.keys), -np.inf)
    np.maximum.at(found, own.owner, values)
    return found


def _near(likeness: Floats) -> Floats:
    """Mean of the greatest likenesses of each row."""
    size = min(NEAREST, likeness.shape[1])
    return np.asarray(np.partition(likeness, -size, axis=1)[:, -size:].mean(axis=1))


def _median(values: Floats) -> float:
    return float(np.median(values)) if len(values) else 0.0


def _mean_around(values: Floats) -> Floats:
    """Mean of the lines around each."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    number = np.arange(len(values))
    low, high = np.maximum(0, number - AROUND), np.minimum(len(values), number + AROUND + 1)
    return np.asarray((sums[high] - sums[low] - values) / np.maximum(1, high - low - 1))


def _out_of_order(own: Witness, told: Floats, place: Floats) -> Floats:
    """How far the counterpart of each line stands from where those of the story around it do, in [0, 1].

    Args:
        own: The page.
        told: How well each sentence is told by the other version.
        place: Where its counterpart stands there, in [0, 1].
    """
    greatest = _most(own, told)
    places = np.zeros(len(greatest))
    for sentence in np.flatnonzero(told == greatest[own.owner]).tolist():
        places[own.owner[sentence]] = place[sentence]
    sure = np.flatnonzero(own.story & (greatest > TOLD))
    found = np.ones(len(greatest))
    for line in range(len(greatest)):
        around = sure[sure != line]
        if len(around):
            nearest = around[np.argsort(np.abs(around - line), kind="stable")[:IN_ORDER]]
            found[line] = abs(places[line] - np.median(places[nearest]))
    return found
