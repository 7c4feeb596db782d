"""Quantities that no number word tells: "all" and "most", "dozens" and "hundreds", the month of "for a month"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from translate.facts.measures import SHARE
from translate.facts.mention import Mention, MentionKind, NumberMention, Quantity
from translate.facts.number_words import dimensions, vocabulary
from translate.languages.registry import language_of

# Least and most of the whole that each word leaves possible.
_SHARES = {"none": (0.0, 0.0), "few": (0.01, 0.49), "most": (0.51, 0.99), "all": (1.0, 1.0)}
_WIDTH = 10.0  # times that a vague count may be more than its least: hundreds are 200 to 2,000
_LEAST_COUNTED = 10  # smaller numbers count other things than hundreds and thousands do
_SAME_TIME = 1.25  # times that two lengths of time may differ and be told as one
_LONGEST_TIME = 13.0  # times that one length of time may be another and still tell of the same thing
# Which of dawn, morning, afternoon, evening and night no one mistakes for each other.
_DAYTIMES_APART = frozenset(((0.0, 2.0), (0.0, 3.0), (1.0, 2.0), (1.0, 3.0), (1.0, 4.0), (2.0, 4.0)))
DATED = frozenset(("daytimes", "phases", "edges"))  # quantities that are part of a date
TIME = "time"  # the dimension
_TIMES = frozenset(("hour", "day", "week", "fortnight", "month", "year", "decade", "century"))


def read_quantities(text: str, language: str, taken: Sequence[Mention] = ()) -> tuple[Quantity, ...]:
    """Quantities of a text that are no numbers, in reading order.

    Args:
        text: One sentence; offsets of the mentions count its code points.
        language: ISO 639-1 code; nothing is read in a language without quantities.toml.
        taken: Numbers and dates, which hold no quantity of their own.

    Example:
        >>> [(found.text, found.low, found.high) for found in read_quantities("Most of them waited for a month", "en")]
        [('Most of', 0.51, 0.99), ('for a month', 30.44, 30.44)]
    """
    found: list[Quantity] = []
    for name, pattern in _patterns(language).items():
        for match in pattern.finditer(text):
            start, end = match.span()
            # "в первых числах" says no number.
            claimed = (other for other in taken if other.kind == "date" or not name.startswith("phases."))
            if any(start < other.end and end > other.start for other in (*claimed, *found)):
                continue
            found += _quantity(name, match, language)
        if name.startswith("edges."):
            dates = [mention for mention in taken if mention.kind == "date"]
            if len(dates) == 1 and (edge := pattern.search(text, 0, dates[0].start)):  # else it may be of another date
                found += _quantity(name, edge, language)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _quantity(name: str, match: re.Match[str], language: str) -> Iterator[Quantity]:
    section, _, entry = name.partition(".")
    low, high = _SHARES.get(entry, (0.0, 0.0))
    if section == "counts":
        low, high = float(entry), float(entry) * _WIDTH
    elif section in ("single", "spans"):
        word = next(filter(None, match.groups()), "").casefold()
        unit = vocabulary(language).unit(word) or "day"  # "the following morning"
        if unit not in _TIMES:
            return
        low = high = dimensions()[unit][1]
    elif section != "shares":
        low = high = float(entry)
    start, end = match.start(), match.start() + len(match.group().rstrip())
    value = " ".join(match.group().split()).casefold()
    kind: MentionKind = "date" if section in DATED else "number"
    yield Quantity(kind, start, end, match.string[start:end], value, section, low, high)


def quantities_clash(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities exclude each other: "all" and "most", "dozens" and "hundreds"."""
    if one.of != other.of:
        return False
    if one.of == "daytimes":
        return (min(one.low, other.low), max(one.low, other.low)) in _DAYTIMES_APART
    if one.of == "single":
        return _times_clash(one.low, other.low)
    if one.of == "spans":
        return one.low != other.low
    return one.low > other.high or other.low > one.high or (one.of == "counts" and one.low != other.low)


def number_clashes(quantity: Quantity, number: NumberMention) -> bool:
    """Whether a number excludes a quantity: 75% or a half against "all", 36 hours against "a day"."""
    amount = number.amounts[0]
    if quantity.of == "shares" and number.unit in ("%", SHARE):
        share = amount / 100 if number.unit == "%" else amount
        if number.change or share > 1:
            return False
        low, high = (share, 1.0) if number.bound > 0 else (0.0, share) if number.bound < 0 else (share, share)
        return low > quantity.high or high < quantity.low
    if quantity.of == "counts":
        return number.unit is None and amount >= _LEAST_COUNTED and not quantity.low / 2 <= amount <= quantity.high
    size = dimensions().get(number.unit or "", ("", 0.0))
    return quantity.of == "single" and size[0] == TIME and _times_clash(quantity.low, amount * size[1])


def agree(quantity: Quantity, number: NumberMention) -> bool:
    """Whether a number says what a quantity does: 100% and "all", 300 and "hundreds", 30 days and "a month"."""
    amount = number.amounts[0]
    size = dimensions().get(number.unit or "", ("", 0.0))
    if quantity.of == "spans":
        return size[0] == TIME
    if quantity.of == "single":
        return size[0] == TIME and amount * size[1] <= _SAME_TIME * quantity.low <= _SAME_TIME**2 * amount * size[1]
    if quantity.of == "shares":
        return number.unit in ("%", SHARE) and not number_clashes(quantity, number)
    return number.unit != "%" and quantity.low / 2 <= amount <= quantity.high


def _times_clash(one: float, other: float) -> bool:
    small, large = sorted((one, other))
    return 0 < _SAME_TIME * small < large <= _LONGEST_TIME * small


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    """The expressions of quantities.toml, by section and name; the longest counts first."""
    table = language_of(language).table("quantities")
    return {
        f"{section}.{name}": re.compile(pattern, re.IGNORECASE)
        for section, patterns in table.items()
        for name, pattern in sorted(patterns.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    }
