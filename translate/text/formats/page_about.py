"""What a web page says of itself: title, author, day of publication and language, from its HTML."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from translate.text.origin import Origin
from translate.text.published import publication_date

MAX_TEXT = 300  # characters of a title or of authors
MAX_RECORDS = 1_000  # looked at in what a page tells search engines

_META = re.compile(r"<meta\s([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,50})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TITLE = re.compile(r"<title(?:\s[^<>]{0,500})?>([^<]{1,1000})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\s(?:[^<>]{0,500}?\s)?lang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_RECORDS = re.compile(r"<script\s[^<>]{0,500}application/ld\+json[^<>]{0,500}>", re.IGNORECASE)
_SCRIPT_END: Final = "</script"
_TITLES: Final = ("og:title", "twitter:title")
_AUTHORS: Final = ("author", "article:author", "og:article:author")


def about_page(source: str, name: str) -> Origin:
    """What the HTML of a page says of it, as far as it does.

    Args:
        source: The HTML.
        name: Of the file.

    Example:
        >>> about_page('<meta property="article:published_time" content="2024-05-31T10:00:00Z">', "").published
        '2024-05-31'
    """
    meta: dict[str, str] = {}
    for tag in _META.finditer(source):
        attributes = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(tag[1])}
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        meta.setdefault(key.lower(), attributes.get("content", ""))
    told = _records(source)
    published = publication_date(source)
    title, language = _TITLE.search(source), _LANGUAGE.search(source)
    return Origin(
        name,
        title=_plain(_first(meta, _TITLES) or told.get("headline", "") or (title[1] if title else "")),
        author=_plain(_first(meta, _AUTHORS) or told.get("author", "")),
        published=published.isoformat() if published else "",
        language=language[1].lower() if language else "",
    )


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((meta[key] for key in keys if meta.get(key)), "")


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())[:MAX_TEXT]


def _records(source: str) -> dict[str, str]:
    """Headline and author as the page tells them to search engines (JSON-LD)."""
    found: dict[str, str] = {}
    for tag in _RECORDS.finditer(source):
        end = source.find(_SCRIPT_END, tag.end())
        try:
            record = json.loads(source[tag.end() : end if end >= 0 else len(source)])
        except (ValueError, RecursionError):
            continue
        for item in _dicts(record):
            if isinstance(item.get("headline"), str):
                found.setdefault("headline", item["headline"])
            if author := _author(item.get("author")):
                found.setdefault("author", author)
    return found


def _dicts(record: Any) -> Iterator[dict[str, Any]]:
    """A record and those in its lists and graphs, the first of them."""
    waiting, seen = [record], 0
    while waiting and seen < MAX_RECORDS:
        item = waiting.pop()
        seen += 1
        if isinstance(item, dict):
            yield item
            waiting.append(item.get("@graph"))
        elif isinstance(item, list):
            waiting += item[MAX_RECORDS::-1]


def _author(author: Any) -> str:
    if isinstance(author, str):
        return author
    if isinstance(author, dict):
        return author["name"] if isinstance(author.get("name"), str) else ""
    return ", ".join(filter(None, map(_author, author[:10]))) if isinstance(author, list) else ""
