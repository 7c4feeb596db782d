"""Numbers and dates in the plain words of a message, with the words as they stand in the text."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from translate.facts.amount_words import amount_in_words, rate_in_words
from translate.facts.in_words import relative_in_words
from translate.facts.matching import Clash
from translate.facts.mention import DateMention, NumberMention, RelativeDate
from translate.facts.number_words import dimensions
from translate.wording.naming import Amount, CalendarName, Version
from translate.wording.phrase import Phrase, beside_words, joined

_TIMES_TOLD = 10  # from which on how many times more is worth a note

FIELD_NAMES = {
    "year": Phrase("year"),
    "month": Phrase("month"),
    "day": Phrase("day"),
    "weekday": Phrase("weekday"),
    "decade": Phrase("decade"),
    "quarter": Phrase("quarter"),
    "half": Phrase("half of the year"),
    "season": Phrase("season"),
    "feast": Phrase("day"),
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
    return beside_words(named, date.text)


def counted_note(one: DateMention, other: DateMention) -> Phrase:
    """Which of two dates was counted from the day of publication."""
    dates = [Phrase("“{date}”", date=date.text) for date in (one, other) if date.resolved]
    counted = Phrase("{one} and {other}", one=dates[0], other=dates[1]) if len(dates) == 2 else joined("", dates)
    return Phrase("The date of {dates} was counted from the day of publication that the text gives.", dates=counted)


def number_in_words(number: NumberMention, apart: Clash = "") -> Phrase:
    """A number by value: "5 million rubles (5 млн рублей)", and with what sets it apart "200 or more (более 200)"."""
    value = amount_in_words(number)
    if apart == "rate":
        value = rate_in_words(number, value)
    elif apart == "change" and number.change:
        change = {"level": Phrase("to {number}", number=value), "step": Phrase("by {number}", number=value)}
        value = change[number.change]
    elif apart == "sign" and number.sign > 0:
        value = Phrase("+{number}", number=value)
    elif apart == "bound" and number.about:
        value = Phrase("about {number}", number=value)
    elif apart == "bound" and number.bound:
        value = (
            Phrase("{number} or more", number=value) if number.bound > 0 else Phrase("{number} or less", number=value)
        )
    return beside_words(value, number.text)


def quoted(words: str) -> Phrase:
    """A quantity in the words of the text: "“most of”"."""
    return Phrase("“{words}”", words=words)


def ratio_note(one: NumberMention, other: NumberMention) -> str:
    """How many times larger one of two numbers of one kind is, where a scale or a digit went lost; empty elsewhere."""
    small, large = sorted((one.amounts[0], other.amounts[0]))
    if one.unit != other.unit or one.unit == "clock" or small <= 0 or large < _TIMES_TOLD * small:
        return ""
    times = Amount(f"{large / small:.3g}" if large < 1000 * small else f"{large / small:.0f}")
    if one.amounts[0] > other.amounts[0]:
        return Phrase("The second number is {times:grouped} times less than the first.", times=times)
    return Phrase("The second number is {times:grouped} times the first.", times=times)


def conversion_note(one: NumberMention, other: NumberMention) -> str:
    """What the second number is in the unit of the first; empty where that cannot be told."""
    ours, theirs = (dimensions().get(number.unit or "") for number in (one, other))
    if ours is None or theirs is None or ours[0] != theirs[0] or one.unit == other.unit:
        return ""
    amount = float(f"{other.amounts[0] * theirs[1] / ours[1]:.3g}")
    converted = amount_in_words(replace(other, amounts=(amount,), unit=one.unit))
    return Phrase("{number} is about {converted}.", number=amount_in_words(other), converted=converted)


def nearest_note(number: NumberMention, chosen: NumberMention, others: Sequence[NumberMention], theirs: Version) -> str:
    """The number beside the chosen one that comes nearest by value; empty where the chosen one stands alone."""
    rest = [other for other in others if other is not chosen and other.unit in (number.unit, None) and not other.weak]
    if not rest:
        return ""
    nearest = min(rest, key=lambda other: (abs(other.amounts[0] - number.amounts[0]), other.start))
    return Phrase(
        "The nearest other number in {theirs:text} is {number}.", theirs=theirs, number=number_in_words(nearest)
    )
