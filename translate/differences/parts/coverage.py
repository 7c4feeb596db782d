"""How much of each version the other one covers."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate.counterparts.told import Told
from translate.story.story import Story


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share of each side's compared characters in sentences that the other side tells, in [0, 1]; 1 for a side without.

    A sentence counts whole as soon as it is likelier told than not, be it in part.
    """

    source: float
    target: float


def coverage_of(source: Story, target: Story, told: tuple[Sequence[Told], Sequence[Told]]) -> Coverage:
    """Coverage of both sides by the verdicts on the stories' compared sentences."""
    return Coverage(*(_share(story, side) for story, side in zip((source, target), told, strict=True)))


def _share(story: Story, told: Sequence[Told]) -> float:
    total = float(story.vectors.lengths.sum())
    covered = [sentence for sentence, verdict in enumerate(told) if verdict.likely]
    return float(story.vectors.lengths[covered].sum()) / total if total else 1.0
