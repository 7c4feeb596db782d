"""Whole sentences: those that only one version has, and those that stand elsewhere in the story."""

from collections.abc import Iterator

from translate.alignment.bead import Bead
from translate.differences.about import found_only
from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.difference import Candidate, Kind
from translate.text.sides import SideName, in_order, on_side
from translate.wording.phrase import Phrase


def find_lone(kind: Kind, own: BeadSide, other: BeadSide, bead: Bead, none: float = 1.0) -> Iterator[Contrast]:
    """An omission or an addition: a sentence that only one version has; nothing where the side is silent itself.

    Args:
        kind: "omission" or "addition".
        own, other: The side that has the sentence, and the one opposite.
        bead: The sentence alone, with the nearest ones that were weighed.
        none: Probability, in [0, 1], that nothing of it is told over there.
    """
    for sentence in own.sentences[:1]:
        in_source, in_target = in_order(own.name, (_whole(own, sentence),), ())
        yield Contrast(
            kind=kind,
            side=own.name,
            severity="major",
            confidence=none,
            source=in_source,
            target=in_target,
            message=found_only(own.version, own.story.facts[sentence].mentions, own.story.sentences[sentence].text),
            reason=_reason(bead, other),
            lone=own.story.facts[sentence].mentions,
            near=(other.name,),
        )


def _reason(bead: Bead, other: BeadSide) -> Phrase:
    near = nearest(bead, other)
    if bead.explanation and bead.explanation.by_hand:
        return Phrase("A reviewer found no sentence of {other} that says the same.", other=other.version)
    if not near:
        return Phrase("No sentence of {other} says the same.", other=other.version)
    return Phrase(
        "No sentence of {other} says the same. The nearest one has a similarity of {similarity:.2f} on a scale "
        "from 0 to 1.",
        other=other.version,
        similarity=near[0].similarity,
    )


def find_moved(source: BeadSide, target: BeadSide, bead: Bead) -> Iterator[Contrast]:
    """What both versions say, but in another place of the story."""
    if bead.moved:
        yield Contrast(
            kind="moved",
            side="both",
            severity="minor",
            confidence=1.0,
            source=tuple(_whole(source, i) for i in source.sentences),
            target=tuple(_whole(target, j) for j in target.sentences),
            message=Phrase("Both versions say this, but in another place of the story."),
            reason=Phrase(
                "The sentences around it follow one another in both versions; this passage stands elsewhere."
            ),
            lone=(),
            near=(),
        )


def nearest(bead: Bead, side: BeadSide) -> tuple[Candidate, ...]:
    """Sentences of one text that come near to the other side of a bead but were not chosen, best first."""
    rejected = bead.explanation.rejected if bead.explanation else ()
    name: SideName = side.name
    return tuple(
        Candidate(name, side.story.number[k], other.similarity)
        for other in rejected
        for k in on_side(other, name)
        if k not in side.sentences
    )


def _whole(side: BeadSide, sentence: int) -> Words:
    return Words(sentence, 0, len(side.story.sentences[sentence].text), "")
