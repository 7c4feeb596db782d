"""Where a document has terms of the user's glossary, and what the user says of them."""

from dataclasses import dataclass

from translate.languages.glossary import Glossary
from translate.languages.terms import places_of
from translate.text.document import Document
from translate.text.sides import SIDES, SideName


@dataclass(frozen=True, slots=True)
class TermUse:
    """One place of a text that has a term of the glossary.

    Attributes:
        side: "source" or "target".
        sentence: Index of its sentence in the document.
        start, end: Half-open offsets into the text, in code points.
        term: As the glossary has it.
        renderings: What it may be called in the other language, the first one preferred.
        note: What the user says of it; "" for nothing.
    """

    side: SideName
    sentence: int
    start: int
    end: int
    term: str
    renderings: tuple[str, ...]
    note: str


def term_uses(source: Document, target: Document, glossary: Glossary | None) -> tuple[TermUse, ...]:
    """The terms in the compared sentences of two documents, those of the source first, in reading order."""
    if glossary is None:
        return ()
    return tuple(
        TermUse(side, i, start + at.start, start + at.end, at.wording, at.renderings, at.note)
        for side, document in zip(SIDES, (source, target), strict=True)
        for i, start in ((i, document.sentences[i].start) for i in document.compared)
        for at in places_of(document.sentence_text(i), document.language, glossary)
    )
