"""How likely a careful reader would agree with a contrast: one logistic regression for each sort of contrast.

benchmarks/fit/contrasts.py fits the weights on planted edits and untouched news and writes contrast_weights.toml.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Protocol, TypeVar


class Measure(Protocol):
    """What may be a contrast, before it is told of."""

    @property
    def probability(self) -> float:
        """That a careful reader would call it a contrast, in [0, 1]."""


MeasureType = TypeVar("MeasureType", bound=Measure)


def likeliest(measures: Sequence[MeasureType], least: float) -> MeasureType | None:
    """The measure with the highest probability, the first of equals; None where none has at least `least`."""
    best = max(measures, key=lambda measure: measure.probability, default=None)
    return best if best is not None and best.probability >= least else None


def judged(sort: str, features: Mapping[str, float]) -> float:
    """Probability in [0, 1] that a contrast of a sort is one, by its features; those without a weight do not count.

    Args:
        sort: A table of contrast_weights.toml, "modal" for instance.
        features: Values by name.
    """
    weights = _weights()[sort]
    log_odds = weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-log_odds))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    text = files("translate.differences.contrasts").joinpath("contrast_weights.toml").read_text(encoding="utf-8")
    tables: Mapping[str, Mapping[str, float]] = tomllib.loads(text)
    return tables
