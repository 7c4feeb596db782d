"""A Comparison from above, as plain values for plots: kinds, places in the article, and how the story flows."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, TypeAlias

from translate.comparison import Comparison
from translate.differences.difference import Severity
from translate.differences.kinds import KINDS, Family
from translate.report.passages import passage
from translate.report.ties import Place, Tie, ties_of
from translate.report.wording import capital, counts_line, kind_counts, kind_name, kind_of_text, side_name
from translate.text.document import Document
from translate.text.shown import beginning
from translate.text.sides import SIDES, SideName, on_side
from translate.wording.phrase import say

EXCERPT = 90  # characters of a passage; enough to know it again

Link = Literal["matched", "moved"]


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many differences there are of one kind and severity."""

    kind: str
    family: Family
    severity: Severity
    count: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A difference in one of the texts.

    Attributes:
        difference: Its id.
        kind, side: In words.
        position: How far into the compared text its middle stands, in [0, 1].
        words: The beginning of the passage.
    """

    difference: str
    kind: str
    family: Family
    severity: Severity
    side: str
    position: float
    words: str


@dataclass(frozen=True, slots=True)
class Thread:
    """What both versions tell, from its place in the one to its place in the other.

    Attributes:
        bead: Index of the bead.
        link: "moved" where its neighbours are others in the other version.
        source, target: How far into either text its middle stands, in [0, 1].
        words: The beginning of the source passage.
    """

    bead: int
    link: Link
    source: float
    target: float
    words: str


@dataclass(frozen=True, slots=True)
class End:
    """What one version alone tells; `side` and `position` as in `Mark`."""

    bead: int
    side: str
    position: float
    words: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the plots draw; empty where the two texts tell different stories.

    Attributes:
        names, kinds: What the source and the target are called, by themselves and before "text".
        counts, counts_in_words: Differences by kind and severity, and the same as a sentence.
        marks, marks_in_words: Where in either text the differences lie.
        threads, ends, flow_in_words: Where what the one version tells stands in the other.
    """

    names: tuple[str, str]
    kinds: tuple[str, str]
    counts: tuple[KindCount, ...]
    counts_in_words: str
    marks: tuple[Mark, ...]
    marks_in_words: str
    threads: tuple[Thread, ...]
    ends: tuple[End, ...]
    flow_in_words: str


def overview_of(comparison: Comparison) -> Overview:
    """The comparison from above."""
    names = (side_name(comparison, "source"), side_name(comparison, "target"))
    kinds = (kind_of_text(comparison, "source"), kind_of_text(comparison, "target"))
    likely = comparison.same_story.likely
    scales = _Scale(comparison.source), _Scale(comparison.target)
    counts = _counts(comparison) if likely else ()
    marks = _marks(comparison, scales) if likely else ()
    ties = ties_of(comparison)
    threads = _threads(comparison, scales, ties)
    ends = _ends(comparison, scales, ties)
    return Overview(
        names,
        kinds,
        counts,
        counts_line(comparison),
        marks,
        _marks_in_words(names, kinds, marks),
        threads,
        ends,
        _flow_in_words(names, kinds, threads, ends),
    )


class _Scale:
    """How far into a text a place stands, in [0, 1]; page furniture has no length."""

    def __init__(self, document: Document) -> None:
        self._sentences = [document.sentences[i] for i in document.compared]
        lengths = (sentence.end - sentence.start for sentence in self._sentences)
        self._before = list(accumulate(lengths, initial=0))

    def position(self, start: int, end: int) -> float:
        """Position of the middle of a stretch of the document's text."""
        return round((self._reached(start) + self._reached(end)) / 2 / max(1, self._before[-1]), 4)

    def _reached(self, offset: int) -> int:
        """Compared characters before an offset."""
        i = bisect_right(self._sentences, offset, key=lambda sentence: sentence.start) - 1
        if i < 0:
            return 0
        return self._before[i] + min(offset, self._sentences[i].end) - self._sentences[i].start


Scales: TypeAlias = tuple[_Scale, _Scale]


def _threads(comparison: Comparison, scales: Scales, ties: Mapping[Place, Tie]) -> tuple[Thread, ...]:
    return tuple(
        Thread(
            number,
            "moved" if bead.moved else "matched",
            _middle(comparison, scales, "source", bead.source),
            _middle(comparison, scales, "target", bead.target),
            _beginning(comparison, "source", bead.source),
        )
        for number, bead in enumerate(comparison.beads)
        if any(ties["source", i].paired for i in bead.source if ("source", i) in ties)
    )


def _ends(comparison: Comparison, scales: Scales, ties: Mapping[Place, Tie]) -> tuple[End, ...]:
    return tuple(
        End(
            number,
            side_name(comparison, side),
            _middle(comparison, scales, side, (i,)),
            _beginning(comparison, side, (i,)),
        )
        for number, bead in enumerate(comparison.beads)
        for side in SIDES
        for i in on_side(bead, side)
        if (side, i) in ties and not ties[side, i].paired and not ties[side, i].partners
    )


def _middle(comparison: Comparison, scales: Scales, side: SideName, sentences: Sequence[int]) -> float:
    document = on_side(comparison, side)
    first, last = document.sentences[sentences[0]], document.sentences[sentences[-1]]
    return scales[SIDES.index(side)].position(first.start, last.end)


def _beginning(comparison: Comparison, side: SideName, sentences: Sequence[int]) -> str:
    document = on_side(comparison, side)
    return beginning(" ".join(document.sentence_text(i) for i in sentences), EXCERPT)


def _counts(comparison: Comparison) -> tuple[KindCount, ...]:
    counts = Counter((difference.kind, difference.severity) for difference in comparison.differences)
    severities: tuple[Severity, Severity] = ("major", "minor")
    return tuple(
        KindCount(kind_name(comparison, kind), KINDS[kind].family, severity, counts[kind, severity])
        for kind, _ in kind_counts(comparison)
        for severity in severities
        if counts[kind, severity]
    )


def _marks(comparison: Comparison, scales: Scales) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            difference.id,
            kind_name(comparison, difference.kind),
            KINDS[difference.kind].family,
            difference.severity,
            side_name(comparison, side),
            scale.position(min(span.start for span in spans), max(span.end for span in spans)),
            beginning(passage(comparison, difference, side).text, EXCERPT),
        )
        for difference in comparison.differences
        for side, scale in zip(SIDES, scales, strict=True)
        if (spans := on_side(difference, side))
    )


def _marks_in_words(names: tuple[str, str], kinds: tuple[str, str], marks: Sequence[Mark]) -> str:
    """How many differences lie in each third of either text."""
    told = []
    for name, kind in zip(names, kinds, strict=True):
        thirds = Counter(min(2, int(mark.position * 3)) for mark in marks if mark.side == name)
        told.append(
            capital(
                say(
                    "{language} text: {first} in the first third, {second} in the second, {last} in the last.",
                    language=kind,
                    first=thirds[0],
                    second=thirds[1],
                    last=thirds[2],
                )
            )
        )
    return " ".join(told) if marks else say("There are no differences to place.")


def _flow_in_words(
    names: tuple[str, str], kinds: tuple[str, str], threads: Sequence[Thread], ends: Sequence[End]
) -> str:
    if not threads and not ends:
        return say("Not compared sentence by sentence.")
    moved = sum(thread.link == "moved" for thread in threads)
    alone = Counter(end.side for end in ends)
    return say(
        "Passages in both versions: {both}, of which moved: {moved}. "
        "Only in the {one} version: {first}. Only in the {other} version: {second}.",
        both=len(threads),
        moved=moved,
        one=kinds[0],
        first=alone[names[0]],
        other=kinds[1],
        second=alone[names[1]],
    )
