"""What ties the sentences of two texts in the reading view: their beads, and counterparts that are no beads."""

from collections.abc import Mapping
from dataclasses import dataclass

from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.counterparts.told import Strength
from translate.report.passages import sentences_under, stands_alone
from translate.text.sides import SIDES, SideName, on_side, other_side

Place = tuple[SideName, int]  # a sentence of one text


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties one sentence to the other text.

    Attributes:
        name: What the sentences of its bead have in common; a name of its own where it stands alone in a bead.
        bead: Its bead.
        alone: Whether it was found to stand alone.
        paired: Whether sentences of the other text share the bead, and neither they nor this one stand alone.
        partners: The sentences over there that tell of it, ascending, each with the strongest of their ties.
    """

    name: str
    bead: Bead
    alone: bool
    paired: bool
    partners: Mapping[int, Strength]


def ties_of(comparison: Comparison) -> dict[Place, Tie]:
    """The ties of every compared sentence; of two texts about different things none, which would be noise."""
    if not comparison.same_story.likely:
        return {}
    alone = {
        (side, sentence)
        for side in SIDES
        for difference in comparison.differences
        if stands_alone(difference)
        for sentence in sentences_under(on_side(comparison, side), on_side(difference, side))
    }
    partners = _partners(comparison, alone)
    ties: dict[Place, Tie] = {}
    for number, bead in enumerate(comparison.beads):
        paired = all(any((side, i) not in alone for i in on_side(bead, side)) for side in SIDES)
        for place in ((side, i) for side in SIDES for i in on_side(bead, side)):
            apart = bead.two_sided and place in alone
            name = f"{number}-{place[0]}-{place[1]}" if apart else str(number)
            ties[place] = Tie(name, bead, place in alone, paired and place not in alone, partners.get(place, {}))
    return ties


def _partners(comparison: Comparison, alone: set[Place]) -> dict[Place, dict[int, Strength]]:
    found: dict[Place, dict[int, Strength]] = {}
    for counterpart in comparison.counterparts:
        for side in SIDES:
            there = other_side(side)
            for i in on_side(counterpart, side):
                for j in on_side(counterpart, there):
                    if (side, i) not in alone and (there, j) not in alone:
                        known = found.setdefault((side, i), {})
                        known[j] = "full" if "full" in (counterpart.strength, known.get(j)) else "part"
    return {place: dict(sorted(known.items())) for place, known in found.items()}
