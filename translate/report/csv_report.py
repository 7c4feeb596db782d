"""The differences as CSV, one row each, safe to open in a spreadsheet."""

import csv
import io

from translate.comparison import Comparison
from translate.differences.difference import Difference, Review
from translate.report.passages import one_line, passage
from translate.text.document import Span
from translate.wording.phrase import said

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

REVIEW_COLUMNS = ("verdict", "note", "kind_found", "severity_found")  # only after a review

# A cell that begins with one of these is a formula to Excel, LibreOffice or Google Sheets; so are the full-width forms.
FORMULA_STARTS = tuple("=+-@＝＋－＠")


def csv_report(comparison: Comparison) -> str:
    """A header and one row per difference, in reading order; offsets are code points, half-open, "12..40".

    After a review four more columns say what was decided; differences that were rejected are left out.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    reviewed = any(difference.review for difference in comparison.differences)
    writer.writerow([*COLUMNS, *(REVIEW_COLUMNS if reviewed else ())])
    for difference in comparison.differences:
        row = _row(comparison, difference) + (_review(difference.review or Review()) if reviewed else [])
        writer.writerow([protected(cell) for cell in row])
    return sheet.getvalue()


def protected(cell: str) -> str:
    """The cell with an apostrophe in front if a spreadsheet would take it for a formula.

    Example:
        >>> protected("=HYPERLINK(1)"), protected("-5 °C"), protected("5 °C")
        ("'=HYPERLINK(1)", "'-5 °C", '5 °C')
    """
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _row(comparison: Comparison, difference: Difference) -> list[str]:
    source, target = (passage(comparison, difference, "source"), passage(comparison, difference, "target"))
    return [
        difference.id,
        difference.kind,
        difference.side,
        difference.severity,
        f"{difference.confidence:.4f}",
        source.text,
        target.text,
        source.translation,
        target.translation,
        one_line(said(difference.message)),
        one_line(said(difference.evidence.reason)),
        _offsets(difference.source),
        _offsets(difference.target),
    ]


def _review(review: Review) -> list[str]:
    return [review.verdict or "", one_line(review.note), review.kind_found or "", review.severity_found or ""]


def _offsets(spans: tuple[Span, ...]) -> str:
    """ "12..40 55..60": two dots, because a spreadsheet makes a date of 12-40 and a time of 12:40."""
    return " ".join(f"{span.start}..{span.end}" for span in spans)
