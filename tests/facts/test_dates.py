"""Dates are read as far as they are given."""

import pytest

from translate.facts.dates import read_dates
from translate.facts.matching import date_likeness


def values(text, language):
    return [mention.value for mention in read_dates(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("в среду, 6 сентября 2023 года", ["2023-09-06 Wed"]),
        ("06.09.2023", ["2023-09-06"]),
        ("2023-09-06", ["2023-09-06"]),
        ("19-20 июля", ["--07-19", "--07-20"]),
        ("19 и 20 мая", ["--05-19", "--05-20"]),
        ("в июле 2020 г.", ["2020-07"]),
        ("в 2024–2026 годах", ["2024", "2026"]),
        ("в 90-е и в 1990-х годах", ["1990s", "1990s"]),
        ("к 2030 году", ["2030"]),
        ("в понедельник, вчера", ["Mon", "day -1"]),
        ("2000 человек", []),
        ("15 тонн в среднем", []),
    ],
)
def test_russian_dates(text, expected):
    """Full, partial, numeric, ranges, weekdays, decades and relative days; an amount is no year."""
    assert values(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sunday, July 20", ["--07-20 Sun"]),
        ("on the 26th of July 2020", ["2020-07-26"]),
        ("Sept. 6, 2023", ["2023-09-06"]),
        ("New Delhi, Sep 27: Almost", ["--09-27"]),
        ("July 5-7, 2020", ["2020-07-05", "2020-07-07"]),
        ("in May, since March", ["--05", "--03"]),
        ("you may march on", []),
        ("the 1990s and the '90s", ["1990s", "1990s"]),
        ("in 2024-26", ["2024", "2026"]),
        ("(2013)", ["2013"]),
        ("2000 people, 24/7, $1999", []),
        ("Thursday's defeat", ["Thu"]),
    ],
)
def test_english_dates(text, expected):
    """The same in English, where May and March are also other words."""
    assert values(text, "en") == expected


def test_day_and_month_of_a_slash_date_may_be_swapped():
    """9/6/2023 is June or September."""
    (slashed,), (june,) = read_dates("9/6/2023", "en"), read_dates("9 июня 2023 года", "ru")
    assert slashed.swappable
    assert date_likeness(slashed, june) > 0


def test_a_missing_year_does_not_part_two_dates():
    """Only fields that both sides give are compared."""
    (full,), (short,) = read_dates("6 сентября 2023 года", "ru"), read_dates("September 6", "en")
    assert date_likeness(full, short) > 0


def test_offsets_cover_the_date():
    """The mention stands where its text stands."""
    text = "It was 🙂 on Sunday, July 20, again."
    (mention,) = read_dates(text, "en")
    assert text[mention.start : mention.end] == "Sunday, July 20"


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [("ru", "Это было в пятницу, 14 ноября.", "пятницу, 14 ноября"), ("en", "It opens in September.", "September")],
)
def test_the_end_of_the_sentence_is_no_part_of_the_date(language: str, text: str, words: str) -> None:
    assert [date.text for date in read_dates(text, language)] == [words]
