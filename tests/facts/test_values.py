"""Numbers are read by value."""

import pytest

from translate.facts.matching import number_likeness, same_kind_of_number
from translate.facts.values import read_numbers


def values(text, language):
    return [mention.value for mention in read_numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("двумястами рублями", ["200 RUB"]),
        ("полторы тысячи человек", ["1500"]),
        ("трое пострадавших", ["3"]),
        ("двадцать третий", ["23"]),
        ("пять с половиной миллионов", ["5500000"]),
        ("две трети голосов", ["0.667"]),
        ("5,2 млрд рублей", ["5200000000 RUB"]),
        ("1 млн 200 тыс. рублей", ["1200000 RUB"]),
        ("1 638 и 96\u00a0000 и 7\u202f500", ["1638", "96000", "7500"]),
        ("45-летний мужчина", ["45 year"]),
        ("двухдневный визит", ["2 day"]),
        ("3-й этаж, № 5", ["3 floor", "5"]),
        ("30-миллиардный долг", ["30000000000"]),
        ("от 5 до 7 процентов", ["5%", "7%"]),
        ("5-7 млн долларов", ["5000000 USD", "7000000 USD"]),
        ("счёт 3:1", ["3", "1"]),
        ("в 18:30, в 8 утра", ["18:30", "08:00"]),
        ("XXI век", ["21 century"]),
        ("десятки тысяч людей, сотни домов", []),
        ("COVID-19, Су-57, Т-34", []),
    ],
)
def test_russian_numbers(text, expected):
    """Digits, words in any case, scales, units and ranges; vague plurals and names of models are no numbers."""
    assert values(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a dozen eggs", ["12"]),
        ("two-thirds of them", ["0.667"]),
        ("half a million", ["500000"]),
        ("two and a half million", ["2500000"]),
        ("two hundred and five thousand", ["205000"]),
        ("a hundred and fifty", ["150"]),
        ("$5.2bn and 5.2 billion roubles", ["5200000000 USD", "5200000000 RUB"]),
        ("13,500 people", ["13500"]),
        ("a 45-year-old man", ["45 year"]),
        ("the 21st century", ["21 century"]),
        ("7 per cent", ["7%"]),
        ("6:30 p.m. and 8.30am", ["18:30", "08:30"]),
        ("a 31-27 defeat", ["31", "27"]),
        ("dozens of people, thousands of homes", []),
        ("the G20, an F-16", []),
    ],
)
def test_english_numbers(text, expected):
    """The same in English."""
    assert values(text, "en") == expected


def test_offsets_count_code_points_of_the_text_given():
    """A mention covers its number with scale and unit."""
    text = "Около 🙂 5,2 млрд рублей."
    (mention,) = read_numbers(text, "ru")
    assert text[mention.start : mention.end] == mention.text == "5,2 млрд рублей"


def test_more_than_makes_a_number_approximate():
    """The words beside the number decide."""
    assert read_numbers("более 200 тысяч", "ru")[0].approximate
    assert read_numbers("at least 40 people", "en")[0].approximate
    assert not read_numbers("под домом 40 человек", "ru")[0].approximate


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("более 40", "ru", 1),
        ("не более чем в 40 странах", "ru", -1),
        ("20 с лишним лет", "ru", 1),
        ("fewer than 40", "en", -1),
        ("no fewer than 40", "en", 1),
        ("40 or more", "en", 1),
        ("over five years", "en", 0),
        ("40 more", "en", 0),
    ],
)
def test_bounds(text, language, bound):
    """What "more than" and "less than" say; a negation turns it round, and "over five years" is a span."""
    assert read_numbers(text, language)[0].bound == bound


def test_one_is_too_weak_to_contradict():
    """ "Один из" and "one of" are hardly numbers."""
    assert all(mention.weak for mention in read_numbers("один из них, оба, первый", "ru"))


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("5,2 млрд рублей", "5.2 billion roubles"),
        ("полтора года", "18 months"),
        ("около 40 человек", "42 people"),
        ("1900 аккаунтов", "1,870 accounts"),
        ("двадцатилетие", "two decades"),
        ("половина", "50%"),
        ("18:30", "6:30 p.m."),
        ("8.30 утра", "8:30"),
        ("2,500", "2,500"),
        ("оставшиеся 18", "18 million"),
        ("8 километров", "5 miles"),
        ("на втором этаже", "on the first floor"),
    ],
)
def test_same_value_in_other_words(russian, english):
    """Rounding, conversion and another way of counting are no different number."""
    (one,), (other,) = read_numbers(russian, "ru"), read_numbers(english, "en")
    assert number_likeness(one, other) > 0


@pytest.mark.parametrize(
    ("russian", "english"),
    [("10 тысяч человек", "13,500 people"), ("212,1", "215.1"), ("13", "10"), ("99%", "92 percent"), ("600", "960")],
)
def test_different_value(russian, english):
    """Neither rounding nor approximation explains these."""
    (one,), (other,) = read_numbers(russian, "ru"), read_numbers(english, "en")
    assert number_likeness(one, other) == 0
    assert same_kind_of_number(one, other)


def test_percent_does_not_answer_a_count():
    """A share and a count measure different things."""
    (one,), (other,) = read_numbers("40%", "ru"), read_numbers("50 people", "en")
    assert not same_kind_of_number(one, other)
