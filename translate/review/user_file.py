"""An SQLite file of what the user gave: made once something is kept, and left alone where it is of another program.

Unlike a cache it holds what nobody can compute anew. So a file that cannot be used is left as it is and told of.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from translate.errors import TranslateError
from translate.wording.phrase import Phrase


@dataclass(frozen=True, slots=True)
class UserFile:
    """Where it is and what it holds; several processes may use it.

    Attributes:
        path: Of the file.
        schema: Its version, in user_version.
        tables: Statements that make a new one and set that version, and do no harm where they were run already.
        problem: Makes the error of a file that cannot be used from its path and the reason.
        busy_seconds: How long another process may hold it.
        logged: Whether writers keep a log beside the file, so that readers never wait for them.
    """

    path: Path
    schema: int
    tables: str
    problem: Callable[[str, str], TranslateError]
    busy_seconds: float
    logged: bool = False

    @contextmanager
    def opened(self, *, make: bool = False) -> Iterator[sqlite3.Connection]:
        """A connection to the file; to an empty database in memory where there is none and none is to be made.

        Raises:
            TranslateError: As `problem` makes it.
        """
        try:
            if make:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.path.touch(mode=0o600)  # what somebody reads is nobody else's business
            where = self.path if self.path.exists() else ":memory:"
            # Transactions are begun and ended by who writes, not by the module.
            with closing(sqlite3.connect(where, timeout=self.busy_seconds, isolation_level=None)) as database:
                self._prepare(database)
                yield database
        except (sqlite3.Error, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else error
            raise self.problem(str(self.path), str(reason)) from error

    def _prepare(self, database: sqlite3.Connection) -> None:
        """Make the tables of a new file, refuse a file of another version, and let nothing of what is removed stay."""
        # In this order, as another process may make them just now: with tables there is a version.
        (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if (version, tables) == (0, 0):
            database.executescript(self.tables)
        elif version != self.schema:
            reason = Phrase("it was written by another version of Parallax, or by another program")
            raise self.problem(str(self.path), reason)
        if self.logged:
            with suppress(sqlite3.OperationalError):  # the change waits for nobody; whoever opens the file next does it
                database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA secure_delete = ON")
