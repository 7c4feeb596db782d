"""Sheets of plain values as an XLSX file: text stays text, and the same sheets always give the same bytes."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import Cell  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from openpyxl.xml.functions import tostring  # type: ignore[import-untyped]

from translate.report.csv_report import FORMULA_STARTS
from translate.text.shown import visible

Value: TypeAlias = str | int | float | None

MOST_UNITS = 32_767  # UTF-16 units in a cell, says Excel's specification; it refuses a file with a longer one
CUT = " … [cut]"

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # a spreadsheet would read "_x0041_" as "A"
_PROPERTIES = "docProps/core.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a zip file can name; the file has to tell some time

_HEADER_FONT = Font(bold=True)
_HEADER_FILL = PatternFill("solid", fgColor="E8E6E0")
_HEADER_BORDER = Border(bottom=Side("thin", color="5B5E63"))
_WRAPPED = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Attributes:
        title: In the header.
        width: In characters.
        shares: Whether its fractions are shown in percent; otherwise with two decimals.
    """

    title: str
    width: int
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a header row, frozen and with filters, and rows of plain values as long as it."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


def workbook_bytes(sheets: Iterable[Sheet], *, title: str) -> bytes:
    """The sheets as the bytes of an XLSX file.

    Args:
        sheets: In the order of their tabs.
        title: Of the file, for its properties.
    """
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator, workbook.properties.title = "Parallax", safe_text(title)
    for sheet in sheets:
        _draw(workbook.create_sheet(sheet.title), sheet)
    written = io.BytesIO()
    workbook.save(written)
    workbook.properties.created = workbook.properties.modified = datetime(*_EPOCH)
    return _without_times(written, tostring(workbook.properties.to_tree()))


def safe_text(text: str) -> str:
    """Text that a cell can hold: what XML forbids is replaced by a visible character, what is too long is cut.

    Example:
        >>> safe_text("a\\x00b _x0041_"), safe_text("W" * 40_000)[-10:]
        ('a␀b _x005F_x0041_', 'WW … [cut]')
    """
    shown = visible(text)
    units = shown.encode("utf-16-le")
    if len(units) > 2 * MOST_UNITS:
        shown = units[: 2 * (MOST_UNITS - len(CUT))].decode("utf-16-le", errors="ignore") + CUT
    return _ESCAPED.sub("_x005F_", shown)


def _draw(page: Any, sheet: Sheet) -> None:
    """Fill one page; `Any` because openpyxl has no types."""
    page.append([_header(page, column.title) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, column, value) for column, value in zip(sheet.columns, row, strict=True)])
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0  # as many pages as it takes
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"


def _header(page: Any, title: str) -> Any:
    cell = _cell(page, Column(title, 0), title)
    cell.font, cell.fill, cell.border = _HEADER_FONT, _HEADER_FILL, _HEADER_BORDER
    return cell


def _cell(page: Any, column: Column, value: Value) -> Any:
    cell = Cell(page, value=safe_text(value) if isinstance(value, str) else value)
    cell.alignment = _WRAPPED
    if isinstance(value, float):
        cell.number_format = "0%" if column.shares else "0.00"
    elif isinstance(value, str):
        # openpyxl takes "=1+1" for a formula and "#N/A" for an error; the prefix keeps Excel from doing so on editing.
        cell.data_type, cell.quotePrefix = "s", value.startswith(FORMULA_STARTS)
    return cell


def _without_times(written: io.BytesIO, properties: bytes) -> bytes:
    """The file without the time of its making, in the properties and beside each part."""
    plain = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in parts.namelist():
            about = zipfile.ZipInfo(name, _EPOCH)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 0  # else it tells the operating system
            kept.writestr(about, properties if name == _PROPERTIES else parts.read(name))
    return plain.getvalue()
