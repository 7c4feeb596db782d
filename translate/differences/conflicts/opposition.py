"""Mentions of a bead that have no counterpart, and which of them stand in each other's place.

A conflict needs two mentions that have no counterpart and stand in each other's place. One of them at least must be new
to the other side altogether; the other may repeat something that is said there once already. What a neighbouring
sentence of the other text says more often than the neighbours on this side has moved there, and contradicts nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.difference import Severity
from translate.facts.in_words import mention_in_words
from translate.facts.mention import Facts, Mention, Placed
from translate.wording.naming import Version
from translate.wording.phrase import Phrase

MentionType = TypeVar("MentionType", bound=Mention)


class Stating(Protocol):
    """What conflicts of facts ask of a side of a bead; a `BeadSide` answers, and so can facts without a story."""

    @property
    def language(self) -> str: ...

    @property
    def version(self) -> Version: ...

    @property
    def facts(self) -> Sequence[Facts]: ...

    @property
    def near(self) -> Sequence[Facts]: ...


@dataclass(frozen=True, slots=True)
class FactConflict:
    """A fact that both sides give, and give differently.

    Attributes:
        kind: What disagrees.
        source, target: Where it stands: the position of the sentence in the bead and the mention there.
        severity: "major" or "minor".
        confidence: Probability in [0, 1] that a careful reader would agree.
        reason: One neutral sentence.
        note: What else a reader should know: a conversion, the next best candidate; empty where there is nothing.
    """

    kind: Literal["number", "date", "name"]
    source: tuple[Placed, ...]
    target: tuple[Placed, ...]
    severity: Severity
    confidence: float
    reason: str
    note: str = ""


def as_contrast(conflict: FactConflict, source: BeadSide, target: BeadSide) -> Contrast:
    """A conflict between the two sides of a bead as a reader is told of it."""
    reason = Phrase("The two sentences correspond, and this is read differently in them.")
    if conflict.note:
        reason = Phrase(
            "The two sentences correspond, and this is read differently in them. {note}", note=conflict.note
        )
    return Contrast(
        kind=conflict.kind,
        side="both",
        severity=conflict.severity,
        confidence=conflict.confidence,
        source=_words(conflict.source, source),
        target=_words(conflict.target, target),
        message=conflict.reason,
        reason=reason,
        lone=(),
    )


def _words(placed: Sequence[Placed], side: BeadSide) -> tuple[Words, ...]:
    return tuple(
        Words(side.sentences[position], m.start, m.end, m.value, mention_in_words(m)) for position, m in placed
    )


@dataclass(frozen=True, slots=True)
class Lone(Generic[MentionType]):
    """A mention without counterpart in the other side of the bead.

    Attributes:
        sentence: Position of its sentence in the bead.
        mention: What was read.
        place: How far into the bead it stands, in [0, 1].
        novel: Whether the other side does not give it at all; otherwise it gives it less often.
        moved: Whether a neighbouring sentence of the other side may have taken it over.
        surplus: How much more often this side gives it than the other; more mentions than that may stand as lone.
    """

    sentence: int
    mention: MentionType
    place: float
    novel: bool = True
    moved: bool = False
    surplus: int = 1


def opposed(
    left: Sequence[Lone[MentionType]],
    right: Sequence[Lone[MentionType]],
    contradict: Callable[[MentionType, MentionType], bool],
    unlikely: Callable[[Lone[MentionType], Lone[MentionType]], float] | None = None,
) -> list[tuple[Lone[MentionType], Lone[MentionType]]]:
    """Lone mentions that stand in each other's place, each used once, nearest first; in reading order.

    Args:
        left, right: The mentions of the two sides.
        contradict: Whether two can stand for the same thing and differ.
        unlikely: How unlikely they are given for the same thing, in [0, 1], where more is known of it than their
            places; 1 for two that are not.
    """
    candidates = sorted(
        (distance, i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if ((one.novel and not one.moved) or (other.novel and not other.moved))
        and contradict(one.mention, other.mention)
        and (distance := unlikely(one, other) if unlikely else abs(one.place - other.place)) < 1
    )
    used: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, i, j in candidates:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((left[i], right[j]))
    return sorted(pairs, key=lambda pair: (pair[0].sentence, pair[0].mention.start))


def confidence_of(start: float, one: Lone[MentionType], other: Lone[MentionType], lone: int) -> float:
    """Less where other mentions are without counterpart too, or one of the two is no news to the other side."""
    doubts = 0.05 * (lone - 2) + 0.1 * (not one.novel or not other.novel) + 0.3 * (one.moved or other.moved)
    return round(max(0.3, start - doubts), 3)


def placed_in(
    sentences: Sequence[Facts], mentions_of: Callable[[Facts], Sequence[MentionType]]
) -> list[Lone[MentionType]]:
    total = sum(facts.length for facts in sentences) or 1
    placed, before = [], 0
    for position, facts in enumerate(sentences):
        placed += [Lone(position, mention, (before + mention.start) / total) for mention in mentions_of(facts)]
        before += facts.length
    return placed


def said(mention: Mention) -> str:
    return mention.value if mention.text == mention.value else f"{mention.value} ({mention.text})"


def names_in_place(ours: Version, one: Mention, theirs: Version, other: Mention) -> Phrase:
    """Two names of which one stands where the other version has the other."""
    return Phrase(
        "{ours:opening} names {one}, {theirs:text} names {other} in its place.",
        ours=ours,
        one=said(one),
        theirs=theirs,
        other=said(other),
    )
