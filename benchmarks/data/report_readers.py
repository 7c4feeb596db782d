"""Every report of a comparison, written and read again by what others would read it with.

For benchmarks.measure.fuzz and for tests: each check raises AssertionError, or what the reader raises.
"""

import csv
import io
import json
import re
from functools import cache
from html.parser import HTMLParser
from importlib.util import find_spec
from typing import Any, NoReturn
from xml.etree import ElementTree as ET

import openpyxl
from markdown_it import MarkdownIt
from rich.console import Console

from translate.comparison import Comparison
from translate.records.comparison_record import comparison_from_json, json_report
from translate.records.schema import SchemaName, schema
from translate.report import render, render_bytes
from translate.report.console import draw
from translate.report.overview import overview_of
from translate.review.session import Session
from translate.review.session_file import session_bytes, session_from
from translate.text.shown import for_terminal
from translate.wording.interface import DEFAULT, InterfaceLanguage

# What a terminal obeys; nothing that is shown holds it.
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
FORMULA = re.compile(r'(?:\A|;"*)[=+\-@＝＋－＠\t\r\n]')
TEXTS = ("console", "json", "html", "markdown", "csv", "tmx")
MARKUP = {"html_block", "html_inline", "link_open", "image", "code_inline", "fence", "code_block", "em_open"}
VOID = {"meta", "input", "br", "hr", "img", "link", "wbr", "col", "path", "rect", "circle", "line"}


def check_reports(comparison: Comparison, language: InterfaceLanguage = DEFAULT) -> None:
    """Write every report, read it again, and see that no text became more than a text."""
    for format in TEXTS:
        written = render(comparison, format, language)
        assert for_terminal(written) == written, f"{format} steers a terminal"
        written.encode()
    check_json(comparison)
    check_session(Session.of(comparison))
    check_console(comparison)
    check_markdown(comparison, language)
    check_html(render(comparison, "html", language))
    check_csv(comparison, language)
    check_workbook(render_bytes(comparison, "xlsx", language))
    check_memory(render_bytes(comparison, "tmx", language))
    overview_of(comparison)
    assert len(comparison.to_records()) == len(comparison.differences)
    assert not OBEYED.search(repr(comparison) + repr(comparison.source) + repr(comparison.target))


def check_json(comparison: Comparison) -> None:
    """The JSON follows its schema and gives the same comparison back."""
    written = json_report(comparison)
    _require_schema("comparison", written)
    assert json_report(comparison_from_json(written)) == written


def check_session(session: Session) -> None:
    """The session file follows its schema and gives the same session back."""
    written = session_bytes(session)
    _require_schema("session", written)
    assert session_bytes(session_from(written)) == written


def check_console(comparison: Comparison) -> None:
    """On a terminal nothing but our own colours reaches it."""
    page = io.StringIO()
    draw(comparison, Console(file=page, force_terminal=True, width=80, color_system="truecolor", legacy_windows=False))
    assert not OBEYED.search(COLOUR.sub("", page.getvalue()))


def check_markdown(comparison: Comparison, language: InterfaceLanguage = DEFAULT) -> None:
    """No text becomes markup, and every row of a table keeps its three cells."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(render(comparison, "markdown", language))
    found = {token.type for outer in tokens for token in (outer, *(outer.children or ()))}
    assert not found & MARKUP, found & MARKUP
    rows = sum(token.type == "tr_open" for token in tokens)
    assert sum(token.type in ("td_open", "th_open") for token in tokens) == 3 * rows


class _Page(HTMLParser):
    """Counts what a browser would run, and sees that every element is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts, self.open = 0, [""]
        self.feed(page)
        self.close()
        assert self.open == [""], self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        assert not names & {"src", "action", "formaction", "data"}, (tag, attrs)
        assert not [name for name in names if name.startswith("on")], (tag, attrs)
        assert all((value or "").startswith("#") for name, value in attrs if name == "href"), (tag, attrs)
        self.scripts += tag == "script"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open = self.open[:-1] if tag not in VOID else self.open

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag


def check_html(page: str) -> None:
    """The page has its own three scripts and no other, no handler, and nothing that it would fetch."""
    assert _Page(page).scripts == 3


def check_csv(comparison: Comparison, language: InterfaceLanguage = DEFAULT) -> None:
    """A row for every difference, and no cell that a spreadsheet would compute."""
    written = render_bytes(comparison, "csv", language).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert [len(row) for row in rows] == [len(rows[0])] * (1 + len(comparison.differences))
    assert not [cell for row in rows for cell in row if FORMULA.search(cell)]
    assert not re.search(r';"*[=+@＝＋－＠]', written)  # parted at semicolons, as where the comma is a decimal sign


def check_workbook(data: bytes) -> None:
    """Every cell is a text or a number, and what could be taken for a formula is marked as text."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if cell.data_type == "s" and FORMULA.match(cell.value))
    assert not [cell for cell in cells if cell.hyperlink or cell.comment]


def check_memory(data: bytes) -> None:
    """Every unit of the translation memory has both languages, with a text each."""
    root = ET.fromstring(data)
    for unit in root.iter("tu"):
        assert len(unit.findall("tuv/seg")) == 2


def _require_schema(name: SchemaName, written: str | bytes) -> None:
    record = json.loads(written, parse_constant=_refuse, object_pairs_hook=_once)
    if find_spec("jsonschema"):  # which tests can do without
        assert [f"{error.json_path}: {error.message}"[:300] for error in _validator(name).iter_errors(record)] == []


def _refuse(constant: str) -> NoReturn:
    raise AssertionError(f"{constant} is no JSON")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    assert len(record) == len(pairs), "a name stands twice in a record"
    return record


@cache
def _validator(name: SchemaName) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(name))
