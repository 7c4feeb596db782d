"""How likely words are in a language: as one of its small words, or spelled letter by letter.

Both sources are at hand. The folders of the languages list their small words, and langdetect's profiles count groups of
up to three letters. The profiles are read here as a language model, so the same words always score the same; langdetect
itself draws letter groups at random and says nothing about two words.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from translate.languages.language import Language
from translate.languages.registry import language_of
from translate.languages.told_apart import marks_of

Scores = NDArray[np.float64]

CACHED = 50_000  # words and letter groups kept; a story has about 300 and 2,000
SMALL_WORDS_SHARE = 0.4  # of a running text: about the same in all these languages
ZIPF = 0.22  # of the small words, the first has ZIPF / 2, the second ZIPF / 3 ...
NO_RANK = 1e30  # of a word that is not listed; keeps a monstrous word's likelihood above 0
NAME_WEIGHT = 0.6  # of a capital word: names cross borders, but a sentence begins with any word
MOST_NAMES = 6  # capital words that count in full beside fewer others: a list of names says little of who lists them
# Share of the words of a bare list that are names; a sentence in capitals has more small words. All its words together
# count as one: lists of 20 Slavic names in English letters are then English in 26 of 26 cases, counted as two in 17.
LISTED = 0.8
# How much the letter groups of three, two and one say; the rest is spread over all letters alike.
WEIGHTS = (0.75, 0.2, 0.045)
ALPHABET = 150


def function_words(language: str) -> Mapping[str, int]:
    """The small words of a language with their ranks, the most frequent one first, from 0; none where no list is."""
    return _ranks(language_of(language))


@cache
def _ranks(language: Language) -> Mapping[str, int]:
    return {word: rank for rank, word in enumerate(marks_of(language.code).words)}


def word_scores(words: Sequence[str], languages: tuple[str, ...]) -> Scores:
    """Log likelihood of the words in each language, in natural units.

    Args:
        words: As they stand in the text, normalized; capital words weigh less, above all where most words are.
        languages: Codes of languages that are told apart.
    """
    small, names = np.zeros(len(languages)), np.zeros(len(languages))
    named = 0
    for word, count in Counter(words).items():
        lower = word.lower().replace("’", "'")
        if word.islower() or lower in _all_function_words(languages):
            small += count * 1.0 * _word(lower, languages)
        else:
            names += count * NAME_WEIGHT * _word(lower, languages)
            named += count
    if named > MOST_NAMES and named >= LISTED * len(words) and not any(word.islower() for word in words):
        shouted = sum(word.isupper() for word in words)
        if shouted < len(words) / 2:
            return (NAME_WEIGHT * small + names) / named
    return small + min(1.0, max(MOST_NAMES, len(words) - named) / max(1, named)) * names


def word_likelihood(word: str, languages: tuple[str, ...]) -> float:
    """Log likelihood of a word in small letters in that of the languages which it suits best, in natural units."""
    return float(_word(word, languages).max())


@cache
def _all_function_words(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for known in _all_ranks(languages) for word in known)


@cache
def _all_ranks(languages: tuple[str, ...]) -> tuple[Mapping[str, int], ...]:
    return tuple(map(function_words, languages))


@lru_cache(CACHED)
def _word(word: str, languages: tuple[str, ...]) -> Scores:
    """Log likelihood of a word: the language's own small word, or any word with such letters."""
    padded = " " + word.replace("'", " ") + " "  # apostrophes end a word in langdetect's profiles
    spelled = _next_letter(padded[:2], languages)
    for i in range(len(padded) - 2):
        spelled = spelled + _next_letter(padded[i : i + 3], languages)
    ranks = np.array([known.get(word, NO_RANK) for known in _all_ranks(languages)])
    likelihood: Scores = np.log(SMALL_WORDS_SHARE * ZIPF / (ranks + 2) + (1 - SMALL_WORDS_SHARE) * np.exp(spelled))
    return likelihood


@lru_cache(CACHED)
def _next_letter(group: str, languages: tuple[str, ...]) -> Scores:
    """Log likelihood that the last letter of a group follows those before it."""
    counts, none = _counts(languages), np.zeros(len(languages))
    three, two, one = WEIGHTS
    likelihood = (1 - three - two - one) / ALPHABET + one * counts.get(group[-1], none) / counts[""]
    for weight, size in zip((two, three), range(2, len(group) + 1), strict=False):
        before = counts.get(group[-size:-1], none)
        share = counts.get(group[-size:], none) / np.maximum(before, 1.0)
        likelihood += weight * np.minimum(share, before > 0)  # rare groups were cut from the profiles
    logarithm: Scores = np.log(likelihood)
    return logarithm


@cache
def _counts(languages: tuple[str, ...]) -> Mapping[str, Scores]:
    """The letter groups of all languages, each with one count per language."""
    counts: defaultdict[str, Scores] = defaultdict(lambda: np.zeros(len(languages)))
    for column, language in enumerate(languages):
        for group, count in _letter_groups(language).items():
            counts[group][column] = count
    return dict(counts)


def _letter_groups(language: str) -> Mapping[str, int]:
    """Counts of one to three neighbouring letters, a space being the border of a word; "" counts all letters."""
    counts: Counter[str] = Counter()
    marks = marks_of(language)
    profile = files("langdetect") / "profiles" / marks.profile
    if marks.spelled_like or not profile.is_file():
        for word in (*marks.spelled_like, *marks.words):
            padded = f" {word} "
            counts.update(padded[i : i + size] for size in (1, 2, 3) for i in range(len(padded) - size + 1))
    else:
        for group, count in json.loads(profile.read_text(encoding="utf-8"))["freq"].items():
            counts[_respelled(group.lower(), marks.respelled)] += count
    counts[""] = sum(count for group, count in counts.items() if len(group) == 1 and group != " ")
    counts[" "] = sum(count for group, count in counts.items() if len(group) == 2 and group[0] == " ")
    return counts


def _respelled(group: str, letters: Sequence[tuple[str, str]]) -> str:
    for given, spelled in letters:
        group = group.replace(given, spelled)
    return group
