"""Gradient-boosted trees, read from a file of fitted numbers and asked for many rows at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]

ROWS = 256  # candidates judged at once: what a processor's cache holds for all trees
MANY = 16 * ROWS  # rows from which a text may be one that says the same again and again


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
        """Probability for each row of features, shape (c,); of many equal rows one is judged."""
        if len(features) > MANY:
            known: dict[bytes, int] = {}
            of = [known.setdefault(row.tobytes(), len(known)) for row in features]
            if 2 * len(known) < len(features):
                places = np.array(of, dtype=np.int64)
                return self._of_rows(features[np.unique(places, return_index=True)[1]])[places]
        return self._of_rows(features)

    def _of_rows(self, features: Floats) -> Floats:
        odds = [self._log_odds(features[start : start + ROWS]) for start in range(0, len(features), ROWS)]
        return sigmoid(np.concatenate([*odds, np.zeros(0)]))

    def _log_odds(self, features: Floats) -> Floats:
        """Log odds of a few rows; all trees go down one level at a time."""
        values = features.ravel()
        row = (np.arange(len(features)) * features.shape[1])[:, None]
        node = np.repeat(self.roots[None], len(features), axis=0)
        for _ in range(self.depth):
            goes_left = values.take(row + self.feature.take(node)) <= self.threshold.take(node)
            node = self.children.take(2 * node + goes_left)
        return np.asarray(self.base + self.value.take(node).sum(axis=1))


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


def sigmoid(x: Floats) -> Floats:
    """Probabilities from log odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))))
