"""Matches as a table whose rows `parallax batch` compares, and articles without a counterpart as another one."""

import csv
import io
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from translate.matching.articles import Article
from translate.matching.matches import Match, Matches
from translate.text.places import scheme_of
from translate.web.address import is_web_address

# `source` and `target` hold an address, or a path from the folder of the table; where an article stands in its
# collection alone, its text is in the columns of texts.
COLUMNS: Final = (
    "id",
    "source",
    "target",
    "probability",
    "source_published",
    "target_published",
    "source_text",
    "target_text",
)
ALONE_COLUMNS: Final = ("side", "name", "address", "published")
LINES: Final = frozenset([".jsonl", ".ndjson"])


def pairs_text(matches: Matches, output: str | Path = "") -> str:
    """The pairs as CSV, or as JSON lines where the name of the file to be written ends in .jsonl.

    Args:
        matches: What was found.
        output: The file; paths of articles are told from its folder. "" for the current one.
    """
    folder = output if scheme_of(output) else Path(output).parent
    return _table(COLUMNS, (_row(match, folder) for match in matches.pairs), output)


def alone_text(matches: Matches, output: str | Path = "") -> str:
    """The articles without a counterpart, in the same formats."""
    rows = (
        {"side": side, "name": article.name, "address": article.address, "published": _day(article)}
        for side, articles in zip(("source", "target"), matches.alone, strict=True)
        for article in articles
    )
    return _table(ALONE_COLUMNS, rows, output)


def _row(match: Match, folder: str | Path) -> dict[str, str | float]:
    return {
        "id": f"{match.source.name} | {match.target.name}",
        "source": _place(match.source, folder),
        "target": _place(match.target, folder),
        "probability": match.probability,
        "source_published": _day(match.source),
        "target_published": _day(match.target),
        "source_text": "" if match.source.address else match.source.text,
        "target_text": "" if match.target.address else match.target.text,
    }


def _place(article: Article, folder: str | Path) -> str:
    if not article.address or is_web_address(article.address) or scheme_of(article.address):
        return article.address
    if scheme_of(folder):  # a table in a store has no way to this machine
        return str(Path(article.address).absolute())
    try:
        return Path(os.path.relpath(article.address, folder)).as_posix()
    except ValueError:  # on another drive of Windows
        return str(Path(article.address).absolute())


def _day(article: Article) -> str:
    return article.published.isoformat() if article.published else ""


def _table(columns: Iterable[str], rows: Iterable[Mapping[str, str | float]], output: str | Path) -> str:
    written = io.StringIO()
    if Path(output).suffix.lower() in LINES:
        written.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        table = csv.DictWriter(written, [*columns], lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    return written.getvalue()
