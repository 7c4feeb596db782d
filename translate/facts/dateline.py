"""Datelines: where, when and by which agency a story was written, in front of its first words or of its headline."""

import re
from functools import cache

from translate.facts.dates import read_dates
from translate.languages.registry import language_of

LONGEST = 120  # characters of a text in which a dateline may stand

# "New Delhi, Sep 27: ...", "LONDON (Sept 6) - ..."; "A" stands for any capital, whatever its script
_WORD = r"A[\w.’'-]*[\s,/]*(?:\(A\w+\)\s*)?"
_PLACE = re.compile(rf"^\W*{_WORD}(?:(?<![\w.’'-]){_WORD}){{0,4}}[,.(–—-]\s*$")  # a word begins where none goes on
_AGENCY = r"(?:\(A[^()]{0,40}\)|/A[^/]{0,40}/)"
_AFTER_DATE = re.compile(rf"[\s.,)]*(?:(?:{_AGENCY}|A[\w.-]*A)[\s.,]*[-–—:.]+|[-–—:]+)?\s*")
_WITHOUT_DATE = re.compile(rf"\W*AA+(?:[\s-]AA+){{0,2}},?\s?{_AGENCY}[\s.,]*[-–—:.]+\s+")
_SECTION = re.compile(r"[^|\s]+(?:\s[^|\s]+){0,2}\s+\|\s+")  # up to three words


def stands_alone(beside: str, language: str) -> bool:
    """Whether a line holds nothing but a date and its time.

    Args:
        beside: The line without the date.
        language: Its code.
    """
    return not _forms(language)[0].sub("", beside)


def is_date_line(line: str, language: str) -> bool:
    """Whether a line tells a day and nothing else.

    Example:
        >>> is_date_line("6 сентября 2024 года, 12:30", "ru"), is_date_line("6 сентября прошёл дождь", "ru")
        (True, False)
    """
    return any(
        at.day is not None and at.month is not None and stands_alone(line[: at.start] + line[at.end :], language)
        for at in read_dates(line[:LONGEST], language)[:2]
    )


def is_dateline(before: str, behind: str, language: str) -> bool:
    """Whether a date between two stretches of text tells when what follows was written."""
    return _PLACE.match(_capitals(before)) is not None and _forms(language)[1].match(behind) is not None


def opening_length(headline: str, language: str) -> int:
    """Characters in front of what a headline says: a section of the paper, a dateline, or both; 0 without them.

    Example:
        >>> headline = "Суд | МОСКВА, 3 мая /ТАСС/ — Дело отложено"
        >>> headline[opening_length(headline, "ru") :]
        'Дело отложено'
    """
    section = _section_length(headline)
    length = section + _dateline_length(headline[section:], language)
    return length if headline[length:].strip() else 0


def _section_length(text: str) -> int:
    """Characters of "Courts | " and the like, where more follows than stands before; "Flood grows | Daily" has none."""
    found = _SECTION.match(text)
    return found.end() if found and len(text) > 2 * found.end() else 0


def _dateline_length(text: str, language: str) -> int:
    begun = text[:LONGEST]
    for mention in read_dates(begun, language)[:2]:
        before, behind = begun[: mention.start], begun[mention.end :]
        told = mention.day is not None and mention.month is not None
        if told and is_dateline(before, behind, language):
            year = re.match(_forms(language)[2], behind)
            rest = mention.end + (year.end() if year else 0)
            ended = _AFTER_DATE.match(_capitals(begun[rest:]))
            return rest + (ended.end() if ended else 0)
    found = _WITHOUT_DATE.match(_capitals(begun))
    return found.end() if found else 0


def _capitals(text: str) -> str:
    """The text with "A" for each of its capitals."""
    return "".join("A" if letter.isupper() else letter for letter in text)


@cache
def _forms(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may share a line with a date alone, what stands behind the date of a dateline, and a word for a year."""
    table = language_of(language).table("dates").get("dateline", {})
    words, year = table.get("words", "(?!)"), table.get("year", "(?!)")
    return (
        re.compile(rf"\b(?:{words})\b|[\W\d_]+", re.IGNORECASE),
        re.compile(rf"^(?:{year})?\s*(?:[.:)]|[-–—/(])"),
        re.compile(year),
    )
