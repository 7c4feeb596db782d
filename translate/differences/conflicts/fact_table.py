"""The table of facts: every number, date and name of two aligned stories, beside what the other version says."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeAlias

from translate.alignment.bead import Bead
from translate.differences.conflicts.fact import Fact, Said, Status
from translate.differences.conflicts.one_name import may_be_one
from translate.differences.difference import Difference
from translate.facts.in_words import mention_in_words
from translate.facts.matching import date_fields, pair_up
from translate.facts.mention import DateMention, Facts, Mention, MentionKind, NameMention, NumberMention
from translate.facts.reading import counterparts
from translate.story.story import Story
from translate.text.document import Span
from translate.text.sides import SIDES, SideName, on_side, other_side

KINDS: tuple[MentionKind, ...] = ("number", "date", "name")
_Thing: TypeAlias = tuple[MentionKind, str | frozenset[str]]  # what mentions that give the same have in common


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A mention, where it stands in the document, and the number of the bead around it."""

    bead: int
    mention: Mention
    said: Said


@dataclass(slots=True, eq=False)
class _Row:
    """A fact in the making; places of one side give the same thing."""

    kind: MentionKind
    status: Status
    source: list[_Place] = field(default_factory=list)
    target: list[_Place] = field(default_factory=list)
    said: dict[SideName, dict[_Thing, Mention]] = field(default_factory=lambda: {side: {} for side in SIDES})

    def add(self, side: SideName, place: _Place) -> None:
        """One more place of a side."""
        on_side(self, side).append(place)
        self.said[side].setdefault(_thing(place.mention), place.mention)

    @property
    def fact(self) -> Fact:
        """The row as it is told."""
        return Fact(self.kind, self.status, _told(self.source), _told(self.target))

    @property
    def bead(self) -> int:
        """The first bead in which it is given."""
        return min(place.bead for place in chain(self.source, self.target))


def fact_table(
    source: Story, target: Story, beads: Sequence[Bead], differences: Sequence[Difference]
) -> tuple[Fact, ...]:
    """All facts of two aligned stories, in reading order of the beads.

    Numbers too unspecific to say anything ("one", "both") are left out, and so are days told from the day of
    publication ("yesterday") that corresponding sentences do not agree on: journalists rewrite them.

    Args:
        source, target: The two stories.
        beads: Their alignment, over the stories' compared sentences.
        differences: What was found in them; those in a number, a date or a name are the rows that are "different".
    """
    conflicts = _conflicts(source, target, differences)
    left = _places(source, [bead.source for bead in beads], [said for _, fact in conflicts for said in fact.source])
    right = _places(target, [bead.target for bead in beads], [said for _, fact in conflicts for said in fact.target])
    codes = source.document.language, target.document.language
    matched, used = _matched(left, right, len(beads), codes)
    lone_left, lone_right = (
        [place for place in side if place not in used and _tells(place.mention)] for side in (left, right)
    )
    rows = [
        *matched,
        *_names_alone(lone_left, lone_right, matched, beads),
        *_values_alone(lone_left, lone_right, left, right),
    ]
    facts = [*conflicts, *((row.bead, row.fact) for row in rows)]
    return tuple(fact for _, fact in sorted(facts, key=lambda numbered: (numbered[0], _position(numbered[1]))))


def _conflicts(source: Story, target: Story, differences: Sequence[Difference]) -> list[tuple[int, Fact]]:
    """Facts that the versions give differently, each with its bead; a date may differ in two fields and is one fact."""
    facts: dict[tuple[tuple[Span, ...], tuple[Span, ...]], tuple[int, Fact]] = {}
    for difference in differences:
        for kind in KINDS:
            if difference.kind == kind and difference.source and difference.target:
                places = (difference.source, difference.target)
                ours, theirs = _said(source, difference, "source"), _said(target, difference, "target")
                facts.setdefault(places, (difference.bead, Fact(kind, "different", ours, theirs, difference.id)))
    return list(facts.values())


def _said(story: Story, difference: Difference, side: str) -> tuple[Said, ...]:
    """What a difference says of one side; its readings go with its spans."""
    document = story.document
    spans = on_side(difference, side)
    read = [(reading.value, reading.words) for reading in difference.evidence.readings if reading.side == side]
    if len(read) != len(spans):
        read = [(document.text[span.start : span.end], "") for span in spans]
    return tuple(
        Said(
            next(i for i in story.number if span.start < document.sentences[i].end),
            span.start,
            span.end,
            value,
            words,
        )
        for span, (value, words) in zip(spans, read, strict=True)
    )


def _places(story: Story, beads: Sequence[Sequence[int]], taken: Iterable[Said]) -> list[_Place]:
    """All mentions of one side in reading order of the beads, but those that overlap what is taken."""
    borders: dict[int, list[Said]] = {}
    for said in taken:
        borders.setdefault(said.sentence, []).append(said)
    places = []
    for number, sentences in enumerate(beads):
        for i in sentences:
            for mention in story.facts[i].mentions:
                span = story.span(i, mention.start, mention.end)
                if not any(span.start < at.end and at.start < span.end for at in borders.get(story.number[i], ())):
                    said = Said(story.number[i], span.start, span.end, mention.value, mention_in_words(mention))
                    places.append(_Place(number, mention, said))
    return places


def _matched(
    left: Sequence[_Place], right: Sequence[_Place], beads: int, languages: tuple[str, str]
) -> tuple[list[_Row], set[_Place]]:
    """Facts on which corresponding sentences agree, and the places that they take up.

    What comes back in other sentences that correspond joins its row.
    """
    rows: list[_Row] = []
    near: dict[tuple[MentionKind, str], list[_Row]] = {}
    used: set[_Place] = set()
    ours, theirs = _by_bead(left, beads), _by_bead(right, beads)
    for one, other in chain.from_iterable(map(_pairs, ours, theirs)):
        if not _is_one(one.mention, other.mention, languages):
            continue
        used |= {one, other}
        if not (_tells(one.mention, paired=True) or _tells(other.mention, paired=True)):
            continue
        kind: MentionKind = "date" if "date" in (one.mention.kind, other.mention.kind) else one.mention.kind
        known = near.setdefault((kind, _handle(one.mention)), [])
        row = next((row for row in known if _fits(one, row.said["source"]) and _fits(other, row.said["target"])), None)
        if row is None:
            row = _Row(kind, "matched")
            known.append(row)
            rows.append(row)
        row.add("source", one)
        row.add("target", other)
    return rows, used


def _is_one(one: Mention, other: Mention, languages: tuple[str, str]) -> bool:
    """Whether two mentions that pair up may give one thing; two people of one name are two."""
    if not isinstance(one, NameMention) or not isinstance(other, NameMention):
        return True
    return may_be_one(one, languages[0], other, languages[1])


def _pairs(left: Sequence[_Place], right: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Mentions of the two sides of one bead that say the same, each used once; those that read alike go first."""
    for pair_rest in (_alike, _counterparts, _numbers_in_dates):
        pairs = pair_rest(left, right)
        yield from ((left[i], right[j]) for i, j in pairs)
        left = [place for i, place in enumerate(left) if i not in {i for i, _ in pairs}]
        right = [place for j, place in enumerate(right) if j not in {j for _, j in pairs}]


def _alike(left: Sequence[_Place], right: Sequence[_Place]) -> tuple[tuple[int, int], ...]:
    """The same value: "6 m" stands for "6 metres" and not for "6 p.m.", which alone it might."""
    return _paired(left, right, lambda one, other: float(one.kind == other.kind and one.value == other.value))


def _counterparts(left: Sequence[_Place], right: Sequence[_Place]) -> tuple[tuple[int, int], ...]:
    """What may be a rounding, a shorter date or a name in another script."""
    where = {id(place.mention): i for side in (left, right) for i, place in enumerate(side)}
    found = counterparts(_facts(left), _facts(right))
    return tuple((where[id(one)], where[id(other)]) for one, other in found)


def _numbers_in_dates(left: Sequence[_Place], right: Sequence[_Place]) -> tuple[tuple[int, int], ...]:
    return _paired(left, right, _number_in_date)


def _paired(
    left: Sequence[_Place], right: Sequence[_Place], likeness: Callable[[Mention, Mention], float]
) -> tuple[tuple[int, int], ...]:
    return pair_up([place.mention for place in left], [place.mention for place in right], likeness)


def _number_in_date(one: Mention, other: Mention) -> float:
    """Whether one side gives as a plain number what is a year, a day ... of a date on the other: "2003"."""
    date, number = (one, other) if isinstance(one, DateMention) else (other, one)
    if not isinstance(date, DateMention) or not isinstance(number, NumberMention):
        return 0.0
    return float(any(value in number.amounts for name, value in date_fields(date) if name != "weekday"))


def _facts(places: Sequence[_Place]) -> Facts:
    """Mentions of one side of a bead as if they stood in one sentence."""
    mentions = [place.mention for place in places]
    return Facts(
        "",
        0,
        tuple(mention for mention in mentions if isinstance(mention, NumberMention)),
        tuple(mention for mention in mentions if isinstance(mention, DateMention)),
        tuple(mention for mention in mentions if isinstance(mention, NameMention)),
    )


def _names_alone(
    left: Sequence[_Place], right: Sequence[_Place], matched: Sequence[_Row], beads: Sequence[Bead]
) -> list[_Row]:
    """Names without counterpart where one is expected; one that both versions have joins its row instead."""
    near: dict[str, list[_Row]] = {}
    for row in matched:
        if row.kind == "name":
            for handle in dict.fromkeys(_handle(place.mention) for place in chain(row.source, row.target)):
                near.setdefault(handle, []).append(row)
    rows: list[_Row] = []
    for side, places in zip(SIDES, (left, right), strict=True):
        for place in _of_kinds(places, ("name",)):
            known = near.setdefault(_handle(place.mention), [])
            joined = next((row for row in known if _joins(place, row, side)), None)
            if joined is None:
                joined = _Row("name", "only")
                known.append(joined)
                rows.append(joined)
            joined.add(side, place)
    for row in rows:
        if row.source and row.target:
            row.status = "matched"
        elif not any(_surely_alone(place, beads) for place in chain(row.source, row.target)):
            row.status = "unclear"
    return rows


def _surely_alone(place: _Place, beads: Sequence[Bead]) -> bool:
    """Whether a name without counterpart has none: one of a table, or in a sentence that stands alone itself."""
    return not beads[place.bead].two_sided or (isinstance(place.mention, NameMention) and place.mention.known)


def _joins(place: _Place, row: _Row, side: SideName) -> bool:
    """Whether a name is that of a row: as that side gives it, or as the other does where that side does not."""
    return _fits(place, row.said[side] or row.said[other_side(side)])


def _values_alone(
    left: Sequence[_Place], right: Sequence[_Place], all_left: Sequence[_Place], all_right: Sequence[_Place]
) -> list[_Row]:
    """Numbers and dates without counterpart where one is expected, with the places where the other version has them."""
    ours, theirs, all_ours, all_theirs = map(_by_value, (left, right, all_left, all_right))
    rows = []
    for key, places in ours.items():
        others = all_theirs.get(key, [])
        rows.append(_Row(key[0], "elsewhere" if others else "only", places, others))
    for key, places in theirs.items():
        if key not in ours:
            others = all_ours.get(key, [])
            rows.append(_Row(key[0], "elsewhere" if others else "only", others, places))
    return rows


def _by_value(places: Iterable[_Place]) -> dict[tuple[MentionKind, str], list[_Place]]:
    grouped: dict[tuple[MentionKind, str], list[_Place]] = {}
    for place in _of_kinds(places, ("number", "date")):
        grouped.setdefault((place.mention.kind, place.mention.value), []).append(place)
    return grouped


def _by_bead(places: Iterable[_Place], beads: int) -> list[list[_Place]]:
    grouped: list[list[_Place]] = [[] for _ in range(beads)]
    for place in places:
        grouped[place.bead].append(place)
    return grouped


def _of_kinds(places: Iterable[_Place], kinds: Sequence[MentionKind]) -> list[_Place]:
    return [place for place in places if place.mention.kind in kinds]


def _tells(mention: Mention, *, paired: bool = False) -> bool:
    """Whether a mention is worth a row."""
    if isinstance(mention, DateMention):
        return paired or mention.relative is None
    return not (isinstance(mention, NumberMention) and mention.weak)


def _handle(mention: Mention) -> str:
    """What two mentions of the same thing on one side surely have in common: the value, of a name the last word."""
    return mention.keys[-1] if isinstance(mention, NameMention) and mention.keys else mention.value


def _thing(mention: Mention) -> _Thing:
    """What tells whether a mention gives the same thing as others."""
    return mention.kind, frozenset(mention.keys) if isinstance(mention, NameMention) else mention.value


def _fits(place: _Place, others: Mapping[_Thing, Mention]) -> bool:
    """Whether a mention gives the same thing as all the others: the same value, or a shorter or longer name."""
    return bool(others) and all(_same(place.mention, other) for other in others.values())


def _same(one: Mention, other: Mention) -> bool:
    if isinstance(one, NameMention) and isinstance(other, NameMention):
        left, right = set(one.keys), set(other.keys)
        return bool(left and right) and (left <= right or right <= left)
    return one.kind == other.kind and one.value == other.value


def _told(places: Sequence[_Place]) -> tuple[Said, ...]:
    return tuple(sorted((place.said for place in places), key=lambda said: said.start))


def _position(fact: Fact) -> tuple[bool, int]:
    """What the source gives comes first."""
    return (not fact.source, (fact.source or fact.target)[0].start)
