"""Probabilities from features: gradient-boosted trees, read from alignment/model.json.

The file is written by benchmarks/fit/alignment.py, which also prints what the models reach in cross-validation.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from translate.alignment.candidates import FEATURES
from translate.alignment.context import CONTEXT_FEATURES
from translate.alignment.similarity import Floats, Integers

ROWS = 256  # candidates judged at once: what a processor's cache holds for all trees
SECOND_FEATURES = (*FEATURES, "first_guess", *CONTEXT_FEATURES)


@dataclass(frozen=True, slots=True)
class Trees:
    """Gradient-boosted trees for a yes-or-no question; all trees lie one behind the other in flat arrays.

    Attributes:
        feature: Feature that a node asks for; any for a leaf.
        threshold: A row goes left where its feature is at most this.
        children: Positions of the right and left child of node k, at 2 k and 2 k + 1; a leaf is its own child.
        value: What a leaf adds to the log odds.
        roots: Position of the root of each tree.
        base: Log odds before any tree.
        depth: Longest way from a root to a leaf.
    """

    feature: Integers
    threshold: Floats
    children: Integers
    value: Floats
    roots: Integers
    base: float
    depth: int

    def probability(self, features: Floats) -> Floats:
        """Probability for each row of features, shape (c,)."""
        odds = [self._log_odds(features[start : start + ROWS]) for start in range(0, len(features), ROWS)]
        return _sigmoid(np.concatenate([*odds, np.zeros(0)]))

    def _log_odds(self, features: Floats) -> Floats:
        """Log odds of a few rows; all trees go down one level at a time."""
        values = features.ravel()
        row = (np.arange(len(features)) * features.shape[1])[:, None]
        node = np.repeat(self.roots[None], len(features), axis=0)
        for _ in range(self.depth):
            goes_left = values.take(row + self.feature.take(node)) <= self.threshold.take(node)
            node = self.children.take(2 * node + goes_left)
        return np.asarray(self.base + self.value.take(node).sum(axis=1))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Platt scaling: corrects a probability whose log odds are off by a factor and a constant (Platt 1999)."""

    slope: float
    offset: float

    def corrected(self, probability: Floats) -> Floats:
        """Probabilities that come true as often as they say; 1 where nothing at all spoke against stays 1."""
        return np.where(probability == 1.0, 1.0, _sigmoid(self.slope * log_odds(probability) + self.offset))


@dataclass(frozen=True, slots=True)
class Models:
    """The two models of an alignment.

    Attributes:
        first: Judges a candidate by itself; reads FEATURES.
        second: Judges it again beside its neighbours; reads SECOND_FEATURES.
        lone: Corrects the probability that a sentence left alone has no counterpart.
        version: Changes with every fit; part of the signature.
    """

    first: Trees
    second: Trees
    lone: Calibration
    version: str


def log_odds(probability: Floats) -> Floats:
    """Logarithm of p / (1 - p), tamed at both ends."""
    return np.asarray(np.log((probability + 1e-4) / (1 - probability + 1e-4)))


@cache
def models() -> Models:
    """The fitted models that come with the package."""
    return models_from(json.loads(files("translate.alignment").joinpath("model.json").read_text(encoding="utf-8")))


def models_from(record: Mapping[str, Any]) -> Models:
    """Models from the content of model.json; the names of its features must be those of the code."""
    if record["features"] != {"first": list(FEATURES), "second": list(SECOND_FEATURES)}:
        raise ValueError("model.json was fitted for other features: run benchmarks/fit/alignment.py")
    lone = Calibration(float(record["lone"]["slope"]), float(record["lone"]["offset"]))
    return Models(trees_from(record["first"]), trees_from(record["second"]), lone, str(record["version"]))


def trees_from(record: Mapping[str, Any]) -> Trees:
    """Trees from {"base": log odds, "depth": levels, "trees": [{"feature": [...], "threshold": [...], ...}]}."""
    trees: Sequence[Mapping[str, Sequence[float]]] = record["trees"]
    sizes = [len(tree["feature"]) for tree in trees]
    roots = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    shift = np.repeat(roots, sizes)

    def flat(name: str) -> Floats:
        return np.concatenate([np.array(tree[name], dtype=float) for tree in trees])

    feature = flat("feature").astype(np.int64)
    children = np.stack([flat("right"), flat("left")], axis=1).astype(np.int64) + shift[:, None]
    own = np.arange(len(feature))[:, None]
    return Trees(
        feature=np.maximum(0, feature),
        threshold=flat("threshold"),
        children=np.where(feature[:, None] >= 0, children, own).ravel(),
        value=flat("value"),
        roots=roots,
        base=float(record["base"]),
        depth=int(record["depth"]),
    )


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))))
