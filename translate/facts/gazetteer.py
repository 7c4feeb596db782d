"""Countries, cities and institutions by a key that both languages share, from CLDR and the table beside this file."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale

from translate.facts.mention import NameSort
from translate.languages.ru.morphology import parses

_SORTS: dict[str, NameSort] = {
    "countries": "country",
    "cities": "city",
    "regions": "place",
    "institutions": "organisation",
}
_LONGEST_ENDING = 8  # "украин-цами", "англи-йского"


@dataclass(frozen=True, slots=True)
class Entry:
    """One known name: its words in base form, the shared key, what it names, whether it is written small as well."""

    words: tuple[str, ...]
    key: str
    sort: NameSort
    small: bool = False

    @property
    def label(self) -> str:
        """The English name behind the key, for the reader."""
        code = self.key.partition(":")[2]
        return _territories().get(code, code.replace("_", " ").title() if code.islower() else code)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names of one language.

    Attributes:
        entries: First word to the names that begin with it, longest first.
        stems: Beginnings of Russian adjectives and of words for inhabitants.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    stems: Mapping[str, Entry]

    def find(self, words: Sequence[str], i: int, language: str) -> Entry | None:
        """The longest known name that begins with word i, None if there is none."""
        first = bases(words[i], language)
        candidates = {entry.words: entry for form in sorted(first) for entry in self.entries.get(form, ())}
        for entry in sorted(candidates.values(), key=lambda entry: -len(entry.words)):
            rest = words[i + 1 : i + len(entry.words)]
            if len(rest) == len(entry.words) - 1 and all(
                part in bases(word, language) for part, word in zip(entry.words[1:], rest, strict=True)
            ):
                return entry
        lower = words[i].casefold().replace("ё", "е")
        for cut in range(min(_LONGEST_ENDING, len(lower) - 2)):
            if (small := self.stems.get(lower[: len(lower) - cut])) is not None:
                return small
        return None


@lru_cache(maxsize=1)
def _territories() -> dict[str, str]:
    return dict(Locale("en").territories)


@lru_cache(maxsize=50000)
def bases(word: str, language: str) -> frozenset[str]:
    """Base forms that a word can have; English words stand for themselves, short all-capital ones with their case."""
    if language == "en":
        plain = word.removesuffix("'s").removesuffix("’s").rstrip(".'’")
        return frozenset((plain if plain.isupper() and len(plain) <= 5 else plain.casefold(),))
    lower = word.casefold().replace("ё", "е")
    return frozenset((lower, *(parse.normal_form.replace("ё", "е") for parse in parses(lower))))


def _base(word: str, language: str) -> str:
    if language == "en":
        return next(iter(bases(word, language)))
    readings = parses(word.casefold())
    place = next((parse for parse in readings if "Geox" in parse.tag), None)  # "Того" is no form of "то"
    lower = word.casefold() if place is None and "PRON" in str(readings[0].tag) else (place or readings[0]).normal_form
    return str(lower).replace("ё", "е")


@lru_cache(maxsize=2)
def gazetteer(language: str) -> Gazetteer:
    """Known names of "ru" or "en"."""
    entries: dict[str, dict[tuple[str, ...], Entry]] = defaultdict(dict)
    stems: dict[str, Entry] = {}
    for name, key, sort, is_stem in _names(language):
        words = tuple(name.replace("_", " ").replace("-", " ").replace("ё", "е").split())
        if is_stem:
            stems[name.casefold()] = Entry((name,), key, sort, small=True)
            continue
        entry = Entry(tuple(_base(word, language) for word in words), key, sort)
        entries[entry.words[0]].setdefault(entry.words, entry)
    return Gazetteer({first: tuple(found.values()) for first, found in entries.items()}, stems)


def _names(language: str) -> Iterator[tuple[str, str, NameSort, bool]]:
    table: dict[str, Any] = tomllib.loads(files("translate.facts").joinpath("places.toml").read_text(encoding="utf-8"))
    for section, sort in _SORTS.items():
        for code, names in table[section].items():
            yield from ((name, f"{sort}:{code}", sort, False) for name in names.get(language, "").split())
            if language == "ru":
                yield from (
                    (stem.replace("_", " "), f"{sort}:{code}", sort, True) for stem in names.get("stems", "").split()
                )
    merged = {"KP": "KR", "CG": "CD", "SD": "SS"}  # often named alike without "North" or "South"
    for code, name in Locale(language).territories.items():
        if len(code) == 2 and code.isalpha() and not any(mark in name for mark in "(—.,") and " - " not in name:
            yield name.replace(" ", "_"), f"country:{merged.get(code, code)}", "country", False
