"""What reports say of the lines of a page: what each is called, which may be furniture or not, what was corrected."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.report.wording import version_of
from translate.text.document import Document, Label, Sentence
from translate.text.shown import one_line
from translate.text.sides import SIDES, SideName, on_side
from translate.wording.phrase import Phrase, in_context, said, say

LINE_KINDS: dict[Label, Phrase] = {
    "lead": in_context("line", "lead"),
    "ad": in_context("line", "advertisement"),
    "author": in_context("line", "author"),
    "caption": in_context("line", "caption"),
    "comment": in_context("line", "reader’s comment"),
    "correction": in_context("line", "correction"),
    "counter": in_context("line", "number of views or comments"),
    "credit": in_context("line", "picture credit"),
    "factbox": in_context("line", "fact box"),
    "legal": in_context("line", "legal notice"),
    "live": in_context("line", "live blog entry"),
    "menu": in_context("line", "menu"),
    "note": in_context("line", "editor’s note"),
    "other": in_context("line", "other"),
    "promotion": in_context("line", "promotion"),
    "related": in_context("line", "other stories"),
    "share": in_context("line", "share button"),
    "summary": in_context("line", "AI summary or key points"),
    "tags": in_context("line", "tags"),
    "time": in_context("line", "date and time"),
}
TOLD: frozenset[Label] = frozenset({"caption", "correction", "factbox", "live", "note", "summary"})  # a reader may care
DOUBT = Phrase("story or furniture?")
MOST_KINDS = 4  # named of a group of lines


@dataclass(frozen=True, slots=True)
class Correction:
    """A note of a page that says what an earlier version of it had said.

    Attributes:
        sentences: Its indices, ascending.
        words: On one line.
    """

    side: SideName
    sentences: tuple[int, ...]
    words: str


def line_kind(label: Label) -> str:
    """What a kind of line is called, in the language of the interface; "" where none is known."""
    return said(LINE_KINDS[label]) if label else ""


def doubt_words(sentence: Sentence) -> str:
    """What a reader is asked about a sentence whose place is in doubt; "" for any other."""
    return said(DOUBT) if sentence.doubtful else ""


def kinds_in_words(kinds: Iterable[str]) -> str:
    """The kinds of some lines, the most frequent first, "menu, tags"; "" where none is known."""
    named = [kind for kind, _ in Counter(filter(None, kinds)).most_common()]
    return ", ".join(named[:MOST_KINDS]) + (" …" if len(named) > MOST_KINDS else "")


def corrections(comparison: Comparison, side: SideName) -> tuple[Correction, ...]:
    """The notes of one page that change what it says, a line each."""
    document = on_side(comparison, side)
    noted = (
        i
        for i, sentence in enumerate(document.sentences)
        if (sentence.role, sentence.label) == ("boilerplate", "correction")
    )
    return tuple(Correction(side, line, _words(document, line)) for line in document.lines(noted))


def correction_notes(comparison: Comparison) -> list[tuple[str, str]]:
    """Every correction of either page: what it is, and its words."""
    return [
        (correction_heading(comparison, side), correction.words)
        for side in SIDES
        for correction in corrections(comparison, side)
    ]


def correction_heading(comparison: Comparison, side: SideName) -> str:
    """What stands before the words of a correction."""
    return say("{version:capital} says that it was corrected:", version=version_of(comparison, side))


def _words(document: Document, sentences: Sequence[int]) -> str:
    return one_line(" ".join(document.sentence_text(i) for i in sentences))
