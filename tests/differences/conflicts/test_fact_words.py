"""Numbers and dates in the words of a message."""

from dataclasses import replace

import pytest

from translate.differences.conflicts.fact_words import (
    conversion_note,
    field_in_words,
    nearest_note,
    number_in_words,
    ratio_note,
    values_of,
)
from translate.facts.matching import Clash
from translate.facts.mention import DateMention, NumberMention, RelativeDate
from translate.wording.naming import Version


def date(text: str, **fields: object) -> DateMention:
    return DateMention("date", 0, len(text), text, "", **fields)  # type: ignore[arg-type]


def number(
    text: str, value: str, amount: float, *, unit: str | None = None, bound: int = 0, weak: bool = False, start: int = 0
) -> NumberMention:
    return NumberMention("number", start, start + len(text), text, value, (amount,), unit=unit, bound=bound, weak=weak)


@pytest.mark.parametrize(
    ("field", "mention", "expected"),
    [
        ("year", date("2019", year=2019), "2019"),
        ("year", date("в 2019 году", year=2019), "2019 (в 2019 году)"),
        ("month", date("March", month=3), "March"),
        ("month", date("MARCH", month=3), "March"),
        ("month", date("5 марта", month=3, day=5), "March (5 марта)"),
        ("day", date("5 марта", month=3, day=5), "5 (5 марта)"),
        ("weekday", date("вторник", weekday=1), "Tuesday (вторник)"),
        ("decade", date("1990s", decade=1990), "1990s"),
        ("decade", date("девяностые", decade=1990), "1990s (девяностые)"),
        ("relative", date("вчера", relative=RelativeDate("day", -1)), "yesterday (вчера)"),
        ("relative", date("yesterday", relative=RelativeDate("day", -1)), "yesterday"),
        ("day", date("вчера", relative=RelativeDate("day", -1), resolved=(("month", 5), ("day", 7))), "7 (вчера)"),
    ],
)
def test_a_field_is_told_in_words_with_those_of_the_text(field: str, mention: DateMention, expected: str) -> None:
    """The words of the text are left out where they are the same, whatever their capitals."""
    assert field_in_words(field, mention) == expected


def test_what_a_date_says_goes_before_what_follows_for_it() -> None:
    mention = date("7 мая", day=7, resolved=(("day", 9), ("month", 5)))
    assert [values_of(mention, field) for field in ("day", "month", "year")] == [(7,), (5,), ()]


@pytest.mark.parametrize(
    ("mention", "apart", "expected"),
    [
        (number("17", "17", 17), "", "17"),
        (number("17", "17", 17, bound=1), "", "17"),
        (number("17", "17", 17, bound=1), "bound", "17 or more (17)"),
        (number("17", "17", 17, bound=-1), "bound", "17 or less (17)"),
        (number("17", "17", 17), "bound", "17"),
        (number("dozen", "12", 12), "bound", "12 (dozen)"),
        (replace(number("17", "17", 17), about=True), "bound", "about 17 (17)"),
        (replace(number("17", "17", 17), change="step"), "change", "by 17 (17)"),
        (replace(number("17", "17", 17), change="level"), "change", "to 17 (17)"),
        (replace(number("17", "17", 17), sign=1), "sign", "+17 (17)"),
        (replace(number("17", "-17", 17, unit="degree"), sign=-1), "sign", "-17 degrees (17)"),
        (replace(number("17", "17", 17), per="week"), "rate", "17 a week (17)"),
    ],
)
def test_a_number_is_told_with_what_sets_it_apart(mention: NumberMention, apart: Clash, expected: str) -> None:
    assert number_in_words(mention, apart) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (27.6e9, 27.6e6, "The second number is 1000 times less than the first."),
        (200.0, 2000.0, "The second number is 10 times the first."),
        (200.0, 500.0, ""),
        (0.0, 500.0, ""),
    ],
)
def test_a_scale_that_went_lost_is_told(one: float, other: float, expected: str) -> None:
    assert ratio_note(number("", "", one), number("", "", other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (number("5 км", "5 km", 5, unit="km"), number("5 miles", "5 mi", 5, unit="mi"), "5 miles is about 8.05 km."),
        (number("5 миль", "5 mi", 5, unit="mi"), number("5 km", "5 km", 5, unit="km"), "5 km is about 3.11 miles."),
        (number("5 км", "5 km", 5, unit="km"), number("6 km", "6 km", 6, unit="km"), ""),
        (number("5 км", "5 km", 5, unit="km"), number("5 kg", "5 kg", 5, unit="kg"), ""),
        (number("5", "5", 5), number("5 kg", "5 kg", 5, unit="kg"), ""),
        (number("5 км", "5 km", 5, unit="km"), number("5", "5", 5), ""),
    ],
)
def test_a_number_is_converted_to_the_unit_of_the_other(
    one: NumberMention, other: NumberMention, expected: str
) -> None:
    assert conversion_note(one, other) == expected


@pytest.mark.parametrize(
    ("others", "nearest"),
    [
        ([], None),
        ([number("20", "20", 20), number("13", "13", 13)], "20"),
        ([number("12", "12", 12), number("23", "23", 23)], "12"),
        ([number("19", "19", 19, start=9), number("15", "15", 15)], "15"),  # of equals the first
        ([number("18 km", "18 km", 18, unit="km"), number("40", "40", 40)], "40"),
        ([number("18", "18", 18, weak=True), number("40", "40", 40)], "40"),
        ([number("18", "18", 18, weak=True)], None),
    ],
)
def test_the_nearest_other_number_is_told(others: list[NumberMention], nearest: str | None) -> None:
    chosen = number("90", "90", 90)
    note = nearest_note(number("17", "17", 17), chosen, [chosen, *others], Version("en"))
    assert note == ("" if nearest is None else f"The nearest other number in the English text is {nearest}.")


def test_a_number_without_a_unit_may_be_the_one_with_a_unit() -> None:
    chosen, bare, other = number("90", "90", 90), number("16", "16", 16), number("18 kg", "18 kg", 18, unit="kg")
    note = nearest_note(number("17 км", "17 km", 17, unit="km"), chosen, [other, chosen, bare], Version("en"))
    assert note == "The nearest other number in the English text is 16."
