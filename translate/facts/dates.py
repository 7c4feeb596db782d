"""Dates as far as they are given: days, months, years, weekdays, decades and "yesterday", in Russian and English."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from translate.facts.mention import DateMention, RelativeDate
from translate.facts.number_words import vocabulary

_YEAR = r"(?:1[5-9]|20)\d\d"
_RANGE = r"(?:(?P<earlier>\d{1,2})(?:-?(?:го|е)|st|nd|rd|th)?\s?(?:[-–—]|и|по|and|to|or)\s?)?"
_FREE = r"(?<![\w.,$€£/-])"  # nothing that would make the digits part of something larger
_SHARED = (
    rf"{_FREE}(?P<year>{_YEAR})-(?P<month_number>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
    rf"{_FREE}(?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark)(?P<tail>(?:19|20)\d\d|\d\d)(?!\d|[.,]\d)",
)
_YEARS = rf"{_FREE}(?P<from_year>{_YEAR})\s?[-–—/]\s?(?P<to_year>{_YEAR}|\d\d)(?!\d|[.,]\d|\w)"
_RUSSIAN = (
    *_SHARED,
    rf"(?:\b(?P<weekday>WEEKDAY),?\s)?(?<![\d.,]){_RANGE}\b(?P<day>\d{{1,2}})(?:-?(?:го|е))?\s(?P<month>MONTH)\b"
    rf"(?:\.?\s(?P<year>{_YEAR})(?:-?го)?(?:\s?г(?:ода?|оду|\b)\.?)?(?!\d))?",
    rf"\b(?P<day_word>(?:(?:двадцать|тридцать)\s)?(?!сорок)\w+(?:ое|ого|ому|тье|тьего|тьему))\s(?P<month>MONTH)\b"
    rf"(?:\s(?P<year>{_YEAR})(?:\s?г(?:ода?|оду|\b)\.?)?(?!\d))?",
    rf"\b(?P<month>MONTH)\b(?:\.?\s(?P<year>{_YEAR})(?:-?го)?(?:\s?г(?:ода?|оду|\b)\.?)?(?!\d))?",
    _YEARS,
    r"(?<![\d.,-])(?P<decade>(?:1[89]|20)?\d0)-?(?:е|х|ми|м)\b(?:\s(?:год\w*|гг\b\.?))?",
    rf"{_FREE}(?P<lone_year>{_YEAR})(?!\d|[.,]\d|\s\d{{3}}\b)"
    r"(?P<year_word>(?:-?(?:й|го|м|му))?\s?(?:год\w{0,3}\b|гг?\b\.?)|-(?:го|м|му|й)\b)?",
    r"\b(?P<decade_word>DECADE)(?:ые|ых|ым|ыми)\b(?:\sгод\w*)?",
    r"(?:\b(?P<past>PAST)\s|\b(?P<future>FUTURE)\s)?\b(?P<weekday>WEEKDAY)\b",
    r"\b(?:(?P<past>PAST)|(?P<present>PRESENT)|(?P<future>FUTURE))\s(?P<span>SPAN)\b",
    r"\b(?P<relative>RELATIVE)\b",
)
_SURE_MONTH = r"(?!(?:May|March|[A-Z][a-z]{2})\b)MONTH"  # May, March and short forms are also other words
_ENGLISH = (
    *_SHARED,
    rf"(?:\b(?P<weekday>WEEKDAY),?\s(?:the\s)?)?(?<![\d.,]){_RANGE}\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?"
    rf"(?P<month>MONTH)\b(?:\.?,?\s(?P<year>{_YEAR})(?!\d|s\b))?",
    rf"(?:\b(?P<weekday>WEEKDAY),?\s)?\b(?P<month>MONTH)\b\.?\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?!\d|:\d|%|[.,]\d|\s(?:percent|million|billion))(?:\s?(?:[-–—]|and|to)\s?(?P<later>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:))?"
    rf"(?:,?\s(?P<year>{_YEAR})(?!\d|s\b))?",
    rf"\b(?P<day_word>(?:(?:[Tt]wenty|[Tt]hirty)-)?[A-Za-z]+(?:st|nd|rd|th))\sof\s(?P<month>MONTH)\b(?:,?\s(?P<year>{_YEAR})(?!\d|s\b))?",
    rf"\b(?P<month>MONTH)\b\.?,?\s(?:of\s)?(?P<year>{_YEAR})(?!\d|s\b)",
    rf"\b(?P<month>{_SURE_MONTH})\b",
    r"\b(?P<lead>(?:[Ii]n|[Ll]ast|[Nn]ext|[Ss]ince|[Uu]ntil|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|of|from|to|and|[Tt]his|or|end|[Dd]uring)[\s-])"
    r"(?P<month>May|March)\b(?!\s[A-Z])",
    _YEARS,
    r"(?<![\d.,$€£-])['’]?(?P<decade>(?:1[89]|20)\d0|(?<!\w)(?<!his )(?<!her )(?<!eir )\d0)['’]?s\b",
    rf"{_FREE}(?P<lone_year>{_YEAR})(?!\d|[.,]\d|\s\d{{3}}\b)(?P<year_word>['’]s)?",
    r"(?<![Hh]is )(?<![Hh]er )(?<!eir )\b(?P<decade_word>(?i:DECADE))\b",
    r"(?:\b(?P<past>(?i:PAST))\s|\b(?P<future>(?i:FUTURE))\s)?\b(?P<weekday>WEEKDAY)(?!\w)",
    r"\b(?i:(?P<past>PAST)|(?P<present>PRESENT)|(?P<future>FUTURE))\s(?P<span>SPAN)(?![\w-])",
    r"\b(?P<relative>RELATIVE)\b",
)
_RUSSIAN_UNITS = re.compile(
    r"\s*(?:[-–—]|тыс|млн|млрд|тонн|человек|рубл|доллар|евро|штук|кг|км|м\b|л\b|га\b|процент|%|°|\$|€|₽|лошадин|мест\b|страниц)"
)
_ENGLISH_UNITS = re.compile(
    r"\s*(?:%|percent|per cent|dollar|euro|ruble|rouble|people|men\b|women|soldiers|miles|km|kilo|met(?:er|re)|feet|"
    r"tons|tonnes|million|billion|thousand|pounds|points|votes|members|jobs|units|cases|deaths|[-–]\w*(?:mile|met|foot|year|strong))"
)
_ENGLISH_YEAR_CUES = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|between|and|during|early|late|mid|before|after|through|year|season|for|the|"
    r"on|or|around|summer|winter|spring|autumn|fall|circa|his|her|their|its|our)[\s-]|[(,–—-]\s?|^)$",
    re.IGNORECASE,
)
_EVE = re.compile(r"\bночь\s(?:со?\s\w+\s)?на\s$")
_LONGEST_EVE = 30  # characters


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


SpanName = Literal["week", "month", "year"]


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What the words of one language mean; `patterns` stand in the order in which they claim their text."""

    patterns: tuple[re.Pattern[str], ...]
    months: tuple[re.Pattern[str], ...]
    weekdays: tuple[re.Pattern[str], ...]
    relative: tuple[tuple[re.Pattern[str], RelativeDate], ...]
    spans: tuple[tuple[re.Pattern[str], SpanName], ...]
    decades: tuple[re.Pattern[str], ...]


def read_dates(text: str, language: str) -> tuple[DateMention, ...]:
    """Dates in a text, by value; what is not said stays None.

    Args:
        text: Any text; offsets of the mentions count its code points.
        language: "ru" or "en".

    Example:
        >>> [mention.value for mention in read_dates("в среду, 6 сентября 2023 года; 06.09.2023; в 90-е", "ru")]
        ['2023-09-06 Wed', '2023-09-06', '1990s']
    """
    mentions: list[DateMention] = []
    claimed: list[tuple[int, int]] = []
    for pattern in _calendar(language).patterns:
        for match in pattern.finditer(text):
            if any(match.start() < end and match.end() > start for start, end in claimed):
                continue
            if read := tuple(_read(match, text, language)):
                claimed.append(match.span())
                mentions.extend(read)
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _read(match: re.Match[str], text: str, language: str) -> Iterator[DateMention]:
    calendar, found = _calendar(language), match.groupdict()
    start, end = match.span()
    if found.get("mark"):
        yield from _numeric(match, text, language)
    elif found.get("relative"):
        relative = next(at for pattern, at in calendar.relative if pattern.fullmatch(found["relative"]))
        yield _mention(text, start, end, relative=relative)
    elif found.get("span"):
        unit = next(name for pattern, name in calendar.spans if pattern.fullmatch(found["span"]))
        yield _mention(text, start, end, relative=RelativeDate(unit, _direction(found)))
    elif found.get("decade_word"):
        place = next(i for i, pattern in enumerate(calendar.decades) if pattern.fullmatch(found["decade_word"]))
        yield _mention(text, start, end, decade=1920 + 10 * place)
    elif found.get("decade"):
        number = int(found["decade"])
        yield _mention(text, start, end, decade=number if number > 99 else number + (1900 if number > 10 else 2000))
    elif found.get("from_year"):
        first, last = int(found["from_year"]), int(found["to_year"])
        last += first - first % 100 if last < 100 else 0
        yield _mention(text, start, match.end("from_year"), year=first)
        if first < last < 2100:
            yield _mention(text, match.start("to_year"), match.end("to_year"), year=last)
    elif found.get("lone_year"):
        if _is_year(match, text, language):
            yield _mention(text, start, end, year=int(found["lone_year"]))
    else:
        yield from _worded(match, text, language)


def _direction(found: Mapping[str, str | None]) -> int:
    return -1 if found.get("past") else 1 if found.get("future") else 0


def _worded(match: re.Match[str], text: str, language: str) -> Iterator[DateMention]:
    """A weekday, a day of a month, a month or a range of days ("19 и 20 июля")."""
    calendar, found = _calendar(language), match.groupdict()
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
            yield _mention(text, *match.span(other), year=year, month=month, day=number)
            if other == "earlier" and weekday is None:
                start = match.start("day")
            elif other == "later":
                end = match.end("day")
    direction = _direction(found)
    relative = RelativeDate("weekday", direction) if direction else None
    yield _mention(text, start, end, year=year, month=month, day=day, weekday=weekday, relative=relative)


def _day_in_words(words: str, language: str) -> int:
    """Day of the month that an ordinal names ("двадцать третьего"), 0 if it is none."""
    numbers = vocabulary(language).numbers
    known = [numbers.get(word) for word in re.split(r"[\s-]", words.lower())]
    if any(number is None for number in known) or (known[-1] is not None and known[-1].role != "ordinal"):
        return 0
    total = int(sum(number.value for number in known if number is not None))
    return total if 1 <= total <= 31 else 0


def _is_year(match: re.Match[str], text: str, language: str) -> bool:
    """Whether four digits are a year and not an amount."""
    year = int(match["lone_year"])
    if match["year_word"]:
        return True
    after = text[match.end() : match.end() + 16]
    if language == "ru":
        if _RUSSIAN_UNITS.match(after):
            return False
        return 1800 <= year <= 2100 and not re.match(r"\s[а-яё]+(?:ов|ей|ых)\b", after)
    before = text[max(0, match.start() - 10) : match.start()]
    if _ENGLISH_UNITS.match(after):
        return False
    return 1800 <= year <= 2100 and (bool(_ENGLISH_YEAR_CUES.search(before)) or not re.match(r"\s[a-z]+s\b", after))


def _numeric(match: re.Match[str], text: str, language: str) -> Iterator[DateMention]:
    first, second, year = int(match["first"]), int(match["second"]), int(match["tail"])
    day_first = language == "ru" or match["mark"] == "." or first > 12
    day, month = (first, second) if day_first else (second, first)
    if len(match["tail"]) == 2:
        year += 2000 if year < 50 else 1900
    if 1 <= day <= 31 and 1 <= month <= 12:
        swappable = match["mark"] == "/" and day <= 12 and day != month
        yield _mention(text, *match.span(), year=year, month=month, day=day, swappable=swappable)


def _mention(
    text: str,
    start: int,
    end: int,
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    decade: int | None = None,
    relative: RelativeDate | None = None,
    swappable: bool = False,
) -> DateMention:
    parts = [f"{year}" if year else "", f"{month:02d}" if month else "", f"{day:02d}" if day else ""]
    value = "-".join(part for part in parts if part) if year or not month else "--" + "-".join(filter(None, parts[1:]))
    if weekday is not None:
        value = f"{value} {WEEKDAYS[weekday][:3]}".strip()
    if decade is not None:
        value = f"{decade}s"
    if relative is not None:
        value = f"{value if relative.unit == 'weekday' else relative.unit} {relative.offset:+d}"
    eve = _EVE.search(text, max(0, start - _LONGEST_EVE), start) is not None
    return DateMention(
        "date", start, end, text[start:end], value, year, month, day, weekday, decade, relative, swappable, eve
    )


def _index(patterns: tuple[re.Pattern[str], ...], match: re.Match[str], group: str) -> int | None:
    """Number of the pattern that a group matches: months count from 1 (index 0 matches nothing), weekdays from 0."""
    if not match.groupdict().get(group):
        return None
    place = match.span(group)  # in the text, where a pattern may look at what stands before
    return next(index for index, pattern in enumerate(patterns) if pattern.fullmatch(match.string, *place))


@lru_cache(maxsize=2)
def _calendar(language: str) -> _Calendar:
    words: dict[str, Any] = tomllib.loads(
        files("translate.facts").joinpath("date_words.toml").read_text(encoding="utf-8")
    )[language]
    flags = re.IGNORECASE if language == "ru" else 0  # in English the capital tells March from march
    kinds = {"MONTH": words["months"], "WEEKDAY": words["weekdays"], "SPAN": words["spans"].values()}
    kinds |= {"DECADE": words["decades"]}
    parts = {name: f"(?:{'|'.join(patterns)})" for name, patterns in kinds.items()}
    parts |= {name: words[name.lower()] for name in ("PAST", "PRESENT", "FUTURE")}
    parts["RELATIVE"] = f"(?i:{'|'.join(pattern for pattern, _, _ in words['relative'])})"
    return _Calendar(
        tuple(
            re.compile(re.sub("|".join(parts), lambda name: parts[name.group()], pattern), flags)
            for pattern in (_RUSSIAN if language == "ru" else _ENGLISH)
        ),
        (re.compile("(?!)"), *(re.compile(name, flags) for name in words["months"])),
        tuple(re.compile(name, flags) for name in words["weekdays"]),
        tuple(
            (re.compile(pattern, re.IGNORECASE), RelativeDate(unit, offset))
            for pattern, unit, offset in words["relative"]
        ),
        tuple((re.compile(pattern, re.IGNORECASE), unit) for unit, pattern in words["spans"].items()),
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in words["decades"]),
    )
