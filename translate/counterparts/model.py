"""The models that judge counterparts, fitted by benchmarks/fit/counterparts.py, which prints what they reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.counterparts.context import CONTEXT_FEATURES
from translate.counterparts.pair_features import PAIR_FEATURES
from translate.counterparts.unit_features import UNIT_FEATURES
from translate.counterparts.word_features import WORD_FEATURES
from translate.models.logistic import Calibration, calibration_from, log_odds
from translate.models.stored import read_model, require_features
from translate.models.trees import Floats, Trees, sigmoid, trees_from

FEATURES = {
    "first": PAIR_FEATURES,
    "second": (*PAIR_FEATURES, *CONTEXT_FEATURES),
    "none": UNIT_FEATURES,
    "full": UNIT_FEATURES,
    "word": WORD_FEATURES,
}


@dataclass(frozen=True, slots=True)
class Mixed:
    """Trees and a regression that answer one question together: the mean of their log odds, then corrected.

    Attributes:
        trees: Boosted trees.
        intercept, weights: Of the regression, one weight for each feature.
        calibration: Makes the answer come true as often as it says.
    """

    trees: Trees
    intercept: float
    weights: NDArray[np.float64]
    calibration: Calibration

    def probability(self, features: Floats) -> Floats:
        """Of the answer yes for each row, shape (rows,)."""
        linear = self.intercept + features @ self.weights
        both = (log_odds(self.trees.probability(features)) + np.clip(linear, -9, 9)) / 2
        return self.calibration.corrected(sigmoid(both))


@dataclass(frozen=True, slots=True)
class Models:
    """All models of counterparts.

    Attributes:
        first: Judges a pair of sentences by itself.
        second: Judges it again beside the pairs around it.
        link: Corrects the second.
        none: Whether nothing of a sentence is told over there.
        full: Whether all of a sentence is told, if anything is.
        word: Whether what a word says is told.
        version: Changes with every fit; part of the signature.
    """

    first: Trees
    second: Trees
    link: Calibration
    none: Mixed
    full: Mixed
    word: Trees
    version: str


@cache
def models(encoder: str) -> Models:
    """The fitted models for the vectors of an encoder.

    Raises:
        ModelMismatch, StaleModel: There are none, or for other features.
    """
    return models_from(read_model("counterparts", encoder))


def models_from(record: Mapping[str, Any]) -> Models:
    """Models from the content of counterparts.json.

    Raises:
        StaleModel: The names of its features are not those of the code.
    """
    for name, features in FEATURES.items():
        require_features(record["features"][name], features, "counterparts")
    return Models(
        first=trees_from(record["first"]),
        second=trees_from(record["second"]),
        link=calibration_from(record["link"]),
        none=_mixed(record["none"]),
        full=_mixed(record["full"]),
        word=trees_from(record["word"]),
        version=str(record["version"]),
    )


def _mixed(record: Mapping[str, Any]) -> Mixed:
    return Mixed(
        trees_from(record["trees"]),
        float(record["intercept"]),
        np.array(record["weights"], dtype=float),
        calibration_from(record["calibration"]),
    )
