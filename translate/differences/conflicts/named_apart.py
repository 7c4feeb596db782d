"""A conflict of two names by their words: where they stand, and how a reader finds them written in Latin letters."""

from translate.differences.bead_side import BeadSide
from translate.differences.conflicts.opposition import FactConflict
from translate.differences.conflicts.strange_names import Stretch
from translate.facts.mention import NameMention
from translate.facts.names import latin_name
from translate.wording.phrase import Phrase


def named_apart(
    one: Stretch, first: BeadSide, other: Stretch, second: BeadSide, confidence: float, reason: Phrase, *, swapped: bool
) -> FactConflict:
    """The conflict of two names.

    Args:
        one, other: Words of the first and of the second side.
        first, second: The sides, in the order of the pair of languages.
        confidence: In [0, 1], that they name different things.
        reason: What the reader is told.
        swapped: Whether the second side is that of the source.
    """
    places = [((stretch[0].sentence, mention_of(stretch, side)),) for stretch, side in ((one, first), (other, second))]
    source, target = reversed(places) if swapped else places
    return FactConflict("name", source, target, "major", confidence, reason)


def mention_of(stretch: Stretch, side: BeadSide) -> NameMention:
    """The words as they stand there, with what a table calls them or their Latin letters; a name keeps its capitals."""
    known = tabled(stretch, side)
    value = _in_latin(stretch, side) if known is None else known.value
    return NameMention("name", stretch[0].start, stretch[-1].end, text_of(stretch, side), value)


def text_of(stretch: Stretch, side: BeadSide) -> str:
    """The words as they stand there."""
    return side.texts[stretch[0].sentence][stretch[0].start : stretch[-1].end]


def _in_latin(stretch: Stretch, side: BeadSide) -> str:
    text = text_of(stretch, side)
    if text.isascii():
        return text
    words = zip(stretch, latin_name(text, side.language).split(), strict=False)
    return " ".join(word.capitalize() if said.capital else word for said, word in words)


def tabled(stretch: Stretch, side: BeadSide) -> NameMention | None:
    """The name of a table that some of the words give; None where they give none."""
    names = side.facts[stretch[0].sentence].names
    return next((name for name in names if name.known and is_inside(name, stretch)), None)


def is_inside(mention: NameMention, stretch: Stretch) -> bool:
    """Whether a name of the same sentence shares letters with some words."""
    return mention.start < stretch[-1].end and stretch[0].start < mention.end
