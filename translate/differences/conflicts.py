"""Where two groups of sentences that correspond contradict each other: in a number, a date or a name."""

from collections import Counter
from collections.abc import Iterator, Sequence

from translate.differences.dates import MONTHS, WEEKDAYS
from translate.differences.matching import date_fields, number_likeness, pair_up, same_kind_of_number
from translate.differences.mention import DateMention, Facts, NumberMention
from translate.differences.name_conflicts import name_conflicts
from translate.differences.opposition import FactConflict
from translate.differences.opposition import Lone as _Lone
from translate.differences.opposition import Side as _Side
from translate.differences.opposition import confidence_of as _confidence
from translate.differences.opposition import opposed as _opposed
from translate.differences.opposition import placed_in as _placed
from translate.differences.opposition import said as _said

_DATE_FIELDS = ("year", "month", "day", "weekday", "decade")


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
    return (*_number_conflicts(ours, theirs), *_date_conflicts(ours, theirs), *name_conflicts(ours, theirs))


def _number_conflicts(ours: _Side, theirs: _Side) -> Iterator[FactConflict]:
    numbers, others = _placed(ours.bead, _numbers), _placed(theirs.bead, _numbers)
    pairs = pair_up([at.mention for at in numbers], [at.mention for at in others], number_likeness)
    left = _lone_numbers([at for i, at in enumerate(numbers) if i not in {i for i, _ in pairs}], ours, theirs)
    right = _lone_numbers([at for j, at in enumerate(others) if j not in {j for _, j in pairs}], theirs, ours)
    for one, other in _opposed(left, right, _contradict):
        words = sum(not any(letter.isdigit() for letter in at.mention.text) for at in (one, other))
        yield FactConflict(
            "number",
            ((one.sentence, one.mention),),
            ((other.sentence, other.mention),),
            "major",
            _confidence(0.95 - 0.05 * words, one, other, len(left) + len(right)),
            f"The {ours.language} text says {_said(one.mention)},"
            f" the {theirs.language} text says {_said(other.mention)}.",
        )


def _lone_numbers(candidates: Sequence[_Lone[NumberMention]], ours: _Side, theirs: _Side) -> list[_Lone[NumberMention]]:
    lone = []
    for at in candidates:
        if not (number := at.mention).weak:
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
    if not same_kind_of_number(one, other):
        return False
    spelled = [not any(letter.isdigit() for letter in number.text) for number in (one, other)]
    if spelled[0] == spelled[1] or (one.unit is not None and one.unit == other.unit):
        return True
    small, large = sorted((one.amounts[0], other.amounts[0]))
    return large <= 3 * small  # "two goals" does not answer "(17)"


def _date_conflicts(ours: _Side, theirs: _Side) -> Iterator[FactConflict]:
    for field in _DATE_FIELDS:
        left, right = _lone_dates(field, ours, theirs), _lone_dates(field, theirs, ours)
        for one, other in _opposed(left, right, lambda _, __: True):
            said = (_named(field, at.mention) for at in (one, other))
            yield FactConflict(
                "date",
                ((one.sentence, one.mention),),
                ((other.sentence, other.mention),),
                "major",
                _confidence(0.95, one, other, len(left) + len(right)),
                f"The {ours.language} text gives the {field} as {next(said)},"
                f" the {theirs.language} text as {next(said)}.",
            )


def _lone_dates(field: str, ours: _Side, theirs: _Side) -> list[_Lone[DateMention]]:
    """Dates whose year (month, ...) the other side gives less often."""

    def values(sentences: Sequence[Facts]) -> Counter[float]:
        return Counter(value for facts in sentences for date in facts.dates for value in _values_of(date, field))

    given = values(theirs.bead)
    if field in ("year", "day", "decade"):  # "2003" may have been read as a plain number over there
        given += Counter(amount for facts in theirs.bead for number in facts.numbers for amount in number.amounts)
    near, near_given = values(ours.near), values(theirs.near)
    surplus = values(ours.bead) - given
    lone = []
    for at in _placed(ours.bead, _dates):
        for value in _values_of(at.mention, field)[:1]:
            if surplus[value] > 0:
                surplus[value] -= 1
                moved = near_given[value] > near[value]
                lone.append(_Lone(at.sentence, at.mention, at.place, not given[value], moved))
    if field in ("day", "month") and any(
        date.swappable for side in (ours, theirs) for f in side.bead for date in f.dates
    ):
        return []
    return lone


def _values_of(date: DateMention, field: str) -> tuple[int, ...]:
    return tuple(value for name, value in date_fields(date) if name == field)


def _numbers(facts: Facts) -> Sequence[NumberMention]:
    return facts.numbers


def _dates(facts: Facts) -> Sequence[DateMention]:
    return facts.dates


def _named(field: str, date: DateMention) -> str:
    value = int(getattr(date, field))
    return WEEKDAYS[value] if field == "weekday" else MONTHS[value - 1] if field == "month" else str(value)
