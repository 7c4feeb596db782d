"""Countries, cities and institutions by a key that all languages share, from CLDR and places.toml of each language."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale, localedata

from translate.facts.mention import NameSort
from translate.facts.name_rules import name_rules
from translate.languages.registry import language_of
from translate.wording.naming import territory_name

_SORTS: dict[str, NameSort] = {
    "countries": "country",
    "cities": "city",
    "regions": "place",
    "institutions": "organisation",
}
_LONGEST_ENDING = 8  # letters behind the stem of an adjective
_MERGED = {"KP": "KR", "CG": "CD", "SD": "SS"}  # often named alike without "North" or "South"
_MARKS = ".'’"  # that may end a word without being part of it
_UNIONS = frozenset(("UN", "EU"))  # organisations that have a code as countries do
_PLACE = "Geox"  # tag of OpenCorpora


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
        sort, _, code = self.key.partition(":")
        # SK is Slovakia, and a committee of investigators.
        country = territory_name(code) if sort == "country" or code in _UNIONS else ""
        return country or (code.replace("_", " ").title() if code.islower() else code)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names of one language.

    Attributes:
        entries: First word to the names that begin with it, longest first.
        stems: Beginnings of adjectives and of words for inhabitants.
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
        lower = language_of(language).folded(words[i].casefold()) if self.stems else ""
        for cut in range(min(_LONGEST_ENDING, len(lower) - 2)):
            if (small := self.stems.get(lower[: len(lower) - cut])) is not None:
                return small
        return None


@lru_cache(maxsize=50000)
def bases(word: str, language: str) -> frozenset[str]:
    """Base forms that a word can have, in small letters; an acronym that case tells from a word stands for itself."""
    rules = name_rules(language)
    plain = rules.bare(word).rstrip(_MARKS)
    if rules.is_acronym(plain):
        return frozenset((plain,))
    about = language_of(language)
    lower = about.folded(plain.casefold())
    return frozenset((lower, *map(about.folded, about.morphology.lemmas(lower))))


def _base(word: str, language: str) -> str:
    """The base form under which a name is listed."""
    rules = name_rules(language)
    plain = rules.bare(word).rstrip(_MARKS)
    if rules.is_acronym(plain):
        return plain
    readings = language_of(language).morphology.readings(plain.casefold())
    place = next((reading for reading in readings if _PLACE in reading.grammemes), readings[0])  # Togo is no "that"
    return language_of(language).folded(place.lemma)


@cache
def gazetteer(language: str) -> Gazetteer:
    """Known names of a language; countries alone where it has no places.toml."""
    entries: dict[str, dict[tuple[str, ...], Entry]] = defaultdict(dict)
    stems: dict[str, Entry] = {}
    for name, key, sort, is_stem in _names(language):
        words = tuple(language_of(language).folded(name.replace("_", " ").replace("-", " ")).split())
        if is_stem:
            stems[name.casefold()] = Entry((name,), key, sort, small=True)
            continue
        entry = Entry(tuple(_base(word, language) for word in words), key, sort)
        entries[entry.words[0]].setdefault(entry.words, entry)
    return Gazetteer({first: tuple(found.values()) for first, found in entries.items()}, stems)


def name_in(entry: Entry, language: str, other: str) -> str | None:
    """What another language calls a known name; None where that is not sure: a key may stand for England as well.

    Example:
        >>> name_in(gazetteer("ru").find(["в", "Праге"], 1, "ru"), "ru", "en")
        'Prague'
    """
    if entry.small:
        return None
    if entry.sort != "country":
        return _first_names(other).get(entry.key)
    if not (localedata.exists(language) and localedata.exists(other)):
        return None
    code = entry.key.partition(":")[2]
    own = Locale(language).territories.get(code, "")
    if (
        code in _MERGED.values()
        or tuple(_base(word, language) for word in own.replace("-", " ").split()) != entry.words
    ):
        return None
    return str(Locale(other).territories[code])


@cache
def _first_names(language: str) -> dict[str, str]:
    """What a language calls each key first of all."""
    names: dict[str, str] = {}
    for name, key, _, is_stem in _names(language):
        if not is_stem:
            names.setdefault(key, name.replace("_", " "))
    return names


def _names(language: str) -> Iterator[tuple[str, str, NameSort, bool]]:
    table = language_of(language).table("places")
    for section, sort in _SORTS.items():
        for code, names in table.get(section, {}).items():
            yield from ((name, f"{sort}:{code}", sort, False) for name in names.split())
        for code, stems in table.get("stems", {}).get(section, {}).items():
            yield from ((stem.replace("_", " "), f"{sort}:{code}", sort, True) for stem in stems.split())
    if not localedata.exists(language):
        return
    for code, name in Locale(language).territories.items():
        if len(code) == 2 and code.isalpha() and not any(mark in name for mark in "(—.,") and " - " not in name:
            yield name.replace(" ", "_"), f"country:{_MERGED.get(code, code)}", "country", False
