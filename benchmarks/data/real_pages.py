"""Real pages of the web with what their article says, from three public collections, and a label for every line.

A folder is a checkout of scrapinghub/article-extraction-benchmark, which has the whole text of every article; of
mozilla/readability, which has the HTML that Firefox shows of one in its reader view; or of adbar/trafilatura, which has
a few sentences that an extraction must hold and a few that it must not.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from justhtml import JustHTML

from translate.text.decoding import decode
from translate.text.html_page import copied_text

BODY, FURNITURE, HEADLINE, UNKNOWN = "body", "furniture", "headline", "unknown"
SHINGLE = 4  # words, as in the first collection
MOSTLY = 0.6  # share of a line's shingles in the article from which the line is its
HARDLY = 0.2  # share up to which it is not
SURE_WORDS = 5  # of a line; a shorter one has to be a whole line of the article
_WORD = re.compile(r"\w+")
_BRANDED = re.compile(r"\s+[|•·—–-]\s+[^|•·—–]{2,40}$")

Shingles = Counter[tuple[str, ...]]


@dataclass(frozen=True)
class RealPage:
    """A page as it came from the web.

    Attributes:
        name: Of the page in its collection.
        source: Its bytes.
        article: The text of its article; "" in a collection that gives only pieces.
        wanted, unwanted: Pieces of the article, and of what stands around it; empty where the article is known.
        title: Headline of the article; "" if not known.
    """

    name: str
    source: bytes
    article: str
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    title: str = ""


def real_pages(folder: Path) -> Iterator[RealPage]:
    """The pages of a checkout of one of the collections.

    Raises:
        FileNotFoundError: The folder holds none of them.
    """
    if (folder / "ground-truth.json").is_file():
        yield from _whole_articles(folder)
    elif (folder / "tests" / "evaldata.json").is_file():
        yield from _pieces(folder / "tests")
    elif (folder / "test" / "test-pages").is_dir():
        yield from _reader_views(folder / "test" / "test-pages")
    else:
        raise FileNotFoundError(f"None of ground-truth.json, tests/evaldata.json and test/test-pages lies in {folder}.")


def _whole_articles(folder: Path) -> Iterator[RealPage]:
    articles: dict[str, dict[str, str]] = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, row in sorted(articles.items()):
        source = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield RealPage(name, source, row["articleBody"], title=_title(decode(source, name)))


def _reader_views(folder: Path) -> Iterator[RealPage]:
    for page in sorted(folder.iterdir()):
        about: dict[str, str | None] = json.loads((page / "expected-metadata.json").read_text(encoding="utf-8"))
        article = copied_text((page / "expected.html").read_text(encoding="utf-8"))
        yield RealPage(page.name, (page / "source.html").read_bytes(), article, title=about.get("title") or "")


def _pieces(folder: Path) -> Iterator[RealPage]:
    rows: dict[str, dict[str, Any]] = json.loads((folder / "evaldata.json").read_text(encoding="utf-8"))
    for row in rows.values():
        path = next(
            (folder / kind / row["file"] for kind in ("cache", "eval") if (folder / kind / row["file"]).is_file()), None
        )
        if path is not None:
            title = row.get("title") or ""
            yield RealPage(row["file"], path.read_bytes(), "", tuple(row["with"]), tuple(row["without"]), title)


def _title(source: str) -> str:
    """The headline that a page names to others, where a heading on it says the same."""
    page = JustHTML(source, sanitize=False)
    named = [node.attrs.get("content") or "" for node in page.query("meta[property='og:title']")]
    named += [node.to_text() for node in page.query("head > title")]
    known = {_plain(title) for name in named for title in (name, _BRANDED.sub("", name))}
    said = [" ".join(node.to_text().split()) for node in page.query("h1, h2")]
    return next((heading for heading in said if heading and _plain(heading) in known), "")


def _plain(text: str) -> str:
    """The words of a text without case and marks."""
    return " ".join(words(text)).casefold()


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def shingles(text: str) -> Shingles:
    """How often every run of words stands in a text; a shorter text is one run."""
    found = words(text)
    if not found:
        return Counter()
    return Counter(tuple(found[i : i + SHINGLE]) for i in range(max(1, len(found) - SHINGLE + 1)))


def labels(page: RealPage, lines: Sequence[str]) -> list[str]:
    """What every line of a page is; "" for one without words."""
    found = _by_article(page, lines) if page.article else _by_pieces(page, lines)
    title = _plain(page.title)
    same = [i for i, line in enumerate(lines) if title and _plain(line) == title]
    first = next((i for i, label in enumerate(found) if label == BODY), len(lines))
    above = [i for i in same if i <= first]
    for i in same:
        found[i] = FURNITURE
    if above:
        found[above[-1]] = HEADLINE
        for i in range(above[-1] + 1, first):
            if found[i] == FURNITURE and len(words(lines[i])) >= 2 * SURE_WORDS:
                found[i] = UNKNOWN  # a lead: some articles of the collection begin with it, others below it
    return [label if words(line) else "" for label, line in zip(found, lines, strict=True)]


def _by_article(page: RealPage, lines: Sequence[str]) -> list[str]:
    known = shingles(page.article)
    whole = {" ".join(words(line)) for line in page.article.split("\n")}
    found = []
    for line in lines:
        own = shingles(line)
        share = sum(count for run, count in own.items() if run in known) / max(1, own.total())
        if len(words(line)) < SURE_WORDS:
            label = BODY if " ".join(words(line)) in whole else FURNITURE
        elif share >= MOSTLY:
            label = BODY
        else:
            label = FURNITURE if share <= HARDLY else UNKNOWN
        found.append(label)
    return _short_ones_inside(lines, found)


def _short_ones_inside(lines: Sequence[str], found: list[str]) -> list[str]:
    """A short line is the article's only between its long ones; one that repeats there what it says is in doubt."""
    told = [i for i, line in enumerate(lines) if found[i] == BODY and len(words(line)) >= SURE_WORDS]
    inside = range(told[0], told[-1] + 1) if told else range(0)
    return [
        UNKNOWN if label == BODY and len(words(line)) < SURE_WORDS and i not in inside else label
        for i, (line, label) in enumerate(zip(lines, found, strict=True))
    ]


def _by_pieces(page: RealPage, lines: Sequence[str]) -> list[str]:
    found = []
    for line in lines:
        plain = " ".join(line.split())
        told = any(" ".join(piece.split()) in plain for piece in page.wanted)
        around = any(" ".join(piece.split()) in plain for piece in page.unwanted)
        found.append(UNKNOWN if told == around else BODY if told else FURNITURE)
    return found
