"""Times of the day: "18:30", "6:30 p.m. GMT", "half past six", "noon"."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from translate.facts.mention import NumberMention
from translate.facts.number_words import vocabulary
from translate.languages.registry import language_of

_ZONES = r"GMT|UTC|MSK|E[SD]?T|P[SD]?T|BST|CES?T"
# Hours and what may stand behind them; the names in capitals stand for what clocks.toml of the language says.
_IN_DIGITS = (
    r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?:HALF)"
    r"|\s(?:HOUR)\s(?P<part>PARTS)\b"
    r"|\s(?P<bare_part>BARE_PARTS)\b"
    r"|(?<=[:.]\d\d)\s(?P<part_of_minutes>MINUTE_PARTS)\b"
    r"|\s?(?P<colon>)(?<=:\d\d)(?![:\d]|[.,]\d)|\s(?:ALONE)\b)"
    r"(?:\s\(?(?P<zone>ZONES)\b)?"
)
# Hours and minutes run together, which only a zone tells from another number: "2300 GMT".
_RUN_TOGETHER = r"(?<![\d:.,])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?P<zone>ZONES)\b"
_NAMES = ("half", "hour", "parts", "bare_parts", "minute_parts", "alone")
_NOTHING = "(?!)"
_LONGEST_SHIFT = 30  # characters
_HALF_DAY, _DAY = 720.0, 1440.0  # minutes


@dataclass(frozen=True, slots=True)
class _Clock:
    """How one language tells the time.

    Attributes:
        digits: An hour in digits with what stands behind it; group `half` is a part of the day.
        run_together: Hours and minutes without a mark between them, with a zone.
        words: An hour in words, its group `hour`; one of the groups of `before` stands before it.
        before: Groups of `words` for what stands before such an hour, and the minutes that they add.
        one: The word for one o'clock where it is no number.
        noon, midnight: These words.
        shifted: What stands before noon or midnight where another time is meant: "half an hour after".
        before_noon, at_night: Parts of the day.
        zones: Beginnings of names of time zones, to the zones of zones.toml.
        night_ends: An hour of the night below it is past midnight, any other but twelve before it.
    """

    digits: re.Pattern[str]
    run_together: re.Pattern[str]
    words: re.Pattern[str]
    before: tuple[tuple[str, int], ...]
    one: str
    noon: re.Pattern[str]
    shifted: re.Pattern[str]
    before_noon: frozenset[str]
    at_night: frozenset[str]
    night_ends: int
    zones: Mapping[str, str]


def read_clocks(text: str, language: str) -> tuple[NumberMention, ...]:
    """Times of the day, as minutes after midnight; two where the half of the day is open.

    Args:
        text: Any text; offsets of the mentions count its code points.
        language: ISO 639-1 code; "18:30" is a time in every language.

    Example:
        >>> [mention.value for mention in read_clocks("from 18:30 to 8 in the morning", "en")]
        ['18:30', '08:00']
    """
    clock = _clock_of(language)
    digits = (match for pattern in (clock.digits, clock.run_together) for match in pattern.finditer(text))
    mentions = [_of_digits(match, clock) for match in digits]
    for match in clock.noon.finditer(text):
        if clock.shifted.search(text[max(0, match.start() - _LONGEST_SHIFT) : match.start()]):
            continue  # "half an hour after midnight"
        mentions.append(_mention(match, _HALF_DAY if match["noon"] else 0.0, sure=True))
    for match in clock.words.finditer(text):
        if (minutes := _of_words(match, clock, language)) is not None:
            mentions.append(_mention(match, minutes, sure=False))
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _of_digits(match: re.Match[str], clock: _Clock) -> NumberMention:
    found: Mapping[str, str | None] = match.groupdict()
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    parts = (found.get(name) for name in ("half", "part", "bare_part", "part_of_minutes"))
    part = " ".join(next(filter(None, parts), "").split()).lower()
    if part in clock.before_noon or (part in clock.at_night and (hour < clock.night_ends or hour == 12)):
        hour %= 12
    elif part and hour < 12:
        hour += 12
    sure = bool(part) or "part" not in found or not 1 <= hour <= 12 or match["hour"].startswith("0")
    return _mention(match, float(hour % 24 * 60 + minute), sure=sure, zone=_zone(found["zone"] or "", clock))


def _zone(words: str, clock: _Clock) -> str:
    """The zone that some words name, the words themselves where it is not known."""
    said = " ".join(words.casefold().split())
    known = zones()["abbreviations"].get(said)
    beginnings = [beginning for beginning in clock.zones if said.startswith(beginning)]
    return str(known) if known else clock.zones[max(beginnings, key=len)] if beginnings else said


def _of_words(match: re.Match[str], clock: _Clock, language: str) -> float | None:
    word = match["hour"].casefold()
    number = vocabulary(language).numbers.get(word)
    hour = 1.0 if word == clock.one else number.value if number is not None else 0.0
    if not 1 <= hour <= 12:
        return None
    return 60 * hour + next(minutes for group, minutes in clock.before if match[group])


def _mention(match: re.Match[str], minutes: float, *, sure: bool, zone: str = "") -> NumberMention:
    start, end = match.span()
    hour, minute = divmod(int(minutes % _DAY), 60)
    return NumberMention(
        kind="number",
        start=start,
        end=end,
        text=match.group(),
        value=f"{hour:02d}:{minute:02d}",
        amounts=(minutes % _DAY,) if sure else (minutes % _DAY, (minutes + _HALF_DAY) % _DAY),
        unit="clock",
        zone=zone,
    )


@cache
def _clock_of(language: str) -> _Clock:
    table = language_of(language).table("clocks")
    parts = {name.upper(): table.get(name, _NOTHING) for name in _NAMES}
    parts["ZONES"] = "|".join(filter(None, (_ZONES, table.get("zone"))))
    digits = re.sub("[A-Z_]{4,}", lambda name: parts[name.group()], _IN_DIGITS)
    noon, midnight = table.get("noon", _NOTHING), table.get("midnight", _NOTHING)
    words: Mapping[str, Any] = table.get("words", {})
    before = [(f"before{place}", *said) for place, said in enumerate(words.get("before", ()))]
    groups = "|".join(f"(?P<{group}>{pattern})" for group, pattern, _ in before) or _NOTHING
    return _Clock(
        re.compile(digits, re.IGNORECASE),
        re.compile(_RUN_TOGETHER.replace("ZONES", parts["ZONES"]), re.IGNORECASE),
        re.compile(rf"\b(?:{groups})\s?(?P<hour>{words.get('hours', _NOTHING)})\b", re.IGNORECASE),
        tuple((group, minutes) for group, _, minutes in before),
        words.get("one", ""),
        re.compile(rf"\b(?:(?P<noon>{noon})|(?P<midnight>{midnight}))\b", re.IGNORECASE),
        re.compile(table.get("shifted", _NOTHING), re.IGNORECASE),
        frozenset(table.get("before_noon", ())),
        frozenset(table.get("at_night", ())),
        table.get("night_ends", 0),
        table.get("zones", {}),
    )


@cache
def zones() -> Mapping[str, Mapping[str, Any]]:
    """Time zones with their hours ahead of Greenwich, and their abbreviations."""
    return tomllib.loads(files("translate.facts").joinpath("zones.toml").read_text(encoding="utf-8"))
