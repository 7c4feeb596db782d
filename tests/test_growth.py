"""Time grows with a text no faster than it should; benchmarks/measure/scaling.py prints it for larger ones."""

import pytest

from benchmarks.data.families import family_names
from benchmarks.measure.scaling import growth, timed

SIZES = (16_000, 64_000)  # bytes of each text
MOST = 1.35  # exponent; the machine's other work disturbs so short times
QUICK = 3.0  # processor seconds that are too short to tell the growth from


@pytest.mark.parametrize("family", family_names()[::4])  # scaling.py runs all
@pytest.mark.parametrize("function", ["read", "detect", "translate"])
def test_time_is_nearly_linear(function: str, family: str) -> None:
    """No family of texts makes a function slow."""
    seconds = [timed(function, family, size, limit=60)[0] for size in SIZES]
    assert seconds[-1] < QUICK or growth(SIZES, seconds) <= MOST


@pytest.mark.parametrize("family", ["percents", "hedges", "strange names"])
def test_a_comparison_of_a_sentence_without_end_ends(family: str) -> None:
    """16 KB took over a minute when a sentence had no limit."""
    seconds, _, came = timed("compare", family, 16_000, limit=60)
    assert seconds < 30, came
