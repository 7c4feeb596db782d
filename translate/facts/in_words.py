"""What was read, from its normal form to the words of a reader: "Friday, November 14", "5.2 billion rubles"."""

from translate.facts.amount_words import amount_in_words
from translate.facts.mention import DateMention, Mention, NumberMention, RelativeDate
from translate.wording.naming import Amount, CalendarDate, CalendarName
from translate.wording.phrase import Phrase, Telling

_RELATIVE = {
    ("day", -2): Phrase("the day before yesterday"),
    ("day", -1): Phrase("yesterday"),
    ("day", 0): Phrase("today"),
    ("day", 1): Phrase("tomorrow"),
    ("day", 2): Phrase("the day after tomorrow"),
    ("week", -1): Phrase("last week"),
    ("week", 0): Phrase("this week"),
    ("week", 1): Phrase("next week"),
    ("month", -1): Phrase("last month"),
    ("month", 0): Phrase("this month"),
    ("month", 1): Phrase("next month"),
    ("year", -1): Phrase("last year"),
    ("year", 0): Phrase("this year"),
    ("year", 1): Phrase("next year"),
}


def mention_in_words(mention: Mention) -> Telling:
    """The value of a mention as a reader would write it; "" where that is its normal form.

    Example:
        >>> from translate.facts.reading import read_facts
        >>> facts = read_facts("В пятницу, 14 ноября, Михаил Мишустин выделил 5,2 млрд рублей.", "ru")
        >>> [str(mention_in_words(mention)) for mention in facts.mentions]
        ['5.2 billion rubles', 'Friday, November 14', 'Mikhail Mishustin']
    """
    if isinstance(mention, DateMention):
        return _date(mention)
    if isinstance(mention, NumberMention) and mention.amounts and mention.unit:
        return amount_in_words(mention)
    if mention.kind == "number":
        number = Phrase("{number:grouped}", number=Amount(mention.value))
        return "" if number == mention.value and "." not in number else number  # alike in every language
    if not mention.value.islower():
        return ""
    return " ".join(word[:1].upper() + word[1:] for word in mention.value.split())


def relative_in_words(value: RelativeDate, weekday: int) -> Phrase:
    """A time told from the day of publication: "yesterday", "next Friday".

    Args:
        value: At most two days, or one week, month or year away.
        weekday: Which one is meant where the unit is "weekday", 0 for Monday.
    """
    if value.unit != "weekday":
        return _RELATIVE[value.unit, value.offset]
    day = CalendarName("weekday", weekday)
    if value.offset == 0:
        return Phrase("this {day}", day=day)
    return Phrase("last {day}", day=day) if value.offset < 0 else Phrase("next {day}", day=day)


def _date(date: DateMention) -> Telling:
    if date.relative is not None:
        return relative_in_words(date.relative, date.weekday or 0)
    if date.decade is not None:
        return Phrase("{year}s", year=str(date.decade))
    weekday = None if date.weekday is None else CalendarName("weekday", date.weekday)
    try:
        day = _day(date)
    except ValueError:  # February 30
        return ""
    if weekday is None:
        return "" if day is None else Phrase("{date}", date=day)
    if day is not None:
        return Phrase("{weekday}, {date}", weekday=weekday, date=day)
    return Phrase("{name}", name=weekday) if date.day is None and date.year is None else ""


def _day(date: DateMention) -> CalendarDate | CalendarName | None:
    """The day or month; None where no month is given.

    Raises:
        ValueError: There is no such day.
    """
    if date.month is None:
        return None
    if date.day is None and date.year is None:
        return CalendarName("month", date.month)
    return CalendarDate(date.month, date.day, date.year)
