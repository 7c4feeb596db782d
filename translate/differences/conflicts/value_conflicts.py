"""Where two groups of sentences that correspond contradict each other in a number or a date."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from translate.differences.conflicts.fact_words import (
    conversion_note,
    counted_note,
    field_in_words,
    gives,
    nearest_note,
    number_in_words,
    says,
    values_of,
)
from translate.differences.conflicts.opposition import FactConflict, Lone, Stating, confidence_of, opposed, placed_in
from translate.facts.dates import WEEKDAYS
from translate.facts.matching import (
    bounds_clash,
    date_fields,
    number_likeness,
    pair_up,
    same_amount,
    same_kind_of_number,
    units_clash,
)
from translate.facts.mention import DateMention, Facts, NumberMention
from translate.wording.phrase import Phrase

_YEAR_LIKE = re.compile(r"[1-9]\d{2,3}\b")
_SAME_PLACE = 0.3  # of a bead: a year and a plain number further apart do not stand in each other's place
_DATE_FIELDS = ("year", "month", "day", "weekday", "decade", "relative")


def number_conflicts(ours: Stating, theirs: Stating) -> Iterator[FactConflict]:
    """Numbers that the two sides of a bead give differently.

    A number that stands on one side only is no conflict (see `translate.facts.reading.unmatched_facts`), and what a
    neighbouring sentence gives has moved there.
    """
    numbers, others = placed_in(ours.facts, _numbers), placed_in(theirs.facts, _numbers)
    pairs = pair_up([at.mention for at in numbers], [at.mention for at in others], number_likeness)
    left = _lone_numbers([at for i, at in enumerate(numbers) if i not in {i for i, _ in pairs}], ours, theirs)
    right = _lone_numbers([at for j, at in enumerate(others) if j not in {j for _, j in pairs}], theirs, ours)
    for one, other in opposed(left, right, _contradict):
        words = sum(not any(letter.isdigit() for letter in at.mention.text) for at in (one, other))
        bounds = bounds_clash(one.mention, other.mention)
        said = [number_in_words(at.mention, bound=bounds) for at in (one, other)]
        yield FactConflict(
            "number",
            ((one.sentence, one.mention),),
            ((other.sentence, other.mention),),
            "major",
            confidence_of(0.95 - 0.05 * words, one, other, len(left) + len(right)),
            says(ours.version, said[0], theirs.version, said[1]),
            conversion_note(one.mention, other.mention)
            or nearest_note(one.mention, other.mention, [at.mention for at in others], theirs.version),
        )
    if bool(left) != bool(right):
        yield from _year_conflicts(left, right, ours, theirs)


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
        if not (number := at.mention).weak or number.bound:
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
    if units_clash(one, other):
        return same_amount(one, other)
    if bounds_clash(one, other) or one.weak or other.weak:
        return bounds_clash(one, other)
    if not same_kind_of_number(one, other):
        return False
    spelled = [not any(letter.isdigit() for letter in number.text) for number in (one, other)]
    if spelled[0] == spelled[1] or (one.unit is not None and one.unit == other.unit):
        return True
    small, large = sorted((one.amounts[0], other.amounts[0]))
    return large <= 3 * small  # "two goals" does not answer "(17)"


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
        given += Counter(amount for facts in theirs.facts for number in facts.numbers for amount in number.amounts)
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
    if field in ("day", "month") and any(
        date.swappable for side in (ours, theirs) for f in side.facts for date in f.dates
    ):
        return []
    return lone


def _day_before(field: str, date: DateMention) -> int:
    if field == "weekday" and date.weekday is not None:
        return (date.weekday - 1) % len(WEEKDAYS)
    return (date.day or 0) - 1


def _against(one: DateMention, other: DateMention) -> bool:
    """Whether two relative dates differ by more than the day on which each version was published.

    What was "yesterday" is "today" in a version of the day before, and "today" also says "nowadays".
    """
    if one.relative is None or other.relative is None or one.relative.unit != other.relative.unit:
        return False
    left, right = one.relative.offset, other.relative.offset
    may_shift = one.relative.unit in ("day", "week") and 0 in (left, right)
    return left != right and not may_shift and one.resolved == other.resolved == ()


def _numbers(facts: Facts) -> Sequence[NumberMention]:
    return facts.numbers


def _dates(facts: Facts) -> Sequence[DateMention]:
    return facts.dates
