"""Sentences of one paragraph: razdel for both languages, with corrections for what news writes.

benchmarks/measure/segmentation.py compares it with other splitters. razdel misses the fewest borders in English as
well, and nearly all of its false ones stand after English abbreviations, so these are joined again here.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from translate.text.normalization import INVISIBLE, normalize
from translate.text.paragraphs import Span, split_paragraphs

__all__ = ["Span", "split_paragraphs", "split_sentences"]

CONTEXT = 40  # characters before a border that the rules may look at
PIECE = 20_000  # a longer paragraph is split piece by piece at white space: razdel's cost grows faster than its input

_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAYS = "Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun"
# No sentence ends after the first pattern where the second follows.
_JOINED = {
    "en": (
        (  # titles before a name
            r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gen|Gov|Lt|Col|Maj|Capt|Cpt|Sgt|Cpl|Pvt|Adm|Cmdr|Rev|Hon|St|Ste|Fr|Pres"
            r"|Supt|Det|Insp|Msgr|Amb|Atty|Messrs|Sens|Reps|Gens|Govs|Drs|Mt|Ft|Pt)\.\s*$",
            r"[\"'“‘]?[A-ZÀ-Þ]",
        ),
        (rf"\b(?:{_MONTHS})\.\s*$", r"\d"),
        (r"\b(?:[Nn]os?|[Aa]rts?|[Pp]p?|[Vv]ol|[Ff]ig|[Ss]ec|[Pp]aras?|[Cc]h|[Ee]d|[Aa]pprox|[Cc]a?|§)\.\s*$", r"\d"),
        (r"\b(?:vs?|cf|e\.g|i\.e|viz|al)\.\s*$", r"[A-Z\d\"“(]"),
        (r"\b(?:Dept|Univ|Inst|Assn|Assoc|Bros|Natl|Intl|Gov't|Comm)\.\s*$", r"[A-Z]"),
        (r"\b\d{1,2}(?::\d\d)? ?[ap]\.m\.\s*$", rf"(?:{_DAYS})|(?:{_MONTHS})|[A-Z]{{2,4}}\b|\("),
        (r"^\W*[A-Z][A-Z .,'-]{2,30}, ?[A-Z][a-z]*\.(?: ?[A-Z]\.)*\s*$", r"[-–—(]"),  # dateline
        (r"\b(?:etc|Inc|Ltd|Corp|Co|Jr|Sr|Esq|Ph\.D|M\.D|U\.S|U\.K|U\.N|E\.U|D\.C)\.\s*$", r"[a-z,;:)\d]|[-–—] "),
        (r";\s*$", r""),
        (r"\b[A-Z]\.\s*$", r"[A-Z]\.|[A-Z]\w+['’]s\b"),
    ),
    "ru": (
        (r"\b(?:г|гг|им|ул|пр|пл|пер|корп|стр|кв|оф|ст|п|пп|ч|гл|рис|табл|см|ср|св|проф|акад|доц|ген|полк|тов|гр)\.\s*$",
         r"[a-zа-яё\d]"),
        (r"(?:^|\s)(?:г|им|ул|пл|пр|пос|дер|обл|оз|о)\.\s*$", r"[А-ЯЁ][а-яё]+(?! (?:не|и|в|на|был))"),
        (r"(?:^|[^.\w])[А-ЯЁ]\.\s*$", r"[А-ЯЁ]\."),
        (r"^\W*[А-ЯЁ][А-ЯЁ .,-]{2,30}(?:, ?[А-ЯЁ][а-яё]*)?\.\s*$", r"[-–—(]"),  # dateline
        (r";\s*$", r""),
    ),
}  # fmt: skip
_STARTERS_EN = "The|He|She|It|They|We|But|And|In|On|At|This|That|These|However|If|When|After|As|For|There|What"
_STARTERS_RU = "Кроме|При|По|Но|Он|Она|Они|Это|Этот|Эта|Также|Однако|После|Если|Когда|Как|Так|Для|Из|На|Его|Ранее"
# A sentence starts at the end of every match, where razdel sees an abbreviation, an initial or no border at all.
_CUT = {
    "en": (
        rf"\b(?:{_MONTHS})\. \d{{1,2}}\. +(?=[A-Z])",
        rf"\b[A-Z]\. +(?=(?:{_STARTERS_EN}) [a-z])",
        r"\d ?(?:km/h|mph|m/s|kg|km|cm|mm|ft|°[CF])\. +(?=[A-Z])",
        rf"[a-z]{{3}}[.!?](?=(?:{_STARTERS_EN}) [a-z])",
        r"[a-z]{3}[.!?][\"”’](?=[A-Z][a-z]+ [a-z])",
    ),
    "ru": (
        r"\d{4}(?:-х)? гг?\. +(?=[«\"„—–-]? ?[А-ЯЁ])",
        rf"\b[A-ZА-ЯЁ]\. +(?=(?:{_STARTERS_RU}) [а-яё])",
        r"(?:м/с|км/ч|руб|коп|°\s?[CСF]|\d (?:кг|км|м|см|мм|т|га))\. +(?=[«\"„—–]? ?[А-ЯЁ][а-яё]*[ ,])",
        r"\b(?:тыс|млн|млрд|трлн)\.? (?:руб|долл|евро)\. +(?=[«\"„—–]? ?[А-ЯЁ])",
        r"[а-яё]{3}[.!?](?=[А-ЯЁ][а-яё]* [а-яё])",
        r"[а-яё]{3}[.!?][\"»”](?=[А-ЯЁ][а-яё]+ [а-яё])",
    ),
}
_JOIN_RULES = {
    language: [(re.compile(left), re.compile(right)) for left, right in rules] for language, rules in _JOINED.items()
}
_CUT_RULES = {language: [re.compile(rule) for rule in rules] for language, rules in _CUT.items()}
_INVISIBLE = re.compile(f"[{INVISIBLE}\\s]*")


def split_sentences(text: str, language: str) -> list[Span]:
    """Half-open offsets of the sentences of one paragraph.

    They are in order, do not overlap, neither start nor end with white space, and every other character stands in
    exactly one of them.

    Args:
        text: One paragraph, as given; offsets count its code points.
        language: "ru" or "en"; for any other language razdel's own borders stand.

    Example:
        >>> split_sentences("Gen. Lee left. He won.", "en")
        [(0, 14), (15, 22)]
    """
    normal = normalize(text)
    borders = _joined(normal.text, sorted(set(_razdel_borders(normal.text))), language)
    borders |= {match.end() for rule in _CUT_RULES.get(language, ()) for match in rule.finditer(normal.text)}
    return _pieces(text, sorted(normal.span(border, border)[0] for border in borders))


def _razdel_borders(text: str) -> Iterable[int]:
    """Offsets at which razdel starts a sentence."""
    import razdel  # type: ignore[import-untyped]

    offset = 0
    while offset < len(text):
        end = len(text) if len(text) - offset <= PIECE else text.rfind(" ", offset, offset + PIECE) + 1
        end = end if end > offset else min(len(text), offset + PIECE)
        starts = [offset + sentence.start for sentence in razdel.sentenize(text[offset:end])]
        if not starts:  # nothing but white space
            starts = [offset]
        yield from starts[1 if offset else 0 :]
        # The last sentence of a piece may go on: it is read again with the next piece, unless it fills the piece.
        offset = starts[-1] if end < len(text) and starts[-1] > offset else end


def _joined(text: str, borders: list[int], language: str) -> set[int]:
    """The borders that no rule takes away."""
    rules = _JOIN_RULES.get(language, [])
    kept: set[int] = set()
    start = 0
    for border in borders:
        left = text[max(start, border - CONTEXT) : border]
        if not any(before.search(left) and after.match(text, border) for before, after in rules):
            kept.add(border)
            start = border
    return kept


def _pieces(text: str, borders: Iterable[int]) -> list[Span]:
    """Spans between the borders, without white space around them; a piece with nothing visible joins the one before."""
    spans: list[Span] = []
    for start, end in pairwise((0, *(border for border in borders if 0 < border < len(text)), len(text))):
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
    if len(spans) > 1 and _INVISIBLE.fullmatch(text, *spans[0]):
        spans[:2] = [(spans[0][0], spans[1][1])]
    return spans
