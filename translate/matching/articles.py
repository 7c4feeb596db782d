"""Collections of articles: folders of files, tables with an article a row, feeds; read one article after another."""

import calendar
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final
from xml.sax import SAXException

from translate.batch.tables import Row, is_table, rows_of
from translate.errors import InputError, LibraryMissing, TranslateError, UnreadableFile
from translate.installation import has_libraries
from translate.matching.days import day_in, day_of
from translate.text.files import MAX_BYTES, read_file
from translate.text.html_page import plain_text
from translate.text.places import beside, files_below, place_of, readable
from translate.web.address import is_web_address
from translate.wording.phrase import Phrase

# Columns of a table, of which the first that a row has something in counts.
TEXT: Final = ("text", "body", "content", "article")
HEADLINE: Final = ("headline", "title")
ADDRESS: Final = ("url", "link", "path", "file")
NAME: Final = ("id", "name")
PUBLISHED: Final = ("published", "date", "pubdate", "day")
FEEDS: Final = frozenset([".xml", ".rss", ".atom", ".rdf"])

Complain = Callable[[str, TranslateError], None]
"""Told the name of an article that cannot be read, and why; the others go on."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a collection.

    Attributes:
        name: What it is called in its collection: its path, its address, its id, or the number of its row.
        text: The headline on a line of its own, where the collection tells it, and the story.
        address: Path or address of a page where the whole of it can be read again; "" where its text stands in the
            collection alone.
        published: The day of its publication; None where that is not known.
    """

    name: str
    text: str
    address: str = ""
    published: date | None = None


def articles_of(collection: str, complain: Complain) -> Iterator[Article]:
    """The articles of a collection, each read as it is asked for.

    Args:
        collection: A folder, whose files are read with all that is in its folders, in the order of their names, tables
            and feeds among them article by article; a table (.csv, .tsv, .jsonl, .ndjson, .parquet) with a column
            `text`, or with `url` or `path` where each article lies; a feed in RSS or Atom (.xml, .rss, .atom), or the
            address of one. Each may be in a store, such as s3://BUCKET/FOLDER, and so may an article that a table
            names.
        complain: Told of every article that cannot be read.

    Raises:
        InputError: The collection itself cannot be read.
        LibraryMissing: It takes a library that is not installed.
    """
    if is_web_address(collection):
        return _feed(_fetched(collection), collection, complain)
    path = place_of(collection)
    if _is_folder(path):
        return _folder(path, complain)
    if is_table(path):
        return _table(path, complain)
    if path.suffix.lower() in FEEDS:
        return _feed(_bytes(path), path.name, complain)
    raise UnreadableFile(
        collection,
        Phrase(
            "it is no collection of articles. Give a folder of files, a table (.csv, .tsv, .jsonl or .parquet) with a "
            "column text, url or path, or a feed (.xml, .rss or .atom)."
        ),
    )


def _is_folder(path: Path) -> bool:
    with readable(path, str(path)):
        return path.is_dir()


def _folder(folder: Path, complain: Complain) -> Iterator[Article]:
    """Every file of a folder but hidden ones; what several feeds or tables repeat with its address is there once."""
    seen: set[Article] = set()
    for path, inside in files_below(folder, others=True):
        try:
            if not is_table(path) and path.suffix.lower() not in FEEDS:
                yield _of_file(path, str(inside), day_in(str(inside)))
                continue
            for article in articles_of(str(path), complain):
                if not is_web_address(article.address):
                    yield replace(article, name=f"{inside}: {article.name}")
                elif article not in seen:
                    seen.add(article)
                    yield article
        except (InputError, LibraryMissing) as error:
            complain(str(inside), error)


def _of_file(path: Path, name: str, told: date | None) -> Article:
    read = read_file(path)
    return Article(name, read.text, str(path), told or day_in(read.origin.published))


def _table(path: Path, complain: Complain) -> Iterator[Article]:
    """An article for each row; a path is looked for beside the table."""
    for number, row in enumerate(rows_of(path), 1):
        cells = {str(name).strip().casefold(): cell for name, cell in row.items()}
        if number == 1 and cells.keys().isdisjoint((*TEXT, *ADDRESS)):
            raise UnreadableFile(
                path.name,
                Phrase("it has no column of texts. Name one text, or url or path for where each article lies."),
            )
        address = _first(cells, ADDRESS)
        name = _first(cells, NAME) or address or str(number)
        published = day_of(next((cells[key] for key in PUBLISHED if cells.get(key)), None))
        text = _first(cells, TEXT)
        headline = _first(cells, HEADLINE)
        try:
            if text:
                whole = f"{headline}\n\n{plain_text(text)}" if headline else plain_text(text)
                yield Article(name, whole, address if is_web_address(address) else "", published)
            elif address and not is_web_address(address):
                yield _of_file(beside(path, address), name, published)
            elif address:
                text = read_page(address)
                yield Article(name, text, address, published)
            else:
                raise UnreadableFile(
                    path.name,
                    Phrase("row {row} has neither a text nor an address.", row=number),
                )
        except (InputError, LibraryMissing) as error:
            complain(name, error)


def read_page(address: str) -> str:
    """Text of a page of the web; this opens a connection."""
    from translate.web.story import read_url  # here: most collections need no web

    return read_url(address).text


def _first(cells: Row, names: tuple[str, ...]) -> str:
    """What a row has in the first of these columns that is not empty."""
    return next((found for name in names if (found := str(cells.get(name) or "").strip())), "")


def _bytes(path: Path) -> bytes:
    with readable(path, path.name):
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(path.name, Phrase("it is larger than {limit:,} bytes. Split it.", limit=MAX_BYTES))
        return path.read_bytes()


def _fetched(address: str) -> bytes:
    """A feed from the web; this opens a connection, to public servers alone."""
    if not has_libraries("httpcore"):
        raise LibraryMissing(Phrase("Reading pages of the web"), "httpcore", "web")
    from translate.web.fetching import fetch_page  # here: most collections need no web

    return fetch_page(address).data


def _feed(data: bytes, name: str, complain: Complain) -> Iterator[Article]:
    """The entries of a feed with all the text that it has of them; of a damaged one those that can be read."""
    if not has_libraries("feedparser"):
        raise LibraryMissing(Phrase("Reading feeds"), "feedparser", "batch")
    import feedparser  # type: ignore[import-untyped]  # here: the core goes without

    read = feedparser.parse(io.BytesIO(data))  # bytes by themselves may be taken for the path of a file
    if not read.get("version"):  # of an empty file there is no such word
        raise UnreadableFile(name, Phrase("it is no feed in RSS or Atom."))
    return _entries(read, name, complain)


def _entries(read: Any, name: str, complain: Complain) -> Iterator[Article]:
    yield from (_entry(entry, number) for number, entry in enumerate(read.entries, 1))
    damage = read.get("bozo_exception")
    if isinstance(damage, SAXException):
        reason = Phrase(
            "it is damaged ({error}). Articles that were read from it: {count}; others may be lacking.",
            error=damage,
            count=len(read.entries),
        )
        complain(name, UnreadableFile(name, reason))


def _entry(entry: Any, number: int) -> Article:
    """An article from what feedparser found."""
    texts = [content.get("value", "") for content in entry.get("content", ())] or [entry.get("summary", "")]
    text = max((_shown(text) for text in texts), key=len)
    headline = _shown(entry.get("title", ""))
    told = entry.get("published_parsed") or entry.get("updated_parsed")
    published = datetime.fromtimestamp(calendar.timegm(told), UTC).date() if told else None
    link = entry.get("link", "")
    address = link if is_web_address(link) else ""
    return Article(address or entry.get("id") or str(number), f"{headline}\n\n{text}".strip(), address, published)


def _shown(markup: str) -> str:
    """What a browser shows of a piece of HTML, line by line."""
    from translate.text.html_page import copied_text  # here: it brings the reader of HTML along

    return copied_text(markup).strip() if "<" in markup or "&" in markup else markup.strip()
