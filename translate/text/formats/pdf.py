"""PDF files: lines where they stand on their pages -> paragraphs, without running heads and page numbers.

A PDF knows no paragraphs: they begin where a line is indented, stands further below, is set in another size, or follows
a short line that ends a sentence. The lines come in the order in which the file draws them, which programs that set
columns keep to the reading order.
"""

import io
import logging
import re
import statistics
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from translate.errors import TranslateError, UnreadableFile
from translate.settings.limits import require_length
from translate.text.formats.archive import PROTECTED
from translate.text.formats.hyphens import before_next_line, compounds_in
from translate.text.formats.libraries import require_library
from translate.text.origin import FileText, Origin, TextWithPlaces
from translate.wording.phrase import Phrase

MAX_PAGES = 2_000
MAX_SECONDS = 90.0  # for all pages; a book of 350 takes five, and a file made to do damage takes hours
EDGE_LINES = 3  # at the top and at the bottom of a page that may be a running head
REPEATED = 1 / 3  # share of the pages on which it stands: left and right pages may have their own
HEIGHT = 3.0  # points by which its height may differ
GAP = 1.35  # times the usual distance of two lines: more parts paragraphs
INDENT = (4.0, 60.0)  # points
OTHER_SIZE = 1.15  # times the size of letters: more is a heading
SHORT = 0.8  # of the longest line of a page: a shorter one that ends a sentence ends its paragraph
MIN_LETTERS = 10  # on a page that holds text

_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}  # two letters and more
_DIGITS = re.compile(r"\d+")
_STOP = re.compile(r"[.!?…][\"'»”’)\]]*$")
_NUMBER = re.compile(r"\W*(\d{1,4})\W*")

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it grumbles about is no news for a reader


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page; `left` and `height` in points from the lower left corner, `size` that of its letters."""

    text: str
    page: int
    left: float
    height: float
    size: float


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are those of a PDF file, which may have a little in front of them."""
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, name: str) -> FileText:
    """The text of a PDF file.

    Args:
        data: The whole file.
        name: What to call it in an error.

    Raises:
        UnreadableFile: It is damaged, encrypted, too long, or holds pictures of text alone.
    """
    require_library("pypdf", "pypdf", name)
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(name, PROTECTED)
        pages = _pages(reader, name)
        about = reader.metadata
        title, author = (str(about.title or ""), str(about.author or "")) if about else ("", "")
    except TranslateError:
        raise
    except DependencyError as error:
        raise UnreadableFile(name, PROTECTED) from error
    except Exception as error:  # a file made to do damage raises nearly anything in there
        raise UnreadableFile(
            name, Phrase("it is damaged. Open it in another program and print it to a new PDF file.")
        ) from error
    text = TextWithPlaces()
    for paragraph in _paragraphs(_without_heads(pages)):
        for i, line in enumerate(paragraph):
            text.add(line.text, "page", str(line.page), "" if i else "\n\n")
    empty = sum(_letters(page) < MIN_LETTERS for page in pages)
    if empty == len(pages):
        raise UnreadableFile(name, _SCANNED)
    notes = (Phrase("{name}: no text is found on {count} of its {pages} pages, which may be pictures of text.",
                    name=name, count=empty, pages=len(pages)),) if empty else ()  # fmt: skip
    return FileText(text.text, Origin(name, title.strip(), author.strip(), places=tuple(text.places), notes=notes))


_SCANNED = Phrase(
    "it is a PDF file without text, a scan for example. Have a program for text recognition (OCR) read it first."
)

_TOO_SLOW = Phrase("it is too intricate to be read in a reasonable time. Copy its text into a plain text file.")


def _letters(page: Sequence[_Line]) -> int:
    return sum(character.isalpha() for line in page for character in line.text)


def _pages(reader: Any, name: str) -> list[list[_Line]]:
    """The lines of every page, in the order in which they are drawn."""
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise UnreadableFile(name, Phrase("it has more than {limit:,} pages.", limit=MAX_PAGES))
    pages, length = [], 0
    end = time.monotonic() + MAX_SECONDS

    def in_time(*_operation: object) -> None:
        if time.monotonic() > end:
            raise UnreadableFile(name, _TOO_SLOW)

    for number, page in enumerate(reader.pages, 1):
        in_time()
        pages.append(_lines(page, number, in_time))
        length += sum(len(line.text) for line in pages[-1])
        require_length(length)
    return pages


def _lines(page: Any, number: int, before_each: Callable[..., None]) -> list[_Line]:
    """The lines of a page.

    Args:
        page, number: As pypdf knows it, and which one it is.
        before_each: Called before every operation that draws; what it raises ends the reading.
    """
    lines: list[_Line] = []
    words: list[str] = []
    place = (0.0, 0.0, 0.0)

    def finish() -> None:
        text = " ".join("".join(words).translate(_LIGATURES).split(" ")).strip()
        if text:
            lines.append(_Line(text, number, *place))
        words.clear()

    def visit(text: str, around: Any, own: Any, _font: Any, size: float) -> None:
        nonlocal place
        for part, piece in enumerate(text.split("\n")):
            if part:
                finish()
            if piece.strip() and not any(word.strip() for word in words):
                left = own[4] * around[0] + own[5] * around[2] + around[4]
                height = own[4] * around[1] + own[5] * around[3] + around[5]
                scale = abs(own[3] * around[3]) or abs(own[1] * around[2]) or 1.0
                place = (float(left), float(height), float(size) * scale)
            words.append(piece)

    page.extract_text(visitor_operand_before=before_each, visitor_text=visit)
    before_each()  # what was raised within a form is lost there
    finish()
    return lines


def _without_heads(pages: Sequence[Sequence[_Line]]) -> list[_Line]:
    """All lines but running heads, feet and page numbers, which stand at the edges of many pages at one height."""
    edges = [_edge(page) for page in pages]
    seen: Counter[tuple[str, int]] = Counter()
    for page, edge in zip(pages, edges, strict=True):
        # A line at the border of two steps of height counts for both.
        seen.update({(_signature(page[i]), step) for i in edge for step in _steps(page[i])})
    inside = {_signature(line) for page, edge in zip(pages, edges, strict=True) for line in _others(page, edge)}
    enough = max(2, REPEATED * len(pages))
    kept = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), 1):
        for i, line in enumerate(page):
            signature, own = _signature(line), _NUMBER.fullmatch(line.text)
            repeated = signature not in inside and any(seen[signature, step] >= enough for step in _steps(line))
            if i not in edge or not (repeated or (own is not None and int(own[1]) == number)):
                kept.append(line)
    return kept


def _edge(page: Sequence[_Line]) -> frozenset[int]:
    """Places of the highest and the lowest lines of a page."""
    by_height = sorted(range(len(page)), key=lambda i: page[i].height)
    return frozenset([*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]])


def _others(page: Sequence[_Line], edge: frozenset[int]) -> Iterator[_Line]:
    return (line for i, line in enumerate(page) if i not in edge)


def _signature(line: _Line) -> str:
    return _DIGITS.sub("#", line.text).casefold()


def _steps(line: _Line) -> tuple[int, int]:
    step = int(line.height // HEIGHT)
    return step, step + 1


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Paragraphs as lines whose texts, one after the other, are theirs."""
    if not lines:
        return
    compounds = compounds_in([line.text for line in lines])
    leading, size = _leading(lines), statistics.median(line.size for line in lines)
    longest: Counter[int] = Counter()
    for line in lines:
        longest[line.page] = max(longest[line.page], len(line.text))
    paragraph = [lines[0]]
    for i, line in enumerate(lines[1:], 1):
        larger = max(1.0, lines[i].size / size) if size else 1.0  # the lines of a headline stand further apart
        if _begins(lines, i, leading * larger, longest[lines[i - 1].page]):
            yield paragraph
            paragraph = []
        else:
            before = paragraph[-1]
            paragraph[-1] = replace(before, text=before_next_line(before.text, line.text, compounds))
        paragraph.append(line)
    yield paragraph


def _leading(lines: Sequence[_Line]) -> float:
    """The usual distance of two lines one below the other."""
    steps = [
        a.height - b.height
        for a, b in pairwise(lines)
        if a.page == b.page and 0 < a.height - b.height < 5 * max(a.size, 1.0)
    ]
    return statistics.median(steps) if steps else 0.0


def _begins(lines: Sequence[_Line], i: int, leading: float, longest: int) -> bool:
    """Whether a line begins a paragraph."""
    before, line = lines[i - 1], lines[i]
    stopped = _STOP.search(before.text) is not None
    larger, smaller = max(before.size, line.size), min(before.size, line.size)
    if smaller and larger > OTHER_SIZE * smaller:
        return True
    step = before.height - line.height
    if before.page != line.page or step <= 0:  # of another page or column: what broke off goes on
        return stopped
    if leading and step > GAP * leading:
        return True
    if INDENT[0] <= line.left - before.left <= INDENT[1] and not _indented(lines, i - 1):
        return True
    return stopped and len(before.text) < SHORT * longest


def _indented(lines: Sequence[_Line], i: int) -> bool:
    """Whether the line after stands further left, as after the first line of a paragraph."""
    return i + 1 < len(lines) and lines[i].left - lines[i + 1].left >= INDENT[0]
