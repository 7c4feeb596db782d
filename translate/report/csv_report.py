"""The differences as CSV, one row each, safe to open in a spreadsheet."""

import csv
import io
import re

from translate.comparison import Comparison
from translate.differences.difference import Difference
from translate.report.difference_records import difference_records
from translate.text.document import Span

COLUMNS = (
    "id",
    "kind",
    "side",
    "severity",
    "confidence",
    "source_text",
    "target_text",
    "source_translation",
    "target_translation",
    "message",
    "reason",
    "source_offsets",
    "target_offsets",
)

REVIEW_COLUMNS = ("verdict", "note", "kind_found", "severity_found", "by_hand")  # only after a review

# A cell that begins with one of these is a formula to Excel, LibreOffice or Google Sheets; so are the full-width forms,
# and what stands behind a tab or a line end.
FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r\n")
# Where the decimal comma is usual, Excel parts cells at semicolons, quoted or not: what follows one begins a cell.
_BEHIND_SEMICOLON = re.compile(r';(?="*[=+\-@＝＋－＠\t\r\n])')


def csv_report(comparison: Comparison) -> str:
    """A header and one row per difference, in reading order; offsets are code points, half-open, "12..40".

    After a review five more columns say what was decided; differences that were rejected are left out.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    reviewed = any(difference.review for difference in comparison.differences)
    columns = [*COLUMNS, *(REVIEW_COLUMNS if reviewed else ())]
    writer.writerow(columns)
    for difference, record in zip(comparison.differences, difference_records(comparison), strict=True):
        cells = {**record, **_cells(difference)}
        writer.writerow([protected(str(cells[column] or "")) for column in columns])
    return sheet.getvalue()


def protected(cell: str) -> str:
    """The cell with an apostrophe before everything in it that a spreadsheet would take for a formula.

    Example:
        >>> protected("=HYPERLINK(1)"), protected("-5 °C"), protected("5 °C"), protected("rain;=1+1")
        ("'=HYPERLINK(1)", "'-5 °C", '5 °C', "rain;'=1+1")
    """
    inside = _BEHIND_SEMICOLON.sub(";'", cell)
    return f"'{inside}" if inside.startswith(FORMULA_STARTS) else inside


def _cells(difference: Difference) -> dict[str, str]:
    """What a cell holds in another form than a record."""
    return {
        "confidence": "" if difference.by_hand else f"{difference.confidence:.4f}",
        "by_hand": "yes" if difference.by_hand else "",
        "source_offsets": _offsets(difference.source),
        "target_offsets": _offsets(difference.target),
    }


def _offsets(spans: tuple[Span, ...]) -> str:
    """ "12..40 55..60": two dots, because a spreadsheet makes a date of 12-40 and a time of 12:40."""
    return " ".join(f"{span.start}..{span.end}" for span in spans)
