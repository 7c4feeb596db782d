"""One spelling for every character, with the way back to the offsets of the text as given.

Composed letters (NFC), no soft hyphens, zero-width and direction marks, no stress marks over Russian vowels, characters
for the references of HTML ("won&apos;t"), and plain spaces for every other white space, line ends included: paragraphs
are found before, on the text as given.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from translate.languages.registry import compared_languages, language_of

# Soft hyphen, grapheme joiner, Arabic letter mark, Mongolian separator, zero-width space, joiners and direction marks,
# embeddings and overrides, word joiner and invisible operators, direction isolates, byte order mark, annotations.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
_COMBINING = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# What changes the length: dropped marks, the first half of a Windows line end, letters followed by combining marks.
_REFERENCE = "&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});"
_IRREGULAR = re.compile(f"{_REFERENCE}|[{INVISIBLE}]+|\r(?=\n)|[^{_COMBINING}{INVISIBLE}\\s][{_COMBINING}]+")
_HIDDEN_OR_MARKED = re.compile(f"{_REFERENCE}|[{INVISIBLE}]|\r\n|[{_COMBINING}]")
_STRESS = "(?<=[{}])[\u0300\u0301]"
# What keeps the length: other white space and control characters become spaces, a lone surrogate the replacement mark,
# and letter-like signs the letters they stand for.
_SAME_LENGTH: dict[int, str] = dict.fromkeys((*range(0x20), *range(0x7F, 0xA1), *range(0x2000, 0x200B)), " ")
_SAME_LENGTH |= dict.fromkeys((0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000), " ")
_SAME_LENGTH |= {0x2126: "Ω", 0x212A: "K", 0x212B: "Å"}
_REPLACED = re.compile("[\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u2126\u212a\u212b]")
_SURROGATE = re.compile("[\ud800-\udfff]")

Offsets = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Normalized:
    """A text in its normal spelling.

    Attributes:
        text: The normal spelling.
        starts, ends: For each of its characters where it starts and ends in the text as given; None where every
            character stands where it stood.
    """

    text: str
    starts: Offsets | None = None
    ends: Offsets | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the text as given of the half-open span `start`, `end` of the normal spelling.

        Example:
            >>> normalize("со\\u00adюз").span(1, 3)
            (1, 4)
        """
        if self.starts is None or self.ends is None:
            return start, end
        if start < end:
            return int(self.starts[start]), int(self.ends[end - 1])
        place = int(self.starts[start]) if start < len(self.starts) else int(self.ends[-1]) if len(self.ends) else 0
        return place, place


def normalize(text: str) -> Normalized:
    """Give a text its normal spelling; linear in its length, and nearly free for a text that has it already.

    Example:
        >>> normalize("со\\u00adюз\\u00a05").text
        'союз 5'
    """
    if text.isascii() and "&" not in text and not _REPLACED.search(text):
        return Normalized(text)
    changed = _HIDDEN_OR_MARKED.search(text) is not None
    plain = replace_surrogates(text)
    if not changed:
        return Normalized(plain.translate(_SAME_LENGTH) if _REPLACED.search(plain) else plain)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _IRREGULAR.finditer(plain):
        start, end = match.span()
        pieces.append(plain[done:start])
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        composed = _told_by(match.group()) if match.group()[0] == "&" else _composed(match.group())
        pieces.append(composed)
        starts.extend([start] * len(composed))
        ends.extend([end] * len(composed))
        done = end
    pieces.append(plain[done:])
    starts.extend(range(done, len(plain)))
    ends.extend(range(done + 1, len(plain) + 1))
    return Normalized(
        "".join(pieces).translate(_SAME_LENGTH), np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)
    )


def replace_surrogates(text: str) -> str:
    """The same text with the replacement mark for every lone surrogate, which no file could hold; offsets stay."""
    return _SURROGATE.sub("\ufffd", text)


def _told_by(reference: str) -> str:
    """The character that a reference of HTML stands for; itself where there is none."""
    told = html.unescape(reference)
    return told if len(told) == 1 else reference


def _composed(cluster: str) -> str:
    """A letter with its marks in NFC; nothing for marks that are not to be seen."""
    if len(cluster) == 1 or re.match(f"[{INVISIBLE}]", cluster):
        return ""
    return _stress(compared_languages()).sub("", unicodedata.normalize("NFC", cluster))


@cache
def _stress(languages: tuple[str, ...]) -> re.Pattern[str]:
    """A stress mark over a letter that has none in its language's spelling."""
    letters = "".join(language_of(code).table("letters").get("stressed", "") for code in languages)
    return re.compile(_STRESS.format(letters + letters.upper()))
