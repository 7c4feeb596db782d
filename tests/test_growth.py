"""Time grows with a text no faster than it should; benchmarks/measure/scaling.py prints it for larger ones."""

import os

import pytest

from benchmarks.data.families import family_names
from benchmarks.measure.scaling import growth, timed

SIZES = (16_000, 64_000)  # bytes of each text
MOST = 1.2  # exponent
TRIES = 3  # the machine's other work disturbs so short times; of each size the quickest counts
QUICK = 1.5  # processor seconds that are too short to tell the growth from
LARGE = 200_000
LONGEST = 10.0  # processor seconds of a large text
slow = pytest.mark.skipif(
    os.environ.get("PARALLAX_SLOW_TESTS") != "1", reason="takes minutes: PARALLAX_SLOW_TESTS=1 runs it"
)


def grows(function: str, family: str) -> float:
    """Exponent of the growth of time; 0 for a function that is quick."""
    best = [float("inf")] * len(SIZES)
    power = 0.0
    for _ in range(TRIES):
        best = [min(known, timed(function, family, size, limit=60)[0]) for known, size in zip(best, SIZES, strict=True)]
        power = 0.0 if best[-1] < QUICK else growth(SIZES, best)
        if power <= MOST:
            break
    return power


@pytest.mark.parametrize("family", family_names()[::4])  # scaling.py runs all
@pytest.mark.parametrize("function", ["read", "detect", "translate"])
def test_time_is_nearly_linear(function: str, family: str) -> None:
    """No family of texts makes a function slow."""
    assert grows(function, family) <= MOST


@pytest.mark.parametrize("family", ["percents", "hedges", "strange names"])
def test_a_comparison_of_a_sentence_without_end_ends(family: str) -> None:
    """16 KB took over a minute when a sentence had no limit."""
    seconds, _, came = timed("compare", family, 16_000, limit=60)
    assert seconds < LONGEST, came


@slow
@pytest.mark.parametrize("family", ["percents", "clocks"])
def test_a_large_text_is_compared_soon(family: str) -> None:
    """What it says again and again is read once."""
    seconds, _, came = timed("compare", family, LARGE, limit=60)
    assert seconds < LONGEST, came
