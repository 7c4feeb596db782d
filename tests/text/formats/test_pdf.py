"""PDF files: paragraphs from lines at their places."""

import io
import itertools
from types import SimpleNamespace

import pytest

from benchmarks.data.made_files import Line, pdf_file
from translate.errors import UnreadableFile
from translate.text.formats import pdf
from translate.text.formats.pdf import is_pdf, read_pdf

LONG = "The government approved a programme on Monday,"


def column(lines: list[str], left: float = 50, top: float = 700, step: float = 12) -> list[Line]:
    return [(left, top - i * step, text) for i, text in enumerate(lines)]


def text(*pages: list[Line]) -> str:
    return read_pdf(pdf_file(pages), "story.pdf").text


def test_lines_are_joined_and_words_too() -> None:
    assert text(column(["Правительство утвер-", "дило программу восстановления."])) == (
        "Правительство утвердило программу восстановления."
    )


def test_paragraphs_begin_below_a_gap() -> None:
    lines = column([LONG, "it said today", "and later on."]) + column([LONG, "he said."], top=650)
    assert text(lines) == f"{LONG} it said today and later on.\n\n{LONG} he said."


def test_the_lines_of_a_headline_stand_together() -> None:
    story = [pdf._Line(f"{LONG} it said", 1, 50, 600 - 12 * i, 10) for i in range(9)]
    headline = [pdf._Line(words, 1, 50, height, 18) for words, height in (("Programme for", 700), ("the capital", 678))]
    assert [len(paragraph) for paragraph in pdf._paragraphs([*headline, *story])] == [2, 9]


def test_paragraphs_begin_where_a_line_is_indented() -> None:
    lines = [(60, 700, LONG), (50, 688, LONG), (60, 676, LONG), (50, 664, "the end of it all.")]
    assert text(lines) == f"{LONG} {LONG}\n\n{LONG} the end of it all."


def test_paragraphs_begin_after_a_short_line_that_ends_a_sentence() -> None:
    assert text(column([LONG, "it said.", LONG, "he said."])) == f"{LONG} it said.\n\n{LONG} he said."


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column([LONG, "it will begin work", "and this is where the"])
    right = column(["column breaks off in the middle", "of its last sentence."], left=320)
    assert text(left + right) == (
        f"{LONG} it will begin work and this is where the column breaks off in the middle of its last sentence."
    )


def test_a_paragraph_goes_on_over_the_page_and_its_places_are_kept() -> None:
    found = read_pdf(pdf_file([column([LONG, "which goes"]), column(["on here, as it should."])]), "story.pdf")
    assert found.text == f"{LONG} which goes on here, as it should."
    places = [(place.kind, place.name, found.text[place.start :].split()[0]) for place in found.origin.places]
    assert places == [("page", "1", "The"), ("page", "2", "on")]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    words = ["one", "two", "three"]
    body = [column([f"{LONG} part {word}", f"of {word}", f"and {word}", f"of all {word}."]) for word in words]
    pages = [[(50, 780, f"Daily News No {n}"), *lines, (300, 20, f"{n}")] for n, lines in enumerate(body, 1)]
    found = text(*pages)
    assert "Daily News" not in found
    assert found.count(LONG) == 3
    assert found.endswith("and three of all three.")


def test_a_year_at_the_edge_of_a_page_is_no_page_number() -> None:
    assert text(column(["2024", LONG])) == f"2024 {LONG}"


def test_what_repeats_inside_the_pages_is_no_head() -> None:
    page = column(["Refrain of it", *[f"{LONG} {i} x" for i in "abcdefg"], "Refrain of it", LONG, LONG, LONG])
    assert text(page, page).count("Refrain of it") == 4


def test_ligatures_are_letters() -> None:
    assert text(column(["The ﬁrst oﬃce of the ﬂood"])) == "The first office of the flood"


def test_a_scan_is_told() -> None:
    with pytest.raises(UnreadableFile, match=r"story\.pdf: it is a PDF file without text, a scan for example"):
        text([], [])


def test_pages_without_text_are_noted() -> None:
    found = read_pdf(pdf_file([column([LONG]), []]), "story.pdf")
    assert [str(note) for note in found.origin.notes] == [
        "story.pdf: no text is found on 1 of its 2 pages, which may be pictures of text."
    ]


def test_a_password_is_told() -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file([column([LONG])])))
    writer.encrypt("secret", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read_pdf(data.getvalue(), "story.pdf")


def test_a_file_that_anybody_may_read_is_read() -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file([column([LONG])])))
    writer.encrypt("", "owner", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    assert read_pdf(data.getvalue(), "story.pdf").text == LONG


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", pdf_file([column([LONG])])[:200]])
def test_a_damaged_file_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read_pdf(data, "story.pdf")


def test_pages_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(UnreadableFile, match="more than 1 pages"):
        text(column([LONG]), column([LONG]))


@pytest.mark.parametrize("pages", [[column([LONG] * 50)], [column([LONG])] * 50], ids=["a long page", "many pages"])
def test_the_time_is_bounded(monkeypatch: pytest.MonkeyPatch, pages: list[list[Line]]) -> None:
    data = pdf_file(pages)
    ticks = itertools.count()
    monkeypatch.setattr(pdf, "time", SimpleNamespace(monotonic=lambda: next(ticks)))
    monkeypatch.setattr(pdf, "MAX_SECONDS", 40)
    with pytest.raises(UnreadableFile, match="too intricate"):
        read_pdf(data, "story.pdf")
    assert next(ticks) < 50


def test_a_pdf_is_known_by_its_beginning() -> None:
    assert is_pdf(b"\n junk %PDF-1.4")
    assert not is_pdf(b"x" * 1100 + b"%PDF-1.4")
