"""Logistic regression on features with names, and the correction of probabilities that are off."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from translate.models.stored import require_features
from translate.models.trees import Floats, sigmoid


@dataclass(frozen=True, slots=True)
class Logistic:
    """Log odds of a yes-or-no question as a weighted sum of features.

    Attributes:
        intercept: Log odds where all features are 0.
        weights: Of each feature; one without a weight does not count.
    """

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Log odds of the answer yes."""
        return self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability of the answer yes, in [0, 1]."""
        return 1 / (1 + math.exp(-self.log_odds(features)))


def logistic_from(record: Mapping[str, Any], features: Sequence[str], model: str) -> Logistic:
    """A regression from {"intercept": ..., "weights": {feature: ...}}, as a file of fitted numbers has it.

    Args:
        record: Content of the file.
        features: Those that the code computes.
        model: Name of the file, for the message.

    Raises:
        StaleModel: Its features are others.
    """
    require_features(list(record["weights"]), features, model)
    return Logistic(record["intercept"], record["weights"])


@dataclass(frozen=True, slots=True)
class Calibration:
    """Platt scaling: corrects a probability whose log odds are off by a factor and a constant (Platt 1999)."""

    slope: float
    offset: float

    def corrected(self, probability: Floats) -> Floats:
        """Probabilities that come true as often as they say; 1 where nothing at all spoke against stays 1."""
        return np.where(probability == 1.0, 1.0, sigmoid(self.slope * log_odds(probability) + self.offset))


def calibration_from(record: Mapping[str, Any]) -> Calibration:
    """A correction from {"slope": ..., "offset": ...}."""
    return Calibration(float(record["slope"]), float(record["offset"]))


def log_odds(probability: Floats) -> Floats:
    """Logarithm of p / (1 - p), tamed at both ends."""
    return np.asarray(np.log((probability + 1e-4) / (1 - probability + 1e-4)))
