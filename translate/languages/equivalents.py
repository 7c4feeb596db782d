"""Which words of two languages may stand for each other, by their dictionary read in both directions."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from translate.languages.dictionary import Dictionary, dictionary
from translate.languages.registry import language_of, pair_of

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SHORTEST = 3  # letters of a word that says something beside others of a phrase


@dataclass(frozen=True, slots=True, eq=False)
class Equivalents:
    """What the words of a pair of languages may say, in words of its second language.

    Attributes:
        first, second: Codes of the languages.
        translations: For a dictionary form of the first language, the words of the second that render it; of a phrase
            each that says something.
        known: Dictionary forms of the second language that are in the dictionary.
    """

    first: str
    second: str
    translations: Mapping[str, frozenset[str]]
    known: Collection[str]

    def meanings(self, word: str, language: str) -> frozenset[str]:
        """What a form of either language may say, in dictionary forms of the second; none for an unknown word."""
        return _meanings(self, word.lower(), language)

    def matrix(self, source: Sequence[str], language: str, target: Sequence[str], other: str) -> NDArray[np.bool_]:
        """Whether each word of a language may stand for each of another, shape (source words, target words)."""
        having = _having(self, tuple(target), other)
        result = np.zeros((len(source), len(target)), dtype=bool)
        for place, word in enumerate(source):
            for meaning in self.meanings(word, language):
                result[place, having.get(meaning, [])] = True
        return result


@lru_cache(maxsize=16)  # the words of one version are compared with many of the other
def _having(of: Equivalents, words: tuple[str, ...], language: str) -> Mapping[str, list[int]]:
    """By meaning, the places of the words that have it."""
    having: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        for meaning in of.meanings(word, language):
            having.setdefault(meaning, []).append(place)
    return having


@lru_cache(maxsize=50_000)
def _meanings(of: Equivalents, word: str, language: str) -> frozenset[str]:
    bases = language_of(language).bases(word)
    if language == of.first:
        return frozenset[str]().union(*(of.translations.get(base, frozenset()) for base in bases))
    return frozenset(base for base in bases if base in of.known)


@cache
def equivalents(one: str, other: str) -> Equivalents | None:
    """Of two languages, in either order; None where they have no dictionary."""
    pair = pair_of(one, other)
    if pair is None:
        return None
    there, back = (
        dictionary(*codes) for codes in ((pair.first.code, pair.second.code), (pair.second.code, pair.first.code))
    )
    if there is None or back is None:
        return None
    translations: dict[str, set[str]] = {}
    for word, said in _said(there):
        translations.setdefault(word, set()).update(said)
    for word, said in _said(back):
        for translation in said:
            translations.setdefault(translation, set()).add(word)
    known = {*back.entries, *(word for said in translations.values() for word in said)}
    return Equivalents(
        there.language, back.language, {word: frozenset(said) for word, said in translations.items()}, known
    )


def _said(of: Dictionary) -> list[tuple[str, list[str]]]:
    """Every headword with the words of all its senses."""
    return [
        (word, [said for entry in entries for sense in entry.senses for phrase in sense for said in _telling(phrase)])
        for word, entries in of.entries.items()
    ]


def _telling(phrase: str) -> list[str]:
    """The words of a phrase that say something; the only one, whatever it is."""
    words = WORD.findall(phrase.lower())
    return words if len(words) == 1 else [word for word in words if len(word) >= SHORTEST]
