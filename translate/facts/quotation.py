"""Passages in quotation marks: where they stand, in both languages' marks and across several sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from translate.languages.capitals import CAPITAL

_MARK = re.compile("[«»“”„‟\"″]|``|''|(?<!\\w)['‘](?=\\w)|['’](?!\\w)")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_SINGLE = frozenset("'‘’")
_DASH = re.compile(r"\s*[-–—−]\s+(?=\S)")
_ASIDE = re.compile(r"[,.!?…]\s+[-–—−]\s+")  # where the author speaks in a dialogue with dashes
# An author speaks, or somebody asks or cries out.
_SPOKEN = re.compile(rf"[,!?…]\s+[-–—−]\s+(?!{CAPITAL})[^\W\d_]|(?<!\W)(?=\W*$)\W*?[?!…]")
SPEECH = 4  # sentences that one speech in a dialogue may have
LONGEST = 8  # sentences that one quote may run through


@dataclass(frozen=True, slots=True)
class Quotation:
    """The part of a passage in quotation marks that stands in one sentence.

    Attributes:
        start, end: Half-open offsets into the sentence, marks included.
        words: How many words it has there.
        opens: Whether the passage begins in this sentence.
        closed: Whether it ends here, by a mark of its own.
        goes_on: Whether it ends in one of the next sentences.
        dash: Whether a dash at the beginning of the line stands for the marks, as in Russian dialogues.
    """

    start: int
    end: int
    words: int
    opens: bool = True
    closed: bool = True
    goes_on: bool = False
    dash: bool = False


@lru_cache(maxsize=256)
def read_quotations(sentences: tuple[str, ...]) -> tuple[tuple[Quotation, ...], ...]:
    """Quotations in consecutive sentences, for each sentence in reading order.

    A mark that is never closed counts to the end of its sentence, unless one of the next sentences closes it.

    Example:
        >>> [len(quotations) for quotations in read_quotations(('He said: "We won.', 'We are glad."', "It's over."))]
        [1, 1, 0]
    """
    found: list[tuple[Quotation, ...]] = []
    inside = False
    for number, text in enumerate(sentences):
        quotations, still = _in_sentence(text, inside)
        inside = still and _closed_later(sentences[number + 1 : number + 1 + LONGEST])
        if inside:
            quotations[-1] = replace(quotations[-1], goes_on=True)
        spoken = any(quotation.dash for earlier in found[-SPEECH:] for quotation in earlier)
        found.append(tuple(quotations) or (() if _in_list(sentences, number) else _dialogue(text, spoken)))
    return tuple(found)


def count_words(text: str) -> int:
    """Words of a text."""
    return len(_WORD.findall(text))


def _in_sentence(text: str, inside: bool) -> tuple[list[Quotation], bool]:
    """Quotations of one sentence, and whether the last is still open at its end."""
    quotations = []
    start, depth, single, carried = 0, int(inside), False, inside
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        opening = _opens(text, match)
        if depth and (mark in _SINGLE) != single:
            continue  # a quote inside the quote, or an apostrophe
        if opening and ((at == 0 and carried) or text[at - 1 : at] == mark):
            continue  # every paragraph of a long quote begins with a mark; a mark typed twice
        if opening and not depth:
            if mark in _SINGLE and not _closes_single(text, match.end()):
                continue
            start, depth, single, carried = at, 1, mark in _SINGLE, False
        elif opening:
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                quotations.append(_piece(text, start, match.end(), not carried, closed=True))
                carried = False
    if depth:
        quotations.append(_piece(text, start, len(text), not carried, closed=False))
    return quotations, bool(depth) and not single


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a mark opens a quotation, by its form or by what stands beside it."""
    mark = match.group()
    if mark in "«„‘``":
        return True
    if mark in "»”’":
        return False
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if mark == "'":
        return not before.isalnum() and after.isalnum()
    return (before.isspace() or before in "([{-–—/«“„'‘\"") and not after.isspace()


def _closes_single(text: str, start: int) -> bool:
    """Whether a single mark that opens is closed in its sentence: otherwise it is an apostrophe ("'90s")."""
    return re.search("(?<=\\S)['’](?!\\w)", text[start:]) is not None


def _piece(text: str, start: int, end: int, opens: bool, closed: bool) -> Quotation:
    return Quotation(start, end, count_words(text[start:end]), opens, closed)


def _closed_later(sentences: Sequence[str]) -> bool:
    """Whether one of the next sentences closes a quotation before another opens one inside a sentence."""
    for text in sentences:
        for match in _MARK.finditer(text):
            if match.group() in _SINGLE:
                continue
            if not _opens(text, match):
                return True
            if match.start() > 0:
                return False
    return False


def _in_list(sentences: Sequence[str], number: int) -> bool:
    """Whether a line that begins with a dash is an item of a list: no author speaks in the lines beside it.

    Nobody asks or cries out there either, and a list has two items or is announced by a colon.
    """
    first = last = number
    while first and _DASH.match(sentences[first - 1]):
        first -= 1
    while last + 1 < len(sentences) and _DASH.match(sentences[last + 1]):
        last += 1
    items = sentences[first : last + 1]
    announced = first > 0 and sentences[first - 1].rstrip().endswith(":")
    listed = len(items) > 1 or announced or sentences[number].rstrip().endswith(";")
    return listed and not any(_SPOKEN.search(item) for item in items)


def _dialogue(text: str, spoken: bool) -> tuple[Quotation, ...]:
    """What is said in a line of dialogue: between the dash at its beginning and the one before the author speaks.

    Args:
        text: One sentence without quotation marks.
        spoken: Whether a line of dialogue stands before it, which it may continue.
    """
    dash, aside = _DASH.match(text), _ASIDE.search(text, 3)
    if dash is None and not (spoken and aside):
        return ()
    end = aside.start() + 1 if aside else len(text)
    return (Quotation(0, end, count_words(text[:end]), opens=dash is not None, dash=True),)
