"""The answer of a store: columns and rows, and how they are told to people, spreadsheets and programs."""

import csv
import io
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from translate.records.comparison_record import json_text
from translate.report.csv_report import protected
from translate.text.shown import beginning

Value = str | int | float | bytes | None
WIDEST: Final = 60  # characters of a cell in the table for people


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave.

    Attributes:
        columns: Their names.
        rows: As many cells each.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def text(self, format: str) -> str:
        """All of it in one of ANSWER_FORMATS, ending in a line end.

        Example:
            >>> print(Answer(("kind", "count"), (("number", 3), ("=1+1", 12))).text("table"), end="")
            kind    count
            ------  -----
            number      3
            =1+1       12
        """
        return ANSWER_FORMATS[format](self)


def _table(answer: Answer) -> str:
    """Columns beside each other; numbers stand right."""
    head = [_cell(column) for column in answer.columns]
    lines = [[_cell(_plain(value)) for value in row] for row in answer.rows]
    widths = [max(map(len, column)) for column in zip(head, *lines, strict=True)]
    right = [_numbers(column) for column in zip(*answer.rows, strict=True)] or [False] * len(head)

    def line(cells: Sequence[str]) -> str:
        placed = (
            cell.rjust(width) if numeric else cell.ljust(width)
            for cell, width, numeric in zip(cells, widths, right, strict=True)
        )
        return "  ".join(placed).rstrip()

    return "\n".join(map(line, [head, ["-" * width for width in widths], *lines])) + "\n"


def _csv(answer: Answer) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(map(protected, answer.columns))
    for row in answer.rows:
        cells = map(_plain, row)
        writer.writerow("" if cell is None else protected(cell) if isinstance(cell, str) else cell for cell in cells)
    return sheet.getvalue()


def _json(answer: Answer) -> str:
    """A list of records, or of rows where two columns are called alike."""
    names = answer.columns
    alike = len(set(names)) < len(names)
    rows = [[*map(_plain, row)] for row in answer.rows]
    return json_text(
        {"columns": [*names], "rows": rows if alike else [dict(zip(names, row, strict=True)) for row in rows]}
    )


def _plain(value: Value) -> str | int | float | None:
    """A value that JSON can say; bytes in hexadecimal digits."""
    if isinstance(value, bytes):
        return value.hex()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _cell(value: Value) -> str:
    return "" if value is None else beginning(str(value), WIDEST)


def _numbers(column: Sequence[Value]) -> bool:
    return all(isinstance(value, int | float | None) for value in column)


ANSWER_FORMATS: Final[Mapping[str, Callable[[Answer], str]]] = {"table": _table, "csv": _csv, "json": _json}
