"""Values of facts as a reader would write them."""

import pytest

from translate.ui.values import value_in_words
from translate.wording.interface import speaking


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("date", "2024-06", "June 2024"),
        ("date", "Tue", "Tue"),
        ("date", "2024-13-40", "2024-13-40"),
        ("number", "1500", "1500"),
        ("number", "12345.6 m", "12,345.6 m"),
        ("number", "03:00 | 15000", "03:00 / 15,000"),
        ("name", "20240 club", "20240 club"),
    ],
)
def test_dates_and_large_numbers_are_written_out(kind, value, words):
    assert value_in_words(kind, value) == words


def test_they_are_in_the_language_of_the_page():
    with speaking("ru"):
        assert value_in_words("date", "--11-12") == "12 ноября"
        assert value_in_words("number", "31500000 RUB") == "31\xa0500\xa0000 RUB"
