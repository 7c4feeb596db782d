"""The Russian dictionary (pymorphy3), loaded once for all who look words up."""

import threading
from functools import cache, lru_cache
from typing import Any
from unicodedata import name

from translate.languages.language import Reading

FOREIGN = "汉"  # a letter of a script that the dictionary does not know
_LOADING = threading.Lock()


@lru_cache(maxsize=50_000)
def parses(word: str) -> tuple[Any, ...]:
    """Every reading of a Russian word, likeliest first; each has `normal_form` and `tag`."""
    # Such as Tangut, for pymorphy3 asks for names; and a NUL ends a word for a dictionary in C.
    if "\0" in word or any(letter.isalpha() and not name(letter, "") for letter in word):
        return tuple(reading._replace(word=word, normal_form=word) for reading in _dictionary().parse(FOREIGN))
    return tuple(_dictionary().parse(word))


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Every way to read a Russian word, likeliest first."""
    return tuple(Reading(str(reading.normal_form), reading.tag.grammemes) for reading in parses(word))


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> tuple[str, ...]:
    """Dictionary forms that a word can have, likeliest first."""
    return tuple(dict.fromkeys(str(reading.normal_form) for reading in parses(word)))


@lru_cache(maxsize=50_000)
def grammemes(word: str) -> frozenset[str]:
    """What the likeliest reading of a word is, in the tags of OpenCorpora."""
    return frozenset(str(grammeme) for grammeme in parses(word)[0].tag.grammemes)


def is_known(word: str) -> bool:
    """Whether the dictionary has a Russian word, in any of its forms."""
    return "\0" not in word and bool(_dictionary().word_is_known(word))


def _dictionary() -> Any:
    with _LOADING:  # the first two callers of two page sessions must not both load it
        return _loaded()


@cache
def _loaded() -> Any:
    import pymorphy3  # type: ignore[import-untyped]  # imported here: the dictionary takes 0.2 s, and --help needs none

    return pymorphy3.MorphAnalyzer(lang="ru")
