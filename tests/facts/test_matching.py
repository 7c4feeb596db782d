"""When two mentions say the same."""

import pytest

from translate.facts.dates import read_dates
from translate.facts.matching import (
    EXACT,
    ROUNDED,
    bounds_clash,
    date_likeness,
    heard_in,
    measured_otherwise,
    name_likeness,
    number_likeness,
    pair_up,
    same_amount,
    same_in_other_units,
    same_kind_of_number,
    units_clash,
)
from translate.facts.mention import NameMention, NumberMention
from translate.facts.names import read_names, read_sounds
from translate.facts.values import read_numbers


def number(text: str, language: str = "en") -> NumberMention:
    (mention,) = read_numbers(text, language)
    return mention


def both_ways(one: str, other: str) -> float:
    """How surely two English numbers are the same; the order does not matter."""
    there, back = (number_likeness(number(a), number(b)) for a, b in ((one, other), (other, one)))
    assert there == back
    return there


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("40 people", "40 men", EXACT),
        ("40.00001 people", "40 men", EXACT),
        ("41 people", "42 men", 0),
        # about: a tenth
        ("about 40 people", "44 men", ROUNDED),
        ("about 40 people", "36 men", ROUNDED),
        ("about 40 people", "45 men", 0),
        ("about 40 people", "35 men", 0),
        # rounded to at most three digits, and by at most 6 of 100
        ("1,870 people", "1,900 men", ROUNDED),
        ("1,870 people", "1,860 men", 0),
        ("38 people", "40 men", ROUNDED),
        ("37 people", "40 men", 0),
        ("9.6 people", "10 men", ROUNDED),
        ("8.6 people", "9 men", 0),
        ("1,234 people", "1,230 men", ROUNDED),
        ("12,341 people", "12,340 men", 0),
        ("12,341 people", "12,300 men", ROUNDED),
        # the scale left to the context, where nothing that is counted follows
        ("the remaining 18", "18 million men", ROUNDED),
        ("18 people", "18 million men", 0),
        ("the remaining 18", "17 million men", 0),
        ("the remaining 999", "999 thousand men", ROUNDED),
        ("the remaining 1,000", "1,000,000 men", 0),
        ("the remaining 5", "5 hundred men", 0),
        ("the remaining 2", "2 thousand men", ROUNDED),
        ("the remaining 1", "1,000 men", ROUNDED),
        # half is 50 %
        ("half of the men", "50 percent", ROUNDED),
        ("half of the men", "51 percent", ROUNDED),
        ("half of the men", "53 percent", 0),
        ("half of the men", "50 people", 0),
    ],
)
def test_a_number_in_other_words(one: str, other: str, expected: float) -> None:
    assert both_ways(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("5 miles", "8 km", ROUNDED),
        ("5 miles", "8.5 km", ROUNDED),
        ("5 miles", "9 km", 0),
        ("5 miles", "5 km", 0),
        ("1 km", "1,000 metres", ROUNDED),
        ("$5", "€5", 0),
        ("$5", "5 GBP", 0),
        ("5 km", "5 tons", EXACT),  # what is measured differs, so the units prove nothing
        ("5 km", "5 people", EXACT),
        ("the first floor", "the second floor", ROUNDED),
        ("the first floor", "the third floor", 0),
        ("the second floor", "a third floor", ROUNDED),
        ("the first floor", "the second man", ROUNDED),
        ("86 degrees Fahrenheit", "30 degrees", ROUNDED),
        ("86 degrees", "30 degrees", ROUNDED),
        ("86 degrees Fahrenheit", "33 degrees", 0),
        ("a fifth of them", "20%", ROUNDED),
        ("50 degrees Fahrenheit", "11 degrees", 0),  # a degree more
        ("86 degrees Fahrenheit", "30 degrees Fahrenheit", 0),
        ("14 degrees Fahrenheit", "10 degrees", ROUNDED),  # minus ten
        ("86 degrees", "30 people", 0),
        ("18 months", "1.5 years", ROUNDED),
        ("18 months", "3 years", 0),
    ],
)
def test_units_are_converted(one: str, other: str, expected: float) -> None:
    """Within 6 of 100; the first floor of London is the second of Moscow."""
    assert both_ways(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("18:30", "6:30 p.m.", EXACT),
        ("6:30", "6:30 p.m.", EXACT),
        ("18:30", "6:31 p.m.", 0),
        ("18:30", "16:30", 0),
        ("18:30 GMT", "21:30 MSK", EXACT),
        ("18:30 GMT", "21:45 MSK", 0),
        ("18:30 GMT", "00:00 IST", ROUNDED),
        ("18:30 GMT", "21:30 GMT", 0),
        ("at 8.30am", "8.30 points", EXACT),
        ("at 8.30pm", "8.30 points", EXACT),
        ("at 8.30am", "8.40 points", 0),
        ("at noon", "12 points", EXACT),
        ("at 8.30am", "830 points", 0),
    ],
)
def test_times_of_the_day(one: str, other: str, expected: float) -> None:
    """Two zones may be any half hours apart; 8.30 may have been read as a decimal."""
    assert both_ways(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("more than 40", "less than 40", True),
        ("more than 40", "at least 40", False),
        ("more than 40", "40 men", False),
        ("more than 40", "less than 50", False),
    ],
)
def test_more_than_and_less_than_the_same_clash(one: str, other: str, clash: bool) -> None:
    assert bounds_clash(number(one), number(other)) == bounds_clash(number(other), number(one)) == clash
    assert (number_likeness(number(one), number(other)) == 0) == (clash or "50" in other)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("5 km", "5 miles", True),
        ("$5", "€5", True),
        ("$5", "5 RUB", True),
        ("5 km", "5 km", False),
        ("5 km", "5 tons", False),
        ("5 km", "5 men", False),
        ("5 men", "5 km", False),
        ("$5", "5 km", False),
        ("5%", "5 floors", False),
    ],
)
def test_units_of_one_dimension_clash(one: str, other: str, clash: bool) -> None:
    assert units_clash(number(one), number(other)) == clash


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5 km", "7 km", True),
        ("5 km", "7 men", True),
        ("7 men", "5 km", True),
        ("5 men", "7 men", True),
        ("5 km", "7 miles", False),
        ("5%", "7 men", False),
        ("5%", "7%", True),
        ("18:30", "17:00", True),
        ("18:30", "5 men", False),
        ("5 men", "18:30", False),
    ],
)
def test_numbers_of_one_kind_can_contradict(one: str, other: str, same: bool) -> None:
    assert same_kind_of_number(number(one), number(other)) == same


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("more than 300 people", "340 people", ROUNDED),
        ("over 60 homes", "75 homes", ROUNDED),
        ("less than 100 people", "82 people", ROUNDED),
        ("more than 300 people", "380 people", 0),  # further than anybody would say it
        ("more than 300 people", "220 people", 0),
        ("more than 300 people", "more than 360 people", 0),
    ],
)
def test_a_figure_within_a_bound_is_no_other_one(one: str, other: str, expected: float) -> None:
    assert both_ways(one, other) == expected


def test_the_same_digits_whatever_the_unit() -> None:
    assert same_amount(number("5 km"), number("5 tons"))
    assert not same_amount(number("5 km"), number("6 km"))
    assert same_amount(number("100m"), number("100 tons"))  # one reading of several is enough


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("6 сентября 2023 года", "September 6, 2023", 1),
        ("6 сентября 2023 года", "September 6", 2 / 3),
        ("6 сентября 2023 года", "in September", 1 / 3),
        ("6 сентября 2023 года", "in 2023", 1 / 3),
        ("6 сентября 2023 года", "September 7, 2023", 0),
        ("6 сентября", "in 2023", 0),
        ("в среду, 6 сентября", "on Wednesday", 1 / 3),
        ("в 90-е", "in the nineties", 1),
        ("в 90-е", "in the eighties", 0),
        ("вчера", "yesterday", 1),
        ("вчера", "tomorrow", 0),
        ("вчера", "on Monday", 0),
        ("6 сентября 2023 года", "9/6/2023", 1 / 3),  # day and month may be swapped, so only the year counts
        ("в прошлую пятницу", "last Friday", 1),
        ("в прошлую пятницу", "on Friday", 1),
    ],
)
def test_dates_are_compared_field_by_field(russian: str, english: str, expected: float) -> None:
    (one,), (other,) = read_dates(russian, "ru"), read_dates(english, "en")
    assert date_likeness(one, other) == date_likeness(other, one) == pytest.approx(expected)


def name(text: str, language: str) -> NameMention:
    (mention,) = read_names(text, language)
    return mention


@pytest.mark.parametrize(
    ("russian", "english", "least", "most"),
    [
        ("во Франции", "in France", 1, 1),
        ("во Франции", "in Germany", 0, 0),
        ("говорил Мишустин", "said Mishustin", 1, 1),
        ("говорил Зеленский", "said Zelenskyy", 0.8, 1),
        ("говорил Мишустин", "said Orlova", 0, 0),
        ("говорил Мишустин", "said Martin", 0, 0),  # some consonants are the same
        ("говорил Мишустин", "in France", 0, 0),
    ],
)
def test_names_by_key_and_by_sound(russian: str, english: str, least: float, most: float) -> None:
    assert least <= name_likeness(name(russian, "ru"), name(english, "en")) <= most


def test_a_name_is_heard_in_words_with_a_capital() -> None:
    russian = name("говорил Мишустин", "ru")
    assert heard_in(russian, read_sounds("It was Mishustin"), 0.9)
    assert not heard_in(russian, read_sounds("It was Orlova"), 0.9)
    assert not heard_in(russian, (), 0.9)


def test_a_name_without_consonants_is_heard_in_anything() -> None:
    """There is nothing that could be missed."""
    assert heard_in(NameMention("name", 0, 2, "Ая", "aya", ("x",)), (), 0.9)


def test_pairs_are_the_surest_and_each_is_used_once() -> None:
    """Of equals those that stand at the same place."""
    numbers = [number("40 men"), number("about 41 men"), number("41 men")]
    assert pair_up(numbers, [number("41 men"), number("40 men")], number_likeness) == ((0, 1), (1, 0))
    assert pair_up(numbers[:1] * 2, numbers[:1] * 2, number_likeness) == ((0, 0), (1, 1))
    assert pair_up(numbers[:1], [number("7 men")], number_likeness) == ()
    assert pair_up(numbers[:1] * 2, numbers[:1], number_likeness) == ((0, 0),)
    assert pair_up(numbers[:1], numbers[:1] * 2, number_likeness) == ((0, 0),)


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


def test_likeness_is_asked_once_of_what_says_the_same() -> None:
    asked = []

    def likeness_of(one: NumberMention, other: NumberMention) -> float:
        asked.append((one.text, other.text))
        return number_likeness(one, other)

    ours, theirs = read_numbers("5% 7% 5% 5%", "en"), read_numbers("7% 5% 5%", "en")
    assert pair_up(ours, theirs, likeness_of) == ((0, 1), (1, 0), (2, 2))
    assert sorted(asked) == [("5%", "5%"), ("5%", "7%"), ("7%", "5%"), ("7%", "7%")]
