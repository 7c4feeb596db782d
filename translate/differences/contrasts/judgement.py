"""How likely a careful reader would agree with a contrast: one logistic regression for each sort of contrast.

benchmarks/fit/contrasts.py fits the weights on planted edits and untouched news.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol, TypeVar

from translate.models.logistic import Logistic
from translate.models.stored import read_model


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


def judged(sort: str, features: Mapping[str, float], encoder: str) -> float:
    """Probability in [0, 1] that a contrast of a sort is one, by its features; those without a weight do not count.

    Args:
        sort: "modal" for instance.
        features: Values by name.
        encoder: Name of the one that told the stories.

    Raises:
        ModelMismatch: Nothing was fitted for the encoder.
    """
    return _sorts(encoder)[sort].probability(features)


@cache
def _sorts(encoder: str) -> Mapping[str, Logistic]:
    sorts = read_model("contrasts", encoder)["sorts"]
    return {sort: Logistic(of["intercept"], of["weights"]) for sort, of in sorts.items()}
