"""How much of each version the other one covers."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate.alignment.bead import Bead
from translate.story.story import Story


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share of each side's compared characters that stand in two-sided beads, in [0, 1]; 1 for a side without any."""

    source: float
    target: float


def coverage_of(source: Story, target: Story, beads: Sequence[Bead]) -> Coverage:
    """Coverage of both sides by the beads, which index the stories' compared sentences."""
    both = [bead for bead in beads if bead.two_sided]
    return Coverage(
        _share(source, [i for bead in both for i in bead.source]),
        _share(target, [j for bead in both for j in bead.target]),
    )


def _share(story: Story, covered: Sequence[int]) -> float:
    total = float(story.vectors.lengths.sum())
    return float(story.vectors.lengths[list(covered)].sum()) / total if total else 1.0
