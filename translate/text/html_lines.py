"""HTML -> the lines that a browser copies: blocks on lines of their own, paragraphs between blank lines, cells of a row
between tabs. What a page itself hides is left out; nobody reads its style sheets here.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import Final

_BLOCK_NAMES: Final = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table"
    " tbody tfoot thead tr ul"
)
_HIDDEN_NAMES: Final = (
    "area audio base canvas datalist embed head iframe input link meta noembed noframes noscript object param rp script"
    " select source style svg template textarea title track video"
)
_CELL_NAMES: Final = "td th"
BLOCKS: Final = frozenset(_BLOCK_NAMES.split())
HIDDEN: Final = frozenset(_HIDDEN_NAMES.split())
CELLS: Final = frozenset(_CELL_NAMES.split())
_HIDING_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True, eq=False)
class Part:
    """One element of a page that a browser shows.

    Attributes:
        name: Of the element, such as "div".
        attributes: Of the element, by name.
        parent: The element around it; None for the page.
        number: Its place among the parts of the page, parents before their children.
        end: One more than the number of the last part inside it.
        pieces: Its text and the parts in it, in their order.
    """

    name: str
    attributes: dict[str, str | None]
    parent: "Part | None"
    number: int
    end: int
    pieces: "list[Part | str]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page, "" where one is blank, and the number of the innermost block that it stands in."""

    text: str
    block: int


def parts_of(source: str) -> tuple[list[Part], str]:
    """The parts of a page in reading order, the page itself first, and its title, "" where it has none."""
    from justhtml import JustHTML  # here: it takes 60 ms, and most texts are no pages

    root = JustHTML(source, sanitize=False).root
    title = ""
    parts = [Part("html", {}, None, 0, 1)]
    waiting = [(child, parts[0]) for child in reversed(root.children or ())]
    while waiting:
        node, parent = waiting.pop()
        if node.name == "#text" and not _closed(parent):
            parent.pieces.append(node.data or "")
        elif node.name == "head":
            title = next((child.to_text() for child in node.children or () if child.name == "title"), "")
        elif not node.name.startswith(("#", "!")) and not _hidden(node.name, node.attrs or {}, parent):
            part = Part(node.name, node.attrs or {}, parent, len(parts), len(parts) + 1)
            parts.append(part)
            parent.pieces.append(part)
            waiting += [(child, part) for child in reversed(node.children or ())]
    for part in reversed(parts):
        if part.parent is not None:
            part.parent.end = max(part.parent.end, part.end)
    return parts, title


def _hidden(name: str, attributes: dict[str, str | None], parent: Part) -> bool:
    """Whether a browser leaves an element out, by its name or its attributes."""
    if name in HIDDEN or "hidden" in attributes:
        return True
    if name == "dialog":
        return "open" not in attributes
    if _closed(parent) and name != "summary":
        return True
    return _HIDING_STYLE.search(attributes.get("style") or "") is not None


def _closed(part: Part) -> bool:
    """Whether a part shows nothing but its summary."""
    return part.name == "details" and "open" not in part.attributes


def lines_of_parts(parts: Sequence[Part], left_out: Container[int] = ()) -> list[PageLine]:
    """The lines of a page.

    Args:
        parts: All parts of the page.
        left_out: Numbers of parts to leave out, with all that is in them.
    """
    writer = _Writer()
    waiting: list[tuple[Part | str, bool]] = [(parts[0], True)]
    while waiting:
        piece, begins = waiting.pop()
        if isinstance(piece, str):
            writer.add(piece)
        elif not begins:
            writer.end(piece)
        else:
            writer.begin(piece)
            waiting.append((piece, False))
            if piece.number not in left_out:
                waiting += [(inner, True) for inner in reversed(piece.pieces)]
    return writer.lines


class _Writer:
    """Lines while they are written."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self._open: list[str] = []  # pieces of the line that is being written
        self._blocks = [0]  # numbers of the blocks around it
        self._verbatim = 0  # how many elements around keep their line ends
        self._spaced = True  # whether another space would not show

    def begin(self, part: Part) -> None:
        self._border(part.name)
        if part.name in BLOCKS:
            self._blocks.append(part.number)
        self._verbatim += part.name == "pre"
        if part.name == "br":
            self._break()
        elif part.name in CELLS and self._written:
            self._open.append("\t")
            self._spaced = True

    def end(self, part: Part) -> None:
        self._verbatim -= part.name == "pre"
        self._border(part.name)
        if part.name in BLOCKS:
            self._blocks.pop()

    def add(self, text: str) -> None:
        """Write the text between two tags."""
        if self._verbatim:
            first, *others = text.split("\n")
            self._open.append(first)
            for line in others:
                self._break()
                self._open.append(line)
            return
        plain = _SPACES.sub(" ", text)
        if self._spaced:
            plain = plain.removeprefix(" ")
        if plain:
            self._open.append(plain)
            self._spaced = plain.endswith(" ")

    @property
    def _written(self) -> bool:
        return any(piece.strip(" \t\n\r\f") for piece in self._open)

    def _border(self, name: str) -> None:
        if name in BLOCKS and self._written:
            self._break()
        if name == "p":
            self._break()

    def _break(self) -> None:
        """End the line; of blank lines one after another only the first is kept."""
        text = "".join(self._open).strip(" \t\n\r\f")
        if text or (self.lines and self.lines[-1].text):
            self.lines.append(PageLine(text, self._blocks[-1]))
        self._open = []
        self._spaced = True
