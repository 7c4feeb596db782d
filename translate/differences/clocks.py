"""Times of the day: "18:30", "6:30 p.m.", "в 8 утра", "noon"."""

import re
from dataclasses import replace

from translate.differences.mention import NumberMention

_CLOCK = re.compile(
    r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|\s?(?P<colon>)(?<=:\d\d)(?![:\d]|[.,]\d)|\s(?:час\w*|ч\.?)\s(?P<part>утра|дня|вечера|ночи)|\s(?P<bare_part>утра|вечера|ночи)\b)"
    r"|\b(?P<noon>noon|midnight)\b",
    re.IGNORECASE,
)


def read_clocks(text: str) -> tuple[NumberMention, ...]:
    """Times of the day in a Russian or English text, as minutes after midnight.

    Example:
        >>> [mention.value for mention in read_clocks("в 18:30, at 6:30 p.m., в 8 утра")]
        ['18:30', '18:30', '08:00']
    """
    mentions = []
    for match in _CLOCK.finditer(text):
        if match["noon"]:
            hour, minute = (12 if match["noon"].lower() == "noon" else 0), 0
        else:
            hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "").lower()
        part = (match["part"] or match["bare_part"] or "").lower()
        if (half == "p" or part in ("дня", "вечера")) and hour < 12:
            hour += 12
        elif (half == "a" or part == "ночи") and hour == 12:
            hour = 0
        start, end = match.start(), match.end()
        mention = NumberMention("number", start, end, text[start:end], f"{hour % 24:02d}:{minute:02d}")
        mentions.append(replace(mention, amounts=(float(hour % 24 * 60 + minute),), unit="clock"))
    return tuple(mentions)
