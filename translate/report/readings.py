"""What was read in the words of a text, from its normal form to the words of a reader: "Friday, November 14"."""

import re
from datetime import date
from typing import Literal, TypeAlias, cast

from translate.differences.conflicts.fact_words import relative_in_words
from translate.differences.difference import Difference, Reading
from translate.facts.mention import RelativeDate
from translate.wording.interface import day, month
from translate.wording.naming import Amount, CalendarName
from translate.wording.phrase import said, say

Unit: TypeAlias = Literal["day", "week", "month", "year"]

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DATE = re.compile(
    r"(?:(?P<year>\d{4})|-)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?"
    rf"(?: (?P<weekday>{'|'.join(WEEKDAYS)}))?"
)
RELATIVE = re.compile(r"(?P<unit>day|week|month|year) (?P<offset>[+-][01]|(?<=day )[+-]2)")
WEEKDAY = re.compile(rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?: (?P<offset>[+-][01]))?")
DECADE = re.compile(r"(?P<year>\d{3}0)s")
LEAP_YEAR = 2000  # stands for the year of a day without one, which may be February 29


def read_as(difference: Difference, reading: Reading) -> str:
    """What was read in the words of a difference, as a reader would write it."""
    return fact_in_words(reading.value) if difference.kind in ("date", "number", "name") else said(reading.value)


def fact_in_words(value: str) -> str:
    """A fact in normal form as a reader would write it; what is neither date, number nor name stays as it is.

    Example:
        >>> fact_in_words("--07-19"), fact_in_words("2023-12-01"), fact_in_words("5200000000 RUB")
        ('July 19', 'December 1, 2023', '5,200,000,000 RUB')
        >>> fact_in_words("--11-14 Fri"), fact_in_words("2023-06"), fact_in_words("year -1"), fact_in_words("day +1")
        ('Friday, November 14', 'June 2023', 'last year', 'tomorrow')
        >>> fact_in_words("mikhail mishustin")
        'Mikhail Mishustin'
    """
    if found := DATE.fullmatch(value):
        return _date_in_words(found) or value
    if found := RELATIVE.fullmatch(value):
        return said(relative_in_words(RelativeDate(cast(Unit, found["unit"]), int(found["offset"])), 0))
    if found := WEEKDAY.fullmatch(value):
        weekday = WEEKDAYS.index(found["weekday"])
        if found["offset"] is None:
            return CalendarName("weekday", weekday).told("")
        return said(relative_in_words(RelativeDate("weekday", int(found["offset"])), weekday))
    if found := DECADE.fullmatch(value):
        return say("{year}s", year=found["year"])
    if value[:1].isdigit():
        return Amount(value).told("")
    return " ".join(word[:1].upper() + word[1:] for word in value.split()) if value.islower() else value


def _date_in_words(found: re.Match[str]) -> str:
    """A date, its year, day and day of the week as far as they are given; "" where there is no such day."""
    try:
        moment = date(int(found["year"] or LEAP_YEAR), int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return ""
    if found["day"]:
        words = day(moment, year=found["year"] is not None)
    elif found["year"]:
        words = month(moment)
    else:
        words = CalendarName("month", moment.month).told("")
    if not found["weekday"]:
        return words
    return f"{CalendarName('weekday', WEEKDAYS.index(found['weekday'])).told('')}, {words}"
