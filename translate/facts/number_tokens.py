"""The tokens in which numbers are looked for, and a number while it is being read from them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from translate.facts.digits import HALVES, SPACES

DASHES = frozenset("-–—−‑")
_SHARE = r"(?:1/(?:[2-9]|10)|2/[35]|3/[458]|4/5)(?![\d/.])"  # 24/7 and 9/11 are none
# Between the two sides of a surface, as keyboards of two scripts have it.
_TIMES = f"x{unicodedata.lookup('CYRILLIC SMALL LETTER HA')}×"
_TOKEN = re.compile(
    rf"(?P<number>\d{{1,3}}[{SPACES}]{_SHARE}|(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d|\s?[{_TIMES}]\s?\d)(?:[.,]\d+(?![.,]?\d))?)|\d*[{HALVES}]"
    rf"|{_SHARE}|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+)|(?P<sign>[^\s\w])"
)


@dataclass(frozen=True, slots=True)
class Token:
    kind: str  # "number", "word" or "sign"
    text: str  # lower case
    start: int
    end: int
    raw: str


@dataclass(slots=True)
class Found:
    """A number on its way to a mention: tokens [first, last) and what is known so far."""

    first: int
    last: int
    amounts: tuple[float, ...]
    weak: bool = False
    scale: float = 1.0  # the largest that its amounts were multiplied by
    ordinal: bool = False
    share: bool = False
    unit: str | None = None
    approximate: bool = False
    bound: int = 0


def split_tokens(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Token]:
    """Numbers, words and signs of a text, save those inside the half-open spans that are taken."""
    return [
        Token(str(match.lastgroup), match.group().casefold(), match.start(), match.end(), match.group())
        for match in _TOKEN.finditer(text)
        if not is_inside(match.start(), match.end(), taken)
    ]


def is_inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether [start, end) meets one of the spans."""
    return any(start < last and end > first for first, last in spans)


def token_at(tokens: Sequence[Token], i: int) -> Token | None:
    """Token i, None before the first and behind the last."""
    return tokens[i] if 0 <= i < len(tokens) else None
