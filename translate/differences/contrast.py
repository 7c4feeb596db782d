"""A contrast: what a finder has found in one bead, before it is judged; finding.py makes differences of it."""

from dataclasses import dataclass

from translate.differences.difference import Kind, Severity, Side
from translate.facts.mention import Mention
from translate.text.sides import SIDES, SideName, on_side
from translate.wording.phrase import Telling


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of one compared sentence, and what was read there.

    Attributes:
        sentence: Index among the story's compared sentences.
        start, end: Half-open offsets into the normalised sentence, in code points.
        value: What was read, for the evidence: "not", "likely", "Petrov: ..."; "" for words that only show the place.
        told: The same as a reader would write it; "" where that is no other.
    """

    sentence: int
    start: int
    end: int
    value: str
    told: Telling = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One contrast in a bead.

    Attributes:
        kind: What differs.
        side: The side that has what the other lacks; "both" where the two disagree.
        severity: How its finder holds it; where it stands and what it names counts beside that.
        confidence: Probability in [0, 1] that a careful reader would agree, given that the sentences correspond.
        source, target: The words on either side; empty on a side that has none.
        message: One neutral sentence for the reader.
        reason: One plain sentence on what was compared, understandable with one of the languages.
        lone: Values and names among the words that the other side does not give; None where the finder has not asked.
        near: Sides whose nearest sentences, weighed and not chosen, are shown as evidence.
    """

    kind: Kind
    side: Side
    severity: Severity
    confidence: float
    source: tuple[Words, ...]
    target: tuple[Words, ...]
    message: Telling
    reason: Telling
    lone: tuple[Mention, ...] | None = None
    near: tuple[SideName, ...] = SIDES


def overlap(one: Contrast, other: Contrast, side: str) -> bool:
    """Whether both mark some of the same characters of one side."""
    return any(
        a.sentence == b.sentence and a.start < b.end and b.start < a.end
        for a in on_side(one, side)
        for b in on_side(other, side)
    )
