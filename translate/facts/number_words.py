"""Words that are numbers or units, of both languages, read once from the tables beside this file."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

WordRole = Literal["cardinal", "ordinal", "scale", "multiplier", "fraction", "weak"]

_ORDINAL_ENDINGS = (
    "ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ую", "юю", "ые", "ие", "ых",
    "их", "ыми", "ими", "ое", "ее",
)  # fmt: skip
_COMPOUND = re.compile(
    r"(лет|дневн|месячн|недельн|часов|минутн|секундн|этажн|процентн|кратн|местн|комнатн|метров|километров|миллионн"
    r"|миллиардн|тысячн|сторонн|годов|годич|градусн|тонн|литров|значн|мильн|раундов|сет|очков)\w*$"
)
_COMPOUND_SCALE = {"тысячн": 1e3, "миллионн": 1e6, "миллиардн": 1e9, "триллионн": 1e12}


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What one word says as a number."""

    value: float
    role: WordRole


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Number words and units of one language.

    Attributes:
        numbers: Lower-case word to its number.
        singular: Scales that mean one of their kind when they stand alone ("тысячу", "a hundred").
        prefixes: Beginnings of compound words ("двух" in "двухдневный"), longest first.
        units: Lower-case word to unit.
        unit_stems: The same for stems that may take an ending.
        approximations: Words that make the number beside them approximate.
        bounds: Words before a number that make it a lower (1) or an upper (-1) bound.
        bounds_behind: Two words behind a number that do the same ("or more").
        bounds_with_than: Those of them that do so only with one of `than` behind them.
        negations: Words that turn a bound round ("no more than").
    """

    numbers: Mapping[str, NumberWord]
    singular: frozenset[str]
    prefixes: tuple[tuple[str, float], ...]
    units: Mapping[str, str]
    unit_stems: Mapping[str, str]
    approximations: frozenset[str]
    bounds: Mapping[str, int]
    bounds_with_than: frozenset[str]
    bounds_behind: Mapping[str, int]
    than: frozenset[str]
    negations: frozenset[str]

    def unit(self, word: str) -> str | None:
        """Unit that a lower-case word names, None if it names none."""
        if (unit := self.units.get(word)) is not None:
            return unit
        if self.unit_stems:
            for cut in range(min(4, len(word) - 1)):
                if (unit := self.unit_stems.get(word[: len(word) - cut])) is not None:
                    return unit
        return None

    def compound(self, word: str) -> float | None:
        """Number that a compound word begins with: 2.0 for "двухдневный", None for any other word."""
        if not self.prefixes or (found := _COMPOUND.search(word)) is None or not found.start():
            return None
        head, total = word[: found.start()], 0.0
        while head:
            for prefix, value in self.prefixes:
                if head.startswith(prefix):
                    head, total = head[len(prefix) :], total + value
                    break
            else:
                return None
        return total * _COMPOUND_SCALE.get(found.group(1), 1.0)

    def compound_unit(self, word: str) -> str | None:
        """Unit that a compound word ends with: "day" for "двухдневный"."""
        found = _COMPOUND.search(word)
        return None if found is None else self.unit(word[found.start() :]) or self.unit(found.group(1))

    def scale(self, word: str) -> float | None:
        """What a lower-case word multiplies the number before it by ("млн", "hundred", "миллиардный"), if it does."""
        known = self.numbers.get(word)
        if known is not None:
            return known.value if known.role in ("scale", "multiplier") else None
        return next((factor for stem, factor in _COMPOUND_SCALE.items() if word.startswith(stem)), None)


@lru_cache(maxsize=1)
def symbols() -> Mapping[str, str]:
    """Sign to unit: "%", "$" and the like."""
    return dict(_table("units.toml")["symbols"])


@lru_cache(maxsize=1)
def dimensions() -> Mapping[str, tuple[str, float]]:
    """Unit to its dimension and its size there."""
    return {unit: (name, float(size)) for unit, (name, size) in _table("units.toml")["dimension"].items()}


@lru_cache(maxsize=2)
def vocabulary(language: str) -> Vocabulary:
    """Number words and units of "ru" or "en"."""
    words, units = _table("number_words.toml")[language], _table("units.toml")
    bounds = units["bounds"][language]
    behind = bounds["behind"]
    return Vocabulary(
        numbers={form: NumberWord(value, role) for form, value, role in _forms(words)},
        singular=frozenset(words["singular"]["words"].split()),
        prefixes=tuple(
            sorted(
                ((form, float(value)) for value, forms in words.get("prefix", {}).items() for form in forms.split()),
                key=lambda pair: -len(pair[0]),
            )
        ),
        units=_inverted(units[language]["exact"]),
        unit_stems=_inverted(units[language].get("stems", {})),
        approximations=frozenset(units["approximate"][language].split()),
        bounds={word: sign for name, sign in (("lower", 1), ("upper", -1)) for word in bounds[name].split()},
        bounds_with_than=frozenset(bounds["with_than"].split()),
        bounds_behind={phrase: sign for name, sign in (("lower", 1), ("upper", -1)) for phrase in behind[name]},
        than=frozenset(bounds["than"].split()),
        negations=frozenset(bounds["not"].split()),
    )


def _forms(words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, float, WordRole]]:
    roles: tuple[WordRole, ...] = ("weak", "fraction", "multiplier", "scale", "cardinal")
    for role in roles:  # later roles win where a word is in two tables
        for value, forms in words.get(role, {}).items():
            yield from ((form, float(value), role) for form in forms.split())
    for value, stems in words.get("ordinal", {}).items():
        yield from ((stem + end, float(value), "ordinal") for stem in stems.split() for end in _ORDINAL_ENDINGS)
    for value, forms in words["ordinal_full"].items():
        yield from ((form, float(value), "ordinal") for form in forms.split())


def _inverted(table: Mapping[str, str]) -> dict[str, str]:
    return {form: unit for unit, forms in table.items() for form in forms.split()}


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("translate.facts").joinpath(name).read_text(encoding="utf-8"))
