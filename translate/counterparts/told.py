"""What is told over there: the verdict on a sentence, and the sentences that tell it."""

from dataclasses import dataclass
from typing import Literal

Strength = Literal["full", "part"]


@dataclass(frozen=True, slots=True)
class Told:
    """Whether the other text tells what a sentence says; the three add up to 1.

    Attributes:
        full: Probability, in [0, 1], that it tells all of it.
        part: Likewise some of it.
        none: Likewise nothing of it.
    """

    full: float
    part: float
    none: float

    @property
    def likely(self) -> bool:
        """Whether the other text is likelier to tell it, be it in part, than not."""
        return self.none < 0.5

    @property
    def strength(self) -> Strength:
        """How much of it is told, if any."""
        return "full" if self.full >= self.part else "part"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Sentences that tell of the same thing; a sentence may stand in several counterparts.

    Attributes:
        source: Sentence indices on the source side, ascending; never empty.
        target: Sentence indices on the target side, ascending; never empty.
        strength: "full" where one side tells all that the other says, "part" where they share a part.
        probability: Probability, in [0, 1], that they tell of the same thing.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    strength: Strength
    probability: float


@dataclass(frozen=True, slots=True)
class ToldSides:
    """The verdicts on all sentences of both documents, in their order; None for a line that is not compared."""

    source: tuple[Told | None, ...] = ()
    target: tuple[Told | None, ...] = ()


NOTHING_JUDGED = ToldSides()
