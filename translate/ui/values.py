"""Values of facts in normal form, as a reader would write them."""

import re

from translate.batch.story_rows import BETWEEN
from translate.wording.interface import number
from translate.wording.naming import CalendarDate

_DATE = re.compile(r"(\d{4}|-)-(\d\d)(?:-(\d\d))?")
_NUMBER = re.compile(r"(\d{5,})(.*)", re.DOTALL)


def value_in_words(kind: str, value: str) -> str:
    """A value as the store has it, in the language of the interface; what is no date and no number stays.

    Example:
        >>> value_in_words("date", "2023-09-06 | --11-12"), value_in_words("number", "5200000 RUB")
        ('September 6, 2023 / November 12', '5,200,000 RUB')
    """
    return " / ".join(_one(kind, each) for each in value.split(BETWEEN))


def _one(kind: str, value: str) -> str:
    if kind == "date" and (date := _DATE.fullmatch(value)):
        year, month, day = date.groups()
        try:
            return str(CalendarDate(int(month), int(day) if day else None, int(year) if year != "-" else None).told(""))
        except ValueError:
            return value
    if kind == "number" and (found := _NUMBER.fullmatch(value)):
        return f"{number(int(found[1]))}{found[2]}"
    return value
