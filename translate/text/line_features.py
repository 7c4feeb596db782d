"""What can be seen of a line of a page without knowing the other version: its form, its words, its place, its company.

Everything is a number; what a number is worth, pages.json says, which benchmarks/fit/pages.py writes.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import numpy as np

from translate.languages.registry import compared_languages, language_of
from translate.models.trees import Floats
from translate.text.furniture import given_away, matching_rule
from translate.text.language_model import function_words
from translate.text.lines import Line

STEM = 5  # letters of a word that two of its forms share
MIN_WORD = 4  # letters of a word that says what a text is about
SMALL_WORDS = 150  # of a language: the commonest
SHORT = 40  # characters of a line that is more likely a label than a sentence
FAR = 30  # lines; what is further away is far
NEAR_CERTAIN = 5  # lines
NEAR = (-2, -1, 1, 2)  # neighbours whose features a line has as well

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "question": re.compile(r"\?[\"'»”’)]*$"),
    "exclamation": re.compile(r"![\"'»”’)]*$"),
    "colon": re.compile(r":$"),
    "ellipsis": re.compile(r"(?:…|\.\.\.)$"),
    "bullet": re.compile(r"^[•●▪■·*►▶▸→✔✓☞]"),
    "dash": re.compile(r"^[-–—]"),
    "item": re.compile(r"^\d{1,3}[.)]?\s"),
    "quote": re.compile(r"[\"«»“”„]"),
    "quote_first": re.compile(r"^[\"«“„]"),
    "address": re.compile(r"https?:|www\.|@\w+|#\w+|\w\.(?:com|org|net|io)\b"),
    "clock": re.compile(r"\b\d{1,2}[:.]\d{2}\b"),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "day": re.compile(r"\b\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})\b|\b\d{4}-\d\d-\d\d\b"),
    "money": re.compile(r"[$€£₽¥]"),
    "age": re.compile(r"(?:^|\s)\d{1,2}\+(?:\s|$|\.)"),
    "rights": re.compile(r"[©®™№]"),
    "telephone": re.compile(r"\+?\d[\d ()-]{8,}\d"),
    "counter": re.compile(r"\(\d+\)|^\W*[\d.,\s]+[^\W\d_]?\W*$"),
    "initials": re.compile(r"\b[^\W\d_]\.\s?[^\W\d_]\.|\b[^\W\d_]\.$"),
}
_PARTS = re.compile(r"\s[|/·•>›»]\s|\s{3,}|[|]")
_SYMBOL = re.compile(r"[^\w\s.,;:!?…\"'«»“”„‘’()\[\]–—\-/%+№$€£₽&]")
_SLASH = re.compile(r"/\s?[^\W\d_]")


def _counted(words: Sequence[str]) -> str:
    """A regular expression for any of a list of words, a star being any ending."""
    return "|".join(re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)


@cache
def _furniture_words(languages: tuple[str, ...]) -> re.Pattern[str]:
    words = [word for code in languages for word in language_of(code).table("furniture").get("words", "").split()]
    return re.compile(rf"\b(?:{_counted(words) or '(?!)'})\b", re.IGNORECASE)


@cache
def _calendar(languages: tuple[str, ...]) -> re.Pattern[str]:
    """A day and a month in either order, in any of the languages."""
    months = "|".join(name for code in languages for name in language_of(code).table("dates").get("months", ()))
    month = f"(?:{months or '(?!)'})"
    return re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s{month}\b|\b{month}\.?\s\d{{1,2}}\b", re.IGNORECASE)


@cache
def _small_words(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for code in languages for word, rank in function_words(code).items() if rank <= SMALL_WORDS)


@cache
def feature_names() -> tuple[str, ...]:
    """Names of the features of a line, in their order."""
    return page_features([Line("", "", range(1))])[0]


def page_features(lines: Sequence[Line]) -> tuple[tuple[str, ...], Floats]:
    """Features of every line of a page.

    Returns:
        Their names, and one row for each line, not to be changed: both versions' are at hand when pages are judged
        once more.
    """
    return _page_features(tuple(lines), compared_languages())


@lru_cache(maxsize=4)
def _page_features(lines: tuple[Line, ...], languages: tuple[str, ...]) -> tuple[tuple[str, ...], Floats]:
    certain = given_away(lines)
    own = [_own(line, languages, number in certain) for number, line in enumerate(lines)]
    placed = _placed(lines, certain)
    told = _told(lines)
    rows = [first | second | third for first, second, third in zip(own, placed, told, strict=True)]
    names = tuple(rows[0])
    values = np.array([list(row.values()) for row in rows], dtype=float)
    features = np.hstack([values, *_neighbours(names, values)])
    features.flags.writeable = False
    return names + _names_of_neighbours(names), features


def _own(line: Line, languages: tuple[str, ...], given: bool) -> dict[str, float]:
    """What a line shows by itself."""
    text, words = line.text, _WORD.findall(line.text)
    letters = sum(map(len, words))
    count = max(1, len(words))
    rule = matching_rule(text)
    small = sum(word.casefold() in _small_words(languages) for word in words)
    of_furniture = len(_furniture_words(languages).findall(text))
    found = {
        "length": math.log1p(len(line.core)),
        "words": len(words),
        "sentences": len(line.sentences),
        "word_length": letters / count,
        "ended": line.ended,
        "title_like": line.title_like,
        "prose": line.prose,
        "small_first": text[:1].islower(),
        "digits": sum(map(str.isdigit, text)) / max(1, len(text)),
        "capital_words": sum(word[0].isupper() for word in words) / count,
        "capital_later": sum(word[0].isupper() for word in words[1:]) / max(1, len(words) - 1),
        "shouted": sum(map(str.isupper, text)) / max(1, letters),
        "small_words": small / count,
        "small_number": small,
        "furniture_words": of_furniture / count,
        "furniture_number": of_furniture,
        "parts": len(_PARTS.findall(text)),
        "symbols": len(_SYMBOL.findall(text)),
        "slashes": len(_SLASH.findall(text)),
        "date": _calendar(languages).search(text) is not None,
        "rule": rule is not None,
        "rule_inside": rule is not None and rule.inside,
        "rule_edge": rule is not None and rule.edge,
        "label": rule is not None and rule.takes in ("one", "all"),
        "given": given,
    }
    found |= {name: pattern.search(text) is not None for name, pattern in _FORMS.items()}
    return {name: float(value) for name, value in found.items()}


def _placed(lines: Sequence[Line], certain: set[int]) -> list[dict[str, float]]:
    """Where a line stands: from the ends of the page, from its prose, from its sure furniture."""
    count = len(lines)
    prose = [number for number, line in enumerate(lines) if line.prose and number not in certain]
    short = [len(line.core) < SHORT for line in lines]
    characters = np.cumsum([0, *(len(line.core) for line in lines)])
    labels = [number for number, line in enumerate(lines) if _is_label(line) and number in certain]
    runs = _runs(short)
    near = np.array([number in certain for number in range(-NEAR_CERTAIN, count + NEAR_CERTAIN)], dtype=int)
    sure = np.cumsum([0, *near])
    found = []
    for number, line in enumerate(lines):
        above, below = prose[: bisect_left(prose, number)], prose[bisect_right(prose, number) :]
        label = labels[bisect_left(labels, number) - 1] if labels and labels[0] < number else -FAR
        others = len(certain) - (number in certain)
        around = sure[number + 2 * NEAR_CERTAIN + 1] - sure[number] - (number in certain)
        certain_above = sure[number + NEAR_CERTAIN]
        found.append(
            {
                "from_top": min(FAR, number),
                "from_bottom": min(FAR, count - 1 - number),
                "depth": number / max(1, count - 1),
                "told_above": characters[number] / max(1, characters[-1]),
                "prose_above": len(above),
                "prose_below": len(below),
                "to_prose_above": min(FAR, number - above[-1]) if above else FAR,
                "to_prose_below": min(FAR, below[0] - number) if below else FAR,
                "outside": (not above) - (not below),
                "under_label": min(FAR, number - label) if not above or label > above[-1] else FAR,
                "short_run": runs[number],
                "parted": line.parted,
                "parted_below": number + 1 < count and lines[number + 1].parted,
                "lines": math.log1p(count),
                "prose_share": len(prose) / count,
                "short_share": sum(short) / count,
                "parted_share": sum(other.parted for other in lines) / count,
                "certain": math.log1p(others),
                "certain_share": others / count,
                "certain_near": around,
                "certain_above": math.log1p(certain_above),
                "certain_below": math.log1p(others - certain_above),
            }
        )
    return [{name: float(value) for name, value in row.items()} for row in found]


def _is_label(line: Line) -> bool:
    rule = matching_rule(line.text)
    return rule is not None and rule.takes in ("one", "all")


def _runs(short: Sequence[bool]) -> list[int]:
    """For each line how many short ones stand together there, itself among them; 0 for a long one."""
    runs = [0] * len(short)
    start = 0
    for number in range(len(short) + 1):
        if number == len(short) or not short[number]:
            runs[start:number] = [min(FAR, number - start)] * (number - start)
            start = number + 1
    return runs


def _told(lines: Sequence[Line]) -> list[dict[str, float]]:
    """Whether the page says elsewhere what a line says: the prose its words, another line all of it."""
    stems = [_stems(line.core) for line in lines]
    of_prose = [found for line, found in zip(lines, stems, strict=True) if line.prose]
    prose = Counter(stem for found in of_prose for stem in found)
    first = of_prose[0] if of_prose else frozenset[str]()
    cores = [line.core.casefold() for line in lines]
    told = Counter(cores)
    places: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(stems):
        for stem in found:
            places[stem].append(number)
    seen: set[str] = set()
    rows = []
    for number, (line, found) in enumerate(zip(lines, stems, strict=True)):
        mine = int(line.prose)
        elsewhere = sum(prose[stem] > mine for stem in found)
        shared = Counter(other for stem in found for other in places[stem] if other != number)
        like = max((both / (len(found) + len(stems[other]) - both) for other, both in shared.items()), default=0.0)
        rows.append(
            {
                "in_prose": elsewhere / len(found) if found else 0.0,
                "in_prose_number": float(elsewhere),
                "in_first": len(found & first) / len(found) if found and not mine else 0.0,
                "stems": float(len(found)),
                "again": float(told[cores[number]] - 1),
                "said_before": float(cores[number] in seen),
                "like_another": like,
                "like_one_above": float(any(other < number and both >= 3 for other, both in shared.items())),
                "said_below": float(cores[number] in cores[number + 1 :]),
                "holds_another": float(
                    any(SHORT // 2 <= len(core) < len(cores[number]) and core in cores[number] for core in told)
                ),
                "part_of_another": float(
                    len(cores[number]) >= SHORT // 2
                    and any(other != number and cores[number] in core for other, core in enumerate(cores))
                ),
            }
        )
        seen.add(cores[number])
    return rows


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM].casefold() for word in _WORD.findall(text) if len(word) >= MIN_WORD)


OF_NEIGHBOURS = (
    "length",
    "ended",
    "prose",
    "rule",
    "given",
    "label",
    "furniture_words",
    "small_words",
    "in_prose",
    "clock",
    "date",
    "capital_later",
)


def _names_of_neighbours(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{name}{step:+d}" for step in NEAR for name in OF_NEIGHBOURS)


def _neighbours(names: Sequence[str], values: Floats) -> list[Floats]:
    """The telling features of the lines around; -1 where the page ends."""
    columns = values[:, [names.index(name) for name in OF_NEIGHBOURS]]
    return [shifted(columns, step) for step in NEAR]


def shifted(values: Floats, step: int) -> Floats:
    """For each line what the line so many below it has; -1 where there is none."""
    found = np.full_like(values, -1.0)
    if abs(step) < len(values):
        found[max(0, -step) : len(values) - max(0, step)] = values[max(0, step) : len(values) + min(0, step)]
    return found
