"""The stories that are under way: one SQLite file in the user's data folder, each with its texts and every decision.

What was found is most of a story and changes seldom, so it lies apart from the steps, which are written at every one.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from translate.desk import packed
from translate.desk.story import Entry, Story, first_line
from translate.engines.transactions import transaction
from translate.errors import TranslateError
from translate.installation import user_data_path
from translate.report.headline import headline_or_beginning
from translate.review.carrying import Before, Unplaced
from translate.review.history import History
from translate.review.session import Session
from translate.review.user_file import UserFile
from translate.settings.environment import KEEP_STORIES, is_on
from translate.text.detection import detect_language
from translate.text.origin import FileText
from translate.wording.phrase import Phrase, later

SCHEMA = 1  # in user_version
BUSY_SECONDS = 5.0  # writing takes milliseconds, and twenty visitors may do so at once
DAY = 86_400
MEGABYTE = 1_000_000

TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS stories (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    visitor TEXT NOT NULL,
    digest TEXT NOT NULL,
    source_headline TEXT NOT NULL,
    target_headline TEXT NOT NULL,
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    total INTEGER,
    decided INTEGER NOT NULL,
    created REAL NOT NULL,
    touched REAL NOT NULL,
    steps TEXT NOT NULL,
    unplaced TEXT NOT NULL,
    UNIQUE (visitor, digest)
);
CREATE TABLE IF NOT EXISTS contents (
    story INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    texts BLOB NOT NULL,
    found BLOB,
    cuts BLOB
);
CREATE TABLE IF NOT EXISTS visits (
    visitor TEXT PRIMARY KEY,
    draft BLOB NOT NULL,
    shown INTEGER,
    editing INTEGER NOT NULL,
    touched REAL NOT NULL
);
PRAGMA user_version = {SCHEMA};
COMMIT;
"""
LISTED = """
SELECT number, source_headline, target_headline, source_language, target_language, total, decided, created, touched
FROM stories WHERE visitor = ? ORDER BY created DESC, number DESC
"""
HEAVIEST = """
SELECT visitor, sum(length(texts) + coalesce(length(found), 0)) AS size
FROM stories JOIN contents ON story = number GROUP BY visitor ORDER BY size DESC
"""
COLUMNS = (
    "visitor, digest, source_headline, target_headline, source_language, target_language, total, decided, touched, "
    "steps, unplaced"
)


class StoriesError(TranslateError):
    """The file of the stories that are under way cannot be used."""

    def __init__(self, path: str, reason: str, switch: str) -> None:
        self.path = path
        super().__init__(
            Phrase(
                "The list of stories cannot be read or written: {path}: {reason}. What you do from now on is kept "
                "until you leave the page. Try again if another program is using the file, make room if the disk is "
                "full, or move the file away to begin anew; {switch}=0 goes without.",
                path=path,
                reason=reason,
                switch=switch,
            )
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """A story as it was left.

    Attributes:
        number: Of the story.
        story: Its texts.
        session: The review; None where it was not compared yet, or what was found cannot be read any more.
        before: What was done in the review in the latter case.
        unplaced: Decisions that a change of the texts left without a place, until the user has seen them.
        history: The review with its last steps; None without a review.
    """

    number: int
    story: Story
    session: Session | None
    before: Before | None = None
    unplaced: tuple[Unplaced, ...] = ()
    history: History | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Where somebody stands.

    Attributes:
        draft: What stands in the first two panes.
        shown: Number of the story in sight; None where there is none.
        editing: Whether the panes are open.
        together: All versions, where more than two stand in the panes or were compared together.
        names: What they are called, "" for no name; () where none has one.
    """

    draft: Story
    shown: int | None = None
    editing: bool = True
    together: tuple[str | FileText, ...] = ()
    names: tuple[str, ...] = ()


class Stories:
    """Stories by visitor; several processes may use one file, which is made by the first story.

    A visitor is any text, "" for whoever runs the page for themselves. Every method raises StoriesError where the file
    cannot be used.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self._file = UserFile(path, SCHEMA, TABLES, _problem, BUSY_SECONDS, logged=True)
        self._clock = clock

    def entries(self, visitor: str) -> tuple[Entry, ...]:
        """All stories, the newest first."""
        with self._file.opened() as database:
            rows = database.execute(LISTED, (visitor,)).fetchall()
        return tuple(Entry(row[0], (row[1], row[2]), (row[3], row[4]), *row[5:]) for row in rows)

    def find(self, visitor: str, story: Story) -> int | None:
        """Number of a story with the same texts; None where there is none."""
        with self._file.opened() as database:
            return _number(database, visitor, story)

    def open(self, visitor: str, number: int) -> Kept | None:
        """A story as it was left; None where it is gone, or its texts cannot be read."""
        query = "SELECT texts, found, cuts, steps, unplaced FROM stories JOIN contents ON story = number"
        with self._file.opened() as database:
            row = database.execute(f"{query} WHERE visitor = ? AND number = ?", (visitor, number)).fetchone()
        if row is None:
            return None
        texts, found, cuts, steps, unplaced = row
        try:
            story = packed.story_of(texts)
        except ValueError:
            return None
        session = packed.session_of(found, steps, story.digest) if found is not None else None
        before = packed.before_of(story, cuts, steps, story.digest) if session is None and cuts is not None else None
        history = packed.history_in(steps, session) if session else None
        return Kept(number, story, session, before, packed.unplaced_of(unplaced), history)

    def keep(
        self,
        visitor: str,
        story: Story,
        session: Session | None = None,
        *,
        unplaced: tuple[Unplaced, ...] = (),
        number: int | None = None,
        history: History | None = None,
    ) -> int:
        """Keep all of a story; what was kept of the same texts makes room for it.

        Args:
            visitor: Whose it is.
            story: Its texts.
            session: Its review; None for texts that were not compared yet.
            unplaced: Decisions without a place.
            number: Of the story if it is kept already, perhaps with other texts.
            history: The past of the review.

        Returns:
            The number of the story.
        """
        now = self._clock()
        done = packed.steps_text(session, history) if session else ""
        values = (visitor, story.digest, *_about(story, session), now, done, packed.unplaced_text(unplaced))
        texts = packed.packed_story(story)
        found, cuts = (packed.packed_found(session), packed.packed_cuts(session)) if session else (None, None)
        marks = ", ".join("?" * len(values))
        with self._file.opened(make=True) as database, transaction(database):
            same = _number(database, visitor, story)
            known = same if same is not None else number
            if (
                known is None
                or not database.execute(
                    f"UPDATE stories SET ({COLUMNS}) = ({marks}) WHERE visitor = ? AND number = ?",
                    (*values, visitor, known),
                ).rowcount
            ):
                known = database.execute(
                    f"INSERT INTO stories ({COLUMNS}, created) VALUES ({marks}, ?)", (*values, now)
                ).lastrowid
            if number not in (None, known):
                database.execute("DELETE FROM stories WHERE visitor = ? AND number = ?", (visitor, number))
            database.execute("INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?)", (known, texts, found, cuts))
        assert known is not None
        return known

    def step(
        self,
        visitor: str,
        number: int,
        session: Session,
        unplaced: tuple[Unplaced, ...] = (),
        history: History | None = None,
    ) -> bool:
        """Keep what was done in a story since `keep`, where neither the texts nor what was found have changed.

        Returns:
            Whether the visitor still has the story.
        """
        progress = session.progress
        done = packed.steps_text(session, history)
        values = (progress.total, progress.decided, self._clock(), done, packed.unplaced_text(unplaced))
        changed = "total = ?, decided = ?, touched = ?, steps = ?, unplaced = ?"
        query = f"UPDATE stories SET {changed} WHERE visitor = ? AND number = ?"
        with self._file.opened() as database, transaction(database):
            return bool(database.execute(query, (*values, visitor, number)).rowcount)

    def remove(self, visitor: str, numbers: Collection[int]) -> None:
        """Delete stories with all that was done in them; nothing of them stays in the file."""
        with self._file.opened() as database:
            with transaction(database):
                _delete(database, visitor, numbers)
            _settle(database)

    def visit(self, visitor: str) -> Visit | None:
        """Where somebody stood when they left; None if they were never here."""
        query = "SELECT draft, shown, editing FROM visits WHERE visitor = ?"
        with self._file.opened() as database:
            row = database.execute(query, (visitor,)).fetchone()
        try:
            return Visit(packed.story_of(row[0]), row[1], bool(row[2]), *packed.together_of(row[0])) if row else None
        except ValueError:
            return None

    def leave(self, visitor: str, visit: Visit) -> None:
        """Note where somebody stands."""
        texts = packed.packed_story(visit.draft, visit.together, visit.names)
        values = (visitor, texts, visit.shown, visit.editing, self._clock())
        with self._file.opened(make=True) as database, transaction(database):
            database.execute("INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?)", values)

    def tidy(self, days: int | None, megabytes: int | None) -> None:
        """Delete what is too old or too much.

        Args:
            days: Since a story was touched; None for however long.
            megabytes: Of all stories together; those of the visitor with most go first, from the oldest on. None for
                however many.
        """
        with self._file.opened() as database:
            with transaction(database):
                if days is not None:
                    limit = (self._clock() - days * DAY,)
                    database.execute("DELETE FROM stories WHERE touched < ?", limit)
                    database.execute("DELETE FROM visits WHERE touched < ?", limit)
                while megabytes is not None and (sizes := database.execute(HEAVIEST).fetchall()):
                    if sum(size for _, size in sizes) <= megabytes * MEGABYTE:
                        break
                    oldest = "SELECT number FROM stories WHERE visitor = ? ORDER BY touched LIMIT 1"
                    _delete(database, sizes[0][0], database.execute(oldest, (sizes[0][0],)).fetchone())
            _settle(database)


def default_stories() -> Stories | None:
    """The stories of this machine's user, or of the visitors of its page; None where PARALLAX_KEEP_STORIES=0.

    Raises:
        OptionError: PARALLAX_KEEP_STORIES is neither 0 nor 1.
    """
    refusal = later("{variable} is {value}. Give 0 to keep no stories beyond a visit, or 1.")
    return Stories(user_data_path("parallax") / "stories.sqlite") if is_on(KEEP_STORIES, refusal) else None


def _problem(path: str, reason: str) -> StoriesError:
    return StoriesError(path, reason, KEEP_STORIES)


def _number(database: Connection, visitor: str, story: Story) -> int | None:
    query = "SELECT number FROM stories WHERE visitor = ? AND digest = ?"
    row = database.execute(query, (visitor, story.digest)).fetchone()
    return row[0] if row else None


def _about(story: Story, session: Session | None) -> tuple[str, str, str, str, int | None, int]:
    """Headlines, languages, differences and how many of them are decided."""
    if session is None:
        texts = (story.source, story.target)
        first = detect_language(story.source).language
        second = detect_language(story.target, beside=first).language
        return first_line(texts[0]), first_line(texts[1]), first, second, None, 0
    progress, source, target = session.progress, session.document("source"), session.document("target")
    headlines = headline_or_beginning(source), headline_or_beginning(target)
    return *headlines, source.language, target.language, progress.total, progress.decided


def _delete(database: Connection, visitor: str, numbers: Collection[int]) -> None:
    chosen = [(visitor, number) for number in numbers]
    database.executemany("DELETE FROM stories WHERE visitor = ? AND number = ?", chosen)


def _settle(database: Connection) -> None:
    """Bring the log into the file, where deleted pages are overwritten; whoever reads just now leaves it for later."""
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
