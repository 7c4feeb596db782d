"""The day of publication that a name or a cell tells, however it is written; times of other zones count in UTC."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from translate.text.published import FIRST_YEAR

_DAY: Final = re.compile(r"(?<![0-9])([0-9]{4})[-_/.]?([0-9]{2})[-_/.]?([0-9]{2})(?![0-9])")
_DAY_FIRST: Final = re.compile(r"\s*([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?![0-9])")
_SECONDS: Final = re.compile(r"[0-9]{9,13}(?:\.[0-9]+)?")
_MILLISECONDS: Final = 1e11  # from so many seconds on they are thousandths: as seconds it is the year 5138


def day_of(value: Any) -> date | None:
    """The day that a cell tells, in UTC where it tells a zone; None where it tells none.

    Args:
        value: A date, a time, seconds or milliseconds since 1970, or text: ISO 8601, a date of mails and feeds, or the
            day before the month between points.

    Example:
        >>> day_of("2024-05-31T23:30:00-08:00"), day_of("Fri, 31 May 2024 23:30:00 -0800"), day_of("31.05.2024")
        (datetime.date(2024, 6, 1), datetime.date(2024, 6, 1), datetime.date(2024, 5, 31))
    """
    if isinstance(value, datetime):
        return _in_utc(value)
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _of_seconds(float(value))
    return _of_text(str(value).strip())


def _of_text(text: str) -> date | None:
    if _SECONDS.fullmatch(text):
        return _of_seconds(float(text))
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _recent(_in_utc(read(text)))
        except (ValueError, OverflowError):
            continue
    if found := _DAY_FIRST.match(text):
        return _recent(_day(int(found[3]), int(found[2]), int(found[1])))
    return day_in(text)


def day_in(text: str) -> date | None:
    """The first day in a name, as ISO 8601 writes it: 2024-05-31, 2024/05/31, 20240531.

    Example:
        >>> day_in("news/2024/05/31/flood.txt"), day_in("flood-7.txt")
        (datetime.date(2024, 5, 31), None)
    """
    days = (_recent(_day(*map(int, found.groups()))) for found in _DAY.finditer(text))
    return next((day for day in days if day), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # a number that is no day
        return None


def _recent(day: date | None) -> date | None:
    return day if day and day.year >= FIRST_YEAR else None


def _in_utc(time: datetime) -> date:
    return (time if time.tzinfo is None else time.astimezone(UTC)).date()


def _of_seconds(seconds: float) -> date | None:
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds >= _MILLISECONDS else seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
