"""When two mentions say the same: values against values, dates field by field, names by key and by sound."""

import math
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Literal, TypeVar

from translate.facts.clocks import zones
from translate.facts.measures import MULTIPLE, SHARE
from translate.facts.mention import DateMention, Mention, NameMention, NumberMention, Quantity
from translate.facts.number_words import dimensions
from translate.facts.transliteration import likeness, readings

MentionType = TypeVar("MentionType", bound=Mention)

EXACT, ROUNDED = 1.0, 0.6  # how surely two numbers are the same

_CONVERSION_SLACK = 0.06  # "5 miles" for 8.05 km
_SHARE_SLACK = 0.04  # "a third" for 33%
_MONTH_SLACK = 0.1  # "eight weeks" for two months
_APPROXIMATE_SLACK = 0.1  # "about 40" for 42, "more than 40" for 43
_ROUNDING_SLACK = 0.06  # "40" for 38
_BOUND_REACH = 1.25  # times that a figure may exceed what it is said to be more than, or fall short of the opposite
_SCALES = (1e3, 1e6, 1e9, 1e12)
DATE_FIELDS = ("year", "month", "day", "weekday", "decade", "quarter", "half", "season", "feast")
Clash = Literal["", "sign", "bound", "rate", "change"]
_POINTS = {"%", "pp"}  # of which the same number says another thing
_SIGNED = frozenset(("degree", "fahrenheit", "century"))
_MEASURED = frozenset(("length", "mass", "area"))
_HERE = frozenset(("", "local"))  # zones of the place that is told of
_DAY, _HALF_HOUR = 1440, 30  # minutes; time zones differ by half hours
SAME_SOUND = 0.72  # of two skeletons; below it most pairs of names are chance
_READ: Mapping[type[Mention], Callable[[Mention], Hashable]] = {
    kind: attrgetter(*(field.name for field in fields(kind) if field.name not in ("start", "end")))
    for kind in (Mention, NumberMention, DateMention, NameMention, Quantity)
}


def pair_up(
    source: Sequence[MentionType],
    target: Sequence[MentionType],
    likeness_of: Callable[[MentionType, MentionType], float],
) -> tuple[tuple[int, int], ...]:
    """Indices of mentions that say the same, each used once, the surest pairs first.

    Likeness is asked once of two mentions that say what two before said; where they stand may not matter to it.
    """
    kinds: dict[Hashable, int] = {}
    ours, theirs = ([kinds.setdefault(said(mention), len(kinds)) for mention in side] for side in (source, target))
    known: dict[tuple[int, int], float] = {}
    scored = []
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            score = known.get((one, other))
            if score is None:
                score = known[one, other] = likeness_of(source[i], target[j])
            if score > 0:
                scored.append((-score, abs(i - j), i, j))
    used_source: set[int] = set()
    used_target: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(scored):
        if i not in used_source and j not in used_target:
            used_source.add(i)
            used_target.add(j)
            pairs.append((i, j))
    return tuple(sorted(pairs))


def said(mention: Mention) -> Hashable:
    """All that was read of a mention, but for its place."""
    return _READ[type(mention)](mention)


def number_likeness(one: NumberMention, other: NumberMention) -> float:
    """EXACT for the same value, ROUNDED where one may be a rounding or a conversion of the other, else 0."""
    if "clock" in (one.unit, other.unit):
        return _clock_likeness(one, other)
    if units_clash(one, other):
        return 0.0 if {one.unit, other.unit} == _POINTS else _converted(one, other)
    if clash(one, other):
        return 0.0
    best = 0.0
    for left in one.amounts:
        for right in other.amounts:
            if math.isclose(left, right, rel_tol=1e-6):
                return EXACT
            if (
                _close(left, right, one.approximate or other.approximate)
                or _rounds_to(left, right)
                or _scale_left_out(left, right, one.bare, other.bare)
                or _same_share(one, other, left, right)
                or _within_bound(one, other, left, right)
            ):
                best = ROUNDED
    if "floor" in (one.unit, other.unit) and abs(one.amounts[0] - other.amounts[0]) == 1:
        return ROUNDED  # the first floor of London is the second of Moscow
    if _same_temperature(one, other):
        return ROUNDED
    return max(best, _converted(one, other))


def units_clash(one: NumberMention, other: NumberMention) -> bool:
    """Whether the units are two of one dimension (km and miles) or two currencies, so that equal digits differ."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return False
    if {one.unit, other.unit} == _POINTS:
        return True
    left, right = (_dimension(unit) for unit in (one.unit, other.unit))
    return left is not None and left == right


def clash(one: NumberMention, other: NumberMention) -> Clash:
    """What makes one value two: "more than" it and "almost" it, below zero and above, "to" it and "by" it, a day and
    a year; empty for nothing.
    """
    if not same_amount(one, other):
        return ""
    if _signs_clash(one, other):
        return "sign"
    if bounds_clash(one, other):
        return "bound"
    if one.per and other.per and one.per != other.per and one.unit == other.unit:
        return "rate"
    if one.change and other.change and one.change != other.change:
        return "change"
    return ""


def _signs_clash(one: NumberMention, other: NumberMention) -> bool:
    if one.sign == other.sign:
        return False
    if one.sign * other.sign < 0:
        return True
    # A percentage that fell may be given with a minus or without; a temperature and a century may not.
    return -1 in (one.sign, other.sign) and not _SIGNED.isdisjoint((one.unit, other.unit))


def bounds_clash(one: NumberMention, other: NumberMention) -> bool:
    """Whether one says "more than" and the other "less than", "almost" or "about" the same value."""
    opposed = one.bound * other.bound < 0 or (one.bound > 0 and other.about) or (other.bound > 0 and one.about)
    return opposed and same_amount(one, other)


def _within_bound(one: NumberMention, other: NumberMention, left: float, right: float) -> bool:
    """Whether one says "more than 300" where the other gives 340, or "under 100" where it gives 97."""
    if bool(one.bound) == bool(other.bound):
        return False
    bound, given, sign = (left, right, one.bound) if one.bound else (right, left, other.bound)
    low, high = sorted((bound, bound * _BOUND_REACH**sign))
    return bound != 0 and low <= given <= high


def same_amount(one: NumberMention, other: NumberMention) -> bool:
    """Whether two numbers have the same digits, whatever their units."""
    return any(math.isclose(left, right, rel_tol=1e-6) for left in one.amounts for right in other.amounts)


def same_in_other_units(one: NumberMention, other: NumberMention) -> bool:
    """Whether one is the other converted: 5 miles and 8 km, 24 hours and a day, 86 °F and 30 °C, 50% and a half."""
    shares = (_same_share(one, other, left, right) for left in one.amounts for right in other.amounts)
    return any(shares) or _same_temperature(one, other) or _converted(one, other) > 0


def measured_otherwise(one: NumberMention, other: NumberMention) -> bool:
    """Whether two numbers measure a length, a mass or an area in different units."""
    left, right = (dimensions().get(number.unit or "", ("", 0.0))[0] for number in (one, other))
    return one.unit != other.unit and left == right and left in _MEASURED


def same_kind_of_number(one: NumberMention, other: NumberMention) -> bool:
    """Whether two numbers measure the same thing, so that different values contradict each other."""
    if "clock" in (one.unit, other.unit):
        return one.unit == other.unit
    if one.unit == other.unit:
        return True
    if SHARE in (one.unit, other.unit):  # "пятая часть" may also be the fifth of several parts
        return None in (one.unit, other.unit) and all(number.amounts[-1] < 1 for number in (one, other))
    return None in (one.unit, other.unit) and "%" not in (one.unit, other.unit)


def date_fields(date: DateMention) -> Iterator[tuple[str, int]]:
    """What a date says, field by field; a relative day is left out, since journalists rewrite it."""
    for name in DATE_FIELDS:
        if (value := getattr(date, name)) is not None:
            yield name, value


def date_likeness(one: DateMention, other: DateMention) -> float:
    """Share of the fields given on both sides that agree; 0 where one of them disagrees or none is shared."""
    left: dict[str, object] = dict(date_fields(one))
    right: dict[str, object] = dict(date_fields(other))
    if one.relative is not None and other.relative is not None:
        left["relative"], right["relative"] = one.relative, other.relative
    shared = left.keys() & right.keys()
    if one.swappable or other.swappable:
        if not may_be_one_day(one, other):
            return 0.0
        shared -= {"day", "month"}
    if not shared or any(left[name] != right[name] for name in shared):
        return 0.0
    return len(shared) / max(len(left), len(right))


def may_be_one_day(one: DateMention, other: DateMention) -> bool:
    """Whether two dates can give the same day and month, in one of the readings of each ("9/6/2023")."""
    return any(
        all(mine is None or theirs is None or mine == theirs for mine, theirs in zip(ours, given, strict=True))
        for ours in _days(one)
        for given in _days(other)
    )


def _days(date: DateMention) -> tuple[tuple[int | None, int | None], ...]:
    """The day and the month of a date, in every reading."""
    said = (date.day, date.month)
    return (said, said[::-1]) if date.swappable else (said,)


def name_likeness(one: NameMention, other: NameMention) -> float:
    """How surely two names name the same, in [0, 1]; 0 where they do not sound alike."""
    best = 0.0
    for left in one.keys:
        for right in other.keys:
            if left == right:
                return 1.0
            if ":" not in left and ":" not in right:
                best = max(best, likeness(left, right))
    return best if best >= SAME_SOUND else 0.0


def heard_in(name: NameMention, sounds: Iterable[str], least: float) -> bool:
    """Whether a word of a name sounds like one of the words whose skeletons are given."""
    said = [key for word in re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", name.text) for key in readings(word)]
    return not said or any(likeness(key, sound) >= least for key in said for sound in sounds)


def _clock_likeness(one: NumberMention, other: NumberMention) -> float:
    if one.unit == other.unit:
        apart = {(left - right) % _DAY for left in one.amounts for right in other.amounts}
        if (shifts := _shifts(one.zone, other.zone)) is not None:
            return EXACT if not shifts.isdisjoint(apart) else 0.0
        if 0 in apart:
            return EXACT
        return ROUNDED if any(minutes % _HALF_HOUR == 0 for minutes in apart) else 0.0
    clock, number = (one, other) if one.unit == "clock" else (other, one)
    hour, minute = divmod(clock.amounts[0], 60)
    written = round(hour + minute / 100, 2)  # "8.30" read as a decimal
    return EXACT if any(math.isclose(amount % 12, written % 12) for amount in number.amounts) else 0.0


def _shifts(one: str, other: str) -> frozenset[float] | None:
    """Minutes that a clock of one zone may be ahead of one of the other; None where that is not known."""
    if one == other or {one, other} <= _HERE:
        return frozenset((0.0,))
    left, right = (zones()["hours"].get(zone) for zone in (one, other))
    if left is None or right is None:
        return None
    return frozenset(60.0 * (ours - theirs) % _DAY for ours in left for theirs in right)


def _close(left: float, right: float, approximate: bool) -> bool:
    return approximate and abs(left - right) <= _APPROXIMATE_SLACK * max(abs(left), abs(right))


def _rounds_to(left: float, right: float) -> bool:
    """Whether the shorter number is the longer one rounded ("1,900" for 1,870)."""
    for exact, rounded in ((left, right), (right, left)):
        if rounded <= 0 or abs(exact - rounded) > _ROUNDING_SLACK * rounded:
            continue
        digits = f"{rounded:.10g}".replace(".", "").rstrip("0").lstrip("0")
        if len(digits) <= 3 and rounded >= 10 and float(f"{exact:.{len(digits)}g}") == rounded:
            return True
    return False


def _scale_left_out(left: float, right: float, left_bare: bool, right_bare: bool) -> bool:
    """Whether one side left the scale to the context ("22 million ... the remaining 18")."""
    small, large = sorted((left, right))
    bare = left_bare if small == left else right_bare
    return bare and 0 < small < 1000 <= large and any(math.isclose(large, small * scale) for scale in _SCALES)


def _dimension(unit: str) -> str | None:
    """What a unit measures: "money" for currencies, None where equal digits of two units prove nothing."""
    if len(unit) == 3 and unit.isupper():
        return "money"
    known = dimensions().get(unit)
    return None if known is None else "money" if known[0] in ("rouble", "dollar") else known[0]


def _same_share(one: NumberMention, other: NumberMention, left: float, right: float) -> bool:
    """Whether values of two numbers are "50%" and "half", "100% more" and "twice"."""
    for share, multiple in ((one, other), (other, one)):
        if share.unit == "%" and share.change == "step" and multiple.unit == MULTIPLE:
            return math.isclose(times_as_much(share), multiple.amounts[0], rel_tol=_CONVERSION_SLACK)
    return "%" in (one.unit, other.unit) and math.isclose(
        max(left, right), 100 * min(left, right), rel_tol=_SHARE_SLACK
    )


def times_as_much(share: NumberMention) -> float:
    """How many times as much, or as little, a percentage makes by which something rose or fell; 0 for no such thing."""
    rest = 1 + share.rising * share.amounts[0] / 100
    return 0.0 if rest <= 0 or share.unit != "%" or share.change != "step" else rest if share.rising > 0 else 1 / rest


def _same_temperature(one: NumberMention, other: NumberMention) -> bool:
    """Whether one is degrees Fahrenheit of the other's Celsius; the scale and the sign are often left out."""
    units = {one.unit, other.unit}
    if not units <= {"degree", "fahrenheit"} or (units == {"fahrenheit"}):
        return False
    pairs = [(left, right) for left in one.amounts for right in other.amounts]
    tries = [(sign * a, b) for left, right in pairs for a, b in ((left, right), (right, left)) for sign in (1, -1)]
    return any(abs(abs((fahrenheit - 32) / 1.8) - celsius) < 1 for fahrenheit, celsius in tries)


def _converted(one: NumberMention, other: NumberMention) -> float:
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return 0.0
    left, right = dimensions().get(one.unit), dimensions().get(other.unit)
    if left is None or right is None or left[0] != right[0]:
        return 0.0
    ours, theirs = one.amounts[0] * left[1], other.amounts[0] * right[1]
    slack = _SHARE_SLACK if left[0] == SHARE else _CONVERSION_SLACK
    if {one.unit, other.unit} == {"month", "week"}:
        slack = _MONTH_SLACK
    same = (
        abs(ours - theirs) <= slack * max(ours, theirs)
        or _close(ours, theirs, one.approximate or other.approximate)
        or _within_bound(one, other, ours, theirs)
    )
    return ROUNDED if same else 0.0
