"""Word and OpenDocument texts (.docx, .odt): the paragraphs as they read once every tracked change is accepted.

Insertions stay, deletions go, and so do headers, footers, comments and hidden text; footnotes and endnotes follow the
text. Other readers each lose a part of it: mammoth what stands in text boxes, python-docx the insertions.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from translate.errors import UnreadableFile
from translate.text.formats.archive import DAMAGED, PROTECTED, read_archive
from translate.text.formats.xml_tree import tree_of
from translate.text.origin import FileText, Origin, TextWithPlaces

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

OPEN_TEXT: Final = "content.xml"
MAX_SPACES = 100  # that one element of OpenDocument may stand for

_WORD_TEXT = re.compile(r"word/document\d{0,3}\.xml")  # Word on the web numbers it
_WORD_NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")
_WORD_ABOUT: Final = "docProps/core.xml"
_OPEN_ABOUT: Final = "meta.xml"
_OPEN_MANIFEST: Final = "META-INF/manifest.xml"
_OFF: Final = frozenset(["0", "false", "off"])
_DELETED: Final = frozenset(["del", "moveFrom"])
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class _Dialect:
    """The names of what both formats have.

    Attributes:
        paragraphs, row, cell: Elements.
        left_out: Elements that are no part of the text, with all that is in them.
        signs: Elements that stand for a character.
        texts: Elements that hold text; None where all do, and white space in it counts once.
    """

    paragraphs: frozenset[str]
    row: str
    cell: str
    left_out: frozenset[str]
    signs: dict[str, str]
    texts: frozenset[str] | None


_WORD: Final = _Dialect(
    frozenset(["p"]),
    "tr",
    "tc",
    # What was deleted or moved away, and the second form of what stands in a Choice already.
    frozenset([*_DELETED, "Fallback", "pPr", "rPr", "rt"]),
    {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"},
    frozenset(["t"]),
)
_OPEN: Final = _Dialect(
    frozenset(["p", "h"]),
    "table-row",
    "table-cell",
    # Deleted text stands in tracked-changes, in front of the text.
    frozenset(["tracked-changes", "annotation", "ruby-text", "hidden-text", "forms", "desc", "title"]),
    {"tab": "\t", "line-break": "\n"},
    None,
)


def word_text(entries: Iterable[str]) -> str | None:
    """The file in an archive that holds the text of a Word document; None where it is none.

    Example:
        >>> word_text(["docProps/core.xml", "word/document2.xml"])
        'word/document2.xml'
    """
    return min(filter(_WORD_TEXT.fullmatch, entries), default=None)


def read_word(data: bytes, name: str) -> FileText:
    """The text of a Word document (.docx).

    Args:
        data: The whole file.
        name: What to call it in an error.

    Raises:
        UnreadableFile: It is damaged or protected by a password.
    """
    known = {*_WORD_NOTES, _WORD_ABOUT}
    files = read_archive(data, name, lambda entry: entry in known or _WORD_TEXT.fullmatch(entry) is not None)
    reader = _Reader(_WORD)
    reader.read(tree_of(_required(files, word_text(files) or "", name), name))
    for file in _WORD_NOTES:
        if file in files:
            for note in tree_of(files[file], name):
                if not note.get("type"):  # the lines that part notes from the text have one
                    reader.note(note)
    return reader.written(_about(files.get(_WORD_ABOUT), name))


def read_open_document(data: bytes, name: str) -> FileText:
    """The text of an OpenDocument text (.odt); arguments and errors as for `read_word`."""
    files = read_archive(data, name, {OPEN_TEXT, _OPEN_ABOUT, _OPEN_MANIFEST}.__contains__)
    if b"encryption-data" in files.get(_OPEN_MANIFEST, b""):
        raise UnreadableFile(name, PROTECTED)
    body = tree_of(_required(files, OPEN_TEXT, name), name).find("body/text")
    if body is None:
        raise UnreadableFile(name, DAMAGED)
    reader = _Reader(_OPEN)
    reader.read(body)
    return reader.written(_about(files.get(_OPEN_ABOUT), name))


def _required(files: dict[str, bytes], wanted: str, name: str) -> bytes:
    if wanted not in files:
        raise UnreadableFile(name, DAMAGED)
    return files[wanted]


def _about(data: bytes | None, name: str) -> Origin:
    """What a document says of itself; the day on which somebody began to write it is no day of publication."""
    if data is None:
        return Origin(name)
    found = {element.tag: (element.text or "").strip() for element in tree_of(data, name).iter()}
    author = found.get("creator") or found.get("initial-creator", "")
    return Origin(name, found.get("title", ""), author, language=found.get("language", ""))


@dataclass(slots=True)
class _Reader:
    """Paragraphs while they are read.

    Attributes:
        lines: Paragraphs and rows of tables, each with what parts it from the one before.
        notes: Footnotes and endnotes.
    """

    dialect: _Dialect
    lines: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)  # pieces of a paragraph whose end was deleted

    def read(self, element: "Element") -> None:
        """Read all paragraphs in an element."""
        if element.tag in self.dialect.left_out:
            return
        if element.tag in self.dialect.paragraphs:
            self._paragraph(element)
        elif element.tag == self.dialect.row:
            self._row(element)
        else:
            for child in element:
                self.read(child)

    def note(self, element: "Element") -> None:
        """Read a footnote or an endnote."""
        if text := " ".join(self._inside(element)):
            self.notes.append(text)

    def written(self, about: Origin) -> FileText:
        """The text with the numbers of its paragraphs and notes."""
        self._finish()
        text = TextWithPlaces()
        for number, (line, border) in enumerate(self.lines, 1):
            text.add(line, "paragraph", str(number), border)
        for number, line in enumerate(self.notes, 1):
            text.add(line, "note", str(number))
        return FileText(text.text, replace(about, places=tuple(text.places)))

    def _paragraph(self, element: "Element") -> None:
        pieces: list[str] = []
        boxes: list[Element] = []
        self._inline(element, pieces, boxes)
        self._open += pieces
        if not any(element.find(f"pPr/rPr/{mark}") is not None for mark in _DELETED):
            self._finish()
        for box in boxes:
            self.read(box)

    def _finish(self) -> None:
        """End the paragraph."""
        text = "".join(self._open).strip()
        self._open.clear()
        if text:
            self.lines.append((text, "\n\n"))

    def _inline(self, element: "Element", pieces: list[str], boxes: "list[Element]") -> None:
        """Write the text of an element; paragraphs inside it, as in a text box, are left for later."""
        texts = self.dialect.texts
        if texts is None or element.tag in texts:
            pieces.append(element.text or "" if texts else _SPACES.sub(" ", element.text or ""))
        for child in element:
            if child.tag in self.dialect.signs:
                pieces.append(self.dialect.signs[child.tag])
            elif child.tag == "s":
                pieces.append(" " * _count(child.get("c", "1")))
            elif child.tag == "note":
                body = child.find("note-body")
                self.note(child if body is None else body)
            elif child.tag in self.dialect.paragraphs or child.tag == self.dialect.row:
                boxes.append(child)
            elif child.tag not in self.dialect.left_out and not _is_hidden(child):
                self._inline(child, pieces, boxes)
            if texts is None:
                pieces.append(_SPACES.sub(" ", child.tail or ""))

    def _cells(self, element: "Element") -> "Iterator[Element]":
        """The cells of a row, not those of tables inside them."""
        for child in element:
            if child.tag == self.dialect.cell:
                yield child
            elif child.tag not in self.dialect.left_out:
                yield from self._cells(child)

    def _inside(self, element: "Element") -> list[str]:
        """The paragraphs in an element that stands apart; their notes stand with the others."""
        inner = _Reader(self.dialect)
        for child in element:
            inner.read(child)
        inner._finish()
        self.notes += inner.notes
        return [line for line, _ in inner.lines]

    def _row(self, element: "Element") -> None:
        """A row of a table is a line with tabs in it, unless it holds whole paragraphs, as tables of a layout do."""
        if any(element.find(f"trPr/{mark}") is not None for mark in _DELETED):
            return
        filled = [lines for lines in map(self._inside, self._cells(element)) if lines]
        if len(filled) == 1 or any(len(cell) > 1 for cell in filled):
            self.lines += [(line, "\n\n") for cell in filled for line in cell]
        elif filled:
            self.lines.append(("\t".join(line for cell in filled for line in cell), "\n"))


def _count(number: str) -> int:
    return min(int(number), MAX_SPACES) if number.isdecimal() else 1


def _is_hidden(element: "Element") -> bool:
    """Whether a run of Word is formatted as hidden text."""
    hidden = element.find("rPr/vanish")
    return hidden is not None and hidden.get("val", "") not in _OFF
