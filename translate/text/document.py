"""A story as Parallax holds it: the text as given, and its sentences as offsets into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from translate.wording.brief import excerpt, several

Role = Literal["headline", "body", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open offsets into a document's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document.

    Attributes:
        start, end: Half-open offsets into the document's text, in code points.
        paragraph: Number of the paragraph it stands in, from 0.
        role: "headline" and "body" are compared; "boilerplate" (page furniture) stands in no bead.
    """

    start: int
    end: int
    paragraph: int
    role: Role = "body"

    def __repr__(self) -> str:
        return f"<Sentence {self.start}..{self.end}, paragraph {self.paragraph}, {self.role}>"


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a story.

    Attributes:
        language: ISO 639-1 code, such as "ru" ("und" if not known).
        text: The text exactly as given, after nothing but decoding.
        sentences: In reading order, never overlapping.
        foreign: Indices of compared sentences that are written in another language than the document.
    """

    language: str
    text: str
    sentences: tuple[Sentence, ...]
    foreign: tuple[int, ...] = ()

    def __repr__(self) -> str:
        size = f"{several(len(self.sentences), 'sentence')}, {several(len(self.text), 'character')}"
        return f"<Document {self.language}: {size}, {excerpt(self.text)}>"

    @property
    def compared(self) -> tuple[int, ...]:
        """Indices of the sentences that take part in the comparison, that is all but boilerplate."""
        return tuple(i for i, sentence in enumerate(self.sentences) if sentence.role != "boilerplate")

    def sentence_text(self, index: int) -> str:
        """Text of one sentence, as given."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]


def document_of_sentences(sentences: Sequence[str], language: str) -> Document:
    """Document of sentences that are already split: kept as given, one a line, all body, no cleaning.

    Example:
        >>> document_of_sentences(["One.", "Two."], "en").sentences[1]
        <Sentence 5..9, paragraph 1, body>
    """
    spans, start = [], 0
    for number, sentence in enumerate(sentences):
        spans.append(Sentence(start, start + len(sentence), number))
        start += len(sentence) + 1
    return Document(language, "\n".join(sentences), tuple(spans))
