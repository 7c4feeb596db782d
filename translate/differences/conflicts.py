"""Where two groups of sentences that correspond contradict each other in a number, a date or a name.

A conflict needs two mentions that have no counterpart and stand in each other's place. One of them at least must be new
to the other side altogether; the other may repeat something that is said there once already. What a neighbouring
sentence of the other text says more often than the neighbours on this side has moved there, and contradicts nothing.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from translate.differences.dates import WEEKDAYS
from translate.differences.difference import Severity
from translate.differences.fact_words import (
    FIELD_NAMES,
    conversion_note,
    counted_note,
    field_in_words,
    nearest_note,
    number_in_words,
    values_of,
)
from translate.differences.matching import (
    SAME_SOUND,
    bounds_clash,
    date_fields,
    heard_in,
    number_likeness,
    pair_up,
    same_amount,
    same_kind_of_number,
    units_clash,
)
from translate.differences.mention import DateMention, Facts, Mention, NameMention, NumberMention
from translate.differences.names import institution_words
from translate.text.document import LANGUAGE_NAMES

Placed = tuple[int, Mention]  # position of the sentence in its bead, and a mention there
MentionType = TypeVar("MentionType", bound=Mention)

_SAME_HALF = 0.9  # names further apart, in shares of the bead, do not stand in each other's place
_SAME_PLACE = 0.3  # the same where one of the names is not that sure to be alone
_FAINTLY_HEARD = 0.6  # of two skeletons: names below it have nothing to do with each other
_YEAR_LIKE = re.compile(r"[1-9]\d{2,3}\b")
_DATE_FIELDS = ("year", "month", "day", "weekday", "decade", "relative")


@dataclass(frozen=True, slots=True)
class FactConflict:
    """A fact that both sides give, and give differently.

    Attributes:
        kind: What disagrees.
        source, target: Where it stands: the position of the sentence in the bead and the mention there.
        severity: "major" or "minor".
        confidence: Probability in [0, 1] that a careful reader would agree.
        reason: One neutral English sentence.
        note: What else a reader should know: a conversion, the next best candidate; empty where there is nothing.
    """

    kind: Literal["number", "date", "name"]
    source: tuple[Placed, ...]
    target: tuple[Placed, ...]
    severity: Severity
    confidence: float
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a bead and its neighbours."""

    bead: Sequence[Facts]
    near: Sequence[Facts]

    @property
    def language(self) -> str:
        return LANGUAGE_NAMES[self.bead[0].language]


@dataclass(frozen=True, slots=True)
class _Lone(Generic[MentionType]):
    """A mention without counterpart in the other side of the bead.

    Attributes:
        sentence: Position of its sentence in the bead.
        mention: What was read.
        place: How far into the bead it stands, in [0, 1].
        novel: Whether the other side does not give it at all; otherwise it gives it less often.
        moved: Whether a neighbouring sentence of the other side may have taken it over.
    """

    sentence: int
    mention: MentionType
    place: float
    novel: bool = True
    moved: bool = False


def compare_facts(
    source: Sequence[Facts],
    target: Sequence[Facts],
    *,
    near_source: Sequence[Facts] = (),
    near_target: Sequence[Facts] = (),
) -> tuple[FactConflict, ...]:
    """Where two groups of sentences that correspond give different numbers, dates or names.

    A fact that stands on one side only is no conflict (see `translate.differences.facts.unmatched_facts`).

    Args:
        source, target: Facts of the sentences of one bead, in order; neither side is empty.
        near_source, near_target: Facts of the neighbouring sentences: what moved there contradicts nothing.
    """
    ours, theirs = _Side(source, near_source), _Side(target, near_target)
    return (*_number_conflicts(ours, theirs), *_date_conflicts(ours, theirs), *_name_conflicts(ours, theirs))


def _number_conflicts(ours: _Side, theirs: _Side) -> Iterator[FactConflict]:
    numbers, others = _placed(ours.bead, _numbers), _placed(theirs.bead, _numbers)
    pairs = pair_up([at.mention for at in numbers], [at.mention for at in others], number_likeness)
    left = _lone_numbers([at for i, at in enumerate(numbers) if i not in {i for i, _ in pairs}], ours, theirs)
    right = _lone_numbers([at for j, at in enumerate(others) if j not in {j for _, j in pairs}], theirs, ours)
    for one, other in _opposed(left, right, _contradict):
        words = sum(not any(letter.isdigit() for letter in at.mention.text) for at in (one, other))
        bounds = bounds_clash(one.mention, other.mention)
        said = [number_in_words(at.mention, bound=bounds) for at in (one, other)]
        yield FactConflict(
            "number",
            ((one.sentence, one.mention),),
            ((other.sentence, other.mention),),
            "major",
            _confidence(0.95 - 0.05 * words, one, other, len(left) + len(right)),
            f"The {ours.language} text says {said[0]}, the {theirs.language} text says {said[1]}.",
            conversion_note(one.mention, other.mention)
            or nearest_note(one.mention, other.mention, [at.mention for at in others], theirs.language),
        )
    if bool(left) != bool(right):
        yield from _year_conflicts(left, right, ours, theirs)


def _year_conflicts(
    left: Sequence[_Lone[NumberMention]], right: Sequence[_Lone[NumberMention]], ours: _Side, theirs: _Side
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
    said = (f"the year {field_in_words('year', years[0].mention)}", number_in_words(bare[0].mention))
    places = (((years[0].sentence, years[0].mention),), ((bare[0].sentence, bare[0].mention),))
    source, target = places if right else places[::-1]
    first, second = said if right else said[::-1]
    reason = f"The {ours.language} text says {first}, the {theirs.language} text says {second}."
    yield FactConflict("number", source, target, "major", 0.8, reason)


def _lone_numbers(candidates: Sequence[_Lone[NumberMention]], ours: _Side, theirs: _Side) -> list[_Lone[NumberMention]]:
    lone = []
    for at in candidates:
        if not (number := at.mention).weak or number.bound:
            novel = not _times_given(number, theirs.bead)
            moved = _times_given(number, theirs.near) > _times_given(number, ours.near)
            lone.append(_Lone(at.sentence, number, at.place, novel, moved))
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


def _opposed(
    left: Sequence[_Lone[MentionType]],
    right: Sequence[_Lone[MentionType]],
    contradict: Callable[[MentionType, MentionType], bool],
) -> list[tuple[_Lone[MentionType], _Lone[MentionType]]]:
    """Lone mentions that stand in each other's place, each used once, nearest first; in reading order."""
    candidates = sorted(
        (abs(one.place - other.place), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if ((one.novel and not one.moved) or (other.novel and not other.moved))
        and not (one.moved and other.moved)
        and contradict(one.mention, other.mention)
    )
    used: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, i, j in candidates:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((left[i], right[j]))
    return sorted(pairs, key=lambda pair: (pair[0].sentence, pair[0].mention.start))


def _date_conflicts(ours: _Side, theirs: _Side) -> Iterator[FactConflict]:
    told: set[DateMention] = set()
    for field in _DATE_FIELDS:
        left, right = _lone_dates(field, ours, theirs), _lone_dates(field, theirs, ours)
        for one, other in _opposed(left, right, _against if field == "relative" else lambda _, __: True):
            counted = [getattr(at.mention, field) is None for at in (one, other)]  # from the day of publication
            if any(counted) and not told.isdisjoint((one.mention, other.mention)):
                continue  # another field of it is told already
            told |= {one.mention, other.mention}
            said = (field_in_words(field, at.mention) for at in (one, other))
            yield FactConflict(
                "date",
                ((one.sentence, one.mention),),
                ((other.sentence, other.mention),),
                "major",
                _confidence(
                    0.75 if any(counted) else 0.85 if field == "relative" else 0.95, one, other, len(left) + len(right)
                ),
                f"The {ours.language} text gives the {FIELD_NAMES.get(field, field)} as {next(said)},"
                f" the {theirs.language} text as {next(said)}.",
                counted_note(one.mention, other.mention) if any(counted) else "",
            )


def _lone_dates(field: str, ours: _Side, theirs: _Side) -> list[_Lone[DateMention]]:
    """Dates whose year (month, ...) the other side gives less often."""

    def values(sentences: Sequence[Facts]) -> Counter[Hashable]:
        return Counter(value for facts in sentences for date in facts.dates for value in values_of(date, field))

    given = values(theirs.bead)
    if field in ("year", "day", "decade"):  # "2003" may have been read as a plain number over there
        given += Counter(amount for facts in theirs.bead for number in facts.numbers for amount in number.amounts)
    near, near_given = values(ours.near), values(theirs.near)
    surplus = values(ours.bead) - given
    relative = {date.relative for facts in (*theirs.bead, *theirs.near) for date in facts.dates}
    lone = []
    for at in _placed(ours.bead, _dates):
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
            lone.append(_Lone(at.sentence, date, at.place, not given[value], moved))
    if field in ("day", "month") and any(
        date.swappable for side in (ours, theirs) for f in side.bead for date in f.dates
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


def _name_conflicts(ours: _Side, theirs: _Side) -> Iterator[FactConflict]:
    for sort in ("country", "city", "place"):
        yield from _opposed_names(_lone_names(sort, ours, theirs), _lone_names(sort, theirs, ours), 0.9, ours, theirs)
    left, right = _unheard_names(ours, theirs), _unheard_names(theirs, ours)
    if len(left) == len(right) == 1:
        yield from _opposed_names(left, right, 0.75, ours, theirs)


def _opposed_names(
    left: Sequence[_Lone[NameMention]], right: Sequence[_Lone[NameMention]], start: float, ours: _Side, theirs: _Side
) -> Iterator[FactConflict]:
    for one, other in _opposed(left, right, lambda _, __: True):
        distance = abs(one.place - other.place)
        sure = one.novel and other.novel and start > 0.8
        if distance > (_SAME_HALF if sure else _SAME_PLACE):
            continue
        yield FactConflict(
            "name",
            ((one.sentence, one.mention),),
            ((other.sentence, other.mention),),
            "major",
            _confidence(start, one, other, len(left) + len(right)),
            f"The {ours.language} text names {_said(one.mention)}, the {theirs.language} text names"
            f" {_said(other.mention)} in its place.",
        )


def _unheard_names(ours: _Side, theirs: _Side) -> list[_Lone[NameMention]]:
    """People in no table that nothing with a capital letter on the other side sounds like.

    Only Russian tells people from other names by its dictionary; English names are taken as they come, save those with
    a word of institutions ("Academy Awards") or in capitals, which are translated and not transliterated.
    """
    sounds = {key for facts in (*theirs.bead, *theirs.near) for key in facts.sounds}
    return [
        at
        for at in _placed(ours.bead, _names)
        if not at.mention.known
        and (at.mention.sort == "person" if ours.bead[0].language == "ru" else _may_be_person(at.mention))
        and not heard_in(at.mention, sounds, _FAINTLY_HEARD)
    ]


def _may_be_person(name: NameMention) -> bool:
    words = name.text.split()
    return not any(word.isupper() or word.casefold() in institution_words() for word in words)


def _lone_names(sort: str, ours: _Side, theirs: _Side) -> list[_Lone[NameMention]]:
    """Known names of one sort that the other side gives less often."""

    def keys(sentences: Sequence[Facts]) -> Counter[str]:
        return Counter(key for facts in sentences for name in facts.names for key in name.keys)

    given, near, near_given = keys(theirs.bead), keys(ours.near), keys(theirs.near)
    surplus = keys(ours.bead) - given
    lone = []
    for at in _placed(ours.bead, _names):
        name = at.mention
        if name.sort != sort or not name.known or not surplus[name.keys[0]]:
            continue
        if heard_in(name, [key for key in given if ":" not in key], SAME_SOUND):  # Tom Holland is no country
            continue
        surplus[name.keys[0]] -= 1
        moved = near_given[name.keys[0]] > near[name.keys[0]]
        lone.append(_Lone(at.sentence, name, at.place, not given[name.keys[0]], moved))
    return lone


def _confidence(start: float, one: _Lone[MentionType], other: _Lone[MentionType], lone: int) -> float:
    """Less where other mentions are without counterpart too, or one of the two is no news to the other side."""
    doubts = 0.05 * (lone - 2) + 0.1 * (not one.novel or not other.novel) + 0.3 * (one.moved or other.moved)
    return round(max(0.3, start - doubts), 3)


def _placed(
    sentences: Sequence[Facts], mentions_of: Callable[[Facts], Sequence[MentionType]]
) -> list[_Lone[MentionType]]:
    total = sum(facts.length for facts in sentences) or 1
    placed, before = [], 0
    for position, facts in enumerate(sentences):
        placed += [_Lone(position, mention, (before + mention.start) / total) for mention in mentions_of(facts)]
        before += facts.length
    return placed


def _numbers(facts: Facts) -> Sequence[NumberMention]:
    return facts.numbers


def _dates(facts: Facts) -> Sequence[DateMention]:
    return facts.dates


def _names(facts: Facts) -> Sequence[NameMention]:
    return facts.names


def _said(mention: Mention) -> str:
    return mention.value if mention.text == mention.value else f"{mention.value} ({mention.text})"
