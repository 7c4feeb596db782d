"""Names that contradict each other by their letters, as conflicts of a bead."""

from collections.abc import Iterable, Iterator, Sequence

from translate.differences.bead_side import BeadSide
from translate.differences.conflicts.name_conflicts import name_conflicts
from translate.differences.conflicts.opposition import FactConflict, said
from translate.differences.conflicts.other_names import clear_of, other_people_of, other_places
from translate.differences.conflicts.strange_names import Stretch
from translate.differences.conflicts.unlike_names import Rivals, unlike_names
from translate.facts.mention import Mention, NameMention
from translate.facts.names import latin_name
from translate.facts.related import are_related
from translate.languages.registry import is_second, pair_of
from translate.wording.phrase import Phrase


def unspelt_names(
    source: BeadSide, target: BeadSide, *, retold: bool = False, beside: bool = False
) -> Iterator[FactConflict]:
    """Names of a two-sided bead that stand in each other's place; none unless the languages are known as a pair.

    Args:
        source, target: The sides.
        retold: Whether the sentences may well name others, so that the same words must stand beside two names.
        beside: Whether the sentences are no bead, so that only people of whom one name is the same are told.
    """
    if pair_of(source.language, target.language) is None:
        return
    swapped = is_second(source.language, target.language)
    first, second = (target, source) if swapped else (source, target)
    rivals = other_people_of(first, second)
    if not beside:
        rivals += clear_of(other_places(first, second), rivals)
        unlike = clear_of(unlike_names(first, second), rivals)
        rivals += [each for each in unlike if each.role] if retold else unlike
    found = [_conflict(each, first, second, swapped) for each in rivals]
    yield from found
    if retold and not beside:
        yield from apart_from(_lone_in_stories(name_conflicts(source, target), source, target), found)


def _lone_in_stories(conflicts: Iterable[FactConflict], source: BeadSide, target: BeadSide) -> Iterator[FactConflict]:
    """Conflicts of known names of which neither story has the other's, nor one that may stand for it."""
    for conflict in conflicts:
        sides = ((conflict.source, target), (conflict.target, source))
        if not any(_has(other, mention) for placed, other in sides for _, mention in placed):
            yield conflict


def _has(side: BeadSide, mention: Mention) -> bool:
    return isinstance(mention, NameMention) and any(
        name.known and are_related(mention.keys, name.keys) for facts in side.story.facts for name in facts.names
    )


def apart_from(found: Iterable[FactConflict], others: Sequence[FactConflict]) -> Iterator[FactConflict]:
    """Those of some conflicts that share no words with others."""
    taken = [(side, at) for other in others for side in ("source", "target") for at in getattr(other, side)]
    for conflict in found:
        if not any(
            position == at[0] and mention.start < at[1].end and at[1].start < mention.end
            for side, at in taken
            for position, mention in getattr(conflict, side)
        ):
            yield conflict


def _conflict(rivals: Rivals, first: BeadSide, second: BeadSide, swapped: bool) -> FactConflict:
    one, other = _mention(rivals.first, first), _mention(rivals.second, second)
    placed, rival = (rivals.first[0].sentence, one), (rivals.second[0].sentence, other)
    left, right = (second, first) if swapped else (first, second)
    said_left, said_right = (other, one) if swapped else (one, other)
    return FactConflict(
        "name",
        (rival,) if swapped else (placed,),
        (placed,) if swapped else (rival,),
        "major",
        rivals.confidence,
        Phrase(
            "{ours:opening} names {one}, {theirs:text} names {other} in its place.",
            ours=left.version,
            one=said(said_left),
            theirs=right.version,
            other=said(said_right),
        ),
    )


def _mention(stretch: Stretch, side: BeadSide) -> NameMention:
    """The words as they stand there, with their Latin letters; a name keeps its capitals."""
    text = side.texts[stretch[0].sentence][stretch[0].start : stretch[-1].end]
    latin = (
        text
        if text.isascii()
        else " ".join(
            word.capitalize() if said.text[0].isupper() else word
            for said, word in zip(stretch, latin_name(text, side.language).split(), strict=False)
        )
    )
    return NameMention("name", stretch[0].start, stretch[-1].end, text, latin)
