"""Dates as far as they are given: days, months, years, weekdays, decades and "yesterday"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from translate.facts.mention import DateMention, RelativeDate
from translate.facts.number_words import vocabulary
from translate.languages.registry import language_of

_YEAR = r"(?:1[5-9]|20)\d\d"
_FREE = r"(?<![\w.,$€£/-])"  # nothing that would make the digits part of something larger
_NOTHING = "(?!)"
# Dates that every language writes alike; dates.toml of a language calls them by these names.
_SHARED = {
    "ISO": rf"{_FREE}(?P<year>{_YEAR})-(?P<month_number>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
    "IN_DIGITS": rf"{_FREE}(?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark)"
    r"(?P<tail>(?:19|20)\d\d|\d\d)(?!\d|[.,]\d)",
    "YEARS": rf"{_FREE}(?P<from_year>{_YEAR})\s?[-–—/]\s?(?P<to_year>{_YEAR}|\d\d)(?!\d|[.,]\d|\w)",
    "YEAR": _YEAR,
    "FREE": _FREE,
}
# For a language that only lists its words. Patterns of its own may have more groups: `earlier` and `later` are other
# days of a month, `day_word` an ordinal, `decade` and `lone_year` digits, `year_word` makes sure of a year, `lead` is
# what stands before the date.
_PLAIN = (
    "ISO",
    "IN_DIGITS",
    r"(?:\b(?P<weekday>WEEKDAY),?\s)?(?<![\d.,])\b(?P<day>\d{1,2})\.?\s(?P<month>MONTH)\b(?:,?\sOF_YEAR)?",
    r"\b(?P<month>MONTH)\b(?:,?\sOF_YEAR)?",
    "YEARS",
    r"(?:\b(?P<past>PAST)\s|\b(?P<future>FUTURE)\s)?\b(?P<weekday>WEEKDAY)\b",
    r"\b(?:(?P<past>PAST)|(?P<present>PRESENT)|(?P<future>FUTURE))\s(?P<span>SPAN)\b",
    r"\b(?P<relative>RELATIVE)\b",
)
_PLAIN_YEAR = r"(?P<year>YEAR)(?!\d)"
_LONGEST_EVE = 30  # characters
_LONGEST_CUE, _LONGEST_UNIT = 10, 16  # characters before and behind a year that tell it from an amount


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
FEASTS = (
    "Christmas", "Easter", "New Year", "Halloween", "Thanksgiving", "Ramadan", "Victory Day", "Passover", "Hanukkah",
    "Valentine's Day", "Eid al-Fitr", "Eid al-Adha", "Diwali", "Women's Day", "Epiphany", "Yom Kippur",
    "Pentecost", "Shrovetide", "Independence Day",
)  # fmt: skip

SpanName = Literal["week", "month", "year"]


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What the words of one language mean.

    Attributes:
        patterns: Dates, in the order in which they claim their text.
        months: From 1 on; the first matches nothing.
        weekdays: From Monday on.
        relative, spans: Words for a day or a stretch of time counted from the day of publication.
        decades: From the 1920s on.
        ordinals: Which quarter or half of a year, from the first on.
        seasons: From spring on.
        feasts: From Christmas on, in the same order in every language.
        eve: What stands before a day that may be called by the day before it.
        no_units, no_things: What stands behind an amount and behind no year; the second only where no cue is.
        cues: What stands before a year.
        month_first: Whether 9/6/2023 is in September.
    """

    patterns: tuple[re.Pattern[str], ...]
    months: tuple[re.Pattern[str], ...]
    weekdays: tuple[re.Pattern[str], ...]
    relative: tuple[tuple[re.Pattern[str], RelativeDate], ...]
    spans: tuple[tuple[re.Pattern[str], SpanName], ...]
    decades: tuple[re.Pattern[str], ...]
    ordinals: tuple[re.Pattern[str], ...]
    seasons: tuple[re.Pattern[str], ...]
    feasts: tuple[re.Pattern[str], ...]
    eve: re.Pattern[str]
    no_units: re.Pattern[str]
    no_things: re.Pattern[str]
    cues: re.Pattern[str]
    month_first: bool


def read_dates(text: str, language: str) -> tuple[DateMention, ...]:
    """Dates in a text, by value; what is not said stays None.

    Args:
        text: Any text; offsets of the mentions count its code points.
        language: ISO 639-1 code; dates in digits are read in every language.

    Example:
        >>> [mention.value for mention in read_dates("в среду, 6 сентября 2023 года; 06.09.2023; в 90-е", "ru")]
        ['2023-09-06 Wed', '2023-09-06', '1990s']
    """
    mentions: list[DateMention] = []
    claimed: list[tuple[int, int]] = []
    calendar = _calendar(language)
    for pattern in calendar.patterns:
        for match in pattern.finditer(text):
            if any(match.start() < end and match.end() > start for start, end in claimed):
                continue
            if read := tuple(_read(match, text, calendar, language)):
                claimed.append(match.span())
                mentions.extend(read)
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _read(match: re.Match[str], text: str, calendar: _Calendar, language: str) -> Iterator[DateMention]:
    found = match.groupdict()
    start, end = match.span()
    if found.get("mark"):
        yield from _numeric(match, text, calendar)
    elif found.get("relative"):
        relative = next(at for pattern, at in calendar.relative if pattern.fullmatch(found["relative"]))
        yield _mention(text, start, end, calendar, relative=relative)
    elif found.get("span"):
        unit = next(name for pattern, name in calendar.spans if pattern.fullmatch(found["span"]))
        yield _mention(text, start, end, calendar, relative=RelativeDate(unit, _direction(found)))
    elif found.get("quarter") or found.get("half"):
        quarter, half = (_index(calendar.ordinals, match, name) for name in ("quarter", "half"))
        yield _mention(text, start, end, calendar, quarter=_counted(quarter), half=_counted(half))
    elif found.get("season"):
        yield _mention(text, *match.span("season"), calendar, season=_index(calendar.seasons, match, "season"))
    elif found.get("feast"):
        yield _mention(text, start, end, calendar, feast=_index(calendar.feasts, match, "feast"))
    elif found.get("decade_word"):
        place = next(i for i, pattern in enumerate(calendar.decades) if pattern.fullmatch(found["decade_word"]))
        yield _mention(text, start, end, calendar, decade=1920 + 10 * place)
    elif found.get("decade"):
        number = int(found["decade"])
        yield _mention(
            text, start, end, calendar, decade=number if number > 99 else number + (1900 if number > 10 else 2000)
        )
    elif found.get("from_year"):
        first, last = int(found["from_year"]), int(found["to_year"])
        last += first - first % 100 if last < 100 else 0
        yield _mention(text, start, match.end("from_year"), calendar, year=first)
        if first < last < 2100:
            yield _mention(text, match.start("to_year"), match.end("to_year"), calendar, year=last)
    elif found.get("lone_year"):
        if _is_year(match, text, calendar):
            yield _mention(text, start, end, calendar, year=int(found["lone_year"]))
    else:
        yield from _worded(match, text, calendar, language)


def _counted(place: int | None) -> int | None:
    """A place counted from one."""
    return None if place is None else place + 1


def _direction(found: Mapping[str, str | None]) -> int:
    return -1 if found.get("past") else 1 if found.get("future") else 0


def _worded(match: re.Match[str], text: str, calendar: _Calendar, language: str) -> Iterator[DateMention]:
    """A weekday, a day of a month, a month or a range of days ("19 and 20 July")."""
    found = match.groupdict()
    month = int(found.get("month_number") or 0) or _index(calendar.months, match, "month")
    year, day = (int(found.get(name) or 0) or None for name in ("year", "day"))
    weekday = _index(calendar.weekdays, match, "weekday")
    if found.get("day_word") and not (day := _day_in_words(found["day_word"], language)):
        return
    if not 1 <= (day or 1) <= 31 or not 1 <= (month or 1) <= 12:
        return
    start, end = match.span()
    if lead := found.get("lead"):
        start += len(lead)
    for other in ("earlier", "later"):
        if (number := int(found.get(other) or 0)) and number <= 31:
            yield _mention(text, *match.span(other), calendar, year=year, month=month, day=number)
            if other == "earlier" and weekday is None:
                start = match.start("day")
            elif other == "later":
                end = match.end("day")
    direction = _direction(found)
    relative = RelativeDate("weekday", direction) if direction else None
    yield _mention(text, start, end, calendar, year=year, month=month, day=day, weekday=weekday, relative=relative)


def _day_in_words(words: str, language: str) -> int:
    """Day of the month that an ordinal names ("twenty-third"), 0 if it is none."""
    numbers = vocabulary(language).numbers
    known = [numbers.get(word) for word in re.split(r"[\s-]", words.lower())]
    if any(number is None for number in known) or (known[-1] is not None and known[-1].role != "ordinal"):
        return 0
    total = int(sum(number.value for number in known if number is not None))
    return total if 1 <= total <= 31 else 0


def _is_year(match: re.Match[str], text: str, calendar: _Calendar) -> bool:
    """Whether four digits are a year and not an amount."""
    if match["year_word"]:
        return True
    after = text[match.end() : match.end() + _LONGEST_UNIT]
    before = text[max(0, match.start() - _LONGEST_CUE) : match.start()]
    if calendar.no_units.match(after) or int(match["lone_year"]) < 1800:
        return False
    return calendar.cues.search(before) is not None or not calendar.no_things.match(after)


def _numeric(match: re.Match[str], text: str, calendar: _Calendar) -> Iterator[DateMention]:
    first, second, year = int(match["first"]), int(match["second"]), int(match["tail"])
    day_first = not calendar.month_first or match["mark"] == "." or first > 12
    day, month = (first, second) if day_first else (second, first)
    if len(match["tail"]) == 2:
        year += 2000 if year < 50 else 1900
    if 1 <= day <= 31 and 1 <= month <= 12:
        swappable = match["mark"] == "/" and day <= 12 and day != month
        yield _mention(text, *match.span(), calendar, year=year, month=month, day=day, swappable=swappable)


def _mention(
    text: str,
    start: int,
    end: int,
    calendar: _Calendar,
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    decade: int | None = None,
    quarter: int | None = None,
    half: int | None = None,
    season: int | None = None,
    feast: int | None = None,
    relative: RelativeDate | None = None,
    swappable: bool = False,
) -> DateMention:
    parts = [f"{year}" if year else "", f"{month:02d}" if month else "", f"{day:02d}" if day else ""]
    value = "-".join(part for part in parts if part) if year or not month else "--" + "-".join(filter(None, parts[1:]))
    if weekday is not None:
        value = f"{value} {WEEKDAYS[weekday][:3]}".strip()
    if decade is not None:
        value = f"{decade}s"
    if quarter is not None or half is not None:
        value = f"Q{quarter}" if quarter is not None else f"H{half}"
    if season is not None:
        value = SEASONS[season]
    if feast is not None:
        value = FEASTS[feast]
    if relative is not None:
        value = f"{value if relative.unit == 'weekday' else relative.unit} {relative.offset:+d}"
    eve = calendar.eve.search(text, max(0, start - _LONGEST_EVE), start) is not None
    return DateMention(
        "date",
        start,
        end,
        text[start:end],
        value,
        year,
        month,
        day,
        weekday,
        decade,
        quarter,
        half,
        season,
        feast,
        relative,
        swappable,
        eve,
    )


def _index(patterns: tuple[re.Pattern[str], ...], match: re.Match[str], group: str) -> int | None:
    """Number of the pattern that a group matches: months count from 1 (index 0 matches nothing), weekdays from 0."""
    if not match.groupdict().get(group):
        return None
    place = match.span(group)  # in the text, where a pattern may look at what stands before
    return next(index for index, pattern in enumerate(patterns) if pattern.fullmatch(match.string, *place))


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@cache
def _calendar(language: str) -> _Calendar:
    words = language_of(language).table("dates")
    months, weekdays, decades = (tuple(words.get(name, ())) for name in ("months", "weekdays", "decades"))
    relative, spans = words.get("relative", ()), words.get("spans", {})
    lone_year = words.get("lone_year", {})
    flags = re.IGNORECASE if words.get("ignore_case") else re.NOFLAG
    kinds = {"MONTH": months, "WEEKDAY": weekdays, "SPAN": tuple(spans.values()), "DECADE": decades}
    kinds |= {name.upper(): tuple(words.get(f"{name}s", ())) for name in ("ordinal", "season", "feast")}
    parts = {name: f"(?:{'|'.join(patterns) or _NOTHING})" for name, patterns in kinds.items()}
    parts |= {name: words.get(name.lower(), _NOTHING) for name in ("PAST", "PRESENT", "FUTURE")}
    parts["RELATIVE"] = f"(?i:{'|'.join(pattern for pattern, _, _ in relative) or _NOTHING})"
    parts["OF_YEAR"] = words.get("of_year", _PLAIN_YEAR).replace("YEAR", _YEAR)
    parts |= _SHARED
    names = re.compile("|".join(sorted(parts, key=len, reverse=True)))
    return _Calendar(
        tuple(
            re.compile(names.sub(lambda name: parts[name.group()], pattern), flags)
            for pattern in words.get("patterns", _PLAIN)
        ),
        (re.compile(_NOTHING), *(re.compile(name, flags) for name in months)),
        tuple(re.compile(name, flags) for name in weekdays),
        tuple((re.compile(pattern, re.IGNORECASE), RelativeDate(unit, offset)) for pattern, unit, offset in relative),
        tuple((re.compile(pattern, re.IGNORECASE), unit) for unit, pattern in spans.items()),
        _compiled(decades),
        _compiled(kinds["ORDINAL"]),
        _compiled(kinds["SEASON"]),
        _compiled(kinds["FEAST"]),
        re.compile(words.get("eve", _NOTHING)),
        re.compile(lone_year.get("no_units", _NOTHING)),
        re.compile(lone_year.get("no_things", _NOTHING)),
        re.compile(lone_year.get("cues", _NOTHING)),
        bool(words.get("month_first")),
    )
