"""One difference in coverage, with the evidence that lets a reader of one language judge it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from translate.text.document import Span
from translate.wording.brief import excerpt, share
from translate.wording.phrase import Telling

Kind = Literal[
    "omission",
    "addition",
    "partial",
    "number",
    "date",
    "name",
    "quote",
    "negation",
    "meaning",
    "certainty",
    "moved",
    "term",
]
Side = Literal["source", "target", "both"]
Severity = Literal["major", "minor"]
Verdict = Literal["accepted", "rejected"]

_SIDES: Mapping[Kind, Side] = {"omission": "source", "addition": "target"}  # the kinds that name a side


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at one place.

    Attributes:
        side: "source" or "target".
        text: The words as they stand there.
        value: The same in normal form, e.g. "5200000000 RUB", "2023-09-06", "mishustin".
        words: The same as a reader would write it, "September 6, 2023"; "" where the value serves.
    """

    side: Literal["source", "target"]
    text: str
    value: str
    words: Telling = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the other text that came near but was not accepted.

    Attributes:
        side: The side on which the candidate stands.
        sentence: Its index there.
        similarity: Cosine, in [-1, 1].
    """

    side: Literal["source", "target"]
    sentence: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a difference was flagged.

    Attributes:
        reason: One plain sentence, understandable without knowing the other language.
        readings: The values, dates, names or words that were compared, on both sides.
        candidates: Nearest sentences of the other text, best first.
    """

    reason: Telling
    readings: tuple[Reading, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer decided about a difference.

    Attributes:
        verdict: None where the reviewer only noted or changed something.
        note: In the reviewer's words, "" for none.
        kind_found: The kind that was found, where the reviewer gave it another.
        severity_found: Likewise.
        by_hand: Whether the reviewer flagged it, and no finder did; its confidence is 1 then and says nothing.
    """

    verdict: Verdict | None = None
    note: str = ""
    kind_found: Kind | None = None
    severity_found: Severity | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between the two versions.

    Attributes:
        id: "d" and eight hexadecimal digits, made of the kind, the side, the words and their sentences, so that it is
            the same in another comparison; "-2" behind it where it is the second one alike. Unique in one comparison.
            "d1", "d2", ... in files of earlier versions.
        kind: What differs.
        side: The side that has the content ("source" for an omission); "both" where the two disagree.
        severity: "major" or "minor".
        confidence: Probability in [0, 1] that a careful reader would agree with the flag.
        bead: Index of the bead in which it was found.
        source, target: Where it stands in the source and target text; may be empty on the silent side.
        message: One neutral sentence for the reader.
        evidence: What the flag rests on.
        review: What a reviewer decided, whose kind and severity are those above; None where nobody did.
    """

    id: str
    kind: Kind
    side: Side
    severity: Severity
    confidence: float
    bead: int
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    message: Telling
    evidence: Evidence
    review: Review | None = None

    @property
    def by_hand(self) -> bool:
        """Whether a reviewer flagged it, and no finder did."""
        return self.review is not None and self.review.by_hand

    def __repr__(self) -> str:
        sure = "by hand" if self.by_hand else share(self.confidence)
        about = f"{self.kind}, {self.side}, {self.severity}, {sure}"
        decided = f", {self.review.verdict}" if self.review and self.review.verdict else ""
        return f"<Difference {self.id} ({about}{decided}): {excerpt(self.message, 90)}>"


def kinds_for(side: Side) -> tuple[Kind, ...]:
    """Kinds that a difference on this side may be called: what both texts have is no omission.

    Example:
        >>> kinds_for("target")[:3]
        ('addition', 'partial', 'number')
    """
    kinds: tuple[Kind, ...] = get_args(Kind)
    return tuple(kind for kind in kinds if _SIDES.get(kind, side) == side)
