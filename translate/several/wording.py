"""What reports of several versions say, in the language of the interface."""

from translate.comparison import Comparison
from translate.differences.difference import Difference
from translate.differences.kinds import KINDS
from translate.report.passages import passage
from translate.several.versions import Conflict, Telling, Versions
from translate.text.shown import one_line
from translate.text.sides import SIDES, on_side
from translate.wording.interface import percent, whole_hundredths
from translate.wording.phrase import Phrase, in_context, said, say

TOLD = {
    "full": in_context("claim", "in full"),
    "part": in_context("claim", "in part"),
    "none": in_context("claim", "not told"),
}
UNPLACED = Phrase("which sentence is unclear")
SIGNS: dict[Telling, str] = {"full": "●", "part": "◐", "none": "○"}


def summary(versions: Versions) -> tuple[str, ...]:
    """What was found, in a few sentences."""
    every = sum(len(claim.telling) == len(versions.names) for claim in versions.claims)
    alone = sum(len(claim.telling) == 1 for claim in versions.claims)
    lines = [
        say("Versions: {count}. Claims: {claims:,}.", count=len(versions.names), claims=len(versions.claims)),
        say("Told by every version, at least in part: {every:,}. By one alone: {alone:,}.", every=every, alone=alone),
        say("Conflicts between two versions: {count:,}.", count=len(versions.conflicts)),
    ]
    unlike = [
        f"{versions.names[first]} – {versions.names[second]}"
        for (first, second), found in sorted(versions.comparisons.items())
        if not found.same_story.likely
    ]
    if unlike:
        lines.append(say("Probably not the same story: {pairs}.", pairs=", ".join(unlike)))
    return tuple(lines)


def covered(versions: Versions, version: int, other: int) -> str:
    """How much of a version another one tells; a dash for itself, and where the two seem to tell different stories."""
    if version == other or not _comparison(versions, version, other).same_story.likely:
        return "–"
    return percent(whole_hundredths(versions.coverage[version][other]))


def told_in(versions: Versions, version: int) -> tuple[int, int, int]:
    """How many claims a version tells in full, in part and not."""
    cells = [claim.versions[version].told for claim in versions.claims]
    return cells.count("full"), cells.count("part"), cells.count("none")


def conflict_kind(difference: Difference) -> str:
    """What a conflict is about."""
    return said(KINDS[difference.kind].label)


def conflict_message(versions: Versions, conflict: Conflict) -> str:
    """The sentence about it; "" within one language, where that sentence says first and second, and not the names."""
    first, second = (versions.documents[version].language for version in (conflict.first, conflict.second))
    return "" if first == second else said(conflict.difference.message)


def conflict_words(versions: Versions, conflict: Conflict) -> tuple[tuple[str, str, str], ...]:
    """For both versions of a conflict: the name, the words that contradict, "" where one has none, and the passage."""
    difference, comparison = conflict.difference, _comparison(versions, conflict.first, conflict.second)
    found = []
    for version, side in zip((conflict.first, conflict.second), SIDES, strict=True):
        document = versions.documents[version]
        words = " … ".join(one_line(document.text[span.start : span.end]) for span in on_side(difference, side))
        found.append((versions.names[version], words, one_line(passage(comparison, difference, side).text)))
    return tuple(found)


def _comparison(versions: Versions, one: int, other: int) -> Comparison:
    return versions.comparisons[min(one, other), max(one, other)]
