"""Counterparts that a reader should look at: the least certain ones, in which nothing was found to differ."""

from dataclasses import dataclass

from translate.comparison import Comparison
from translate.counterparts.told import Counterpart
from translate.report.passages import sentences_under
from translate.text.sides import SIDES, on_side

MOST = 3


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A counterpart that a reader should look at.

    Attributes:
        found: The counterpart.
        similarity: Cosine of its two sides, in [-1, 1]; None where its sentences make no bead.
    """

    found: Counterpart
    similarity: float | None

    @property
    def strength(self) -> float:
        """Whatever is lower: how likely the sentences correspond, or how alike they are."""
        return min(self.found.probability, 1.0 if self.similarity is None else self.similarity)


def to_check(comparison: Comparison) -> tuple[ToCheck, ...]:
    """The weakest counterparts, at most three, the weakest first; none of a file that has no counterparts.

    Left out are those whose sentences carry a difference, which a reader looks at anyway, those that a reviewer made,
    and all where the two texts tell different stories.
    """
    if not comparison.same_story.likely:
        return ()
    marked = {
        (side, sentence)
        for side in SIDES
        for difference in (*comparison.differences, *comparison.rejected)
        for sentence in sentences_under(on_side(comparison, side), on_side(difference, side))
    }
    similarity = {(bead.source, bead.target): bead.similarity for bead in comparison.beads}
    left = (
        ToCheck(found, similarity.get((found.source, found.target)))
        for found in comparison.counterparts
        if found.probability < 1 and not any((side, i) in marked for side in SIDES for i in on_side(found, side))
    )
    return tuple(sorted(left, key=lambda weak: weak.strength)[:MOST])
