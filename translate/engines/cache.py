"""What was computed once: translations and embeddings in one SQLite file in the user's cache folder."""

import functools
import logging
import os
import reprlib
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from filelock import FileLock

from translate.engines.transactions import transaction
from translate.installation import user_cache_path
from translate.settings.environment import number_told
from translate.wording.phrase import Phrase

LIMIT_VARIABLE = "PARALLAX_CACHE_MB"
DEFAULT_LIMIT = 256_000_000  # bytes; about 200,000 embeddings, or a thousand stories
SCHEMA = 1  # in user_version: a file of another schema is emptied
BUSY_SECONDS = 5.0  # a block of writing takes milliseconds
MOST_MEGABYTES = 999_999_999  # no disk is larger
PARAMETERS = 500  # in one statement; SQLite before 3.32 takes 999
JOURNAL_BYTES = 8_000_000  # kept of the write-ahead log
USED_ANEW = 3600  # seconds; a later use within them is not noted, so that reading seldom writes
KEPT = 0.75  # share of the limit that is left after evicting, so that not every write evicts
EVICTED_AT_ONCE = 8  # the least recently used eighth of the entries

TABLE = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    value BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    used INTEGER NOT NULL
)
"""
INDEX = "CREATE INDEX entries_by_use ON entries (used, kind)"  # with the kind, so that counting reads no values
INSERT = """
INSERT INTO entries (key, kind, value, checksum, used) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, checksum = excluded.checksum, used = excluded.used
"""
# SQLITE_ERROR is what a file gives that has our version and other tables.
DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}

Result = TypeVar("Result")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What is in a cache.

    Attributes:
        path: Its file, which need not exist.
        bytes: Size on the disk, with SQLite's files beside it.
        limit: Bytes it may grow to; 0 is off.
        entries: How many of each kind, sorted by kind.
    """

    path: Path
    bytes: int
    limit: int
    entries: Mapping[str, int] = field(default_factory=dict)


class Cache:
    """Bytes by kind, model and text; several threads and processes may use one file.

    What a cache cannot do, it leaves: a damaged file is begun anew, and where the disk cannot be written to, every
    text is a miss, with one warning in the log. Values are kept as they are, so they are readable by whoever can read
    the file, which is the user alone.
    """

    def __init__(self, path: Path, limit: int = DEFAULT_LIMIT, clock: Callable[[], float] = time.time) -> None:
        """A cache in a file that is made at the first use.

        Args:
            path: The file; its folder is made too.
            limit: Bytes; beyond it the least recently used entries go. 0 turns the cache off.
            clock: Seconds, for the order of use.
        """
        self.path = path
        self.limit = limit
        self._clock = clock
        self._local = threading.local()
        self._warned = False

    def get_many(self, kind: str, model: str, texts: Sequence[str]) -> dict[str, bytes]:
        """The values of those texts that have one.

        Args:
            kind: "translation" or "embedding".
            model: Name and version of what made the values: another version never sees them.
            texts: Any texts; a repeated one is looked up once.
        """
        keys = {_key(kind, model, text): text for text in texts}
        if not keys or not self.limit:
            return {}
        return self._attempt(lambda database: self._found(database, keys), {})

    def put_many(self, kind: str, model: str, values: Mapping[str, bytes]) -> None:
        """Keep the values of texts, all or none of them; older values of the same texts are replaced."""
        if not values or not self.limit:
            return
        now = int(self._clock())
        rows = [(_key(kind, model, text), kind, value, crc32(value), now) for text, value in values.items()]
        self._attempt(lambda database: self._write(database, rows), None)

    def info(self) -> CacheInfo:
        """Size and contents; makes no file where there is none."""
        if not self.path.exists():
            return CacheInfo(self.path, 0, self.limit)
        query = "SELECT kind, count(*) FROM entries GROUP BY kind ORDER BY kind"
        entries: dict[str, int] = self._attempt(lambda database: dict(database.execute(query)), {})
        files = [self.path, *_companions(self.path)]
        return CacheInfo(self.path, sum(file.stat().st_size for file in files if file.exists()), self.limit, entries)

    def clear(self) -> bool:
        """Delete every entry and give the space back; whether that was possible."""
        if not self.path.exists():
            return True
        try:
            _empty(self._connection())
        except (sqlite3.Error, OSError):  # damaged, or a disk so full that deleting entries finds no room
            return self._delete()
        return True

    def _found(self, database: sqlite3.Connection, keys: Mapping[bytes, str]) -> dict[str, bytes]:
        now = int(self._clock())
        found, unnoted = {}, []
        for block in _blocks(list(keys)):
            query = f"SELECT key, value, checksum, used FROM entries WHERE key IN ({_marks(block)})"
            for key, value, checksum, used in database.execute(query, block):
                if crc32(value) == checksum:  # SQLite does not see a byte that the disk has changed
                    found[keys[key]] = value
                    if not 0 <= now - used < USED_ANEW:
                        unnoted.append(key)
        self._note_use(database, unnoted, now)
        return found

    def _note_use(self, database: sqlite3.Connection, keys: list[bytes], now: int) -> None:
        """Mark entries as used; what was read counts even where the disk takes no note."""
        if not keys:
            return
        try:
            with transaction(database):
                for block in _blocks(keys):
                    database.execute(f"UPDATE entries SET used = ? WHERE key IN ({_marks(block)})", (now, *block))
        except sqlite3.OperationalError as error:
            self._warn(error)

    def _write(self, database: sqlite3.Connection, rows: Sequence[tuple[bytes, str, bytes, int, int]]) -> None:
        with transaction(database):
            database.executemany(INSERT, rows)
        if _size(database) > self.limit:
            self._evict(database)

    def _evict(self, database: sqlite3.Connection) -> None:
        with transaction(database):  # asked again inside: another process may have made room
            while _size(database) > KEPT * self.limit:
                (count,) = database.execute("SELECT count(*) FROM entries").fetchone()
                if not count:
                    break
                oldest = "SELECT id FROM entries ORDER BY used LIMIT ?"
                database.execute(f"DELETE FROM entries WHERE id IN ({oldest})", (-(-count // EVICTED_AT_ONCE),))
        _shrink(database)

    def _attempt(self, work: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """Run work on the file; begin a damaged file anew and try once more; else go without."""
        try:
            try:
                return work(self._connection())
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode & 0xFF not in DAMAGE:
                    raise
                self._begin_anew()
                return work(self._connection())
        except (sqlite3.Error, OSError) as error:
            self._warn(error)
            return otherwise

    def _connection(self) -> sqlite3.Connection:
        """This thread's connection; a forked process must not use its parent's."""
        own: _Connection | None = getattr(self._local, "own", None)
        if own is None or own.process != os.getpid():
            own = self._local.own = _Connection(self.path)
        return own.database

    def _begin_anew(self) -> None:
        """Delete a damaged file, unless another process has done so already."""
        self._local.own = None
        with FileLock(f"{self.path}.lock", timeout=BUSY_SECONDS):
            if not _sound(self.path):
                _unlink(self.path)

    def _delete(self) -> bool:
        self._local.own = None
        try:
            _unlink(self.path)
        except OSError:
            return False
        return True

    def _warn(self, error: Exception) -> None:
        """Once for each cache: whoever works without one should know why it is slow."""
        if not self._warned:
            self._warned = True
            reason = error.strerror if isinstance(error, OSError) and error.strerror else error
            _log.warning(
                "The cache %s cannot be used (%s); working without it, which is slower. To leave it out: %s=0",
                self.path,
                reason,
                LIMIT_VARIABLE,
            )


def default_cache() -> Cache:
    """The user's cache, one object for the process; PARALLAX_CACHE_MB bounds it, in megabytes, and 0 turns it off.

    Raises:
        OptionError: PARALLAX_CACHE_MB is no number of megabytes.
    """
    return _cache_at(user_cache_path("parallax") / "cache.sqlite", _limit())


@functools.cache
def _cache_at(path: Path, limit: int) -> Cache:
    return Cache(path, limit)


def _limit() -> int:
    megabytes = number_told(LIMIT_VARIABLE, 0, MOST_MEGABYTES, _no_limit)
    return DEFAULT_LIMIT if megabytes is None else megabytes * 1_000_000


def _no_limit(value: str) -> Phrase:
    return Phrase(
        "{variable} is {value}. Give a whole number of megabytes; 0 turns the cache off.",
        variable=LIMIT_VARIABLE,
        value=reprlib.repr(value),
    )


class _Connection:
    """One thread's connection, closed when the thread ends."""

    def __init__(self, path: Path) -> None:
        self.process = os.getpid()
        self.database = _opened(path)

    def __del__(self) -> None:
        if hasattr(self, "database"):  # else the file could not be opened
            self.database.close()


def _opened(path: Path) -> sqlite3.Connection:
    """A connection to a file with our table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with FileLock(f"{path}.lock", timeout=BUSY_SECONDS):  # closing a file loses the locks that SQLite has on it
            path.touch(mode=0o600)  # stories may be confidential; SQLite gives its other files the same rights
    # The thread that ends is not always the one that closes. Transactions are begun and ended here, not by the module.
    database = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA synchronous = NORMAL")  # a power cut may take the last entries, which is no loss
        database.execute(f"PRAGMA journal_size_limit = {JOURNAL_BYTES}")
        if _version(database) != SCHEMA:
            with FileLock(f"{path}.lock", timeout=BUSY_SECONDS):  # changing the journal's mode waits for nobody
                _make_table(database)
    except BaseException:
        database.close()
        raise
    return database


def _make_table(database: sqlite3.Connection) -> None:
    if _version(database) == SCHEMA:
        return  # another process was faster
    database.execute("PRAGMA auto_vacuum = INCREMENTAL")  # counts for an empty file alone
    database.execute("PRAGMA journal_mode = WAL")  # readers and a writer side by side; network disks keep their mode
    with transaction(database):
        database.execute("DROP TABLE IF EXISTS entries")
        database.execute(TABLE)
        database.execute(INDEX)
        database.execute(f"PRAGMA user_version = {SCHEMA}")


def _version(database: sqlite3.Connection) -> int:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    return int(version)


def _sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as database:
            database.execute("SELECT key, kind, value, checksum, used FROM entries LIMIT 1").fetchall()
            return bool(database.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _empty(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM entries")
    _shrink(database)


def _shrink(database: sqlite3.Connection) -> None:
    """Give free pages back to the disk."""
    database.executescript("PRAGMA incremental_vacuum")  # execute() would stop after the first page
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _size(database: sqlite3.Connection) -> int:
    """Bytes in use."""
    (pages,), (free,), (size,) = (
        database.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _unlink(path: Path) -> None:
    """Delete the file; whoever has it open goes on with what only they see."""
    for file in (path, *_companions(path)):
        file.unlink(missing_ok=True)


def _companions(path: Path) -> list[Path]:
    """SQLite's files beside the database."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]


def _key(kind: str, model: str, text: str) -> bytes:
    return sha256("\0".join((kind, model, text)).encode("utf-8", "surrogatepass")).digest()


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _blocks(keys: list[bytes]) -> list[list[bytes]]:
    return [keys[start : start + PARAMETERS] for start in range(0, len(keys), PARAMETERS)]
