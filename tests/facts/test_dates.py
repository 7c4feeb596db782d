"""Dates are read as far as they are given."""

import pytest
from drawn import drawn_dates

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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "9/6/2023", "9/6/2023 = 2023-09-06, swappable"),
        ("en", "9.6.2023", "9.6.2023 = 2023-06-09"),
        ("en", "9/9/2023", "9/9/2023 = 2023-09-09"),
        ("en", "13/6/2023", "13/6/2023 = 2023-06-13"),
        ("en", "12/13/2023", "12/13/2023 = 2023-12-13"),
        ("ru", "9/6/2023", "9/6/2023 = 2023-06-09, swappable"),
        ("ru", "13/6/2023", "13/6/2023 = 2023-06-13"),
        ("ru", "31.12.1999", "31.12.1999 = 1999-12-31"),
        ("ru", "32.12.1999", ""),
        ("ru", "01.13.1999", ""),
        ("ru", "0.5.1999", ""),
        ("ru", "1.0.1999", ""),
        ("ru", "06.09.49", "06.09.49 = 2049-09-06"),
        ("ru", "06.09.50", "06.09.50 = 1950-09-06"),
        ("ru", "06.09.23", "06.09.23 = 2023-09-06"),
        ("ru", "06.09.1956.5", ""),
        ("ru", "2023-12-31", "2023-12-31 = 2023-12-31"),
        ("ru", "2023-13-31", "2023 = 2023"),
        ("ru", "2023-12-32", "2023 = 2023"),
        ("ru", "31 декабря", "31 декабря = --12-31"),
        ("ru", "32 декабря", "декабря = --12"),
        ("ru", "0 декабря", "0 декабря = --12"),
        ("ru", "с 1 по 5 июня 2020 года", "1 = 2020-06-01 | 5 июня 2020 года = 2020-06-05"),
        ("ru", "5-6 июня", "5 = --06-05 | 6 июня = --06-06"),
        ("ru", "в среду, 5-6 июня", "среду, 5-6 июня = --06-06 Wed | 5 = --06-05"),
        ("ru", "32-35 июня", "июня = --06"),
        ("en", "July 5-7, 2020", "July 5 = 2020-07-05 | 7 = 2020-07-07"),
        ("en", "5-7 July", "5 = --07-05 | 7 July = --07-07"),
        ("en", "July 5 to 40", "July 5 to 40 = --07-05"),
        ("en", "Sunday, July 20", "Sunday, July 20 = --07-20 Sun"),
        ("en", "Monday, 5-7 July", "Monday, 5-7 July = --07-07 Mon | 5 = --07-05"),
        ("en", "26th of July", "26th of July = --07-26"),
        ("en", "the twenty-first of July 2020", "twenty-first of July 2020 = 2020-07-21"),
        ("en", "the thirty-second of July", "July = --07"),
        ("en", "the fourth of July", "fourth of July = --07-04"),
        ("ru", "двадцать третьего февраля", "двадцать третьего февраля = --02-23"),
        ("ru", "тридцать первого мая", "тридцать первого мая = --05-31"),
        ("ru", "тридцать второго мая", "мая = --05"),
        ("ru", "первое мая 2020 года", "первое мая 2020 года = 2020-05-01"),
        ("ru", "к 2030 году", "2030 году = 2030"),
        ("ru", "в 2024–2026 годах", "2024 = 2024 | 2026 = 2026"),
        ("ru", "2026–2024", "2026 = 2026"),
        ("ru", "в 1998-99", "1998 = 1998 | 99 = 1999"),
        ("en", "in 1998-99", "1998 = 1998 | 99 = 1999"),
        ("en", "in 1998/1999", "1998 = 1998 | 1999 = 1999"),
        ("en", "in 1999-2101", "1999 = 1999"),
        ("en", "in 1999-2000", "1999 = 1999 | 2000 = 2000"),
        ("ru", "в 90-е", "90-е = 1990s"),
        ("ru", "в 10-е и 20-е", "10-е = 2010s | 20-е = 1920s"),
        ("ru", "в 00-х", "00-х = 2000s"),
        ("ru", "в 1990-х годах", "1990-х годах = 1990s"),
        ("ru", "девяностые годы, двадцатые годы", "девяностые годы = 1990s | двадцатые годы = 1920s"),
        ("en", "the '90s and the 1990s", "'90s = 1990s | 1990s = 1990s"),
        (
            "en",
            "in the nineties, the thirties and the twenties",
            "nineties = 1990s | thirties = 1930s | twenties = 1920s",
        ),
        ("en", "in his 90s", ""),
        ("en", "the 10s", "10s = 2010s"),
        ("ru", "1799 и 1800 и 2100 и 2101", "1800 = 1800"),
        ("ru", "1812 воинов", ""),
        ("ru", "1812 воины", "1812 = 1812"),
        ("ru", "в 1812 году", "1812 году = 1812"),
        ("ru", "1700 год", "1700 год = 1700"),
        ("ru", "2000 человек", ""),
        ("ru", "2000-го", "2000-го = 2000"),
        ("en", "in 1799", ""),
        ("en", "in 1800", "1800 = 1800"),
        ("en", "in 2100", ""),
        ("en", "in 1700", ""),
        ("en", "1984's best film", "1984's = 1984"),
        ("en", "they sold 1984 books", ""),
        ("en", "they sold in 1984 books", "1984 = 1984"),
        ("en", "they sold 1984 sheep", "1984 = 1984"),
        ("en", "1984 people", ""),
        ("en", "1984-foot", ""),
        ("en", "(1984)", "1984 = 1984"),
        ("en", "1984 was a good year", "1984 = 1984"),
        (
            "en",
            "yesterday and last week and next month and this year",
            "yesterday = day -1 | last week = week -1 | next month = month +1 | this year = year +0",
        ),
        ("ru", "вчера, позавчера и завтра", "вчера = day -1 | позавчера = day -2 | завтра = day +1"),
        ("ru", "на прошлой неделе и в этом году", "прошлой неделе = week -1 | этом году = year +0"),
        ("ru", "в следующем месяце", "следующем месяце = month +1"),
        ("ru", "в прошлую пятницу и следующую среду", "прошлую пятницу = Fri -1"),
        ("en", "last Friday and next Wednesday", "last Friday = Fri -1 | next Wednesday = Wed +1"),
        ("ru", "в ночь на субботу", "субботу = Sat, eve"),
        ("ru", "в ночь с пятницы на субботу", "пятницы = Fri | субботу = Sat, eve"),
        ("ru", "в ночь на 6 сентября", "6 сентября = --09-06, eve"),
        ("en", "in May, since March", "May = --05 | March = --03"),
        ("en", "May said so", ""),
        ("en", "Marching, you may", ""),
        ("en", "Sept. 6, 2023", "Sept. 6, 2023 = 2023-09-06"),
        ("en", "June 2020", "June 2020 = 2020-06"),
        ("en", "March of 2020", "March of 2020 = 2020-03"),
        ("en", "in June", "June = --06"),
    ],
)
def test_what_is_a_date_and_how_far_it_is_given(language: str, text: str, expected: str) -> None:
    """A day that no month has and a year that counts books are none; ranges give two, decades their first year."""
    assert drawn_dates(text, language) == expected


@pytest.mark.parametrize(("letters", "eve"), [(19, ", eve"), (20, "")])
def test_thirty_characters_before_a_day_are_looked_at(letters: int, eve: str) -> None:
    assert drawn_dates(f"в ночь с {'а' * letters} на субботу", "ru") == f"субботу = Sat{eve}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "из одного мая", "мая = --05"),  # a cardinal is no day of a month
        ("en", "6/12/2023 and 12/6/2023", "6/12/2023 = 2023-06-12, swappable | 12/6/2023 = 2023-12-06, swappable"),
        ("en", "6/13/2023", "6/13/2023 = 2023-06-13"),
    ],
)
def test_a_day_may_be_another(language: str, text: str, expected: str) -> None:
    assert drawn_dates(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("in 1799", ""), ("in 1800", "1800 = 1800"), ("in 2099", "2099 = 2099")]
)
def test_a_year_alone_is_of_the_last_centuries(text: str, expected: str) -> None:
    assert drawn_dates(text, "en") == expected
