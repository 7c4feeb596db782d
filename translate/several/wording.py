"""What reports of several versions say, in the language of the interface."""

from translate.differences.difference import Difference
from translate.differences.kinds import KINDS
from translate.report.passages import sentences_under
from translate.several.versions import Conflict, Telling, Versions
from translate.text.document import Document, Span
from translate.text.shown import one_line
from translate.wording.interface import percent, whole_hundredths
from translate.wording.phrase import in_context, said, say

TOLD = {
    "full": in_context("claim", "in full"),
    "part": in_context("claim", "in part"),
    "none": in_context("claim", "not told"),
}
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
    """How much of a version another one tells; a dash for itself."""
    return "–" if version == other else percent(whole_hundredths(versions.coverage[version][other]))


def told_in(versions: Versions, version: int) -> tuple[int, int, int]:
    """How many claims a version tells in full, in part and not."""
    cells = [claim.versions[version].told for claim in versions.claims]
    return cells.count("full"), cells.count("part"), cells.count("none")


def conflict_kind(difference: Difference) -> str:
    """What a conflict is about."""
    return said(KINDS[difference.kind].label)


def conflict_message(versions: Versions, conflict: Conflict) -> str:
    """The sentence about it; "" within one language, by which that sentence would tell the versions apart."""
    first, second = (versions.documents[version].language for version in (conflict.first, conflict.second))
    return "" if first == second else said(conflict.difference.message)


def conflict_words(versions: Versions, conflict: Conflict) -> tuple[tuple[str, str, str], ...]:
    """For both versions of a conflict: the name, the words that contradict, and their sentences."""
    difference = conflict.difference
    sides = ((conflict.first, difference.source), (conflict.second, difference.target))
    found = []
    for version, spans in sides:
        document = versions.documents[version]
        words = " … ".join(one_line(document.text[span.start : span.end]) for span in spans)
        found.append((versions.names[version], words, _sentences(document, spans)))
    return tuple(found)


def _sentences(document: Document, spans: tuple[Span, ...]) -> str:
    return one_line(" ".join(map(document.sentence_text, sentences_under(document, spans))))
