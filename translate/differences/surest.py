"""What several searches of one sentence found of the same words: told once, by the surest of them.

In a retelling a sentence is searched in its bead and beside every other sentence that tells of it.
"""

from collections.abc import Sequence

from translate.differences.apart import Found
from translate.differences.contrast import Contrast, overlap
from translate.differences.kinds import KINDS
from translate.text.sides import SIDES

_VALUES = ("number", "date")


def surest_of(found: Sequence[Found]) -> list[Found]:
    """What was found without the conflicts that others tell of, in the same order.

    A conflict is told where its words on both sides are told of; and a value that is held against two others is held
    against the surer of them, unless both are the same ("two" in a headline and in its sentence).
    """
    kept: list[tuple[int, Found]] = []
    for place, each in sorted(enumerate(found), key=lambda placed: -_probability(placed[1])):
        if not any(each[1] is not other[1] and _tells_of(each[2], other[2]) for _, other in kept):
            kept.append((place, each))
    return [each for _, each in sorted(kept, key=lambda placed: placed[0])]


def _probability(found: Found) -> float:
    _, search, contrast = found
    return contrast.confidence * search.bead.probability


def _tells_of(contrast: Contrast, surer: Contrast) -> bool:
    """Whether a surer contrast makes another one needless."""
    if contrast.kind != surer.kind or KINDS[contrast.kind].family != "conflict" or contrast.side != surer.side:
        return False
    shared = [overlap(contrast, surer, side) for side in SIDES if contrast.side in (side, "both")]
    if all(shared):
        return True
    return contrast.kind in _VALUES and any(shared) and _read(contrast) != _read(surer)


def _read(contrast: Contrast) -> tuple[tuple[str, ...], ...]:
    """What was read on either side."""
    return tuple(tuple(words.value for words in side) for side in (contrast.source, contrast.target))
