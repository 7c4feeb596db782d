"""When two mentions say the same."""

import pytest

from translate.facts.matching import measured_otherwise, same_in_other_units
from translate.facts.values import read_numbers


def number(text, language):
    (mention,) = read_numbers(text, language)
    return mention


@pytest.mark.parametrize(
    ("russian", "english", "same"),
    [
        ("8 км", "5 miles", True),
        ("8 км", "6 miles", False),
        ("8 км", "8 km", False),
        ("24 часа", "1 day", True),
        ("30 °C", "86 °F", True),
        ("30 °C", "80 °F", False),
        ("половина", "50%", True),
        ("половина", "55%", False),
        ("5 рублей", "5 miles", False),
    ],
)
def test_numbers_in_other_units(russian, english, same):
    assert same_in_other_units(number(russian, "ru"), number(english, "en")) is same
    assert same_in_other_units(number(english, "en"), number(russian, "ru")) is same


@pytest.mark.parametrize(
    ("russian", "english", "otherwise"),
    [
        ("8 км", "700 feet", True),
        ("3 кг", "4 tons", True),
        ("3 га", "400 acres", True),
        ("8 км", "8 km", False),
        ("8 км", "3 tons", False),
        ("2 года", "30 months", False),
        ("5 рублей", "5 dollars", False),
        ("5", "5 miles", False),
    ],
)
def test_measures_in_different_units(russian, english, otherwise):
    """Whatever their values; times and sums of money are no measures that people convert."""
    assert measured_otherwise(number(russian, "ru"), number(english, "en")) is otherwise
