"""Where two groups of sentences that correspond contradict each other in a number or a date."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from translate.differences.conflicts.fact_words import (
    conversion_note,
    counted_note,
    field_in_words,
    gives,
    nearest_note,
    number_in_words,
    quoted,
    ratio_note,
    says,
    values_of,
)
from translate.differences.conflicts.opposition import FactConflict, Lone, Stating, confidence_of, opposed, placed_in
from translate.facts.dates import WEEKDAYS
from translate.facts.matching import (
    DATE_FIELDS,
    clash,
    date_fields,
    may_be_one_day,
    number_likeness,
    pair_up,
    same_amount,
    same_kind_of_number,
    times_as_much,
    units_clash,
)
from translate.facts.measures import MULTIPLE
from translate.facts.mention import DateMention, Facts, NumberMention, Quantity
from translate.facts.number_words import dimensions
from translate.facts.quantities import agree, number_clashes, quantities_clash
from translate.wording.phrase import Phrase

_YEAR_LIKE = re.compile(r"[1-9]\d{2,3}\b")
_SAME_PLACE = 0.3  # of a bead: a year and a plain number further apart do not stand in each other's place
LIKELY = 0.4  # probability from which two values of a retelling are held against each other
_SPANS = frozenset(("week", "month", "year"))
_WHOLE = 100  # per cent
_FARTHEST = 13.0  # times that one measure of a thing may be another: a year against a month
Amounts = NumberMention | Quantity
Judge = Callable[[Lone[Any], Lone[Any], int], float]
_DATE_FIELDS = (*DATE_FIELDS, "relative")


def number_conflicts(ours: Stating, theirs: Stating, same_thing: Judge | None = None) -> Iterator[FactConflict]:
    """Numbers that the two sides of a bead give differently.

    A number that stands on one side only is no conflict (see `translate.facts.reading.unmatched_facts`), and what a
    neighbouring sentence gives has moved there.

    Args:
        ours, theirs: The sides.
        same_thing: In a retelling the probability that two numbers, of that many without counterpart, are given for
            the same thing; where that is too low they contradict nothing.
    """
    numbers, others = placed_in(ours.facts, _numbers), placed_in(theirs.facts, _numbers)
    pairs = pair_up([at.mention for at in numbers], [at.mention for at in others], number_likeness)
    left = _lone_numbers([at for i, at in enumerate(numbers) if i not in {i for i, _ in pairs}], ours, theirs)
    right = _lone_numbers([at for j, at in enumerate(others) if j not in {j for _, j in pairs}], theirs, ours)
    pairs_apart = opposed(left, right, _contradict, _unlikely(same_thing, len(left) + len(right)))
    yield from _quantity_conflicts(left, right, ours, theirs, same_thing, bool(pairs_apart))
    for one, other in pairs_apart:
        words = sum(not any(letter.isdigit() for letter in at.mention.text) for at in (one, other))
        apart = clash(one.mention, other.mention)
        left_said, right_said = (at.mention.whole if apart else at.mention for at in (one, other))
        said = [number_in_words(number, apart) for number in (left_said, right_said)]
        yield FactConflict(
            "number",
            ((one.sentence, left_said),),
            ((other.sentence, right_said),),
            "major",
            confidence_of(_trust(one.mention, other.mention) - 0.05 * words, one, other, len(left) + len(right)),
            says(ours.version, said[0], theirs.version, said[1]),
            conversion_note(one.mention, other.mention)
            or ratio_note(one.mention, other.mention)
            or nearest_note(one.mention, other.mention, [at.mention for at in others], theirs.version),
        )
    if bool(left) != bool(right):
        yield from _year_conflicts(left, right, ours, theirs)


def _unlikely(same_thing: Judge | None, lone: int) -> Callable[[Lone[Any], Lone[Any]], float] | None:
    """How unlikely two of so many lone values are given for the same thing; 1 where nothing speaks for it."""
    if same_thing is None:
        return None
    judge = same_thing

    def unlikely(one: Lone[Any], other: Lone[Any]) -> float:
        probability = judge(one, other, lone)
        return 1 - probability if probability >= LIKELY else 1.0

    return unlikely


def _trust(one: NumberMention, other: NumberMention) -> float:
    """How sure two numbers stand for one thing by what they count: of one the unit may have been left out."""
    if one.unit == other.unit or None not in (one.unit, other.unit):
        return 0.95
    bare = one.bare if one.unit is None else other.bare
    return 0.9 if bare or same_amount(one, other) else 0.75  # "nineteen hours" and "nine people" count two things


def _quantity_conflicts(
    left: Sequence[Lone[NumberMention]],
    right: Sequence[Lone[NumberMention]],
    ours: Stating,
    theirs: Stating,
    same_thing: Judge | None,
    numbers_differ: bool,
) -> Iterator[FactConflict]:
    """Quantities that are no numbers and exclude each other: "all" and "most", "dozens" and 1,200."""
    one_side, other_side = _lone_quantities(ours, theirs), _lone_quantities(theirs, ours)
    numbers: list[Lone[Amounts]] = [] if numbers_differ else _unmoved(left)
    others: list[Lone[Amounts]] = [] if numbers_differ else _unmoved(right)
    count = len(one_side) + len(other_side) + len(numbers) + len(others)
    for one, other in opposed([*one_side, *numbers], [*other_side, *others], _exclude, _unlikely(same_thing, count)):
        said = [
            number_in_words(at.mention) if isinstance(at.mention, NumberMention) else quoted(at.mention.text)
            for at in (one, other)
        ]
        yield FactConflict(
            "date" if "date" in (one.mention.kind, other.mention.kind) else "number",
            ((one.sentence, one.mention),),
            ((other.sentence, other.mention),),
            "major",
            confidence_of(0.85, one, other, count),
            says(ours.version, said[0], theirs.version, said[1]),
        )


def _unmoved(lone: Sequence[Lone[NumberMention]]) -> list[Lone[Amounts]]:
    return [Lone(at.sentence, at.mention, at.place) for at in lone if at.novel and not at.moved]


def _exclude(one: Amounts, other: Amounts) -> bool:
    if isinstance(one, Quantity):
        return quantities_clash(one, other) if isinstance(other, Quantity) else number_clashes(one, other)
    return isinstance(other, Quantity) and number_clashes(other, one)


def _lone_quantities(ours: Stating, theirs: Stating) -> list[Lone[Amounts]]:
    """Quantities that nothing on the other side says."""
    others = [quantity for facts in theirs.facts for quantity in facts.quantities]
    numbers = [number for facts in theirs.facts for number in facts.numbers]
    lone: list[Lone[Amounts]] = []
    for at in placed_in(ours.facts, _quantities):
        given = [other for other in others if other.of == at.mention.of and not quantities_clash(at.mention, other)]
        if not given and not any(agree(at.mention, number) for number in numbers):
            lone.append(Lone(at.sentence, at.mention, at.place))
        elif given:
            others.remove(given[0])
    return lone


def _year_conflicts(
    left: Sequence[Lone[NumberMention]], right: Sequence[Lone[NumberMention]], ours: Stating, theirs: Stating
) -> Iterator[FactConflict]:
    """A year against digits that no year would have ("in 1717" and "in 2747"), each the only one of its kind."""
    dates, numbers = (_lone_dates("year", ours, theirs), right) if right else (_lone_dates("year", theirs, ours), left)
    years = [at for at in dates if at.novel]
    bare = [
        at for at in numbers if at.novel and at.mention.unit in (None, "year") and _YEAR_LIKE.match(at.mention.text)
    ]
    if len(years) != 1 or len(bare) != 1:
        return
    if years[0].moved or bare[0].moved or abs(years[0].place - bare[0].place) > _SAME_PLACE:
        return
    year = Phrase("the year {year}", year=field_in_words("year", years[0].mention))
    said = (year, number_in_words(bare[0].mention))
    places = (((years[0].sentence, years[0].mention),), ((bare[0].sentence, bare[0].mention),))
    source, target = places if right else places[::-1]
    first, second = said if right else said[::-1]
    yield FactConflict("number", source, target, "major", 0.8, says(ours.version, first, theirs.version, second))


def _lone_numbers(
    candidates: Sequence[Lone[NumberMention]], ours: Stating, theirs: Stating
) -> list[Lone[NumberMention]]:
    lone = []
    for at in candidates:
        if not (number := at.mention).weak or number.bound or number.unit == MULTIPLE:
            novel = not _times_given(number, theirs.facts)
            moved = _times_given(number, theirs.near) > _times_given(number, ours.near)
            lone.append(Lone(at.sentence, number, at.place, novel, moved))
    return lone


def _times_given(number: NumberMention, sentences: Sequence[Facts]) -> int:
    """How often a number is given, as such or as part of a date."""
    return sum(
        sum(number_likeness(number, other) > 0 for other in facts.numbers)
        + sum(value in number.amounts for date in facts.dates for name, value in date_fields(date) if name != "weekday")
        for facts in sentences
    )


def _contradict(one: NumberMention, other: NumberMention) -> bool:
    """Whether two different numbers can stand for the same thing."""
    if clash(one, other):
        return True
    if one.unit == other.unit == "%" and one.amounts[0] + other.amounts[0] == _WHOLE:
        return False  # "92% passed", "8% failed"
    if units_clash(one, other):
        return same_amount(one, other) or (not (one.weak or other.weak) and _near_in_size(one, other))
    if one.weak or other.weak:
        return one.unit == other.unit == MULTIPLE
    if MULTIPLE in (one.unit, other.unit) and (times := max(times_as_much(one), times_as_much(other))):
        multiple = one if one.unit == MULTIPLE else other
        return max(times, multiple.amounts[0]) <= 3 * min(times, multiple.amounts[0])  # "twice", "up by 200 percent"
    if not same_kind_of_number(one, other):
        return False
    spelled = [not any(letter.isdigit() for letter in number.text) for number in (one, other)]
    if spelled[0] == spelled[1] or (one.unit is not None and one.unit == other.unit):
        return True
    small, large = sorted((one.amounts[0], other.amounts[0]))
    return large <= 3 * small  # "two goals" does not answer "(17)"


def _near_in_size(one: NumberMention, other: NumberMention) -> bool:
    """Whether two measures in different units can be of one thing: two kilometres and 3,000 metres."""
    left, right = (dimensions().get(number.unit or "") for number in (one, other))
    if left is None or right is None or left[0] != right[0] or left[0] in ("rouble", "dollar"):
        return False
    small, large = sorted((one.amounts[0] * left[1], other.amounts[0] * right[1]))
    return 0 < large <= _FARTHEST * small


def date_conflicts(ours: Stating, theirs: Stating) -> Iterator[FactConflict]:
    """Dates that the two sides of a bead give differently in a field, likewise."""
    if not all(any(facts.dates for facts in side.facts) for side in (ours, theirs)):
        return
    told: set[DateMention] = set()
    for field in _DATE_FIELDS:
        left, right = _lone_dates(field, ours, theirs), _lone_dates(field, theirs, ours)
        for one, other in opposed(left, right, _against if field == "relative" else lambda _, __: True):
            counted = [getattr(at.mention, field) is None for at in (one, other)]  # from the day of publication
            if any(counted) and not told.isdisjoint((one.mention, other.mention)):
                continue  # another field of it is told already
            told |= {one.mention, other.mention}
            yield FactConflict(
                "date",
                ((one.sentence, one.mention),),
                ((other.sentence, other.mention),),
                "major",
                confidence_of(
                    0.75 if any(counted) else 0.85 if field == "relative" else 0.95, one, other, len(left) + len(right)
                ),
                gives(field, ours.version, one.mention, theirs.version, other.mention),
                counted_note(one.mention, other.mention) if any(counted) else "",
            )


def _lone_dates(field: str, ours: Stating, theirs: Stating) -> list[Lone[DateMention]]:
    """Dates whose year (month, ...) the other side gives less often."""

    def values(sentences: Sequence[Facts]) -> Counter[Hashable]:
        return Counter(value for facts in sentences for date in facts.dates for value in values_of(date, field))

    given = values(theirs.facts)
    if field in ("year", "day", "decade"):  # "2003" may have been read as a plain number over there
        given += Counter(
            amount for facts in theirs.facts for number in facts.numbers if not number.weak for amount in number.amounts
        )
    near, near_given = values(ours.near), values(theirs.near)
    surplus = values(ours.facts) - given
    relative = {date.relative for facts in (*theirs.facts, *theirs.near) for date in facts.dates}
    lone = []
    for at in placed_in(ours.facts, _dates):
        date = at.mention
        for value in values_of(date, field)[:1]:
            if surplus[value] <= 0:
                continue
            surplus[value] -= 1
            if getattr(date, field) is None and date.relative in relative:  # "yesterday" over there as well
                continue
            if date.eve and given[_day_before(field, date)]:
                continue
            moved = near_given[value] > near[value]
            lone.append(Lone(at.sentence, date, at.place, not given[value], moved))
    if field in ("day", "weekday", "relative") and _other_zones(ours.facts, theirs.facts):
        return []
    if field in ("day", "month") and _may_be_swapped(ours.facts, theirs.facts):
        return []
    return lone


def _may_be_swapped(ours: Sequence[Facts], theirs: Sequence[Facts]) -> bool:
    """Whether a day and a month may be the other way round, and the sides so give the same after all."""
    sides = [
        [date for facts in side for date in facts.dates if None not in (date.day, date.month)]
        for side in (ours, theirs)
    ]
    if not any(date.swappable for side in sides for date in side):
        return False
    return not all(len(side) == 1 for side in sides) or may_be_one_day(sides[0][0], sides[1][0])


def _other_zones(ours: Sequence[Facts], theirs: Sequence[Facts]) -> bool:
    """Whether the two sides give times of other zones, in which it may be another day."""
    left, right = ({number.zone for facts in side for number in facts.numbers} - {""} for side in (ours, theirs))
    return bool(left) and bool(right) and left.isdisjoint(right)


def _day_before(field: str, date: DateMention) -> int:
    if field == "weekday" and date.weekday is not None:
        return (date.weekday - 1) % len(WEEKDAYS)
    return (date.day or 0) - 1


def _against(one: DateMention, other: DateMention) -> bool:
    """Whether two relative dates say another day, week, month or year: "yesterday" and "today", "last week" and
    "last month".
    """
    if one.relative is None or other.relative is None or not one.resolved == other.resolved == ():
        return False
    left, right = one.relative, other.relative
    if left.unit == right.unit:
        return left.offset != right.offset
    return left.offset == right.offset != 0 and _SPANS.issuperset((left.unit, right.unit))


def _numbers(facts: Facts) -> Sequence[NumberMention]:
    return facts.numbers


def _quantities(facts: Facts) -> Sequence[Quantity]:
    return facts.quantities


def _dates(facts: Facts) -> Sequence[DateMention]:
    return facts.dates
