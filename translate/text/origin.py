"""What a file told besides its text: where in it each part of the text stands, and what it says of itself."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from translate.wording.phrase import Telling

PlaceKind = Literal["page", "paragraph", "note", "time", "row"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its file a stretch of a text stands; it ends where the next place begins.

    Attributes:
        start: Offset of its first code point in the text.
        kind: What the file counts: pages, paragraphs, footnotes and endnotes, time, or rows of a table.
        name: What the file has there: "3", "00:01:05".
    """

    start: int
    kind: PlaceKind
    name: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a text was read from, as far as more is known of it than its text.

    Attributes:
        name: Of the file, without its folder.
        title, author: As the file gives them; "" where it does not.
        published: The day on which the story was published, such as "2024-05-31"; "" where the file does not say so.
        language: That the file names, such as "ru"; "" likewise. What is compared is the language that was found.
        places: In the order of the text; empty where the file counts nothing.
        notes: What was done to the text that its reader should know.
    """

    name: str
    title: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    places: tuple[Place, ...] = ()
    notes: tuple[Telling, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether it says more than the name of the file."""
        return self != Origin(self.name)

    def place_at(self, offset: int) -> Place | None:
        """The place that a code point of the text stands in; None where none is known.

        Example:
            >>> Origin("story.pdf", places=(Place(0, "page", "1"), Place(40, "page", "2"))).place_at(41)
            Place(start=40, kind='page', name='2')
        """
        found = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[found - 1] if found else None


@dataclass(frozen=True, slots=True)
class FileText:
    """One version of a story as a file holds it.

    Attributes:
        text: What a person reads there.
        origin: The file.
        sentences: Where the file has them one by one, as a table or a translation memory does; they are kept as they
            are. None for running text.
        language: Of those sentences, such as "ru"; "" where the file does not name it.
    """

    text: str
    origin: Origin
    sentences: tuple[str, ...] | None = None
    language: str = ""

    def __repr__(self) -> str:
        return f"<FileText {self.origin.name!r}: {len(self.text):,} characters>"


@dataclass(frozen=True, slots=True)
class BothVersions:
    """Both versions of a story as one file holds them, a table of sentences or a translation memory for example."""

    source: FileText
    target: FileText


class TextWithPlaces:
    """A text while it is put together from the parts of a file."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.places: list[Place] = []

    def add(self, piece: str, kind: PlaceKind, name: str, border: str = "\n\n") -> None:
        """Write a piece that stands at a place.

        Args:
            piece: Of the text.
            kind, name: Of the place; one that is the same as before begins no new one.
            border: What parts it from the piece before.
        """
        if self._pieces:
            self._pieces.append(border)
            self._length += len(border)
        if not self.places or (self.places[-1].kind, self.places[-1].name) != (kind, name):
            self.places.append(Place(self._length, kind, name))
        self._pieces.append(piece)
        self._length += len(piece)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)


def text_of_rows(cells: Sequence[str], name: str, language: str = "") -> FileText:
    """Sentences that stand in the rows of a file, counted from 1; a row without one keeps its place.

    Args:
        cells: The sentence of each row, "" where there is none.
        name: Of the file.
        language: As `FileText` has it.
    """
    sentences = tuple(" ".join(cell.split()) for cell in cells)
    written = TextWithPlaces()
    for row, sentence in enumerate(sentences, 1):
        written.add(sentence, "row", str(row), "\n")
    origin = Origin(name, language=language, places=tuple(written.places))
    return FileText(written.text, origin, sentences, language)
