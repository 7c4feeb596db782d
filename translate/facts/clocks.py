"""Times of the day: "18:30", "6:30 p.m. GMT", "в 8 утра", "half past six", "noon"."""

import re
from collections.abc import Mapping

from translate.facts.mention import NumberMention
from translate.facts.number_words import vocabulary

_ZONE = (
    r"(?:\s\(?(?P<zone>GMT|UTC|MSK|E[SD]?T|P[SD]?T|BST|CES?T|МСК|local\stime|(?:Moscow|Kyiv|Beijing)\stime"
    r"|по\s(?:\w+ому(?:\sвремени)?|Гринвичу|Москве|Киеву))\b)?"
)
_IN_DIGITS = re.compile(
    r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|\s(?:час\w*|ч\.?|o['’]clock)\s(?P<part>утра|дня|вечера|ночи|in\sthe\s\w+|at\snight)\b"
    r"|\s(?P<bare_part>утра|вечера|ночи|in\sthe\s(?:morning|afternoon|evening))\b"
    r"|(?<=[:.]\d\d)\s(?P<part_of_minutes>дня|at\snight)\b"
    r"|\s?(?P<colon>)(?<=:\d\d)(?![:\d]|[.,]\d)|\so['’]clock\b)" + _ZONE,
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"\b(?:(?P<half>half\spast|в\sполовине|пол)|(?P<past>quarter\spast)|(?P<to>quarter\sto|без\sчетверти))\s?"
    r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|час|два|три|четыре|пять|шесть|семь|восемь"
    r"|девять|десять|одиннадцать|двенадцать|\w+(?:ого|ьего))\b",
    re.IGNORECASE,
)
_NOON = re.compile(
    r"\b(?:(?P<noon>noon|midday|полдень|полудня)|(?P<midnight>midnight|полночь|полуночи))\b", re.IGNORECASE
)
_HALF_DAY, _DAY = 720.0, 1440.0  # minutes
_BEFORE_NOON = frozenset(("a", "утра", "in the morning"))
_AT_NIGHT = frozenset(("ночи", "at night"))
_MORNING_STARTS = 6  # "3 ночи" is past midnight, "11 at night" before it


def read_clocks(text: str) -> tuple[NumberMention, ...]:
    """Times of the day in a Russian or English text, as minutes after midnight; two where the half of the day is open.

    Example:
        >>> [mention.value for mention in read_clocks("в 18:30, at 6:30 p.m., в 8 утра")]
        ['18:30', '18:30', '08:00']
    """
    mentions = [_of_digits(match) for match in _IN_DIGITS.finditer(text)]
    for match in _NOON.finditer(text):
        mentions.append(_clock(match, _HALF_DAY if match["noon"] else 0.0, sure=True))
    for match in _IN_WORDS.finditer(text):
        if (minutes := _of_words(match)) is not None:
            mentions.append(_clock(match, minutes, sure=False))
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _of_digits(match: re.Match[str]) -> NumberMention:
    found: Mapping[str, str | None] = match.groupdict()
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    part = " ".join((found["half"] or found["part"] or found["bare_part"] or found["part_of_minutes"] or "").split())
    part = part.lower()
    if part in _BEFORE_NOON or (part in _AT_NIGHT and (hour < _MORNING_STARTS or hour == 12)):
        hour %= 12
    elif part and hour < 12:
        hour += 12
    sure = bool(part) or not 1 <= hour <= 12 or match["hour"].startswith("0")
    return _clock(match, float(hour % 24 * 60 + minute), sure=sure, zone=(found["zone"] or "").casefold())


def _of_words(match: re.Match[str]) -> float | None:
    word = match["hour"].casefold()
    known = [vocabulary(language).numbers.get(word) for language in ("ru", "en")]
    hour = 1.0 if word == "час" else next((number.value for number in known if number is not None), 0.0)
    if not 1 <= hour <= 12:
        return None
    if match["past"]:
        return 60 * hour + 15
    if match["to"]:
        return 60 * hour - 15
    return 60 * hour + (30 if match["half"].casefold().startswith("half") else -30)  # "половина седьмого" is 6:30


def _clock(match: re.Match[str], minutes: float, *, sure: bool, zone: str = "") -> NumberMention:
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
