"""Paragraphs of a pasted text: blank lines always part them, single line ends only where lines are paragraphs.

A copied web page has one paragraph a line; a mail or a text file may be wrapped at 60 to 100 characters. A block of
lines counts as wrapped where its line ends are those a greedy typesetter makes: the next word would not have fitted.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

# Line ends of all systems, NEL, line and paragraph separators, vertical tab and form feed.
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_STOP = re.compile(r"[.!?…:;][\"'»”’)\]]*$")
_NEW_ITEM = re.compile(r"(?:[-–—*•·>]|\d{1,3}[.)])\s")
WRAP_WIDTHS = range(35, 112)  # the longest line of a wrapped block, in characters
MIN_WRAPPED_BREAKS = 0.75  # share of a block's line ends that must be a typesetter's
MIN_CONTINUED = 0.4  # share of its lines that must go on in small letters, which headlines one under another do not

Span = tuple[int, int]


def split_paragraphs(text: str) -> list[Span]:
    """Half-open offsets of the paragraphs, in order, without the white space around them.

    Example:
        >>> split_paragraphs("Headline\\nFirst sentence. Second.\\n\\nThird.")
        [(0, 8), (9, 32), (34, 40)]
    """
    paragraphs: list[Span] = []
    for block in _blocks(text):
        paragraphs.extend(_unwrapped(text, block) if _wrapped(text, block) else block)
    return paragraphs


def _blocks(text: str) -> list[list[Span]]:
    """Lines that hold something, in groups parted by blank lines."""
    blocks: list[list[Span]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        core = line.strip()
        if not core:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        if not blocks or len(_LINE_END.findall(text, blocks[-1][-1][1], start)) > 1:
            blocks.append([])
        blocks[-1].append((start, start + len(core)))
    return blocks


def _wrapped(text: str, block: Sequence[Span]) -> bool:
    """Whether the lines of a block are the lines of wrapped prose."""
    width = max(end - start for start, end in block)
    if width not in WRAP_WIDTHS:
        return False
    breaks = list(pairwise(block))
    full = [_full(text, line, following, width) for line, following in breaks]
    continued = [_continues(text, line, following) for line, following in breaks]
    return sum(full) >= MIN_WRAPPED_BREAKS * len(breaks) and sum(continued) >= MIN_CONTINUED * len(breaks)


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one."""
    word = text[following[0] : following[1]].split()[0]
    return line[1] - line[0] + 1 + len(word) > width - 1  # one less: many programs count the line end


def _continues(text: str, line: Span, following: Span) -> bool:
    """Whether a line breaks off inside a sentence that the next one carries on."""
    return text[following[0]].islower() and not _stops(text, line)


def _stops(text: str, line: Span) -> bool:
    """Whether a line ends with a stop, and at most three marks that close something behind it."""
    return _STOP.search(text, max(line[0], line[1] - 4), line[1]) is not None


def _unwrapped(text: str, block: Sequence[Span]) -> list[Span]:
    """Paragraphs of a wrapped block: a short line that ends a sentence, or a list mark, starts another."""
    width = max(end - start for start, end in block)
    joined = [block[0]]
    for line, following in pairwise(block):
        parted = _stops(text, line) and not _full(text, line, following, width)
        if parted or _NEW_ITEM.match(text, following[0]):
            joined.append(following)
        else:
            joined[-1] = joined[-1][0], following[1]
    return joined
