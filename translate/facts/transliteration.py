"""Names across scripts: the consonant skeleton that "Мишустина" and "Mishustin" share.

Vowels, endings and the choice between rival systems (Zelensky, Zelenskyy; Kharkov, Kharkiv) fall away, so one key
serves where five transliterations would have to be tried one after another.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from translate.languages.registry import compared_languages, language_of

_NOT_SOUNDS = re.compile("[^bdfgklmnprstvzCJS]")
_DOUBLED = re.compile(r"(.)\1+")
# First sounds that languages write for each other: Barbara and Varvara, Theodore and Fyodor, Caesar and Tsezar
_CONFUSED = tuple(map(frozenset, ("szCJS", "gk", "vb", "vf", "ft", "pf", "ks", "kz", "kC", "Jg", "Jk", "gS", "Jd")))
_SOFT = str.maketrans("szCJS", "sssss")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How words in one script sound; sounds.toml of a language tells.

    Attributes:
        letters: A word that holds one of them is read so; None for words that no other language claims.
        rules: Patterns in small letters and what stands for them, in order.
        table: Then single letters.
        rivals: Spellings that may as well be others.
        vowels, silent: Letters that give no consonant of their own, and those of them that say little about a word.
        endings: What is no part of a name.
    """

    letters: re.Pattern[str] | None
    rules: tuple[tuple[re.Pattern[str], str], ...]
    table: Mapping[int, int]
    rivals: tuple[tuple[str, str], ...]
    vowels: frozenset[str]
    silent: frozenset[str]
    endings: tuple[str, ...]


@cache
def _spellings() -> tuple[_Spelling, ...]:
    """Those of all languages that have one; what reads every word stands last."""
    spellings = [_spelling(code) for code in compared_languages() if language_of(code).table("sounds")]
    return tuple(sorted(spellings, key=lambda spelling: spelling.letters is None))


def _spelling(language: str) -> _Spelling:
    table = language_of(language).table("sounds")
    return _Spelling(
        re.compile(f"[{language_of(language).letters}]") if table["by_letters"] else None,
        tuple((re.compile(pattern), sound) for pattern, sound in table["rules"]),
        str.maketrans(table.get("from", ""), table.get("to", "")),
        tuple((spelt, other) for spelt, other in table.get("rivals", ())),
        frozenset(table["vowels"]),
        frozenset(table.get("silent", "")),
        tuple(table.get("endings", ())),
    )


def _spelling_of(letters: str) -> _Spelling:
    return next(each for each in _spellings() if each.letters is None or each.letters.search(letters))


@lru_cache(maxsize=20000)
def skeleton(word: str) -> str:
    """Consonants of a name in any script that a language tells how to read, doubles joined; "" for a word without any.

    Example:
        >>> skeleton("Мишустина"), skeleton("Mishustin"), skeleton("Харьков"), skeleton("Kharkiv")
        ('mSstn', 'mSstn', 'grkv', 'grkv')
    """
    letters = word.casefold()
    spelling = _spelling_of(letters)
    if spelling.letters is None:
        letters = unicodedata.normalize("NFKD", letters)
    for pattern, sound in spelling.rules:
        letters = pattern.sub(sound, letters)
    return _DOUBLED.sub(r"\1", _NOT_SOUNDS.sub("", letters.translate(spelling.table)))


@lru_cache(maxsize=20000)
def readings(word: str) -> tuple[str, ...]:
    """Every skeleton that a word can have, the likeliest first: foreign names in English keep their own spelling."""
    lower = word.casefold()
    spelling = _spelling_of(lower)
    lower = lower.removesuffix(next((ending for ending in spelling.endings if lower.endswith(ending)), ""))
    rivals = [skeleton(lower.replace(spelt, other)) for spelt, other in spelling.rivals if spelt in lower]
    return tuple(key for key in dict.fromkeys((skeleton(lower), *rivals)) if key)


def likeness(one: str, other: str) -> float:
    """How alike two skeletons sound, in [0, 1]; hissing sounds count as one, since systems differ most there."""
    return ratio(blurred(one), blurred(other)) / 100


def blurred(key: str) -> str:
    """A skeleton whose hissing sounds are one."""
    return key.translate(_SOFT)


def comparable_readings(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Readings of two words; a first consonant that stands against a vowel is no sound that they share.

    Example:
        >>> comparable_readings("Харуки", "Ishiguro")
        (('rk',), ('Sgr', 'SCr'))
    """
    ours, theirs = readings(one), readings(other)
    if _bare(one) == _bare(other) or _is_silent(one) or _is_silent(other):
        return ours, theirs
    return (ours, _headless(theirs)) if _bare(one) else (_headless(ours), theirs)


def _bare(word: str) -> bool:
    """Whether a word begins without a consonant."""
    return any(word[0].casefold() in spelling.vowels for spelling in _spellings())


def _is_silent(word: str) -> bool:
    """Whether a word begins with a letter that need not be heard."""
    return any(word[0].casefold() in spelling.silent for spelling in _spellings())


def _headless(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key[1:] for key in keys))


def starts_alike(one: str, other: str) -> bool:
    """Whether two words may begin with the same sound: Vetrov and Petrov do not, Vasco and Basco do.

    Words that begin with a vowel, and consonants that some system or language confuses, are given the doubt.
    """
    if _bare(one) or _bare(other):
        return True
    return any(
        left[0] == right[0] or any({left[0], right[0]} <= confused for confused in _CONFUSED)
        for left in readings(one)
        for right in readings(other)
    )
