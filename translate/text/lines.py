"""The lines of a page: each paragraph as pasted, with its plain text and the sentences in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.text.normalization import normalize
from translate.text.paragraphs import Span

MIN_PROSE = 80  # characters of a paragraph that is surely the story's
MAX_HEADLINE = 200  # characters of the story's own headline
MAX_OTHER_HEADLINE = 160  # characters of another story's headline under a label

_AROUND = " \t\"'«»“”„‘’.,;:!…·•●▪■►▶▸→←↑↓»>‹›<|*–—-_=~✔✓☞👉🔥⚡❗📌📷🔴🟢✅➡️⬅️"
_STOP = re.compile(r"[.;:,…][\"'»”’)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a page.

    Attributes:
        text: Normalized, in single spaces.
        core: The same without the marks around it.
        sentences: Numbers of its sentences on the page.
        parted: Whether a blank line stands above it.
    """

    text: str
    core: str
    sentences: range
    parted: bool = False

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def prose(self) -> bool:
        """Whether it looks like a paragraph of a story: long, and it ends as a sentence does."""
        return len(self.core) >= MIN_PROSE and self.ended

    @property
    def title_like(self) -> bool:
        """Whether it can be a headline: one sentence without a stop, of no more than a headline's length."""
        return len(self.sentences) == 1 and len(self.text) <= MAX_HEADLINE and not _STOP.search(self.text)

    @property
    def teaser_like(self) -> bool:
        """Whether it can be the headline of another story: shorter still, and with a word in it."""
        return self.title_like and 0 < len(self.core) <= MAX_OTHER_HEADLINE


def lines_of(text: str, paragraphs: Sequence[Sequence[Span]]) -> Iterator[Line]:
    """The lines of a page.

    Args:
        text: The page.
        paragraphs: For each paragraph the offsets of its sentences; none is empty.
    """
    first, end = 0, 0
    for spans in paragraphs:
        whole = _SPACES.sub(" ", normalize(text[spans[0][0] : spans[-1][1]]).text).strip()
        parted = len(text[end : spans[0][0]].splitlines()) > 1 and first > 0
        yield Line(whole, core_of(whole), range(first, first + len(spans)), parted)
        first += len(spans)
        end = spans[-1][1]


def core_of(text: str) -> str:
    """A line without the marks around it, in plain spaces."""
    return _SPACES.sub(" ", normalize(text).text).strip(_AROUND)
