"""Of several measures the likeliest is told, from a probability on."""

from dataclasses import dataclass

import pytest

from translate.differences.contrasts.judgement import judged, likeliest
from translate.engines.encoder import default_encoder
from translate.models.stored import read_model


@dataclass(frozen=True)
class Fixed:
    name: str
    probability: float


@pytest.mark.parametrize(
    ("probabilities", "least", "expected"),
    [
        ((0.4, 0.7, 0.6), 0.5, "1"),
        ((0.7, 0.7), 0.5, "0"),  # the first of equals
        ((0.5,), 0.5, "0"),
        ((0.4999,), 0.5, None),
        ((), 0.0, None),
    ],
)
def test_the_likeliest_is_told_from_the_least_probability_on(
    probabilities: tuple[float, ...], least: float, expected: str | None
) -> None:
    best = likeliest([Fixed(str(i), probability) for i, probability in enumerate(probabilities)], least)
    assert (best and best.name) == expected


def test_each_sort_has_weights_of_its_own() -> None:
    encoder = default_encoder().fitted_as
    sorts = read_model("contrasts", encoder)["sorts"]
    assert len({judged(sort, {}, encoder) for sort in sorts}) == len(sorts)
    assert judged("hedge", {"no such feature": 9.0}, encoder) == judged("hedge", {}, encoder)
