"""Numbers and dates in the plain English of a message, with the words as they stand in the text."""

from collections.abc import Hashable, Sequence

from translate.differences.dates import MONTHS, WEEKDAYS
from translate.differences.mention import DateMention, NumberMention, RelativeDate
from translate.differences.number_words import dimensions

FIELD_NAMES = {"relative": "time"}  # fields of a date that messages call by another name
_DAYS = {-2: "the day before yesterday", -1: "yesterday", 0: "today", 1: "tomorrow", 2: "the day after tomorrow"}
_DIRECTIONS = {-1: "last", 0: "this", 1: "next"}
_BOUNDS = {-1: " or less", 0: "", 1: " or more"}


def values_of(date: DateMention, field: str) -> tuple[Hashable, ...]:
    """What a date says in a field, or what follows for it from the day of publication; empty where neither does."""
    if (value := getattr(date, field)) is not None:
        return (value,)
    return tuple(value for name, value in date.resolved if name == field)


def field_in_words(field: str, date: DateMention) -> str:
    """A field that the date gives: "Tuesday (вторник)", "March (5 марта)", "last week (на прошлой неделе)"."""
    (value,) = values_of(date, field)
    named = str(value)
    if isinstance(value, RelativeDate):
        unit = WEEKDAYS[date.weekday or 0] if value.unit == "weekday" else value.unit
        named = _DAYS[value.offset] if value.unit == "day" else f"{_DIRECTIONS[value.offset]} {unit}"
    elif isinstance(value, int):
        named = WEEKDAYS[value] if field == "weekday" else MONTHS[value - 1] if field == "month" else named
        named += "s" if field == "decade" else ""
    return named if date.text.casefold() == named.casefold() else f"{named} ({date.text})"


def counted_note(one: DateMention, other: DateMention) -> str:
    """Which of two dates was counted from the day of publication."""
    counted = " and ".join(f"“{date.text}”" for date in (one, other) if date.resolved)
    return f"The date of {counted} was counted from the day of publication that the text gives."


def number_in_words(number: NumberMention, *, bound: bool = False) -> str:
    """A number by value: "5000000 RUB (5 млн рублей)", and with its bound "200 or more (200)"."""
    value = number.value + (_BOUNDS[number.bound] if bound else "")
    return value if number.text == value else f"{value} ({number.text})"


def conversion_note(one: NumberMention, other: NumberMention) -> str:
    """What the second number is in the unit of the first; empty where that cannot be told."""
    ours, theirs = (dimensions().get(number.unit or "") for number in (one, other))
    if ours is None or theirs is None or ours[0] != theirs[0] or one.unit == other.unit:
        return ""
    return f"{other.value} is about {other.amounts[0] * theirs[1] / ours[1]:.3g} {one.unit}."


def nearest_note(number: NumberMention, chosen: NumberMention, others: Sequence[NumberMention], language: str) -> str:
    """The number beside the chosen one that comes nearest by value; empty where the chosen one stands alone."""
    rest = [other for other in others if other is not chosen and other.unit in (number.unit, None) and not other.weak]
    if not rest:
        return ""
    nearest = min(rest, key=lambda other: (abs(other.amounts[0] - number.amounts[0]), other.start))
    return f"The nearest other number in the {language} text is {number_in_words(nearest)}."
