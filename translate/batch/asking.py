"""Asking a store in SQL: whatever is asked, the file stays as it is and no other one is read."""

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from translate.batch.answer import Answer, Value
from translate.batch.store_tables import BUSY_SECONDS, SCHEMA, StoreError
from translate.errors import OptionError
from translate.wording.phrase import Phrase

LONGEST: Final = 60.0  # seconds
MOST_ROWS: Final = 1_000_000
MOST_BYTES: Final = 10_000_000  # of a cell
MOST_SIGNS: Final = 200_000_000  # of an answer
INTERRUPTED: Final = "interrupted"  # what SQLite calls it
STEPS: Final = 10_000  # of SQLite's machine between two looks at the clock, far less than a millisecond
_ALLOWED: Final = frozenset(
    (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)
)


class QueryError(OptionError):
    """A store cannot be asked this."""

    def __init__(self, what: str) -> None:
        super().__init__(
            Phrase(
                "This cannot be asked: {what}. Tables: stories, differences, facts, about; see docs/store.md", what=what
            )
        )


def ask(path: Path, sql: str, parameters: Sequence[Value] = (), *, seconds: float = LONGEST) -> Answer:
    """The answer to one SELECT, whose marks `?` stand for the parameters.

    Raises:
        StoreError: The file is no store, or cannot be read.
        QueryError: It is no SELECT, or its answer takes longer than `seconds` or is too large.
    """
    if not path.is_file():
        raise StoreError(str(path), Phrase("there is no such file"))
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as database:
            (version,) = database.execute("PRAGMA user_version").fetchone()
            if version != SCHEMA:
                reason = Phrase("it was written by another version of Parallax, or by another program")
                raise StoreError(str(path), reason)
            database.execute("PRAGMA trusted_schema = OFF")  # a stranger's file may hold views
            return _answer(database, sql, parameters, time.monotonic() + seconds, seconds)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(str(path), str(error)) from error


def _answer(database: sqlite3.Connection, sql: str, parameters: Sequence[Value], end: float, seconds: float) -> Answer:
    database.text_factory = lambda text: text.decode(errors="replace")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    database.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    try:
        cursor = database.execute(sql.encode(errors="replace").decode(), tuple(parameters))
        rows = _rows(cursor)
    except (sqlite3.Error, sqlite3.Warning) as error:  # a Warning: two statements, before Python 3.12
        if time.monotonic() > end:
            what = Phrase("the answer takes longer than {seconds:,.0f} seconds", seconds=seconds)
            raise QueryError(what) from error
        if str(error) == INTERRUPTED:  # somebody pressed Ctrl-C while the clock was looked at, where SQLite ends alone
            raise KeyboardInterrupt from error
        raise QueryError(str(error)) from error
    if not cursor.description:
        raise QueryError(Phrase("it is empty. Give a SELECT"))
    return Answer(tuple(column[0] for column in cursor.description), tuple(rows))


def _rows(cursor: sqlite3.Cursor) -> list[tuple[Value, ...]]:
    """All rows, as long as they are not too many and not too long."""
    rows: list[tuple[Value, ...]] = []
    signs = 0
    for row in cursor:
        rows.append(row)
        signs += sum(len(cell) for cell in row if isinstance(cell, str | bytes))
        if len(rows) > MOST_ROWS or signs > MOST_SIGNS:
            raise QueryError(
                Phrase(
                    "the answer has more than {rows:,} rows or {signs:,} characters. Add LIMIT",
                    rows=MOST_ROWS,
                    signs=MOST_SIGNS,
                )
            )
    return rows
