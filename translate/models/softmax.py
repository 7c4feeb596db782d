"""Softmax regression: which of several classes a row of features is of, read from a file of fitted numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from translate.models.trees import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Softmax:
    """Log odds of classes as weighted sums of features.

    Attributes:
        classes: Their names.
        intercept: Log odds of each where all features are 0, shape (c,).
        weights: Of each feature for each class, shape (c, k).
    """

    classes: tuple[str, ...]
    intercept: Floats
    weights: Floats

    def probabilities(self, features: Floats) -> Floats:
        """Probability of each class for each row of features, shape (n, c); rows add up to 1."""
        odds = features @ self.weights.T + self.intercept
        powers = np.exp(odds - odds.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def softmax_from(record: Mapping[str, Any]) -> Softmax:
    """A regression from {"classes": [...], "intercept": [...], "weights": [[...], ...]}."""
    return Softmax(
        tuple(record["classes"]),
        np.array(record["intercept"], dtype=float),
        np.array(record["weights"], dtype=float),
    )
