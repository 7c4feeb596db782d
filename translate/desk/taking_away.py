"""All stories at once, to take away: one workbook of every difference, or an archive with a report for each."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from translate.comparison import Comparison
from translate.desk.store import Stories
from translate.desk.story import Entry
from translate.languages.registry import compared_languages
from translate.report import FORMATS, render_bytes
from translate.report.headline import file_stem
from translate.report.numbers import numbers_of
from translate.report.passages import passage
from translate.report.wording import language_name, percent, review_words
from translate.report.workbook import Column, Sheet, Value, workbook_bytes
from translate.report.xlsx_report import what_cells, what_columns
from translate.text.shown import one_line
from translate.text.sides import SIDES, on_side
from translate.wording.interface import InterfaceLanguage, interface_language, speaking
from translate.wording.naming import Version
from translate.wording.phrase import said, say

REPORT = "html"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a zip file can name; the same stories always give the same bytes


def workbook_of_stories(stories: Stories, visitor: str, language: InterfaceLanguage) -> bytes:
    """A workbook with a sheet of all stories and a sheet of all their differences, those left out that were rejected.

    Raises:
        StoriesError: The stories cannot be read.
    """
    with speaking(language):
        entries: list[list[Value]] = []
        differences: list[list[Value]] = []
        for number, (entry, comparison) in enumerate(_read(stories, visitor), 1):
            entries.append(_entry_row(number, entry, comparison))
            differences += _difference_rows(number, entry, comparison) if comparison else ()
        sheets = (
            Sheet(say("Stories"), _entry_columns(), entries),
            Sheet(say("Differences"), _difference_columns(), differences),
        )
        return workbook_bytes(sheets, title=say("Stories"))


def reports_of_stories(stories: Stories, visitor: str, language: InterfaceLanguage) -> bytes:
    """A zip file with a report of each story that was compared.

    Raises:
        StoriesError: The stories cannot be read.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (entry, comparison) in enumerate(_read(stories, visitor), 1):
            if comparison is not None:
                stem = file_stem(entry.headline(language), _moment(entry.created).date())
                about = zipfile.ZipInfo(f"{number:03d}-{stem}{FORMATS[REPORT].suffix}", _EPOCH)
                about.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(about, render_bytes(comparison, REPORT, language))
    return written.getvalue()


def _read(stories: Stories, visitor: str) -> Iterator[tuple[Entry, Comparison | None]]:
    """Each story with what was found and decided, one after the other, so that they are not all in memory at once."""
    for entry in stories.entries(visitor):
        kept = stories.open(visitor, entry.number)
        if kept is not None:
            yield entry, kept.session.comparison if kept.session else None


def _entry_columns() -> tuple[Column, ...]:
    return (
        Column(say("Story"), 8),
        Column(say("Headline"), 60),
        Column(say("Languages"), 18),
        Column(say("Differences"), 12),
        Column(say("major"), 10),
        Column(say("Decided"), 10),
        Column(say("Open"), 10),
        *(Column(say("{version:kind} text covered", version=Version(code)), 22) for code in compared_languages()),
        Column(say("Added"), 18),
        Column(say("Last touched"), 18),
    )


def _entry_row(number: int, entry: Entry, comparison: Comparison | None) -> list[Value]:
    shares = [percent(on_side(comparison.coverage, side)) for side in SIDES] if comparison else []
    covered = _by_language(comparison, shares) if comparison else {}
    major = sum(each.severity == "major" for each in comparison.differences) if comparison else None
    return [
        number,
        entry.headline(interface_language()),
        ", ".join(map(language_name, entry.languages)),
        entry.total if entry.total is not None else say("not compared yet"),
        major,
        entry.decided if entry.total is not None else None,
        None if entry.total is None else entry.total - entry.decided,
        *(covered.get(code, "") for code in compared_languages()),
        _time(entry.created),
        _time(entry.touched),
    ]


def _difference_columns() -> tuple[Column, ...]:
    return (
        Column(say("Story"), 8),
        Column(say("Headline"), 40),
        Column(say("No."), 6),
        *what_columns(),
        *(Column(say("{version:kind} text", version=Version(code)), 55) for code in compared_languages()),
        Column(say("Message"), 45),
        Column(say("Review"), 40),
    )


def _difference_rows(number: int, entry: Entry, comparison: Comparison) -> Iterable[list[Value]]:
    numbers = numbers_of(comparison)
    for difference in comparison.differences:
        texts = _by_language(comparison, [passage(comparison, difference, side).text for side in SIDES])
        yield [
            number,
            entry.headline(interface_language()),
            numbers[difference.id],
            *what_cells(comparison, difference),
            *(texts.get(code, "") for code in compared_languages()),
            one_line(said(difference.message)),
            one_line(review_words(comparison, difference)),
        ]


def _by_language(comparison: Comparison, cells: Sequence[str]) -> dict[str, str]:
    """What belongs to the source and to the target under their languages; both in one cell where that is the same."""
    first, second = (on_side(comparison, side).language for side in SIDES)
    return {first: " | ".join(filter(None, cells))} if first == second else {first: cells[0], second: cells[1]}


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _time(seconds: float) -> str:
    return _moment(seconds).strftime("%Y-%m-%d %H:%M UTC")
