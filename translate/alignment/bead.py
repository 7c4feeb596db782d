"""The result of an alignment: groups of sentences that say the same thing, or one left alone."""

from dataclasses import dataclass


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
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    similarity: float
    probability: float
    moved: bool = False

    @property
    def two_sided(self) -> bool:
        """Whether both texts have this content."""
        return bool(self.source) and bool(self.target)
