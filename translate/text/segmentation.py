"""Sentences of one paragraph: razdel for all languages, with each one's corrections for what its news write.

benchmarks/measure/segmentation.py compares it with other splitters. razdel misses the fewest borders in English as
well, and nearly all of its false ones stand after English abbreviations, so these are joined again here.
segmentation.toml of a language says what is joined and what is cut. What no full stop ends is cut where it may best be
parted, since what is done with a sentence costs more than its length.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from translate.languages.language import Language
from translate.languages.registry import language_of
from translate.text.normalization import INVISIBLE, normalize
from translate.text.paragraphs import Span, split_paragraphs
from translate.text.unending import parted

__all__ = ["Span", "split_paragraphs", "split_sentences"]

CONTEXT = 40  # characters before a border that the rules may look at
PIECE = 20_000  # a longer paragraph is split piece by piece: razdel's cost grows faster than its input

_INVISIBLE = re.compile(f"[{INVISIBLE}\\s]*")


@dataclass(frozen=True, slots=True)
class _Rules:
    """Where razdel is corrected.

    Attributes:
        joined: No sentence ends after the first where the second follows.
        cut: A sentence starts at the end of every match.
    """

    joined: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    cut: tuple[re.Pattern[str], ...]


def split_sentences(text: str, language: str) -> list[Span]:
    """Half-open offsets of the sentences of one paragraph.

    They are in order, do not overlap, neither start nor end with white space, and every other character stands in
    exactly one of them. None is longer than `translate.text.unending.LONGEST` in its normal spelling.

    Args:
        text: One paragraph, as given; offsets count its code points.
        language: Its code; where its folder has no rules, or there is none, razdel's own borders stand.

    Example:
        >>> split_sentences("Gen. Lee left. He won.", "en")
        [(0, 14), (15, 22)]
    """
    normal = normalize(text)
    rules = _rules(language_of(language))
    borders = _joined(normal.text, sorted(set(_razdel_borders(normal.text))), rules)
    borders |= {match.end() for rule in rules.cut for match in rule.finditer(normal.text)}
    borders |= set(parted(normal.text, sorted(borders)))
    return _pieces(text, sorted(normal.span(border, border)[0] for border in borders))


def _razdel_borders(text: str) -> Iterable[int]:
    """Offsets at which razdel starts a sentence, save the first."""
    import razdel  # type: ignore[import-untyped]

    offset = 0
    while True:
        piece = text[offset : offset + PIECE]
        is_last = len(piece) < PIECE
        starts = [offset + sentence.start for sentence in razdel.sentenize(piece)]
        yield from starts[1:]
        if is_last:
            return
        # The last sentence of a piece may go on: it is read again with the next piece, of one that fills it the end.
        last = max(starts, default=offset)
        offset = last if last > offset else offset + max(1, len(piece) - CONTEXT)


@cache
def _rules(language: Language) -> _Rules:
    table = language.table("segmentation")

    def pattern(rule: str) -> re.Pattern[str]:
        for name, words in table.get("words", {}).items():
            rule = rule.replace(f"<{name}>", words)
        return re.compile(rule)

    return _Rules(
        joined=tuple((pattern(before), pattern(after)) for before, after in table.get("joined", ())),
        cut=tuple(map(pattern, table.get("cut", ()))),
    )


def _joined(text: str, borders: list[int], rules: _Rules) -> set[int]:
    """The borders that no rule takes away."""
    kept: set[int] = set()
    start = 0
    for border in borders:
        left = text[max(start, border - CONTEXT) : border]
        if not any(before.search(left) and after.match(text, border) for before, after in rules.joined):
            kept.add(border)
            start = border
    return kept


def _pieces(text: str, borders: Iterable[int]) -> list[Span]:
    """Spans between the borders, without white space around them; a piece with nothing visible joins the one before."""
    spans: list[Span] = []
    for start, end in pairwise((0, *borders, len(text))):
        piece = text[start:end]
        core = piece.strip()
        if not core:
            continue
        first = start + len(piece) - len(piece.lstrip())
        span = first, first + len(core)
        if spans and _INVISIBLE.fullmatch(core):
            spans[-1] = spans[-1][0], span[1]
        else:
            spans.append(span)
    return spans
