"""The summary of a batch: a line for each pair as CSV and as JSONL, in the order of the pairs."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from translate.batch.outcome import Outcome, outcome_of, record_of
from translate.differences.kinds import KINDS
from translate.report.csv_report import protected

CSV_NAME: Final = "summary.csv"
JSONL_NAME: Final = "summary.jsonl"
ENCODING: Final = "utf-8-sig"  # without its mark, Excel garbles Cyrillic

_BEFORE: Final = ("number", "id", "source", "target", "exit_status", "error")
_MIDDLE: Final = (
    "source_language",
    "target_language",
    "source_title",
    "target_title",
    "source_sentences",
    "target_sentences",
    "source_coverage",
    "target_coverage",
    "same_story",
    "relation",
    "relation_probability",
    "differences",
    "major",
)
_OF_KINDS: Final = {kind: f"kind_{kind}" for kind in KINDS}  # a pair has a number, too
COLUMNS: Final = (*_BEFORE, *_MIDDLE, *_OF_KINDS.values(), "result")


class Summary:
    """Both files while they are written."""

    def __init__(self, table: BinaryIO, lines: BinaryIO) -> None:
        """
        Args:
            table: Takes the CSV.
            lines: Takes the JSONL.
        """
        self._table, self._lines = table, lines
        self._table.write("".encode(ENCODING))
        self._row(COLUMNS)

    def add(self, outcome: Outcome) -> None:
        """Write the line of a pair in both."""
        record = record_of(outcome)
        self._lines.write(json.dumps(record, ensure_ascii=False).encode(errors="replace") + b"\n")
        cells = {**record, **{column: outcome.kinds.get(kind) for kind, column in _OF_KINDS.items()}}
        if outcome.exit_status:  # nothing was counted
            cells = {name: record[name] for name in _BEFORE}
        self._row(tuple(_cells(cells)))

    def _row(self, cells: tuple[str, ...]) -> None:
        sheet = io.StringIO()
        csv.writer(sheet, lineterminator="\r\n").writerow(cells)
        self._table.write(sheet.getvalue().encode(errors="replace"))


def outcomes_in(path: Path) -> Iterator[Outcome]:
    """What the lines of a JSONL file say, one after another.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield outcome_of(json.loads(line))


def _cells(record: dict[str, Any]) -> Iterator[str]:
    for name in COLUMNS:
        value = record.get(name)
        yield "" if value is None else protected(value) if isinstance(value, str) else str(value)
