"""Console, Markdown and CSV: complete, readable alone, and closed to whatever a story contains."""

import csv
import io
import re

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console

from translate.errors import OptionError
from translate.report import FORMATS, render, render_bytes
from translate.report.console import console_report, draw
from translate.report.csv_report import COLUMNS
from translate.report.markdown import escaped
from translate.text.shown import visible

PLAIN = ("console", "markdown", "csv")


@pytest.mark.parametrize("format", PLAIN)
def test_every_difference_stands_in_the_report(story, format):
    text = " ".join(render(story, format).split())
    for number, difference in enumerate(story.differences, start=1):
        assert (difference.id if format == "csv" else f" {number}{':' if format == 'markdown' else '.'}") in text
        # Markdown may escape, the console may wrap: the last word is enough to know that the message is there
        assert difference.message.split()[-1] in text


@pytest.mark.parametrize("format", ["console", "markdown"])
def test_summary_says_languages_coverage_and_story(story, format):
    text = " ".join(render(story, format).split())
    assert "Russian and English version" in text
    assert "The English version covers 82 % of the Russian text." in text
    assert "The Russian version covers 90 % of the English text." in text
    assert "Both texts are about the same thing" in text
    assert "13 differences: 1 only in Russian, 1 only in English" in text


@pytest.mark.parametrize("format", ["console", "markdown"])
def test_translation_and_gloss_are_marked_as_such(story, format):
    text = " ".join(render(story, format).split()).lower()
    assert "machine translation by argos" in text
    assert "word-by-word gloss" in text


@pytest.mark.parametrize("format", ["console", "markdown"])
def test_major_differences_come_first(story, format):
    text = render(story, format)
    assert (
        text.index("Major")
        < text.index("\n13. " if format == "console" else "### 13:")
        < text.index("Minor")
        < text.index("\n2. " if format == "console" else "### 2:")
    )


@pytest.mark.parametrize("format", FORMATS)
def test_unrelated_texts_are_told_politely(unrelated, format):
    if format in ("console", "markdown", "html"):
        assert "seem to be about different things" in " ".join(render(unrelated, format).split())
    assert render_bytes(unrelated, format)


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_can_be_encoded_and_is_stable(hostile, format):
    assert render_bytes(hostile, format) == render_bytes(hostile, format)


@pytest.mark.parametrize("format", PLAIN)
def test_control_characters_never_reach_a_reader(hostile, format):
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", render(hostile, format)
    )


def test_unknown_format_is_refused_with_the_known_ones(story):
    with pytest.raises(OptionError, match="console, json"):
        render(story, "docx")


@pytest.mark.parametrize("width", [40, 80, 100])
def test_console_fits_its_width_without_colour_in_a_pipe(story, hostile, width):
    for comparison in (story, hostile):
        text = console_report(comparison, width=width)
        assert "\x1b" not in text
        assert max(map(cell_len, text.splitlines())) <= width


def test_console_uses_colour_on_a_terminal(story):
    page = io.StringIO()
    draw(story, Console(file=page, force_terminal=True, width=80, color_system="standard"))
    assert "\x1b[" in page.getvalue()


def test_console_does_not_read_markup_in_a_story(hostile):
    assert "[bold red]rich[/]" in render(hostile, "console")


def test_csv_has_one_row_per_difference_with_its_texts(story):
    rows = list(csv.DictReader(io.StringIO(render(story, "csv"))))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == [difference.id for difference in story.differences]
    omission = next(row for row in rows if row["kind"] == "omission")
    assert omission["source_text"].startswith("Строители плотины")
    assert omission["source_translation"].startswith("The builders")
    assert omission["target_text"] == ""
    start, end = map(int, omission["source_offsets"].split(".."))
    assert story.source.text[start:end] == omission["source_text"]


def test_csv_file_opens_in_a_spreadsheet_with_its_letters(story):
    assert render_bytes(story, "csv").startswith(b"\xef\xbb\xbf")


def test_no_csv_cell_is_a_formula(hostile):
    rows = list(csv.reader(io.StringIO(render(hostile, "csv"))))
    assert len(rows) == 1 + len(hostile.differences)
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]


def test_markdown_shows_hostile_text_as_text(hostile):
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = markdown.parse(render(hostile, "markdown"))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "code_block",
        "em_open",
    }
    shown = "".join(child.content for child in inline)
    assert "[link](http://evil.example) ![i](http://evil.example/i.png) | cell | <!-- c -->" in shown
    # every table row keeps its three cells, whatever bars its text holds
    assert sum(token.type == "td_open" for token in tokens) == 3 * len(hostile.differences)


@pytest.mark.parametrize(
    "line", ["1. a", "2) a", "- a", "+ a", "# a", "> a", "===", "---", "    a", "~~~", "* a", "| a |"]
)
def test_no_line_of_a_story_opens_a_markdown_block(line):
    tokens = MarkdownIt("commonmark").enable("table").parse(f"before\n\n{escaped(line)}\n")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"] * 2


def test_visible_text_keeps_every_offset():
    text = "".join(map(chr, range(0x100))) + "\ud800"
    assert len(visible(text)) == len(text)
