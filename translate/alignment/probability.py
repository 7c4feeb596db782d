"""The two models of an alignment, fitted by benchmarks/fit/alignment.py, which prints what they reach."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from translate.alignment.candidates import FEATURES
from translate.alignment.context import CONTEXT_FEATURES
from translate.models.logistic import Calibration, calibration_from
from translate.models.stored import read_model, require_features
from translate.models.trees import Trees, trees_from

SECOND_FEATURES = (*FEATURES, "first_guess", *CONTEXT_FEATURES)


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


@cache
def models(encoder: str) -> Models:
    """The fitted models for the vectors of an encoder.

    Raises:
        ModelMismatch: There are none.
    """
    return models_from(read_model("alignment", encoder))


def models_from(record: Mapping[str, Any]) -> Models:
    """Models from the content of alignment.json; the names of its features must be those of the code.

    Raises:
        StaleModel: They are not.
    """
    require_features(record["features"]["first"], FEATURES, "alignment")
    require_features(record["features"]["second"], SECOND_FEATURES, "alignment")
    return Models(
        trees_from(record["first"]),
        trees_from(record["second"]),
        calibration_from(record["lone"]),
        str(record["version"]),
    )
