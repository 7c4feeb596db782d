"""What the words around a number change in it: its sign, its bound, "about", "to" and "by", "a day" and "a year"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.facts.mention import Change
from translate.facts.number_words import vocabulary
from translate.languages.registry import language_of

_LONGEST_LEAD, _LONGEST_TAIL, _LONGEST_CLAUSE = 48, 40, 70  # characters
_SEEN = max(2 * _LONGEST_LEAD, _LONGEST_CLAUSE)  # characters before a number of which any matters
_HEDGES = ("short", "lower", "upper", "near", "limit")  # in the order in which they are tried
_BOUNDS = {"short": -1, "lower": 1, "upper": -1, "limit": -1, "near": 0}
_CLAUSE = re.compile(r"[,;:(]\s|[.!?]\s")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a number.

    Attributes:
        sign: -1 for "minus", "below zero" and "BC", 1 for "plus", "above zero" and "AD", 0 where nothing says.
        bound: 1 for "more than" and "at least", -1 for "less than", "almost" and "up to", 0 for neither.
        about: Whether "about" or the like stands there, and no bound.
        almost: Whether the bound is "almost".
        lead: Characters before the number that say its bound, "about" or its sign.
        tail: Characters behind it that do.
        per: Unit of time that it is counted by ("day" of "twice a day"); empty for none.
        change: Whether something rose or fell by it or to it; empty for neither.
        rising: 1 where that rose, -1 where it fell, 0 where there is no change.
    """

    sign: int = 0
    bound: int = 0
    about: bool = False
    almost: bool = False
    lead: int = 0
    tail: int = 0
    per: str = ""
    change: Change = ""
    rising: int = 0


def beside(text: str, start: int, end: int, language: str, *, timed: bool, frosty: bool) -> Beside:
    """What stands beside the number at [start, end) of a text.

    Args:
        text: One sentence.
        start, end: Half-open offsets of the number with its unit.
        language: ISO 639-1 code; nothing is read in a language without beside.toml.
        timed: Whether the number counts time: "over five years" is a span, "до 18 часов" the end of one.
        frosty: Whether it is a temperature of a text that tells of frost, and so below zero.
    """
    return _beside(text[max(0, start - _SEEN) : start], text[end : end + _LONGEST_TAIL], language, timed, frosty)


@lru_cache(maxsize=4096)  # a list says the same beside number after number
def _beside(clause: str, behind: str, language: str, timed: bool, frosty: bool) -> Beside:
    """The same, of the characters before and behind a number that say it."""
    table = _patterns(language)
    if not table:
        return Beside()
    before = clause[-_LONGEST_LEAD:]
    sign, lead, tail = 0, 0, 0
    for name, value in (("minus", -1), ("plus", 1)):
        if found := _search(table, f"before.{name}", before):
            sign, lead, before = value, len(before) - found.start(), before[: found.start()]
            break
        if found := _search(table, f"behind.{name}", behind):
            sign, tail = value, found.end()
            break
    if frosty and not sign:
        sign = -1
    hedge = ""
    for name in () if _search(table, "behind.more", behind) else _HEDGES:
        if timed and (name == "limit" or (name == "lower" and not _is_bound(table, before, behind))):
            continue
        if found := _search(table, f"before.{name}", before):
            if name == "limit" and _search(table, "before.no_limit", clause[-2 * _LONGEST_LEAD :]):
                continue
            words = len(found.group()) - len(found.group().lstrip())
            hedge, lead = name, lead + len(before) - found.start() - words
            before = before[: found.start() + words]
            break
        if name != "short" and (found := _search(table, f"behind.{name}", behind)):
            hedge, tail = name, tail + found.end()
            break
    change, rising = _change(table, clause, before)
    return Beside(
        sign,
        _BOUNDS.get(hedge, 0),
        hedge == "near",
        hedge == "short",
        lead,
        tail,
        _period(table, behind, language),
        change,
        rising,
    )


def tells_of_frost(text: str, language: str) -> bool:
    """Whether temperatures of a text are below zero where nothing by them says otherwise."""
    return _search(_patterns(language), "sentence.frost", text) is not None


def _is_bound(table: Mapping[str, re.Pattern[str]], before: str, behind: str) -> bool:
    """Whether "over" stands by a time as a bound and not as a span: "more than five years", "five years or more"."""
    if _search(table, "before.lower", before) is None:
        return _search(table, "behind.lower", behind) is not None
    return _search(table, "before.spans", before) is None


def _change(table: Mapping[str, re.Pattern[str]], ahead: str, before: str) -> tuple[Change, int]:
    clause = _CLAUSE.split(ahead[-_LONGEST_CLAUSE:])[-1]
    moves = [
        (found.end(), direction)
        for name, direction in (("rising", 1), ("falling", -1))
        if (pattern := table.get(f"sentence.{name}")) is not None
        for found in pattern.finditer(clause)
    ]
    if not moves:
        return "", 0
    last, direction = max(moves)
    if _search(table, "before.level", before):
        return "level", direction
    if _search(table, "before.step", before):
        return "step", direction
    return ("step", direction) if last >= len(clause.rstrip()) else ("", 0)  # "rose 200 percent"


def _period(table: Mapping[str, re.Pattern[str]], behind: str, language: str) -> str:
    found = _search(table, "behind.per", behind)
    if found is None:
        return ""
    word = (found["unit"] or found["adverb"]).casefold()
    periods = language_of(language).table("beside").get("periods", {})
    return str(periods.get(word) or vocabulary(language).unit(word) or "")


def _search(table: Mapping[str, re.Pattern[str]], name: str, text: str) -> re.Match[str] | None:
    pattern = table.get(name)
    return None if pattern is None else pattern.search(text)


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    """The expressions of beside.toml, by section and name."""
    table = language_of(language).table("beside")
    return {
        f"{section}.{name}": re.compile(pattern, re.IGNORECASE)
        for section, patterns in table.items()
        if section != "periods"
        for name, pattern in patterns.items()
    }
