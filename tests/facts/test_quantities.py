"""Quantities without a number of their own: where they stand, and what excludes them."""

import pytest

from translate.facts.mention import Quantity
from translate.facts.quantities import agree, number_clashes, quantities_clash, read_quantities
from translate.facts.values import read_numbers


def only(text: str, language: str) -> Quantity:
    (found,) = read_quantities(text, language)
    return found


@pytest.mark.parametrize(
    ("language", "text", "of", "words"),
    [
        ("en", "All the passengers slept", "shares", "All the passengers"),
        ("ru", "Большинство пассажиров спали", "shares", "Большинство"),
        ("en", "Dozens came", "counts", "Dozens"),
        ("ru", "Приехали сотни тысяч", "counts", "сотни тысяч"),
        ("en", "It lasted for a week", "single", "for a week"),
        ("ru", "Это случилось на рассвете", "daytimes", "на рассвете"),
        ("en", "in recent weeks", "spans", "recent weeks"),
    ],
)
def test_a_quantity_is_read_where_it_stands(language: str, text: str, of: str, words: str) -> None:
    found = only(text, language)
    assert (found.of, text[found.start : found.end]) == (of, words)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "not at all"), ("en", "the most important decisions"), ("ru", "все равно"), ("de", "alle Leute")],
)
def test_what_only_looks_like_one_is_none(language: str, text: str) -> None:
    assert read_quantities(text, language) == ()


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("все пассажиры", "most of them", True),
        ("сотни людей", "dozens", True),
        ("сотни людей", "hundreds", False),
        ("сотни людей", "most of them", False),
        ("ночью", "in the evening", False),
        ("утром", "in the evening", True),
        ("за год", "for a month", True),
    ],
)
def test_some_quantities_exclude_each_other(russian: str, english: str, expected: bool) -> None:
    assert quantities_clash(only(russian, "ru"), only(english, "en")) is expected


@pytest.mark.parametrize(
    ("russian", "english", "clashes", "agrees"),
    [
        ("все пассажиры", "75%", True, False),
        ("все пассажиры", "100%", False, True),
        ("большинство пассажиров", "more than half of them", False, True),
        ("сотни людей", "300", False, True),
        ("десятки людей", "1,200", True, False),
        ("за год", "12 months", False, True),
        ("за месяц", "40 years", False, False),
    ],
)
def test_a_number_may_exclude_a_quantity_or_say_it(russian: str, english: str, clashes: bool, agrees: bool) -> None:
    quantity, number = only(russian, "ru"), read_numbers(english, "en")[0]
    assert (number_clashes(quantity, number), agree(quantity, number)) == (clashes, agrees)
