"""What was read, as a reader would write it."""

import pytest

from translate.facts.in_words import mention_in_words, relative_in_words
from translate.facts.mention import DateMention, NameMention, NumberMention, RelativeDate
from translate.wording.interface import speaking
from translate.wording.phrase import said


def date(value, **fields):
    return DateMention("date", 0, 1, "x", value, **fields)


def relative(unit, offset, **fields):
    return date(f"{unit} {offset:+d}", relative=RelativeDate(unit, offset), **fields)


@pytest.mark.parametrize(
    ("mention", "english", "russian"),
    [
        (date("--11-14 Fri", month=11, day=14, weekday=4), "Friday, November 14", "пятница, 14 ноября"),
        (
            date("2023-11-14 Tue", year=2023, month=11, day=14, weekday=1),
            "Tuesday, November 14, 2023",
            "вторник, 14 ноября 2023\u202fг.",
        ),
        (date("--07-19", month=7, day=19), "July 19", "19 июля"),
        (date("2023-06", year=2023, month=6), "June 2023", "июнь 2023\u202fг."),
        (date("--06", month=6), "June", "июнь"),
        (date("2023", year=2023), "", ""),
        (date("Mon", weekday=0), "Monday", "понедельник"),
        (date("1990s", decade=1990), "1990s", "1990-е"),
        (date("--02-30", month=2, day=30), "", ""),
        (date("15 Fri", day=15, weekday=4), "", ""),
        (relative("day", -2), "the day before yesterday", "позавчера"),
        (relative("day", 1), "tomorrow", "завтра"),
        (relative("month", 0), "this month", "этот месяц"),
        (relative("year", -1), "last year", "прошлый год"),
        (relative("weekday", 1, weekday=0), "next Monday", "понедельник на следующей неделе"),
        (
            NumberMention("number", 0, 1, "x", "8400000000 RUB", (8.4e9,), "RUB"),
            "8.4 billion rubles",
            "8,4 млрд рублей",
        ),
        (NumberMention("number", 0, 1, "x", "2500 m", (2500.0,), "m"), "2500 m", "2500 м"),
        (NumberMention("number", 0, 1, "x", "2.5 %"), "2.5 %", "2,5 %"),
        (NumberMention("number", 0, 1, "x", "27"), "", ""),
        (NumberMention("number", 0, 1, "x", "-5 degree"), "", ""),
        (NameMention("name", 0, 1, "x", "olga vetrova"), "Olga Vetrova", "Olga Vetrova"),
        (NameMention("name", 0, 1, "x", "FIFA"), "", ""),
    ],
)
def test_a_mention_is_told_in_the_language_of_the_interface(mention, english, russian):
    words = mention_in_words(mention)
    assert said(words) == words == english
    with speaking("ru"):
        assert said(words) == russian


@pytest.mark.parametrize(
    ("unit", "offset", "weekday", "words"),
    [
        ("day", -2, 0, "the day before yesterday"),
        ("day", -1, 0, "yesterday"),
        ("day", 0, 0, "today"),
        ("day", 1, 0, "tomorrow"),
        ("day", 2, 0, "the day after tomorrow"),
        ("week", -1, 0, "last week"),
        ("week", 0, 0, "this week"),
        ("week", 1, 0, "next week"),
        ("month", -1, 0, "last month"),
        ("month", 0, 0, "this month"),
        ("month", 1, 0, "next month"),
        ("year", -1, 0, "last year"),
        ("year", 0, 0, "this year"),
        ("year", 1, 0, "next year"),
        ("weekday", -1, 0, "last Monday"),
        ("weekday", 0, 2, "this Wednesday"),
        ("weekday", 1, 6, "next Sunday"),
    ],
)
def test_times_told_from_the_day_of_publication(unit, offset, weekday, words) -> None:  # type: ignore[no-untyped-def]
    assert said(relative_in_words(RelativeDate(unit, offset), weekday)) == words
