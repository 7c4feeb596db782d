"""Numbers and dates in the plain words of a message, with the words as they stand in the text."""

from collections.abc import Hashable, Sequence

from translate.facts.in_words import relative_in_words
from translate.facts.mention import DateMention, NumberMention, RelativeDate
from translate.facts.number_words import dimensions
from translate.wording.naming import Amount, CalendarName, Version
from translate.wording.phrase import Phrase, joined

FIELD_NAMES = {
    "year": Phrase("year"),
    "month": Phrase("month"),
    "day": Phrase("day"),
    "weekday": Phrase("weekday"),
    "decade": Phrase("decade"),
    "relative": Phrase("time"),
}


def values_of(date: DateMention, field: str) -> tuple[Hashable, ...]:
    """What a date says in a field, or what follows for it from the day of publication; empty where neither does."""
    if (value := getattr(date, field)) is not None:
        return (value,)
    return tuple(value for name, value in date.resolved if name == field)


def says(ours: Version, one: str, theirs: Version, other: str) -> Phrase:
    """Two values that disagree: "The Russian text says 7, the English text says 6."."""
    return Phrase(
        "{ours:opening} says {one}, {theirs:text} says {other}.", ours=ours, one=one, theirs=theirs, other=other
    )


def gives(field: str, ours: Version, one: DateMention, theirs: Version, other: DateMention) -> Phrase:
    """Two dates that disagree in a field."""
    return Phrase(
        "{ours:opening} gives the {field} as {one}, {theirs:text} as {other}.",
        ours=ours,
        field=FIELD_NAMES[field],
        one=field_in_words(field, one),
        theirs=theirs,
        other=field_in_words(field, other),
    )


def field_in_words(field: str, date: DateMention) -> Phrase:
    """A field that the date gives: "Tuesday (вторник)", "March (5 марта)", "last week (на прошлой неделе)"."""
    (value,) = values_of(date, field)
    named = Phrase("{value}", value=str(value))
    if isinstance(value, RelativeDate):
        named = relative_in_words(value, date.weekday or 0)
    elif isinstance(value, int) and field in ("month", "weekday"):
        named = Phrase("{name}", name=CalendarName("month" if field == "month" else "weekday", value))
    elif field == "decade":
        named = Phrase("{year}s", year=str(value))
    return named if date.text.casefold() == named.casefold() else _with_words(named, date.text)


def _with_words(named: Phrase, words: str) -> Phrase:
    return Phrase("{value} ({words})", value=named, words=words)


def counted_note(one: DateMention, other: DateMention) -> Phrase:
    """Which of two dates was counted from the day of publication."""
    dates = [Phrase("“{date}”", date=date.text) for date in (one, other) if date.resolved]
    counted = Phrase("{one} and {other}", one=dates[0], other=dates[1]) if len(dates) == 2 else joined("", dates)
    return Phrase("The date of {dates} was counted from the day of publication that the text gives.", dates=counted)


def number_in_words(number: NumberMention, *, bound: bool = False) -> Phrase:
    """A number by value: "5000000 RUB (5 млн рублей)", and with its bound "200 or more (200)"."""
    value = Phrase("{number}", number=Amount(number.value))
    if bound and number.bound:
        value = Phrase("{number} or more", number=Amount(number.value))
        if number.bound < 0:
            value = Phrase("{number} or less", number=Amount(number.value))
    return value if number.text == value else _with_words(value, number.text)


def conversion_note(one: NumberMention, other: NumberMention) -> str:
    """What the second number is in the unit of the first; empty where that cannot be told."""
    ours, theirs = (dimensions().get(number.unit or "") for number in (one, other))
    if ours is None or theirs is None or ours[0] != theirs[0] or one.unit == other.unit:
        return ""
    converted = Amount(f"{other.amounts[0] * theirs[1] / ours[1]:.3g} {one.unit}")
    return Phrase("{number} is about {converted}.", number=Amount(other.value), converted=converted)


def nearest_note(number: NumberMention, chosen: NumberMention, others: Sequence[NumberMention], theirs: Version) -> str:
    """The number beside the chosen one that comes nearest by value; empty where the chosen one stands alone."""
    rest = [other for other in others if other is not chosen and other.unit in (number.unit, None) and not other.weak]
    if not rest:
        return ""
    nearest = min(rest, key=lambda other: (abs(other.amounts[0] - number.amounts[0]), other.start))
    return Phrase(
        "The nearest other number in {theirs:text} is {number}.", theirs=theirs, number=number_in_words(nearest)
    )
