"""Values of one thing in sentences that are no counterparts: one conflict in place of what each version has alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from translate.alignment.bead import Bead
from translate.counterparts.judgement import Judgement
from translate.differences.conflicts.opposition import as_contrast
from translate.differences.conflicts.values_apart import values_apart
from translate.differences.contrast import Contrast, overlap
from translate.differences.difference import Kind
from translate.differences.finders import Search
from translate.differences.searches import LONE, of_two
from translate.facts.mention import Mention
from translate.text.sides import SIDES, SideName, on_side
from translate.wording.phrase import Phrase

Found = tuple[int, Search, Contrast]  # the number of a bead, and what was found in one of its searches
_VALUES = ("number", "date")
_PARTS: frozenset[Kind] = frozenset(("partial",))


def with_values_apart(
    found: Sequence[Found],
    searched: Sequence[Search],
    judged: Judgement,
    beads: Sequence[Bead],
    within: Callable[[Search], Sequence[Contrast]],
    shown: Callable[[Search, Contrast], bool],
) -> list[Found]:
    """What was found, with the conflicts between sentences that are no counterparts; in the order of the beads.

    No sentence is said both to stand alone and to be in such a conflict, and parts of sentences that hold the words of
    the conflict are not told of beside it.

    Args:
        found: What was found in the beads.
        searched: What was searched there; at least one search.
        judged: What is told of both stories.
        beads: Their alignment.
        within: Finds what is told of one search.
        shown: Whether a conflict found by one search is told.
    """
    any_search = searched[0]
    source, target = any_search.source.story, any_search.target.story
    together = {(i, j) for search in searched for i in search.source.sentences for j in search.target.sentences}
    of_bead = {i: number for number, bead in enumerate(beads) for i in bead.source}
    told = list(found)
    for values in values_apart(source, target, judged, together, (_taken(found, "source"), _taken(found, "target"))):
        pair = of_two(any_search, values.source, values.target, judged=judged)
        reason = Phrase("The two sentences do not correspond as a whole, but both seem to give this value.")
        conflict = replace(as_contrast(values.conflict, pair.source, pair.target), reason=reason)
        if shown(pair, conflict):
            told.append((of_bead[values.source], pair, conflict))
    for each in [each for each in told if each[2].kind in _VALUES]:
        told = _settled(told, each, within)
    return sorted(told, key=lambda each: each[0])


def _settled(told: Sequence[Found], conflict: Found, within: Callable[[Search], Sequence[Contrast]]) -> list[Found]:
    """What was found, without saying of one sentence that it stands alone and that it is told otherwise.

    The surer of the two stands. Where that is the conflict, the rest of the sentence is searched for what only its
    version says.
    """
    number, search, values = conflict
    lone = [each for each in told if any(_alone(each[2], values, side) for side in SIDES)]
    if any(contrast.confidence > values.confidence * search.bead.probability for *_, contrast in lone):
        return [each for each in told if each is not conflict]
    left = [each for each in told if each not in lone and not any(_part_of(each[2], values, side) for side in SIDES)]
    for _, _, contrast in lone:
        side: SideName = "source" if contrast.source else "target"
        (sentence,) = {at.sentence for at in on_side(contrast, side)}
        left += [
            (number, search, part)
            for part in within(replace(search, sides=(side,), kinds=_PARTS))
            if not _part_of(part, values, side) and all(at.sentence == sentence for at in on_side(part, side))
        ]
    return left


def _taken(found: Sequence[Found], side: SideName) -> list[tuple[int, Mention]]:
    """Values of one side of which a conflict tells."""
    return [
        (at.sentence, mention)
        for _, search, contrast in found
        if contrast.kind in _VALUES
        for at in on_side(contrast, side)
        for mention in on_side(search, side).story.mentions_in(at.sentence, at.start, at.end)
    ]


def _alone(contrast: Contrast, conflict: Contrast, side: SideName) -> bool:
    """Whether a contrast says that a sentence with words of a conflict stands alone."""
    return contrast.kind == LONE[side] and overlap(contrast, conflict, side)


def _part_of(contrast: Contrast, conflict: Contrast, side: SideName) -> bool:
    """Whether a contrast says that words of a conflict stand on one side only."""
    return contrast.kind == "partial" and contrast.side == side and overlap(contrast, conflict, side)
