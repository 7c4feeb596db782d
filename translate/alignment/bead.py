"""The result of an alignment: groups of sentences that say the same thing, or one left alone, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.wording.brief import numbers, share
from translate.wording.phrase import Telling


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that was weighed and not chosen.

    Attributes:
        source: Its sentences on the source side, ascending; never empty.
        target: Its sentences on the target side, ascending; never empty.
        similarity: Cosine of the two sides, in [-1, 1].
        probability: Calibrated probability, in [0, 1], that it is right.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    similarity: float
    probability: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What spoke for a bead, and what else was weighed for its sentences.

    Attributes:
        lead: Similarity of the bead minus the best cosine of one of its sentences with a sentence outside it; below 0
            where one outside comes nearer. None for a one-sided bead, and where no sentence stands outside.
        length_ratio: Characters of the target side divided by those of the source side; None for a one-sided bead.
        shared: Numbers, dates and names that both sides have, in alphabetical order: the keys that the alignment was
            handed, or in words ("2023-09-06", "mishustin") in what `compare` and `align` return.
        rejected: Up to three candidates that hold a sentence of the bead and were not chosen, the likeliest first (in
            whole percent; of equally likely ones pairs of sentences first, then the more similar ones). For a one-sided
            bead its nearest sentences, the nearest first.
        by_hand: Whether a reviewer linked these sentences, or set this one apart; also of the two sentences of a row,
            where one file holds both versions.
        shared_words: What is shared as a reader would write it ("September 6, 2023"), in the order of `shared`; empty
            where nobody has put it into words.
    """

    lead: float | None = None
    length_ratio: float | None = None
    shared: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    by_hand: bool = False
    shared_words: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same thing in both texts, or a sentence that only one text has.

    Attributes:
        source: Sentence indices on the source side, ascending; empty for an addition.
        target: Sentence indices on the target side, ascending; empty for an omission.
        similarity: Cosine of the two sides, in [-1, 1]; for a one-sided bead the best cosine that its sentence
            reaches with any sentence of the other text (0.0 if the other text is empty).
        probability: Calibrated probability, in [0, 1], that this bead is right.
        moved: Whether the bead stands elsewhere in the order of the other text.
        explanation: Why these sentences, and what else was weighed; None for a bead that no alignment made.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    similarity: float
    probability: float
    moved: bool = False
    explanation: Explanation | None = None

    def __repr__(self) -> str:
        found = f"probability {share(self.probability)}, similarity {self.similarity:.2f}"
        return f"<Bead {numbers(self.source)} = {numbers(self.target)}: {found}{', moved' if self.moved else ''}>"

    @property
    def two_sided(self) -> bool:
        """Whether both texts have this content."""
        return bool(self.source) and bool(self.target)

    def renumbered(self, source: Sequence[int], target: Sequence[int]) -> "Bead":
        """The same bead over other numbers: sentence i becomes source[i], j becomes target[j], also where explained.

        Example:
            >>> Bead((0,), (1,), 0.8, 0.9).renumbered([5], [7, 8])
            <Bead 5 = 8: probability 90 %, similarity 0.80>
        """

        explanation = self.explanation
        if explanation is not None:
            rejected = (
                replace(other, source=_at(source, other.source), target=_at(target, other.target))
                for other in explanation.rejected
            )
            explanation = replace(explanation, rejected=tuple(rejected))
        return replace(self, source=_at(source, self.source), target=_at(target, self.target), explanation=explanation)


def _at(numbers: Sequence[int], places: Sequence[int]) -> tuple[int, ...]:
    return tuple(numbers[place] for place in places)
