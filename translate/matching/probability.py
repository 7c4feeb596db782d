"""How probable it is that two articles of two collections tell the same story."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from translate.matching.evidence import FEATURES, PAIRWISE, Floats, Rarity, Rows, around, features, rarity
from translate.matching.search import NOBODY, Nearest, nearest
from translate.matching.sketches import Halves, Sketches
from translate.models.logistic import Logistic, logistic_from
from translate.models.stored import read_model
from translate.models.trees import sigmoid

MODELS: Final = {"single": FEATURES, "several": PAIRWISE}  # the features of each, by what it may give an article
FORWARD, BACKWARD = 20, 10  # nearest articles looked at of each of the first collection, and of each of the second


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of articles in different languages that may tell the same story, by the rows of both collections.

    Attributes:
        source, target: Rows, shape (p,), in ascending order of both.
        features: FEATURES of each, shape (p, len(FEATURES)).
    """

    source: Rows
    target: Rows
    features: Floats


@dataclass(frozen=True, slots=True)
class MatchingModel:
    """What benchmarks/fit/matching.py fits.

    Attributes:
        one, many: Of FEATURES, where an article has one counterpart at most; of PAIRWISE, where it may have several.
        background: Share of articles that have a name or figure, of those that many have.
    """

    one: Logistic
    many: Logistic
    background: Mapping[str, float]


@cache
def matching_model(encoder: str) -> MatchingModel:
    """What was fitted for an encoder.

    Raises:
        ModelMismatch, StaleModel: Nothing was, or for other features.
    """
    record = read_model("matching", encoder)
    one, many = (logistic_from(record[name], names, "matching") for name, names in MODELS.items())
    return MatchingModel(one, many, record["background"])


def candidates(
    source: Sketches, target: Sketches, background: Mapping[str, float], *, window: int | None, threads: int = 1
) -> Candidates:
    """The pairs that are worth weighing, with what speaks for each.

    Args:
        source, target: The collections.
        background: As `MatchingModel` has it.
        window: Days that the articles of a pair may lie apart; None for any number. What has no day may pair with all.
        threads: That search at once; the candidates do not depend on their number.
    """
    rare = rarity(source, target, background)
    parts = []
    for language in sorted(set(source.languages)):
        rows = np.array([row for row, code in enumerate(source.languages) if code == language], dtype=np.int64)
        others = np.array([row for row, code in enumerate(target.languages) if code != language], dtype=np.int64)
        if len(others):
            parts.append(_between(source, target, (rows, others), window, rare, threads))
    if not parts:
        return Candidates(*(np.zeros(0, dtype=np.int64),) * 2, np.zeros((0, len(FEATURES))))
    i, j, values = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((j, i))
    return Candidates(i[order], j[order], values[order])


def _between(
    source: Sketches, target: Sketches, sides: tuple[Rows, Rows], window: int | None, rare: Rarity, threads: int
) -> tuple[Rows, Rows, Floats]:
    rows, others = sides
    left, right = _rows(source, rows), _rows(target, others)
    days = source.days[rows], target.days[others]
    forward = nearest(left, days[0], right, days[1], window=window, count=FORWARD, threads=threads)
    backward = nearest(right, days[1], left, days[0], window=window, count=BACKWARD, threads=threads)
    i, j = _pairs(forward, backward)
    near = np.zeros(len(source)), np.zeros(len(target))
    near[0][rows], near[1][others] = around(forward), around(backward)
    pairs = rows[i], others[j]
    return *pairs, features(source, target, pairs, near, rare)


def _rows(side: Sketches, rows: Rows) -> Halves:
    """Vectors of some articles; no copy where they are all."""
    return side.vectors if len(rows) == len(side) else side.vectors[rows]


def _pairs(forward: Nearest, backward: Nearest) -> tuple[Rows, Rows]:
    """Pairs that either side has among its nearest, each once."""
    i, place = np.nonzero(forward.others != NOBODY)
    j = forward.others[i, place]
    back_j, back_place = np.nonzero(backward.others != NOBODY)
    back_i = backward.others[back_j, back_place]
    width = len(backward.others)
    both = np.unique(np.concatenate([i * width + j, back_i * width + back_j]))
    return both // width, both % width


def probabilities(found: Candidates, logistic: Logistic) -> Floats:
    """Of each candidate, in [0, 1]."""
    names = [name for name in FEATURES if name in logistic.weights]
    weights = np.array([logistic.weights[name] for name in names])
    return sigmoid(logistic.intercept + found.features[:, [FEATURES.index(name) for name in names]] @ weights)
