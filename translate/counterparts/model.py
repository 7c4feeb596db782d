"""The models that judge counterparts, fitted by benchmarks/fit/counterparts.py, which prints what they reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.counterparts.context import CONTEXT_FEATURES
from translate.counterparts.pair_features import PAIR_FEATURES, PAIR_FEATURES_OF_BOTH
from translate.counterparts.relation import STORY_FEATURES
from translate.counterparts.unit_features import UNIT_FEATURES, UNIT_FEATURES_OF_BOTH
from translate.counterparts.word_features import WORD_FEATURES, WORD_FEATURES_OF_BOTH
from translate.models.logistic import Calibration, calibration_from, log_odds
from translate.models.stored import read_model, require_features
from translate.models.trees import Floats, Trees, sigmoid, trees_from

FEATURES = {
    "first": PAIR_FEATURES,
    "second": (*PAIR_FEATURES, *CONTEXT_FEATURES),
    "none": UNIT_FEATURES,
    "full": UNIT_FEATURES,
    "word": WORD_FEATURES,
    "relation": STORY_FEATURES,
}
FEATURES_OF_BOTH = FEATURES | {
    "first": PAIR_FEATURES_OF_BOTH,
    "second": (*PAIR_FEATURES_OF_BOTH, *CONTEXT_FEATURES),
    "none": UNIT_FEATURES_OF_BOTH,
    "full": UNIT_FEATURES_OF_BOTH,
    "word": WORD_FEATURES_OF_BOTH,
}

LARGEST = 9.0  # log odds of the regression, which may go astray far from all that it was fitted on


@dataclass(frozen=True, slots=True)
class Mixed:
    """Trees and a regression that answer one question together: the mean of their log odds, then corrected.

    Attributes:
        trees: Boosted trees.
        intercept, weights: Of the regression, one weight for each feature.
        calibration: Slope and offset that make the answer come true as often as it says, and what is added to either
            as far as the texts are a translation.
    """

    trees: Trees
    intercept: float
    weights: NDArray[np.float64]
    calibration: tuple[float, float, float, float]

    def probability(self, features: Floats, translation: float) -> Floats:
        """Of the answer yes for each row, shape (rows,), in texts that are a translation with some probability."""
        slope, offset, more_slope, more_offset = self.calibration
        odds = (slope + more_slope * translation) * self.log_odds(features) + offset + more_offset * translation
        return sigmoid(odds)

    def log_odds(self, features: Floats) -> Floats:
        """Of the answer yes for each row, before it is corrected."""
        linear = self.intercept + features @ self.weights
        return np.asarray((log_odds(self.trees.probability(features)) + np.clip(linear, -LARGEST, LARGEST)) / 2)


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
        relation: Whether the texts are a translation; intercept and a weight for each of STORY_FEATURES.
        version: Changes with every fit; part of the signature.
        states: Whether they ask for what the second encoder says.
    """

    first: Trees
    second: Trees
    link: Calibration
    none: Mixed
    full: Mixed
    word: Trees
    relation: tuple[float, NDArray[np.float64]]
    version: str
    states: bool

    def translation(self, features: Floats) -> float:
        """Probability, in [0, 1], that two stories with these STORY_FEATURES are a translation."""
        intercept, weights = self.relation
        return float(sigmoid(np.array([intercept + features @ weights]))[0])


@cache
def models(encoder: str) -> Models:
    """The fitted models for the vectors of an encoder, or of both, see `judged_by`.

    Raises:
        ModelMismatch, StaleModel: There are none, or for other features.
    """
    return models_from(read_model("counterparts", encoder))


def models_from(record: Mapping[str, Any]) -> Models:
    """Models from the content of counterparts.json.

    Raises:
        StaleModel: The names of its features are not those of the code.
    """
    with_states = len(record["features"]["none"]) > len(UNIT_FEATURES)
    for name, features in (FEATURES_OF_BOTH if with_states else FEATURES).items():
        require_features(record["features"][name], features, "counterparts")
    return Models(
        first=trees_from(record["first"]),
        second=trees_from(record["second"]),
        link=calibration_from(record["link"]),
        none=mixed_from(record["none"]),
        full=mixed_from(record["full"]),
        word=trees_from(record["word"]),
        relation=(float(record["relation"]["intercept"]), np.array(record["relation"]["weights"], dtype=float)),
        version=str(record["version"]),
        states=with_states,
    )


def mixed_from(record: Mapping[str, Any]) -> Mixed:
    """One mixed model from its part of the record."""
    return Mixed(
        trees_from(record["trees"]),
        float(record["intercept"]),
        np.array(record["weights"], dtype=float),
        tuple(float(number) for number in record["calibration"]),  # type: ignore[arg-type]  # four of them
    )
