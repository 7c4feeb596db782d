"""The index of a batch: self-contained pages of HTML that list every pair and open its report."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from translate.batch.outcome import Outcome
from translate.differences.kinds import KINDS
from translate.report.whole_page import asset, whole_page
from translate.text.places import put_whole
from translate.text.shown import visible
from translate.wording.interface import InterfaceLanguage, number, percent, speaking, whole_hundredths
from translate.wording.phrase import Phrase, in_context, said, say, say_counted

NAME: Final = "index.html"
ON_A_PAGE: Final = 5000  # pairs: a browser sorts them in a fraction of a second

RELATIONS: Final = {
    "translation": in_context("relation", "translation"),
    "retelling": in_context("relation", "retelling"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row.

    Attributes:
        text: As it is shown.
        key: What it is sorted by; "" where there is nothing.
        kind: Whether it counts a kind of difference.
    """

    text: str
    key: str
    kind: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as the index shows it; the attributes are those of its Outcome, but for the first.

    Attributes:
        link: To its report, else to its JSON; "" where it was not compared.
        reports: Formats and links of the other files.
    """

    link: str
    reports: tuple[tuple[str, str], ...]
    number: int
    title: str
    language: str
    id: str
    error: str
    doubts: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column; `kind` as for a Cell."""

    label: str
    kind: bool = False


class Index:
    """The pages while they are written: one holds ON_A_PAGE pairs."""

    def __init__(self, folder: Path, pairs: int, errors: int, language: InterfaceLanguage) -> None:
        """
        Args:
            folder: Takes index.html, index-2.html and so on.
            pairs: That will be added, in their order.
            errors: How many of them could not be compared.
            language: Of everything but the titles.
        """
        self._folder, self._pairs, self._errors, self._language = folder, pairs, errors, language
        self._rows: list[Row] = []
        self._written = 0

    def add(self, outcome: Outcome) -> None:
        """Add the next pair."""
        with speaking(self._language):
            self._rows.append(_row(outcome))
        if len(self._rows) == ON_A_PAGE:
            self._write()

    def end(self) -> None:
        """Write what is left."""
        if self._rows or not self._written:
            self._write()

    def _write(self) -> None:
        errors = self._errors
        compared = self._pairs - errors
        with speaking(self._language):
            page = whole_page(
                __package__,
                "index.html.j2",
                lang=self._language,
                title=say("Stories compared"),
                pages_label=say("Pages"),
                count=say_counted("{count:,} pair was compared.", "{count:,} pairs were compared.", compared),
                errors=say_counted("{count:,} could not be.", "{count:,} could not be.", errors) if errors else "",
                pages=tuple(self._pages()),
                page=_name(self._written),
                heads=_heads(),
                rows=self._rows,
                style=asset(__package__, "index.css"),
                script=asset(__package__, "index.js"),
            )
        put_whole(self._folder / _name(self._written), page.encode(errors="replace"))
        self._written += 1
        self._rows.clear()

    def _pages(self) -> Iterator[tuple[str, str, str]]:
        """Of each page its name and the numbers of its first and last pair."""
        for place, first in enumerate(range(1, self._pairs + 1, ON_A_PAGE)):
            yield _name(place), number(first), number(min(first + ON_A_PAGE - 1, self._pairs))


def _name(place: int) -> str:
    return NAME if not place else f"index-{place + 1}.html"


def _heads() -> list[Head]:
    return [
        Head(say("No.")),
        Head(say("Story")),
        Head(say("Same story")),
        Head(say("Relation")),
        Head(say("First text covered")),
        Head(say("Second text covered")),
        Head(say("Differences")),
        Head(say("Major")),
        *(Head(said(kind.label), kind=True) for kind in KINDS.values()),
    ]


def _row(outcome: Outcome) -> Row:
    html = outcome.reports.get("html", "")
    others = {"json": outcome.result, **outcome.reports} if html else dict(outcome.reports)
    others.pop("html", None)
    title = outcome.title or outcome.source or outcome.target or outcome.id
    return Row(
        link=html or outcome.result,
        reports=tuple(others.items()),
        number=outcome.number,
        title=visible(title),
        language=outcome.source_language if outcome.source_title else outcome.target_language,
        id=visible(outcome.id) if outcome.id not in (title, str(outcome.number)) else "",
        error=visible(outcome.error),
        doubts=tuple(map(visible, outcome.doubts)),
        cells=tuple(_cells(outcome)),
    )


def _cells(outcome: Outcome) -> Iterator[Cell]:
    compared = not outcome.exit_status
    yield _share(outcome.same_story)
    relation: str | Phrase = RELATIONS.get(outcome.relation, outcome.relation)
    yield Cell(said(relation), outcome.relation)
    yield _share(outcome.source_coverage)
    yield _share(outcome.target_coverage)
    yield _count(outcome.differences if compared else None)
    yield _count(outcome.major if compared else None)
    for kind in KINDS:
        yield _count(outcome.kinds.get(kind), kind=True)


def _share(share: float | None) -> Cell:
    return Cell("", "") if share is None else Cell(percent(whole_hundredths(share)), str(share))


def _count(count: int | None, *, kind: bool = False) -> Cell:
    return Cell("", "", kind) if count is None else Cell(number(count) if count else "", str(count), kind)
