"""The store: what was found in many stories, in one SQLite file that is asked with SQL.

docs/store.md documents its tables, which scripts stand on.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from os import PathLike
from pathlib import Path
from sqlite3 import Connection
from typing import Final

from translate.comparison import Comparison
from translate.engines.transactions import transaction
from translate.errors import TranslateError
from translate.review.merging import merged
from translate.review.session import Session
from translate.review.session_file import SUFFIX, save_session
from translate.review.user_file import UserFile
from translate.store.answer import Answer, Value
from translate.store.asking import LONGEST, ask
from translate.store.results import NotCompared, Result, Unread, comparison_of, digest_of, results_in, session_of
from translate.store.story_rows import NAMED, Cell, StoryRows, place_of, rows_of, texts_of
from translate.store.tables import BUSY_SECONDS, SCHEMA, TABLES, StoreError
from translate.wording.phrase import Phrase

AT_ONCE: Final = 100  # stories written in one go: reading them takes long, and meanwhile nobody is kept waiting


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding results to a store.

    Attributes:
        new: Stories that it did not hold.
        changed: Stories that it held otherwise.
        same: Stories that it held as they are, and repetitions of a story.
        not_compared: Pairs of a batch that could not be compared.
        unread: Files that could not be read.
    """

    new: int
    changed: int
    same: int
    not_compared: int
    unread: tuple[Unread, ...]


class Store:
    """One file of stories; several processes may use it."""

    def __init__(self, path: str | PathLike[str]) -> None:
        """
        Args:
            path: Of the file, which is made by the first `add`.
        """
        self.path = Path(path)
        self._home = self.path.absolute().parent
        self._file = UserFile(self.path, SCHEMA, TABLES, StoreError, BUSY_SECONDS)

    def add(self, *results: str | PathLike[str], progress: Callable[[int], None] | None = None) -> Added:
        """Keep what was found; what is kept already stays as it is, to the byte.

        Two texts of the same days are one story, however often they were compared: the comparison added last stands,
        but none without a decision in the place of one that was reviewed.

        Args:
            results: Folders of batches, also of one that is under way, other folders of JSON files, and single files:
                comparisons in JSON, and sessions.
            progress: Called now and then with the number of files read so far.

        Raises:
            InputError: There is no such folder or file.
            StoreError: The store cannot be read or written.

        Example:
            >>> from tempfile import TemporaryDirectory
            >>> from translate.store import Store
            >>> from translate.records.comparison_record import json_report
            >>> from translate.testing import drawn_comparison
            >>> with TemporaryDirectory() as folder:
            ...     _ = Path(folder, "story.json").write_text(json_report(drawn_comparison("abc", "ac")))
            ...     store = Store(Path(folder, "store.sqlite"))
            ...     first, again = (store.add(Path(folder, "story.json")) for _ in range(2))
            ...     found = store.query("SELECT id, kind, side FROM differences")
            >>> first.new, again.new, again.same
            (1, 0, 1)
            >>> [row[1:] for row in found.rows]
            [('omission', 'source')]
        """
        for given in results:  # a wrong name is told before anything is done
            next(iter(results_in(Path(given))), None)
        found = (result for given in results for result in results_in(Path(given)))
        adding = _Adding()
        with self._file.opened(make=True) as database:
            database.execute("CREATE TEMP TABLE given (texts TEXT PRIMARY KEY, reviewed INTEGER NOT NULL)")
            while several := list(islice(found, AT_ONCE)):
                rows = [row for each in several if (row := self._row(database, each, adding)) is not None]
                with transaction(database):
                    for digest, story in rows:
                        adding.counts[_written(database, digest, story)] += 1
                adding.read += len(several)
                if progress:
                    progress(adding.read)
        counts = adding.counts
        return Added(counts["new"], counts["changed"], counts["same"], counts["not_compared"], tuple(adding.unread))

    def query(self, sql: str, parameters: Sequence[Value] = (), *, seconds: float = LONGEST) -> Answer:
        """Ask the store; nothing that is asked can change it, or read another file.

        Args:
            sql: One SELECT, as SQLite knows it.
            parameters: What stands for each `?` in it.
            seconds: That the answer may take.

        Raises:
            StoreError: There is no such store.
            QueryError: This cannot be asked, or the answer takes too long or is too large.
        """
        return ask(self.path, sql, parameters, seconds=seconds)

    def file_of(self, number: int) -> Path:
        """The comparison or session that a story was read from.

        Raises:
            StoreError: There is no such store, or no such story in it.
        """
        rows = self.query("SELECT result FROM stories WHERE number = ?", (number,)).rows
        if not rows:
            raise StoreError(str(self.path), Phrase("it has no story {number}", number=str(number)))
        return self._home / str(rows[0][0])

    def session(self, number: int) -> Session:
        """The review of a story, begun where nobody has.

        Raises:
            StoreError: There is no such store, or no such story in it.
            UnreadableFile, InputError: The file that the story was read from is gone, or is another one now.
        """
        result = Result(self.file_of(number))
        return session_of(result, result.data())

    def number_of(self, comparison: Comparison) -> int | None:
        """The story of two texts and their days; None where the store has none."""
        rows = self.query("SELECT number FROM stories WHERE texts = ?", (texts_of(comparison),)).rows
        return int(rows[0][0] or 0) if rows else None

    def review(self, session: Session, since: Session | None = None) -> bool:
        """Keep what a reviewer decided about a story of the store, in the place of what was found and decided before.

        The session is written beside the store, into a folder that is called like it, and is what the story is opened
        from thereafter.

        Args:
            session: The review.
            since: What it was begun from. What others decided since then stays where this reviewer decided nothing
                else; without it, nothing else stays.

        Returns:
            Whether the store has a story of these texts; without one nothing is written.

        Raises:
            StoreError: The store cannot be read or written.
            OutputError: The session cannot be written.
        """
        texts = texts_of(session.comparison)
        number = self.number_of(session.comparison)
        if number is None:
            return False
        file = self._home / f"{self.path.stem}-reviews" / f"{texts[:32]}{SUFFIX}"
        try:
            file.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise StoreError(str(self.path), error.strerror or str(error)) from error
        with self._file.opened() as database, transaction(database):  # nobody else's review comes between
            if since is not None:
                with suppress(TranslateError):  # of a file that is gone there is nothing to keep
                    session = merged(since, session, self.session(number))
            save_session(session, file)
            result, place = Result(file), place_of(file, self._home)
            rows = rows_of(session.comparison, result, place, None)
            digest = digest_of(result, result.data(), place, None)
            cells = {"digest": digest, "reviewed": int(rows.reviewed), **rows.story}
            found = {name: cell for name, cell in cells.items() if name not in NAMED}
            _changed(database, number, found, rows, named=False, found=True)
        return True

    def _row(
        self, database: Connection, result: Result | Unread | NotCompared, adding: "_Adding"
    ) -> tuple[str, StoryRows | None] | None:
        """The digest of a file and what it tells, None where the store has just that; None where there is nothing."""
        if isinstance(result, Unread):
            adding.unread.append(result)
            return None
        if isinstance(result, NotCompared):
            adding.counts["not_compared"] += 1
            return None
        try:
            data = result.data()
            place = place_of(result.file, self._home)
            batch = place_of(result.batch, self._home) if result.batch else None
            digest = digest_of(result, data, place, batch)
            if database.execute("SELECT 1 FROM stories WHERE digest = ?", (digest,)).fetchone():
                return digest, None
            return digest, rows_of(comparison_of(result, data), result, place, batch)
        except TranslateError as error:
            adding.unread.append(Unread(str(result.file), error))
            return None


@dataclass(slots=True)
class _Adding:
    """The counts of one `add`."""

    counts: Counter[str] = field(default_factory=Counter)
    unread: list[Unread] = field(default_factory=list)
    read: int = 0


def _written(database: Connection, digest: str, rows: StoryRows | None) -> str:
    """Write a story where that changes anything, and tell which count it belongs to."""
    if rows is None:
        database.execute("INSERT OR IGNORE INTO given SELECT texts, reviewed FROM stories WHERE digest = ?", (digest,))
        return "same"
    texts = rows.story["texts"]
    given = database.execute("SELECT reviewed FROM given WHERE texts = ?", (texts,)).fetchone()
    if given and given[0] >= rows.reviewed:
        return "same"  # of those that are given at once the first stands
    database.execute("INSERT OR REPLACE INTO given VALUES (?, ?)", (texts, rows.reviewed))
    cells = {"digest": digest, "reviewed": int(rows.reviewed), **rows.story}
    known = database.execute("SELECT number, reviewed, batch FROM stories WHERE texts = ?", (texts,)).fetchone()
    if known is None:
        columns, marks = ", ".join(cells), ", ".join("?" * len(cells))
        number = database.execute(f"INSERT INTO stories ({columns}) VALUES ({marks})", (*cells.values(),)).lastrowid
        assert number is not None
        _write_parts(database, number, rows)
        _write_about(database, number, rows)
        return "new"
    number, reviewed, batch = known
    named = rows.story["batch"] is not None or batch is None
    found = rows.reviewed or not reviewed
    kept = {name: cell for name, cell in cells.items() if (named if name in NAMED else found)}
    return "changed" if _changed(database, number, kept, rows, named=named, found=found) else "same"


def _changed(
    database: Connection, number: int, cells: dict[str, Cell], rows: StoryRows, *, named: bool, found: bool
) -> bool:
    """Bring a story up to date: what it is called, what was found, or both."""
    about = database.execute("SELECT name, value FROM about WHERE story = ? ORDER BY place", (number,)).fetchall()
    before = database.execute(f"SELECT {', '.join(cells) or 'number'} FROM stories WHERE number = ?", (number,))
    other_cells = bool(cells) and before.fetchone() != (*cells.values(),)
    other_about = named and tuple(about) != rows.about
    if other_cells:
        changes = ", ".join(f"{column} = ?" for column in cells)
        database.execute(f"UPDATE stories SET {changes} WHERE number = ?", (*cells.values(), number))
        if found:
            _write_parts(database, number, rows)
    if other_about:
        _write_about(database, number, rows)
    return other_cells or other_about


def _write_parts(database: Connection, number: int, rows: StoryRows) -> None:
    """Write what was found in a story in the place of what was found before."""
    for table, parts in (("differences", rows.differences), ("facts", rows.facts)):
        database.execute(f"DELETE FROM {table} WHERE story = ?", (number,))
        for part in parts:
            database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * (len(part) + 1))})", (number, *part))


def _write_about(database: Connection, number: int, rows: StoryRows) -> None:
    """Write what else a table says of a story, likewise."""
    database.execute("DELETE FROM about WHERE story = ?", (number,))
    lines = ((number, place, *line) for place, line in enumerate(rows.about))
    database.executemany("INSERT INTO about VALUES (?, ?, ?, ?)", lines)
