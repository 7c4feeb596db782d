"""The jobs of the service: a line for each in one SQLite file, beside it a folder with its request and its results."""

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from sqlite3 import Connection
from typing import Any, Final, Literal, get_args

from translate import __version__
from translate.engines.transactions import transaction
from translate.errors import OutputError
from translate.review.user_file import UserFile
from translate.text.drafts import replaced_whole
from translate.wording.phrase import Phrase

Kind = Literal["batch", "match"]
State = Literal["waiting", "running", "done", "failed"]
LISTED: Final = 1000
BLOCK: Final = 4096  # bytes that a file has at least on most disks
FILE: Final = "jobs.sqlite"
REQUEST: Final = "request.json"
RESULTS: Final = "results"
NAME: Final = "[0-9a-f]{32}"  # of a job
SCHEMA: Final = 1  # in user_version
BUSY_SECONDS: Final = 10.0
DAY: Final = 86_400

TABLES: Final = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    created REAL NOT NULL,
    changed REAL NOT NULL,
    total INTEGER NOT NULL,
    done INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    version TEXT NOT NULL,
    bytes INTEGER NOT NULL
);
PRAGMA user_version = {SCHEMA};
COMMIT;
"""


class JobsError(OutputError):
    """The file or the folder of the jobs cannot be used."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            Phrase(
                "The jobs of the service cannot be read or written: {path}: {reason}. Make room if the disk is full, "
                "or give another folder with --jobs.",
                path=path,
                reason=reason,
            )
        )


@dataclass(frozen=True, slots=True)
class Job:
    """One job.

    Attributes:
        id: Its name, which nobody can guess.
        owner: Whose it is, as `Keys.owner` tells.
        kind: What it does.
        state: How far it is.
        created, changed: Seconds since 1970.
        total: Pairs of a batch, articles of a match.
        done: Of these, how many are done.
        errors: Of these, how many could not be compared.
        code, message: Why it failed; "" where it did not.
        version: Of Parallax, which began it.
        bytes: Of its folder, once it has ended; of its request before.
    """

    id: str
    owner: str
    kind: Kind
    state: State
    created: float
    changed: float
    total: int
    done: int = 0
    errors: int = 0
    code: str = ""
    message: str = ""
    version: str = __version__
    bytes: int = 0


_ENDED: Final = "state IN ('done', 'failed')"
_FIRST_TO_GO: Final = f"""
JOIN (SELECT owner, sum(bytes) AS kept FROM jobs GROUP BY owner) USING (owner)
WHERE {_ENDED} ORDER BY kept DESC, changed, number LIMIT 1
"""
_LAST_BEGUN: Final = """
SELECT coalesce(max(begun.number), 0) FROM jobs AS begun WHERE begun.owner = jobs.owner AND begun.state != 'waiting'
"""
_COLUMNS: Final = ", ".join(each.name for each in fields(Job))


class Jobs:
    """Those of one folder, which one service has at a time; several threads may use it."""

    def __init__(self, folder: Path) -> None:
        """
        Args:
            folder: Is made when it is needed.
        """
        self.folder = folder
        self._file = UserFile(folder / FILE, SCHEMA, TABLES, JobsError, BUSY_SECONDS)

    def add(self, owner: str, kind: Kind, request: bytes, total: int) -> Job:
        """Keep a job that is to be done; it is on the disk when this returns.

        Raises:
            JobsError: There is no room, or the folder refuses.
        """
        now = time.time()
        job = Job(secrets.token_hex(16), owner, kind, "waiting", now, now, total, bytes=room(len(request)))
        with self._written() as database:
            place = self.place(job.id)
            place.mkdir(mode=0o700)
            with replaced_whole(place / REQUEST) as file:
                file.write(request)
                file.flush()
                os.fsync(file.fileno())
            marks = ", ".join("?" * len(fields(Job)))
            values = [getattr(job, each.name) for each in fields(Job)]
            database.execute(f"INSERT INTO jobs ({_COLUMNS}) VALUES ({marks})", values)
        return job

    def job(self, owner: str, id: str) -> Job | None:
        """A job of somebody's; None where there is none, or it is another's."""
        found = self._found("WHERE owner = ? AND id = ?", owner, id)
        return found[0] if found else None

    def of(self, owner: str) -> list[Job]:
        """Somebody's, the newest first, at most LISTED."""
        return self._found("WHERE owner = ? ORDER BY number DESC LIMIT ?", owner, LISTED)

    def next(self) -> Job | None:
        """The job whose turn it is; from now on it is running.

        Clients take turns: first comes whose last job was begun longest ago, and of theirs the one that waits longest.
        """
        with self._written() as database:
            found = _jobs(database, f"WHERE state = 'waiting' ORDER BY ({_LAST_BEGUN}), number LIMIT 1")
            if not found:
                return None
            self._set(database, found[0].id, state="running")
            return found[0]

    def tell(self, id: str, **changed: Any) -> None:
        """Note what has changed of a job, by the names of its attributes; nothing where it was deleted."""
        with self._written() as database:
            self._set(database, id, **changed)

    def forget(self, id: str) -> None:
        """Delete a job; its folder stays until `clear`, where somebody may be writing in it."""
        with self._written() as database:
            database.execute("DELETE FROM jobs WHERE id = ?", (id,))

    def clear(self, id: str) -> None:
        """Delete the folder of a job."""
        shutil.rmtree(self.place(id), ignore_errors=True)

    def begin_again(self) -> None:
        """After the end of another service in this folder: what was running waits again, and folders of no job go."""
        with self._written() as database:
            database.execute("UPDATE jobs SET state = 'waiting' WHERE state = 'running'")
            known = {job.id for job in _jobs(database)}
        for path in self.folder.iterdir():
            if re.fullmatch(NAME, path.name) and path.name not in known:  # whatever else is there is the user's
                shutil.rmtree(path, ignore_errors=True)

    def sweep(self, days: int, kept: int) -> None:
        """Delete what ended long ago, and while all is too much, of whoever has most what ended first."""
        for job in self._found(f"WHERE {_ENDED} AND changed < ?", time.time() - days * DAY):
            self.forget(job.id)
            self.clear(job.id)
        while self.size() > kept and (first := self._found(_FIRST_TO_GO)):
            self.forget(first[0].id)
            self.clear(first[0].id)

    def size(self) -> int:
        """Bytes of all of them."""
        with self._file.opened() as database:
            (size,) = database.execute("SELECT coalesce(sum(bytes), 0) FROM jobs").fetchone()
        return int(size)

    def counts(self) -> dict[State, int]:
        """How many are in each state."""
        with self._file.opened() as database:
            found = dict(database.execute("SELECT state, count(*) FROM jobs GROUP BY state"))
        return {state: found.get(state, 0) for state in get_args(State)}

    def waiting(self, owner: str) -> int:
        """How many of somebody's wait."""
        return len(self._found("WHERE owner = ? AND state = 'waiting'", owner))

    def place(self, id: str) -> Path:
        """The folder of a job."""
        return self.folder / id

    def weight(self, id: str) -> int:
        """Bytes in the folder of a job now."""
        total = 0
        for folder, _, names in os.walk(self.place(id)):
            for name in names:
                try:
                    total += room(os.lstat(os.path.join(folder, name)).st_size)
                except FileNotFoundError:  # a draft that has found its place
                    continue
        return total

    def _found(self, where: str = "", *values: Any) -> list[Job]:
        with self._file.opened() as database:
            return _jobs(database, where, *values)

    @contextmanager
    def _written(self) -> Iterator[Connection]:
        with self._file.opened(make=True) as database, transaction(database):
            yield database

    def _set(self, database: Connection, id: str, **changed: Any) -> None:
        names = ", ".join(f"{name} = ?" for name in (*changed, "changed"))
        database.execute(f"UPDATE jobs SET {names} WHERE id = ?", (*changed.values(), time.time(), id))


def room(size: int) -> int:
    """Bytes that a file of so many takes on the disk.

    Example:
        >>> room(1), room(4096), room(4097)
        (4096, 4096, 8192)
    """
    return -(-size // BLOCK) * BLOCK


def _jobs(database: Connection, where: str = "", *values: Any) -> list[Job]:
    return [Job(*row) for row in database.execute(f"SELECT {_COLUMNS} FROM jobs {where}", values)]
