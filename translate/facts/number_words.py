"""Words that are numbers or units, read once from the tables of their language."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from translate.languages.registry import language_of

WordRole = Literal["cardinal", "ordinal", "scale", "multiplier", "fraction", "weak"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What one word says as a number."""

    value: float
    role: WordRole


@dataclass(frozen=True, slots=True)
class Guarded:
    """Words for a share that mostly mean something else ("quarter"), and what must stand around them.

    Attributes:
        words: The words.
        heads: One of them stands before.
        links: One of them stands behind, with a word behind it ("a quarter of the votes").
        behind: Or one of these does ("a quarter century").
        several: Forms for more than one, which by themselves say nothing ("two consecutive quarters").
    """

    words: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Compounds:
    """Words that begin with a number: "двухдневный".

    Attributes:
        prefixes: Beginnings and their values, longest first.
        tails: What such a word ends with, and more letters behind it; matches nothing where the language has none.
        scales: Tails that multiply the number.
    """

    prefixes: tuple[tuple[str, float], ...]
    tails: re.Pattern[str]
    scales: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Number words and units of one language; whatever it has no words for is empty.

    Attributes:
        language: ISO 639-1 code.
        numbers: Lower-case word to its number.
        singular: Scales that mean one of their kind when they stand alone ("тысячу", "a hundred").
        articles: Words of which one must stand before such a scale, if there are any.
        compounds: Words that begin with a number.
        units: Lower-case word to unit.
        unit_stems: The same for stems that may take an ending.
        unit_phrases: First word of a unit in several words to the words behind it and the unit.
        adjective_endings: Ends of words that may stand between a number and its unit.
        range_links: Words between the two numbers of a range.
        degrees, fahrenheit: Beginnings of words for degrees, and for those of Fahrenheit.
        degree_letters: Letters that may stand behind the sign of degrees.
        powers: Exponent of a length to the beginnings of words that make it a surface or a volume.
        rate_links: Words and signs between a length and the time it takes ("20 m/s", "60 km an hour").
        rates: Short forms of such times.
        compound_links: Words between the parts of a compound measure ("2 years and 3 months").
        range_heads: Words that begin a range, whose ends are no compound measure.
        inches: Words for inches where feet stand before them.
        ordinal_suffixes, dashed_suffixes: What makes digits an ordinal, right behind them and behind a dash.
        rounds: Beginnings of words for a round of a tournament.
        abbreviated: Scales that a point may follow.
        joined: Words between a scale and what is added to it ("two thousand and five").
        parts: Words that make an ordinal a share ("пятая часть").
        share_endings: Ends of an ordinal that is one share, and several ("одна пятая", "две пятых").
        share_heads: Words before an ordinal that may be a share ("a third").
        share_of: Words behind a share of something ("half of the votes").
        share_every: Words before an ordinal that make it a share ("every fifth").
        share_in: Phrases between one and what it is one of, word by word ("one in ten").
        halved: Words for half of a measure to its unit ("полчаса").
        share_case: Grammeme of a word behind a share that makes it one ("половина голосов").
        share_gap: Words before a share that leave it one ("almost a full third of").
        multiples: Words that say how many times as much: "twofold", "doubled".
        multiple_stems: The same for beginnings of words.
        share_links: Words between a share and its scale ("half a million").
        guarded: Words for a share that mostly mean something else.
        halves: Phrases for one half more, word by word ("and a half").
        approximations: Words that make the number beside them approximate.
        bounds: Words before a number that make it a lower (1) or an upper (-1) bound.
        bounds_with_than: Those of them that do so only with one of `than` behind them.
        bounds_behind: Two words behind a number that do the same ("or more").
        spans: Bounds that say something else before a time ("over five years").
        negations: Words that turn a bound round ("no more than").
        decimal_point: Whether a point parts the decimals.
    """

    language: str
    numbers: Mapping[str, NumberWord]
    singular: frozenset[str]
    articles: frozenset[str]
    compounds: Compounds
    units: Mapping[str, str]
    unit_stems: Mapping[str, str]
    unit_phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    adjective_endings: tuple[str, ...]
    range_links: frozenset[str]
    degrees: tuple[str, ...]
    fahrenheit: tuple[str, ...]
    degree_letters: frozenset[str]
    powers: Mapping[int, tuple[str, ...]]
    rate_links: frozenset[str]
    rates: Mapping[str, str]
    compound_links: frozenset[str]
    range_heads: frozenset[str]
    inches: frozenset[str]
    ordinal_suffixes: frozenset[str]
    dashed_suffixes: frozenset[str]
    rounds: tuple[str, ...]
    abbreviated: frozenset[str]
    joined: frozenset[str]
    parts: frozenset[str]
    share_endings: tuple[tuple[str, ...], tuple[str, ...]]
    share_heads: frozenset[str]
    share_of: frozenset[str]
    share_every: frozenset[str]
    share_in: tuple[tuple[str, ...], ...]
    halved: Mapping[str, str]
    share_case: str
    share_gap: frozenset[str]
    multiples: Mapping[str, float]
    multiple_stems: Mapping[str, float]
    share_links: frozenset[str]
    guarded: Guarded
    halves: tuple[tuple[str, ...], ...]
    approximations: frozenset[str]
    bounds: Mapping[str, int]
    bounds_with_than: frozenset[str]
    bounds_behind: Mapping[str, int]
    than: frozenset[str]
    spans: frozenset[str]
    negations: frozenset[str]
    decimal_point: bool

    def unit(self, word: str) -> str | None:
        """Unit that a lower-case word names, None if it names none."""
        if (unit := self.units.get(word)) is not None:
            return unit
        if self.unit_stems:
            for cut in range(min(4, len(word) - 1)):
                if (unit := self.unit_stems.get(word[: len(word) - cut])) is not None:
                    return unit
        return None

    def multiple(self, word: str) -> float | None:
        """How many times as much a lower-case word says: 2.0 for "doubled", None for any other word."""
        if (value := self.multiples.get(word)) is not None:
            return value
        return next((value for stem, value in self.multiple_stems.items() if word.startswith(stem)), None)

    def compound(self, word: str) -> float | None:
        """Number that a compound word begins with: 2.0 for "двухдневный", None for any other word."""
        known = self.compounds
        if not known.prefixes or (found := known.tails.search(word)) is None or not found.start():
            return None
        head, total = word[: found.start()], 0.0
        while head:
            for prefix, value in known.prefixes:
                if head.startswith(prefix):
                    head, total = head[len(prefix) :], total + value
                    break
            else:
                return None
        return total * known.scales.get(found.group(1), 1.0)

    def compound_unit(self, word: str) -> str | None:
        """Unit that a compound word ends with: "day" for "двухдневный"."""
        found = self.compounds.tails.search(word)
        return None if found is None else self.unit(word[found.start() :]) or self.unit(found.group(1))

    def scale(self, word: str) -> float | None:
        """What a lower-case word multiplies the number before it by ("млн", "hundred", "миллиардный"), if it does."""
        known = self.numbers.get(word)
        if known is not None:
            return known.value if known.role in ("scale", "multiplier") else None
        return self.scale_of_adjective(word)

    def scale_of_adjective(self, word: str) -> float | None:
        """What an adjective multiplies digits tied to it by ("5-тысячный"), be it an ordinal where it stands alone."""
        return next((factor for stem, factor in self.compounds.scales.items() if word.startswith(stem)), None)


@cache
def symbols() -> Mapping[str, str]:
    """Sign to unit: "%", "$" and the like."""
    return dict(_signs()["symbols"])


@cache
def short_scales() -> Mapping[str, float]:
    """Letters right behind digits to what they multiply them by: "m" in "$5m"."""
    return {letters: float(scale) for letters, scale in _signs()["short_scales"].items()}


@cache
def dimensions() -> Mapping[str, tuple[str, float]]:
    """Unit to its dimension and its size there."""
    return {unit: (name, float(size)) for unit, (name, size) in _signs()["dimension"].items()}


@cache
def vocabulary(language: str) -> Vocabulary:
    """Number words and units of a language, from numbers.toml and units.toml of its folder."""
    numbers, units = (language_of(language).table(name) for name in ("numbers", "units"))
    digits, shares, bounds = (numbers.get(name, {}) for name in ("digits", "shares", "bounds"))
    beside, temperature, behind = units.get("beside", {}), units.get("temperature", {}), bounds.get("behind", {})
    rates = units.get("rates", {})
    signs = (("lower", 1), ("upper", -1))
    return Vocabulary(
        language=language,
        numbers={form: NumberWord(value, role) for form, value, role in _forms(numbers)},
        singular=_listed(numbers, "singular"),
        articles=_listed(numbers, "articles"),
        compounds=_compounds(numbers),
        units=_inverted(units.get("exact", {})),
        unit_stems=_inverted(units.get("stems", {})),
        unit_phrases=_phrases(units.get("phrases", {})),
        adjective_endings=tuple(_words(beside, "endings")),
        range_links=frozenset(_words(beside, "links")),
        degrees=tuple(_words(temperature, "degree")),
        fahrenheit=tuple(_words(temperature, "fahrenheit")),
        degree_letters=frozenset(("c", "f", *_words(temperature, "letters"))),
        powers={int(power): tuple(stems.split()) for power, stems in units.get("powers", {}).items()},
        rate_links=frozenset(_words(rates, "links")),
        rates=_inverted(rates.get("short", {})),
        compound_links=frozenset(_words(beside, "compound")),
        range_heads=frozenset(_words(beside, "ranges")),
        inches=_listed(units, "inches"),
        ordinal_suffixes=frozenset(_words(digits, "ordinals")),
        dashed_suffixes=frozenset(_words(digits, "dashed_ordinals")),
        rounds=tuple(_words(digits, "rounds")),
        abbreviated=frozenset(_words(digits, "abbreviated")),
        joined=_listed(numbers, "joined"),
        parts=frozenset(_words(shares, "parts")),
        share_endings=(tuple(_words(shares, "one")), tuple(_words(shares, "many"))),
        share_heads=frozenset(_words(shares, "heads")),
        share_of=frozenset(_words(shares, "of")),
        share_every=frozenset(_words(shares, "every")),
        share_in=tuple(tuple(phrase.split()) for phrase in shares.get("in", ())),
        halved=_inverted(numbers.get("halved", {})),
        share_case=str(shares.get("case", "")),
        share_gap=frozenset(_words(shares, "gap")),
        multiples=_valued(numbers.get("multiples", {})),
        multiple_stems=_valued(numbers.get("multiple_stems", {})),
        share_links=frozenset(_words(shares, "links")),
        guarded=Guarded(**{name: frozenset(words.split()) for name, words in shares.get("guarded", {}).items()}),
        halves=tuple(tuple(phrase.split()) for phrase in shares.get("halves", ())),
        approximations=_listed(numbers, "approximate"),
        bounds={word: sign for name, sign in signs for word in _words(bounds, name)},
        bounds_with_than=frozenset(_words(bounds, "with_than")),
        bounds_behind={phrase: sign for name, sign in signs for phrase in behind.get(name, ())},
        than=frozenset(_words(bounds, "than")),
        spans=frozenset(_words(bounds, "spans")),
        negations=frozenset(_words(bounds, "not")),
        decimal_point=language_of(language).decimal_point,
    )


def _forms(words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, float, WordRole]]:
    roles: tuple[WordRole, ...] = ("weak", "fraction", "multiplier", "scale", "cardinal")
    for role in roles:  # later roles win where a word is in two tables
        for value, forms in words.get(role, {}).items():
            yield from ((form, float(value), role) for form in forms.split())
    endings = _listed(words, "ordinal_endings")
    for value, stems in words.get("ordinal", {}).items():
        yield from ((stem + end, float(value), "ordinal") for stem in stems.split() for end in endings)
    for value, forms in words.get("ordinal_full", {}).items():
        yield from ((form, float(value), "ordinal") for form in forms.split())


def _compounds(words: Mapping[str, Mapping[str, Any]]) -> Compounds:
    known = words.get("compounds", {})
    prefixes = ((form, float(value)) for value, forms in words.get("prefix", {}).items() for form in forms.split())
    return Compounds(
        tuple(sorted(prefixes, key=lambda pair: -len(pair[0]))),
        re.compile(rf"({'|'.join(_words(known, 'tails')) or '(?!)'})\w*$"),
        {tail: float(factor) for tail, factor in known.get("scales", {}).items()},
    )


def _phrases(table: Mapping[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Units of several words by their first word."""
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for unit, spelt in table.items():
        for phrase in spelt:
            first, *rest = phrase.split()
            phrases[first] = (*phrases.get(first, ()), (tuple(rest), unit))
    return phrases


def _words(table: Mapping[str, Any], name: str) -> list[str]:
    """Words that an entry of a table lists, none where it is absent."""
    return str(table.get(name, "")).split()


def _listed(table: Mapping[str, Any], section: str) -> frozenset[str]:
    """Words that a section of a table lists."""
    return frozenset(_words(table.get(section, {}), "words"))


def _valued(table: Mapping[str, str]) -> dict[str, float]:
    """Words to the number that lists them."""
    return {form: float(value) for value, forms in table.items() for form in forms.split()}


def _inverted(table: Mapping[str, str]) -> dict[str, str]:
    return {form: unit for unit, forms in table.items() for form in forms.split()}


@cache
def _signs() -> dict[str, Any]:
    return tomllib.loads(files("translate.facts").joinpath("units.toml").read_text(encoding="utf-8"))
