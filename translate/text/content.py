"""Words as they are known again in a later state of a text: the same in every normal form and with any white space."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol

from translate.text.document import Span


class Placed(Protocol):
    """Something that stands in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def folded(words: str) -> str:
    """Words in composed letters, each white space one blank.

    Example:
        >>> folded(" Cafe\\u0301 \\n closed\\u00a0")
        'Café closed'
    """
    return " ".join(unicodedata.normalize("NFC", words).split())


def trimmed(text: str, span: Span) -> Span:
    """A span without the blanks at its ends.

    Example:
        >>> trimmed("one two three", Span(3, 8))
        Span(start=4, end=7)
    """
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def sentences_at(sentences: Sequence[Placed], span: Placed) -> range:
    """Indices of the sentences, one behind the other, that a span stands in.

    Example:
        >>> sentences_at([Span(0, 4), Span(5, 9), Span(10, 12)], Span(6, 11))
        range(1, 3)
    """
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, span.end, key=lambda sentence: sentence.start)
    return range(first, max(first, last))
