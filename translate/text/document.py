"""A story as Parallax holds it: the text as given, and its sentences as offsets into it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from translate.text.origin import Origin
from translate.wording.brief import excerpt, several

Role = Literal["headline", "body", "boilerplate"]
Label = Literal[
    "",
    "lead",
    "ad",
    "author",
    "caption",
    "comment",
    "correction",
    "counter",
    "credit",
    "factbox",
    "legal",
    "live",
    "menu",
    "note",
    "other",
    "promotion",
    "related",
    "share",
    "summary",
    "tags",
    "time",
]
SURE = 0.8  # certainty from which a sentence's place inside or outside the story is beyond doubt


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
        label: What more is known of it: "lead" below a headline; of page furniture its kind, such as "caption" or
            "menu", where a "correction" is a note that says what an earlier version of the story had said. "" where
            nothing is, and in a comparison that was read from a file of an earlier version.
        certainty: Probability in [0, 1] that it rightly counts as the story, or as furniture; 1 where nobody judged,
            as in a list of sentences and after a reader's decision.
    """

    start: int
    end: int
    paragraph: int
    role: Role = "body"
    label: Label = ""
    certainty: float = 1.0

    def __repr__(self) -> str:
        what = f"{self.role} ({self.label})" if self.label else self.role
        return f"<Sentence {self.start}..{self.end}, paragraph {self.paragraph}, {what}>"

    @property
    def doubtful(self) -> bool:
        """Whether it may as well be page furniture if it counts as the story, or the story if it does not."""
        return self.certainty < SURE


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a story.

    Attributes:
        language: ISO 639-1 code, such as "ru" ("und" if not known).
        text: The text exactly as given, after nothing but decoding; of a page given as HTML, its lines.
        sentences: In reading order, never overlapping.
        foreign: Indices of compared sentences that are written in another language than the document.
        origin: The file that it was read from, where more is known of it than its text; None otherwise.
    """

    language: str
    text: str
    sentences: tuple[Sentence, ...]
    foreign: tuple[int, ...] = ()
    origin: Origin | None = None

    def __repr__(self) -> str:
        size = f"{several(len(self.sentences), 'sentence')}, {several(len(self.text), 'character')}"
        return f"<Document {self.language}: {size}, {excerpt(self.text)}>"

    @property
    def compared(self) -> tuple[int, ...]:
        """Indices of the sentences that take part in the comparison, that is all but boilerplate."""
        return tuple(i for i, sentence in enumerate(self.sentences) if sentence.role != "boilerplate")

    def lines(self, sentences: Iterable[int] | None = None) -> list[tuple[int, ...]]:
        """Indices of sentences, of all if not told, by the line in which they stand, that is by their paragraph."""
        lines: dict[int, list[int]] = {}
        for i in range(len(self.sentences)) if sentences is None else sentences:
            lines.setdefault(self.sentences[i].paragraph, []).append(i)
        return [tuple(line) for line in lines.values()]

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
