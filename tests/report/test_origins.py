"""Places and notes in reports."""

import html
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from translate.comparison import Comparison
from translate.records.comparison_record import comparison_from_json
from translate.report import render, render_bytes
from translate.report.origins import notes_of, place_words
from translate.testing import drawn_comparison
from translate.text.document import document_of_sentences
from translate.text.origin import Origin, Place
from translate.wording.interface import speaking
from translate.wording.phrase import Phrase

NOTE = Phrase("{name} is a plain text or a web page in spite of its ending.", name="a\x1b[31m<b>.pdf")


@pytest.fixture
def comparison() -> Comparison:
    plain = drawn_comparison("abc", "ac")
    starts = [sentence.start for sentence in plain.source.sentences]
    places = tuple(Place(start, "page", str(n)) for n, start in enumerate(starts, 1))
    return replace(plain, source=replace(plain.source, origin=Origin("a.pdf", places=places, notes=(NOTE,))))


def test_sentences_are_placed_from_the_first_to_the_last() -> None:
    origin = Origin("a.srt", places=(Place(0, "time", "00:00:01"), Place(5, "time", "00:00:09")))
    document = replace(document_of_sentences(["One.", "Two.", "Three."], "en"), origin=origin)
    assert [place_words(document, each) for each in ([0], [1, 2], [0, 1], [])] == [
        "at 00:00:01",
        "at 00:00:09",
        "at 00:00:01 to at 00:00:09",
        "",
    ]
    with speaking("ru"):
        assert place_words(document, [0]) == "время 00:00:01"
    assert place_words(replace(document, origin=None), [0]) == ""


@pytest.mark.parametrize("format", ["console", "markdown", "html"])
def test_reports_say_where_a_difference_stands(comparison: Comparison, format: str) -> None:
    assert "page 2" in render(comparison, format)


def test_the_workbook_has_a_column_for_places(comparison: Comparison) -> None:
    sheet = load_workbook(io.BytesIO(render_bytes(comparison, "xlsx")))["Differences"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][-1] == "Place in the Russian text"
    assert rows[1][-1] == "page 2"


def test_a_text_without_places_has_no_such_column() -> None:
    sheet = load_workbook(io.BytesIO(render_bytes(drawn_comparison("abc", "ac"), "xlsx")))["Differences"]
    assert not any("Place" in str(cell.value) for cell in sheet[1])


@pytest.mark.parametrize("format", ["console", "markdown", "html", "xlsx"])
def test_notes_are_told_and_cannot_steer_anything(comparison: Comparison, format: str) -> None:
    assert notes_of(comparison) == (NOTE, *comparison.translation.warnings)
    if format == "xlsx":
        cells = [
            str(cell)
            for row in load_workbook(io.BytesIO(render_bytes(comparison, format)))["Summary"].values
            for cell in row
        ]
        report = "\n".join(cells)
    else:
        report = render(comparison, format)
    assert "in spite of its ending" in report
    assert "\x1b" not in report
    if format == "html":
        assert "<b>.pdf" not in report
        assert "<b>.pdf" in html.unescape(report)


def test_the_origin_comes_back_from_json(comparison: Comparison) -> None:
    text = render(comparison, "json")
    assert comparison_from_json(text).source.origin == comparison.source.origin
    assert '"origin"' not in text.split('"target"')[1]
