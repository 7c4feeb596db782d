"""Names that contradict each other by their letters, as conflicts of a bead."""

from collections.abc import Iterable, Iterator, Sequence

from translate.differences.bead_side import BeadSide
from translate.differences.conflicts.name_conflicts import name_conflicts
from translate.differences.conflicts.named_apart import mention_of, named_apart
from translate.differences.conflicts.opposition import FactConflict, names_in_place
from translate.differences.conflicts.other_names import clear_of, other_people_of, other_places
from translate.differences.conflicts.unlike_names import Rivals, unlike_names
from translate.facts.mention import Mention, NameMention
from translate.facts.related import are_related
from translate.languages.registry import is_second, pair_of
from translate.text.sides import SIDES, on_side


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
    taken = [(side, at) for other in others for side in SIDES for at in on_side(other, side)]
    for conflict in found:
        if not any(
            position == at[0] and mention.start < at[1].end and at[1].start < mention.end
            for side, at in taken
            for position, mention in on_side(conflict, side)
        ):
            yield conflict


def _conflict(rivals: Rivals, first: BeadSide, second: BeadSide, swapped: bool) -> FactConflict:
    one, other = mention_of(rivals.first, first), mention_of(rivals.second, second)
    ours, theirs = (other, one) if swapped else (one, other)
    left, right = (second, first) if swapped else (first, second)
    reason = names_in_place(left.version, ours, right.version, theirs)
    return named_apart(rivals.first, first, rivals.second, second, rivals.confidence, reason, swapped=swapped)
