"""The verdict: what a comparison found, in one or two sentences for a reader in a hurry.

It is made from the differences by rank, major ones first and the surest of those first, and never longer than LONGEST.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.differences.difference import Difference, Kind
from translate.differences.kinds import KINDS
from translate.engines.translation import Translation
from translate.report.lone_passages import entries
from translate.report.passages import sentences_under, stands_alone
from translate.report.wording import WITHOUT_ENGINE, capital, read_as, version_of
from translate.text.shown import one_line
from translate.text.sides import SIDES, SideName, on_side, other_side
from translate.wording.interface import interface_language
from translate.wording.phrase import Phrase, counted, say, say_counted

LONGEST = 330  # characters; three lines of a page, two of a wide one
# How many points are told one by one, and how many characters of a text are quoted in a point and of a sentence that
# one version alone has: the first that fits is taken. What contradicts is shortened last.
_FITTINGS = (
    (4, 80, 80),
    (4, 60, 60),
    (4, 44, 60),
    (4, 44, 44),
    (4, 32, 36),
    (3, 36, 36),
    (4, 24, 24),
    (3, 24, 24),
    (2, 36, 36),
    (1, 36, 36),
    (1, 24, 24),
)

_UNIT_OR_YEAR = re.compile(r"\D+|\d{4}")
_AROUND = " .,;«»“”„\"'"  # what a quote of ours neither begins nor ends with

_FACTS: frozenset[Kind] = frozenset(("number", "date", "name"))
_AS_READ: frozenset[Kind] = frozenset(("number", "date"))  # whose readings are told in the reader's own language

# What a point of each kind is called, alone and with others.
_NAMES: Mapping[Kind, tuple[Phrase, Callable[[int], Phrase]]] = {
    "omission": (Phrase("a sentence"), lambda count: counted("{count} sentence", "{count} sentences", count)),
    "addition": (Phrase("a sentence"), lambda count: counted("{count} sentence", "{count} sentences", count)),
    "partial": (
        Phrase("part of a sentence"),
        lambda count: counted("{count} part of sentences", "{count} parts of sentences", count),
    ),
    "number": (Phrase("a number"), lambda count: counted("{count} number", "{count} numbers", count)),
    "date": (Phrase("a date"), lambda count: counted("{count} date", "{count} dates", count)),
    "name": (Phrase("a name"), lambda count: counted("{count} name", "{count} names", count)),
    "quote": (Phrase("a quote"), lambda count: counted("{count} quote", "{count} quotes", count)),
    "negation": (Phrase("a negation"), lambda count: counted("{count} negation", "{count} negations", count)),
    "meaning": (Phrase("a word"), lambda count: counted("{count} word", "{count} words", count)),
    "certainty": (
        Phrase("how certain one thing is"),
        lambda count: counted("how certain {count} thing is", "how certain {count} things are", count),
    ),
    "moved": (
        Phrase("the place of a sentence"),
        lambda count: counted("the place of {count} sentence", "the place of {count} sentences", count),
    ),
    "term": (
        Phrase("a term of the glossary"),
        lambda count: counted("{count} term of the glossary", "{count} terms of the glossary", count),
    ),
}


@dataclass(frozen=True, slots=True)
class _Lone:
    """What one version alone tells.

    Attributes:
        side: Which version.
        weightiest: The difference of the sentence that is quoted.
        count: How many sentences there are.
    """

    side: SideName
    weightiest: Difference
    count: int


def verdict_of(comparison: Comparison) -> str:
    """What was found in one or two sentences, at most LONGEST characters, in the language of the interface.

    Where the versions give something differently, the source's words come first. Rejected differences do not count.
    """
    if not comparison.same_story.likely:
        return say("The two texts seem to tell different stories, so they were not compared sentence by sentence.")
    found = [difference for difference in comparison.differences if not _rejected(difference)]
    rejected = len(comparison.rejected) + len(comparison.differences) - len(found)
    if not found:
        return _nothing_left(rejected)
    points = _points([difference for difference in found if not stands_alone(difference)])
    lone = [passage for side in SIDES if (passage := _lone(comparison, side, found)) is not None]
    ending = _decided(found, rejected)
    told = ""
    for most, width, width_alone in _FITTINGS:
        sentences = (
            _points_told(comparison, points, bool(lone), most, width),
            _lone_told(comparison, lone, width_alone),
        )
        told = " ".join(filter(None, (*sentences, ending)))
        if len(told) <= LONGEST:
            break
    return told


def shortened(text: str, width: int) -> str:
    """Text on one line that is cut between two words where it is longer than that.

    Example:
        >>> shortened("The mayor resigned on Monday", 20), shortened("The mayor resigned", 20)
        ('The mayor resigned…', 'The mayor resigned')
    """
    line = one_line(text)
    if len(line) <= width:
        return line
    begun = line[:width] if line[width].isspace() else line[:width].rpartition(" ")[0] or line[:width]
    return begun.rstrip(" ,;:.–—-") + "…"


def _rejected(difference: Difference) -> bool:
    return difference.review is not None and difference.review.verdict == "rejected"


def _nothing_left(rejected: int) -> str:
    if not rejected:
        return say("No differences found between the two versions.")
    return say_counted(
        "No differences left: {count} was found, and it is not right.",
        "No differences left: {count} were found, and none is right.",
        rejected,
    )


def _decided(found: Sequence[Difference], rejected: int) -> str:
    """That a review has come to its end; "" where it has not."""
    if not all(difference.review and difference.review.verdict for difference in found):
        return ""
    if not rejected:
        return say("All differences are decided.")
    return say_counted(
        "All differences are decided, {count} is not right.",
        "All differences are decided, {count} are not right.",
        rejected,
    )


def _points(differences: Sequence[Difference]) -> list[Difference]:
    """Differences by rank, those that a reader would take for the same told once.

    The same values stand in a headline and in its sentence; of how one sentence is put, the surest difference is told,
    and each that was flagged by hand.
    """
    kept: dict[object, Difference] = {}
    for difference in sorted(differences, key=lambda d: (d.severity != "major", -d.confidence)):
        read = tuple((reading.side, reading.value) for reading in difference.evidence.readings)
        same: object = difference.id
        if difference.kind in _FACTS and read:
            same = (difference.kind, read)
        elif not difference.by_hand and KINDS[difference.kind].family in ("conflict", "part"):
            same = (difference.kind in _FACTS, difference.bead)
        kept.setdefault(same, difference)
    return list(kept.values())


def _points_told(comparison: Comparison, points: Sequence[Difference], lone: bool, most: int, width: int) -> str:
    """In what the versions differ where both tell of it."""
    if not points:
        return say("No contradictions found.")
    major = [point for point in points if point.severity == "major"]
    words = _listed(comparison, major or points, most, width)
    if major:
        return say_counted(
            "The versions differ in {count} major point: {points}.",
            "The versions differ in {count} major points: {points}.",
            len(major),
            points=words,
        )
    if lone:
        return say("In what both versions tell, only minor points differ: {points}.", points=words)
    return say("Only minor differences: {points}.", points=words)


def _listed(comparison: Comparison, points: Sequence[Difference], most: int, width: int) -> str:
    """Points in a row, those of one kind together: "2 numbers (7 or 9; 40 or 45 hectares), a date (…) and 5 more"."""
    kinds: dict[Kind, list[str]] = {}
    for point in points[:most]:
        kinds.setdefault(point.kind, []).append(_detail(comparison, point, width))
    items = []
    for kind, details in kinds.items():
        one, several = _NAMES[kind]
        name = (several(len(details)) if details[1:] else one).told()
        shown = "; ".join(filter(None, details))
        items.append(say("{kind} ({details})", kind=name, details=shown) if shown else name)
    if more := len(points) - most:
        items += [say_counted("{count} more", "{count} more", more)] if more > 0 else []
    if not items[1:]:
        return items[0]
    return say("{several} and {last}", several=", ".join(items[:-1]), last=items[-1])


def _detail(comparison: Comparison, point: Difference, width: int) -> str:
    """What either version says: "40 or 45 hectares", "“не повреждена” only in the Russian version"; "" for no words."""
    if point.kind == "moved":
        return ""
    words = {side: _words(comparison, point, side, width) for side in SIDES}
    given = [side for side in SIDES if words[side]]
    if len(given) == 2:
        one, other = words["source"], words["target"]
        return say("{one} or {other}", one=_without_shared_end(one, other), other=other)
    if not given:
        return ""
    if point.kind == "term":
        return words[given[0]]
    return say("{words} only in {version}", words=words[given[0]], version=version_of(comparison, given[0]))


def _words(comparison: Comparison, point: Difference, side: SideName, width: int) -> str:
    """What one version says in a point, as this reader would write it."""
    readings = [reading for reading in point.evidence.readings if reading.side == side]
    if point.kind in _FACTS and readings:
        own = on_side(comparison, side).language == interface_language()
        as_written = own and point.kind not in _AS_READ
        return shortened(", ".join(r.text if as_written else read_as(r) for r in readings), width)
    text = on_side(comparison, side).text
    words = " … ".join(text[span.start : span.end] for span in on_side(point, side))
    if point.kind == "quote" and readings:  # whoever is quoted stands there with all that he is called
        words = ", ".join(map(read_as, readings))
    return _quoted(words, width)


def _quoted(words: str, width: int) -> str:
    shown = shortened(words.strip(_AROUND), width)
    return say("“{words}”", words=shown) if shown else ""


def _without_shared_end(one: str, other: str) -> str:
    """The first of two values without the words that both end with: "40" of "40 hectares" beside "45 hectares".

    Digits stay, but for those of a year: the end of "1 500 000" is no unit.
    """
    ours, theirs = one.split(" "), other.split(" ")
    shared = 0
    while shared < min(len(ours), len(theirs)) - 1 and ours[-1 - shared] == theirs[-1 - shared]:
        if not _UNIT_OR_YEAR.fullmatch(ours[-1 - shared]):
            break
        shared += 1
    return " ".join(ours[: len(ours) - shared]).rstrip(",")


def _lone(comparison: Comparison, side: SideName, found: Sequence[Difference]) -> _Lone | None:
    """What one version alone tells; None where that is nothing."""
    here = [difference for difference in found if difference.side == side and stands_alone(difference)]
    if not here:
        return None
    ranks = {difference.id: entry.rank for entry in entries(comparison) for difference in entry.differences}
    weightiest = min(here, key=lambda d: (d.severity != "major", -ranks.get(d.id, 0), -d.confidence))
    return _Lone(side, weightiest, len(here))


def _lone_told(comparison: Comparison, lone: Sequence[_Lone], width: int) -> str:
    if not lone:
        return ""
    parts = [_passage_told(comparison, passage, width) for passage in lone]
    if len(lone) == 1:
        silent = other_side(lone[0].side)
        parts.append(say("nothing is found only in {version}", version=version_of(comparison, silent)))
    return capital("; ".join(parts)) + "."


def _passage_told(comparison: Comparison, lone: _Lone, width: int) -> str:
    version, quote = version_of(comparison, lone.side), _sentence(comparison, lone, width)
    if lone.count == 1:
        return say("only {version} tells {quote}", version=version, quote=quote)
    return say_counted(
        "only {version} tells {quote} and {count} more sentence",
        "only {version} tells {quote} and {count} more sentences",
        lone.count - 1,
        version=version,
        quote=quote,
    )


def _sentence(comparison: Comparison, lone: _Lone, width: int) -> str:
    """The sentence in the reader's language where it is written in it or truly translated into it, else as it is."""
    document, spans = on_side(comparison, lone.side), on_side(lone.weightiest, lone.side)
    words = " ".join(document.text[span.start : span.end] for span in spans)
    reads = interface_language()
    if document.language != reads and on_side(comparison, other_side(lone.side)).language == reads:
        sentences = sentences_under(document, spans)
        words = _translated(on_side(comparison.translation, lone.side), sentences) or words
    return _quoted(words, width)


def _translated(translation: Translation, sentences: Sequence[int]) -> str:
    """Sentences in the other language; "" where a word-by-word gloss or a translation in doubt is all there is."""
    if translation.engine in WITHOUT_ENGINE or max(sentences, default=0) >= len(translation.sentences):
        return ""
    if any(translation.doubts[i] for i in sentences if i < len(translation.doubts)):
        return ""
    return " ".join(translation.sentences[i] for i in sentences).strip()
