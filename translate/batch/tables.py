"""Rows of tables with a story or a pair of stories each (CSV, JSONL, Parquet), read one after another."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from translate.errors import LibraryMissing, UnreadableFile
from translate.installation import has_libraries
from translate.text.places import readable
from translate.wording.phrase import Phrase

Row = Mapping[str, Any]
"""Cells by the name of their column: strings from CSV, what JSON knows from JSONL, what Parquet knows from Parquet."""

LONGEST_CELL = 2**26  # characters; the csv module allows 131,072 unless told, and whole articles are longer
PARQUET_ROWS = 128  # read at once
_DELIMITERS: Final = "\t;,|"


def is_table(path: Path) -> bool:
    """Whether the ending of a file's name is that of a table that `rows_of` reads."""
    return path.suffix.lower() in _READERS


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a table, read as they are asked for, so that memory does not grow with the file.

    Args:
        path: A file whose name ends in .csv, .tsv, .jsonl, .ndjson or .parquet; CSV names its columns first.

    Raises:
        UnreadableFile: It cannot be opened, is damaged, or has another ending; told when that row is reached.
        LibraryMissing: Parquet is read by pyarrow, which is not installed.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFile(
            path.name,
            Phrase("it is no table. Give a file that ends in {endings}.", endings=", ".join(sorted(_READERS))),
        )
    try:
        with readable(path, path.name):
            yield from reader(path)
    except UnicodeDecodeError as error:
        raise UnreadableFile(path.name, Phrase("it is not in UTF-8. Save it in that encoding.")) from error


def _csv_rows(path: Path) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        file.seek(0)
        table = csv.DictReader(file, delimiter=max(_DELIMITERS, key=first.count), strict=True)
        try:
            for row in table:
                if None in row:
                    raise _damaged(path, table.line_num, Phrase("it has more cells than there are columns"))
                yield {name: cell or "" for name, cell in row.items()}
        except csv.Error as error:
            raise _damaged(path, table.line_num, error) from error


def _jsonl_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise _damaged(path, number, error) from error
            if not isinstance(row, dict):
                raise _damaged(path, number, Phrase("it is no JSON object"))
            yield row


def _parquet_rows(path: Path) -> Iterator[Row]:
    if not has_libraries("pyarrow"):
        raise LibraryMissing("Parquet", "pyarrow", "batch")
    from pyarrow import ArrowException  # type: ignore[import-untyped]  # here: the core goes without
    from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]

    with path.open("rb") as opened:
        try:
            with ParquetFile(opened) as file:
                for some in file.iter_batches(batch_size=PARQUET_ROWS, use_threads=False):
                    yield from some.to_pylist()
        except ArrowException as error:
            raise UnreadableFile(path.name, Phrase("its table is damaged ({error}).", error=error)) from error


def _damaged(path: Path, line: int, error: object) -> UnreadableFile:
    return UnreadableFile(path.name, Phrase("line {line} is damaged ({error}).", line=line, error=error))


_READERS: Final[Mapping[str, Callable[[Path], Iterator[Row]]]] = {
    ".csv": _csv_rows,
    ".tsv": _csv_rows,
    ".jsonl": _jsonl_rows,
    ".ndjson": _jsonl_rows,
    ".parquet": _parquet_rows,
}
