"""The workbook: one sheet for each matter, text that stays text, and the same bytes every time."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from translate.errors import OptionError
from translate.report import render, render_bytes
from translate.report.workbook import MOST_UNITS, Column, Sheet, safe_text, workbook_bytes

SHEETS = ["Summary", "Differences", "Alignment", "Facts", "Translation"]


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def rows_of(page):
    """Rows as dicts, by the titles of the columns."""
    titles, *rows = page.iter_rows(values_only=True)
    return [dict(zip(titles, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def book(story):
    return opened(render_bytes(story, "xlsx"))


def test_each_matter_has_a_sheet(book):
    assert book.sheetnames == SHEETS


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_can_be_read_and_filtered(book, name):
    page = book[name]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == page.dimensions
    assert page.page_setup.orientation == "landscape"
    assert all(cell.font.bold for cell in page[1])
    assert all(cell.alignment.wrap_text for row in page.iter_rows() for cell in row)
    assert all(page.column_dimensions[cell.column_letter].width >= 6 for cell in page[1])


def test_a_difference_has_both_passages_and_its_evidence(story, book):
    rows = rows_of(book["Differences"])
    assert [row["Id"] for row in rows] == [difference.id for difference in story.differences]
    number = rows[0]
    assert (number["Kind"], number["Severity"], number["Confidence"]) == ("number", "major", 0.94)
    assert "5,2 тысячи" in number["Russian text"]
    assert "5,700" in number["English text"]
    assert "5.2 thousand people" in number["Russian text translated"]
    assert number["Message"].startswith("The number of people differs")
    assert number["Reason"].startswith("Both sentences count")
    assert number["Readings"] == "Russian 5,2 тысячи человек = 5200; English 5,700 people = 5700"
    assert (number["Russian sentences"], number["English sentences"]) == ("4, 5, 6", "2")


def test_the_alignment_has_every_bead_with_its_probability(story, book):
    rows = rows_of(book["Alignment"])
    assert [row["Probability"] for row in rows] == [round(bead.probability, 4) for bead in story.beads]
    assert [row["Found"] for row in rows if row["Found"] != "in both"] == [
        "only in Russian", "in both, moved", "only in English",
    ]  # fmt: skip
    assert rows[7]["Russian text"] == "Школы закрыты до конца недели."


def test_facts_name_their_sentences(book):
    rows = rows_of(book["Facts"])
    assert rows[1] == {
        "Kind": "date",
        "Found": "the versions differ",
        "Russian text": "12 мая",
        "Russian: read as": "May 12",
        "Russian sentences": "7",
        "English text": "13 May",
        "English: read as": "May 13",
        "English sentences": "5",
        "Difference": "3",
    }
    after = ["only in Russian", "elsewhere in the other version", "in both versions", "in both versions"]
    assert [row["Found"] for row in rows[2:]] == after


def test_the_translation_has_every_sentence(story, book):
    rows = rows_of(book["Translation"])
    assert len(rows) == len(story.source.sentences) + len(story.target.sentences)
    assert rows[0]["Role"] == "page furniture"
    assert rows[2]["Translation"] == "Flood in the Lena valley: five thousand evacuated"
    assert rows[2]["Translated by"] == "machine translation by Argos"


def test_the_summary_counts(story, book):
    rows = {row["Figure"]: row for row in rows_of(book["Summary"])}
    assert rows["Russian text covered"]["Value"] == 0.824
    assert rows["Differences"]["Value"] == len(story.differences)
    assert rows["Differences: only in Russian"]["Value"] == 1
    assert rows["Settings"]["In words"] == story.signature


def test_the_same_comparison_gives_the_same_bytes_at_any_time(story, monkeypatch):
    first = render_bytes(story, "xlsx")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render_bytes(story, "xlsx") == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"202" not in parts.read("docProps/core.xml")


def test_no_cell_is_a_formula_and_every_cell_can_be_read(hostile):
    data = render_bytes(hostile, "xlsx")
    cells = [cell for page in opened(data) for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    risky = [cell for cell in cells if cell.data_type == "s" and cell.value[0] in "=+-@"]
    assert any(cell.value.startswith("=HYPERLINK") for cell in risky)
    assert all(cell.quotePrefix for cell in risky)
    assert any("NUL ␀ escape ␛[31mred" in str(cell.value) for cell in cells)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) or b"hyperlink " in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("value", ["=1+1", "+7 495", "-5 °C", "@name", "#N/A", "＝1"])
def test_what_looks_like_a_formula_or_an_error_is_text(value):
    data = workbook_bytes([Sheet("S", [Column("T", 9)], [[value]])], title="T")
    cell = opened(data)["S"]["A2"]
    assert (cell.value, cell.data_type) == (value, "s")


@pytest.mark.parametrize("text", ["W" * 40_000, "👩" * 40_000, "a" + "👩" * 40_000, "\x00" * 40_000])
def test_a_long_text_is_cut_with_a_mark(text):
    cut = safe_text(text)
    assert len(cut.encode("utf-16-le")) // 2 in (MOST_UNITS, MOST_UNITS - 1)
    assert cut.endswith("… [cut]")
    assert "\ufffd" not in cut


def test_a_text_that_just_fits_is_not_cut():
    assert safe_text("W" * MOST_UNITS) == "W" * MOST_UNITS


def test_what_no_cell_holds_is_replaced_visibly():
    assert safe_text("a\x00\ud800\ufffe\uffff") == "a␀\ufffd\ufffd\ufffd"
    assert safe_text("_x0041_ _x41_") == "_x005F_x0041_ _x41_"


def test_unrelated_texts_and_a_comparison_without_facts_make_a_workbook(unrelated):
    book = opened(render_bytes(replace(unrelated, facts=()), "xlsx"))
    assert book.sheetnames == SHEETS
    assert rows_of(book["Differences"]) == []


def test_a_workbook_is_no_text(story):
    with pytest.raises(OptionError, match="xlsx is no text"):
        render(story, "xlsx")
