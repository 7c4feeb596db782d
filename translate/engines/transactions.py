"""Writing to an SQLite file that other processes may write to as well."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Everything that is written inside, or nothing where an error ends it."""
    database.execute("BEGIN IMMEDIATE")  # waits its turn; a transaction that turns to writing later would fail
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:  # SQLite has ended it by itself where the disk is full
            database.execute("ROLLBACK")
        raise
