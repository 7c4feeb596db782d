"""How likely words are in a language: as one of its small words, or spelled letter by letter.

Both sources are at hand: function_words.toml holds the small words, and langdetect's profiles count groups of up to
three letters. The profiles are read as a language model, so one text always gets one answer; langdetect itself draws
letter groups at random.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import log

import numpy as np
from numpy.typing import NDArray

SMALL_WORDS_SHARE = 0.4  # of a running text, about the same in all these languages
# How much three, two and one letter say about the next one; the rest is spread over all letters evenly.
WEIGHTS = (0.7, 0.22, 0.07)
LETTERS = 150
CACHED = 100_000  # letter groups; a story has about 2,000

# Where langdetect has no profile, or another name for it; the rest are spelled like the words in the .toml file.
_PROFILES = {"sr-Latn": "hr"}
_CYRILLIC_OF_LATIN = ("lj љ", "nj њ", "dž џ", *(f"{a} {b}" for a, b in zip(
    "abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True)))  # fmt: skip

Vector = NDArray[np.float64]


@cache
def _word_lists() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("translate.text") / "function_words.toml").read_text(encoding="utf-8"))


@cache
def function_words(language: str) -> Mapping[str, int]:
    """Small words of a language with their rank, from 0."""
    words = dict.fromkeys(_word_lists()["function_words"].get(language, "").split())
    return {word: rank for rank, word in enumerate(words)}


@cache
def _letter_groups(language: str) -> Mapping[str, float]:
    """Counts of one to three neighbouring letters, in small letters, with a space for the border of a word."""
    own = _word_lists()["spelled_like"].get(language)
    counts: Counter[str] = Counter()
    if own:
        for word in (*own.split(), *function_words(language)):
            padded = f" {word} "
            counts.update(padded[i : i + n] for n in (1, 2, 3) for i in range(len(padded) - n + 1))
    elif language == "sr":
        for group, count in _letter_groups("sr-Latn").items():
            for pair in _CYRILLIC_OF_LATIN:
                group = group.replace(*pair.split())
            counts[group] += count
    else:
        path = files("langdetect") / "profiles" / _PROFILES.get(language, language)
        for group, count in json.loads(path.read_text(encoding="utf-8"))["freq"].items():
            counts[group.lower()] += count
    counts[" "] = sum(count for group, count in counts.items() if len(group) == 2 and group[0] == " ")
    return counts


class LanguageModel:
    """Several languages of one script, asked together."""

    def __init__(self, languages):
        self.languages = languages
        self._groups = [_letter_groups(l) for l in languages]
        self._totals = [sum(c for g, c in gr.items() if len(g) == 1) for gr in self._groups]
        self._small = [function_words(l) for l in languages]
        self._g = {}
        self._w = {}

    def group(self, g):
        v = self._g.get(g)
        if v is None:
            a, b, c = WEIGHTS
            out = []
            for gr, total in zip(self._groups, self._totals):
                get = gr.get
                p = (1 - a - b - c) / LETTERS + c * get(g[-1], 0) / total
                h = get(g[-2], 0)
                if h:
                    p += b * min(1.0, get(g[-2:], 0) / h)
                if len(g) == 3:
                    h = get(g[:2], 0)
                    if h:
                        p += a * min(1.0, get(g, 0) / h)
                out.append(log(p))
            v = self._g[g] = np.array(out)
        return v

    def word(self, w):
        v = self._w.get(w)
        if v is None:
            p = f" {w} "
            v = self.group(p[:2]).copy()
            for i in range(len(p) - 2):
                v += self.group(p[i : i + 3])
            small = np.array([SMALL_WORDS_SHARE * 0.22 / (s[w] + 2) if w in s else 1e-30 for s in self._small])
            v = np.log(np.exp(v) * (1 - SMALL_WORDS_SHARE) + small)
            self._w[w] = v
        return v

    def score(self, counted):
        return sum(n * self.word(w) for w, n in counted.items())
