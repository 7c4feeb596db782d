"""What it costs to read a name in one script as a name in another: nothing for Рудов and Rudov, much for Rudin.

Skeletons of consonants find a name among others; whether it is the same name or only one like it, they cannot tell.
Here letters are laid beside letters, at the prices of spellings.toml in the folder of a pair of languages.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.languages.language import LanguagePair
from translate.languages.registry import language_of, pair_of

NAME_TAGS = frozenset(("Surn", "Name", "Patr", "Geox", "Orgn"))  # of OpenCorpora
_MISFIT = 1.0  # a letter for which nothing on the other side stands
FAR = 1.0  # misfits beyond which nobody asks how many: such words are not one name
_SHORTEST_STEM = 3  # letters, behind which a word may be an adjective
_DERIVED = 0.3
_ENDING = 0.15  # of a letter of an ending behind its first, which the dictionary has not explained


@dataclass(frozen=True, slots=True)
class _Spellings:
    """Prices of one pair of languages, in misfits.

    Attributes:
        plain: What letters count as that no accent makes of others.
        whole: Letters whose mark is no accent.
        prices: For letters of the first language those of the second that may stand for them.
        silent, silent_first, silent_last: Letters of the second that need not be heard, anywhere and at the ends.
        dropped, dropped_last: Letters of the first that need not be written, anywhere and at the end.
        endings: Of forms of names in the first language.
        same: For names of the first language those of the second that are one with them though no letters tell.
        derived, derived_second: Endings of words made of names in the first language, and in the second.
    """

    plain: Mapping[int, str]
    whole: frozenset[str]
    prices: Mapping[str, Mapping[str, float]]
    silent: Mapping[str, float]
    silent_first: Mapping[str, float]
    silent_last: Mapping[str, float]
    dropped: Mapping[str, float]
    dropped_last: Mapping[str, float]
    endings: frozenset[str]
    same: Mapping[str, frozenset[str]]
    derived: re.Pattern[str]
    derived_second: frozenset[str]


@cache
def _spellings(pair: LanguagePair) -> _Spellings | None:
    table = pair.table("spellings")
    if not table:
        return None
    plain = str.maketrans(table["plain"])
    prices: dict[str, dict[str, float]] = {}
    for letters, spelt in table["spellings"].items():
        for hundredths, spellings in spelt.items():
            for spelling in spellings.split():
                prices.setdefault(letters.translate(plain), {})[spelling] = int(hundredths) / 100
    silent, dropped = table["silent"], table["dropped"]
    return _Spellings(
        plain,
        frozenset(table["whole"]),
        prices,
        silent=_in_misfits(silent["anywhere"]),
        silent_first=_in_misfits(silent["at_start"]),
        silent_last=_in_misfits(silent["at_end"]),
        dropped=_in_misfits(dropped["anywhere"]),
        dropped_last=_in_misfits(dropped["at_end"]),
        endings=frozenset(dropped["endings"].split()),
        same={name: frozenset(theirs.split()) for ours, theirs in table["same"].items() for name in ours.split()},
        derived=re.compile(dropped["derived"]),
        derived_second=frozenset(silent["derived"].split()),
    )


def _in_misfits(hundredths: Mapping[str, int]) -> dict[str, float]:
    return {letters: price / 100 for letters, price in hundredths.items()}


def misfit(one: str, language: str, other: str, other_language: str) -> float | None:
    """What does not fit where two words of two languages are read as one name, in letters, in [0, FAR].

    None where nobody knows.

    Args:
        one, other: Single words; case and accents do not matter, nor does the grammatical case of the first language.
        language, other_language: Their codes.

    Example:
        >>> misfit("Рудову", "ru", "Rudov", "en"), misfit("Рудов", "ru", "Rudin", "en") > 0.9
        (0.0, True)
    """
    pair = pair_of(language, other_language)
    if pair is None or _spellings(pair) is None:
        return None
    if pair.first.code != language:
        one, other = other, one
    return _misfit(one.casefold(), other.casefold(), pair)


def is_listed_alike(one: str, language: str, other: str, other_language: str) -> bool:
    """Whether two words are one name by the list of those that no letters tell: Мюнхен and Munich."""
    pair = pair_of(language, other_language)
    spellings = _spellings(pair) if pair else None
    if pair is None or spellings is None:
        return False
    if pair.first.code != language:
        one, other = other, one
    return _plain(other.casefold(), pair) in _listed(one.casefold(), pair)


@lru_cache(maxsize=50_000)
def _listed(one: str, pair: LanguagePair) -> frozenset[str]:
    """Names of the second language that are one with a word of the first though no letters tell."""
    spellings = _spellings(pair)
    assert spellings is not None
    forms = (one, *language_of(pair.first.code).morphology.lemmas(one))
    return frozenset[str]().union(*(spellings.same.get(_plain(form, pair), ()) for form in forms))


@lru_cache(maxsize=100_000)
def _misfit(one: str, other: str, pair: LanguagePair) -> float:
    spellings = _spellings(pair)
    assert spellings is not None
    forms = _forms(one, pair.first.code)
    latin = _plain(other, pair)
    if latin in _listed(one, pair):
        return 0.0
    return min(_least(_plain(form, pair), latin, spellings) for form in forms)


@lru_cache(maxsize=50_000)
def _forms(word: str, language: str) -> frozenset[str]:
    """A word and its dictionary forms, of the names among them where it can be one: Карпов is no carp."""
    readings = language_of(language).morphology.readings(word)
    named = {reading.lemma for reading in readings if not NAME_TAGS.isdisjoint(reading.grammemes)}
    if word in named:
        return frozenset((word,))
    return frozenset((word, *(named or {reading.lemma for reading in readings})))


@lru_cache(maxsize=50_000)
def _plain(word: str, pair: LanguagePair) -> str:
    """A word in letters without accents."""
    spellings = _spellings(pair)
    assert spellings is not None
    letters = word.translate(spellings.plain)
    parts = (each if each in spellings.whole else unicodedata.normalize("NFKD", each) for each in letters)
    found = "".join(parts)
    return "".join(each for each in found if not unicodedata.combining(each)).replace("-", "")


def _least(one: str, other: str, spellings: _Spellings) -> float:
    """The cheapest way to lay two words beside each other, letters by letters; FAR where none is cheaper."""
    height, width = len(one), len(other)
    unheard = [_unheard(other, j, spellings) for j in range(width)]
    ended = [other[j:] in spellings.derived_second for j in range(width + 1)]
    costs = [[FAR] * (width + 1) for _ in range(height + 2)]  # a row behind the last, which nobody reads
    costs[0][0] = 0.0
    last = costs[height]
    for i, row in enumerate(costs[:-1]):
        if min(row) >= FAR:
            continue
        steps = _spelt(one, i, other, spellings)
        unwritten = _unwritten(one, i, spellings)
        ending = 1 < i < height and one[i:] in spellings.endings
        stem = i >= _SHORTEST_STEM
        derived = stem and i < height and spellings.derived.fullmatch(one, i) is not None
        ends = stem and (i == height or (i == height - 1 and one[i] in spellings.endings))
        for j in range(width + 1):
            here = row[j]
            if here >= FAR:
                continue
            if j < width:
                silent = _unheard_first(other, unheard[0], spellings) if i == j == 0 else unheard[j]
                for dj, price in silent:
                    row[j + dj] = min(row[j + dj], here + price)
            for di, dj, price in (*unwritten, *steps.get(j, ())):
                below = costs[i + di]
                if j + dj <= width and here + price < below[j + dj]:
                    below[j + dj] = here + price
            if ending and j == width:
                last[j] = min(last[j], here + _ENDING * (height - i - 1))
            if derived and (j == width or ended[j]):
                last[width] = min(last[width], here)
            if ends and ended[j]:
                last[width] = min(last[width], here + _DERIVED)
    return last[width]


def _unheard(other: str, j: int, spellings: _Spellings) -> list[tuple[int, float]]:
    """How many letters of the second word may be passed over at a place, and at what price."""
    found = []
    for dj in range(1, min(2, len(other) - j) + 1):
        letters = other[j : j + dj]
        price = spellings.silent.get(letters, _MISFIT * dj)
        if j + dj == len(other):
            price = min(price, spellings.silent_last.get(letters, price))
        if j and other[j - 1] == letters:
            price = 0.0  # doubled
        found.append((dj, price))
    return found


def _unheard_first(other: str, unheard: Sequence[tuple[int, float]], spellings: _Spellings) -> list[tuple[int, float]]:
    """The same before anything is laid beside anything."""
    return [(dj, min(price, spellings.silent_first.get(other[:dj], price))) for dj, price in unheard]


def _unwritten(one: str, i: int, spellings: _Spellings) -> tuple[tuple[int, int, float], ...]:
    """What passing over a letter of the first word costs, alone and with any letter of the second."""
    if i == len(one):
        return ()
    price = spellings.dropped.get(one[i], _MISFIT)
    if i == len(one) - 1:
        price = min(price, spellings.dropped_last.get(one[i], price))
    if i and one[i - 1] == one[i]:
        price = 0.0
    return (1, 0, price), (1, 1, _MISFIT)


def _spelt(one: str, i: int, other: str, spellings: _Spellings) -> dict[int, list[tuple[int, int, float]]]:
    """By place in the second word, how many letters there may spell how many of the first from a place on."""
    found: dict[int, list[tuple[int, int, float]]] = {}
    for di in range(1, min(2, len(one) - i) + 1):
        for spelling, price in spellings.prices.get(one[i : i + di], {}).items():
            j = other.find(spelling)
            while j >= 0:
                found.setdefault(j, []).append((di, len(spelling), price))
                j = other.find(spelling, j + 1)
    return found
