"""Sentences that do not end: a transcript without full stops, a table in one line, a text of nothing but digits.

Every stage works sentence by sentence, and most of them hold each word of one against each of another. So a sentence
is no longer than LONGEST; the longest of 20,000 in the development data has 810 characters.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

LONGEST = 1_000  # characters of a sentence in its normal spelling
# Where a sentence is best parted, the best first; each match ends where the next part begins.
_BEST = tuple(map(re.compile, ("[;:] ", ", ", " [–—-] ", " ")))
_JOINER = "\u200d"


def parted(text: str, borders: Sequence[int]) -> Iterator[int]:
    """More borders, such that no sentence between two of them is longer than LONGEST.

    Args:
        text: A paragraph in its normal spelling.
        borders: Offsets at which sentences start, ascending, save the first.

    Example:
        >>> text = "and so on, " * 100
        >>> list(parted(text, ()))
        [990]
    """
    for first, end in pairwise((0, *borders, len(text))):
        start = first
        while end - start > LONGEST:
            start = _border(text, start)
            yield start


def _border(text: str, start: int) -> int:
    """The last border of the best sort in the second half of the longest sentence that can begin here."""
    first, last = start + LONGEST // 2, start + LONGEST
    for best in _BEST:
        ends = [match.end() for match in best.finditer(text, first, last)]
        if ends:
            return ends[-1]
    while last > first and _inseparable(text, last):
        last -= 1
    return last if last > first else start + LONGEST


def _inseparable(text: str, place: int) -> bool:
    """Whether what stands at a place is part of the sign before it."""
    return unicodedata.category(text[place])[0] == "M" or text[place - 1] == _JOINER
