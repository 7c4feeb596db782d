"""The day on which a page says that its story was published: in what it tells search engines, not in its text."""

import re
from datetime import date
from typing import Final

SEARCHED = 1_000_000  # characters of a page's source
FIRST_YEAR = 1990  # there was no web before

_DAY: Final = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_IN_DATA = re.compile(rf'"datePublished"\s*:\s*"{_DAY}')
_META = re.compile(r"<(?:time\b|meta\b)[^<>]{1,1000}>", re.IGNORECASE)
_NAMED = re.compile(
    r"""=\s*["']?(?:datepublished|pubdate|publish-?date|publication_date|date|dc\.date(?:\.issued)?"""
    r"""|dcterms\.(?:created|issued)|sailthru\.date|parsely-pub-date|(?:article|og):published_time)["'\s/>]""",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"""\b(?:content|datetime)\s*=\s*["']?{_DAY}""", re.IGNORECASE)


def publication_date(source: str) -> date | None:
    """The day of publication in the source of a page, as its server writes it; None where none is told.

    Example:
        >>> publication_date('<meta property="article:published_time" content="2024-09-06T23:10:00+03:00">')
        datetime.date(2024, 9, 6)
    """
    begun = source[:SEARCHED]
    told = [found for found in [_IN_DATA.search(begun)] if found]
    told += [
        found for tag in _META.finditer(begun) if _NAMED.search(tag[0]) and (found := _TOLD.search(tag[0])) is not None
    ]
    for found in told:
        try:
            day = date(*map(int, found.groups()))
        except ValueError:  # 2024-00-00 in a template
            continue
        if day.year >= FIRST_YEAR:
            return day
    return None
