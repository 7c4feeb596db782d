"""Where in its file a passage stands, and what a reader should know of how the files were read."""

from collections.abc import Sequence

from translate.comparison import Comparison
from translate.text.document import Document
from translate.text.origin import Place, PlaceKind
from translate.text.sides import SIDES, on_side
from translate.wording.phrase import Phrase, in_context, say

_PLACES: dict[PlaceKind, Phrase] = {
    "page": in_context("place", "page {name}", name=""),
    "paragraph": in_context("place", "paragraph {name}", name=""),
    "note": in_context("place", "note {name}", name=""),
    "time": in_context("place", "at {name}", name=""),
    "row": in_context("place", "row {name}", name=""),
}


def place_words(document: Document, sentences: Sequence[int]) -> str:
    """Where in its file some sentences stand, from the first to the last; "" where the file counts nothing.

    Args:
        document: One version of a story.
        sentences: Their indices, ascending.
    """
    if document.origin is None or not sentences:
        return ""
    first = document.origin.place_at(document.sentences[sentences[0]].start)
    last = document.origin.place_at(max(document.sentences[sentences[-1]].end - 1, 0))
    if first is None or last is None:
        return ""
    if first == last:
        return _words(first)
    return say("{first} to {last}", first=_words(first), last=_words(last))


def _words(place: Place) -> str:
    known = _PLACES[place.kind]
    return Phrase.of(known.template, {"name": place.name}, context=known.context).told()


def notes_of(comparison: Comparison) -> tuple[str, ...]:
    """What was done to the texts when they were read, and what the translation warns of."""
    origins = (on_side(comparison, side).origin for side in SIDES)
    read = (note for origin in origins if origin is not None for note in origin.notes)
    return (*read, *comparison.translation.warnings)
