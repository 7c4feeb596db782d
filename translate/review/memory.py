"""What a user decided for lines of an outlet: one SQLite file in the user's data folder."""

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from translate.engines.transactions import transaction
from translate.errors import RememberingError, ReviewError
from translate.installation import user_data_path
from translate.review.user_file import UserFile
from translate.settings.environment import is_on
from translate.wording.phrase import Phrase, later

SWITCH_VARIABLE = "PARALLAX_REMEMBER"
SCHEMA = 1  # in user_version
BUSY_SECONDS = 1.0  # the page asks at every redrawing, and writing takes milliseconds

TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS outlets (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS furniture (
    outlet INTEGER NOT NULL REFERENCES outlets ON DELETE CASCADE,
    hash TEXT NOT NULL,
    words INTEGER NOT NULL,
    PRIMARY KEY (outlet, hash)
);
CREATE TABLE IF NOT EXISTS lines (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    outlet INTEGER NOT NULL REFERENCES outlets ON DELETE CASCADE,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    furniture INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    UNIQUE (outlet, key)
);
PRAGMA user_version = {SCHEMA};
COMMIT;
"""
KEEP = """
INSERT INTO lines (outlet, key, text, furniture, decided) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (outlet, key) DO UPDATE
SET text = excluded.text, furniture = excluded.furniture, decided = excluded.decided
"""
LISTED = """
SELECT lines.number, outlet, name, key, text, furniture, decided
FROM lines JOIN outlets ON outlets.number = outlet ORDER BY outlet, lines.number
"""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where pages come from.

    Attributes:
        name: As the user calls it.
        fingerprint: What it is known by: see `translate.review.outlets.fingerprint`.
    """

    name: str
    fingerprint: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RememberedLine:
    """One decision.

    Attributes:
        number: By which it is removed; no other line ever gets it.
        outlet: Number of the outlet.
        name: Of the outlet.
        key: What makes another line the same: see `translate.review.outlets.line_key`.
        text: As it stood on the page.
        furniture: Whether it is page furniture; the story's otherwise.
        decided: The day, in UTC.
    """

    number: int
    outlet: int
    name: str
    key: str
    text: str
    furniture: bool
    decided: date

    @property
    def told(self) -> Phrase:
        """The decision as it is listed."""
        if self.furniture:
            return Phrase('page furniture: "{text}"', text=self.text)
        return Phrase('text of the story: "{text}"', text=self.text)


class Memory:
    """Outlets and the lines decided for them; several processes may use one file, which is made by the first decision.

    Every method raises RememberingError where the file cannot be used.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self._file = UserFile(path, SCHEMA, TABLES, _problem, BUSY_SECONDS)
        self._clock = clock

    def outlets(self) -> dict[int, Outlet]:
        """All outlets by number."""
        with self._file.opened() as database:
            prints: dict[int, dict[str, int]] = {}
            for outlet, hashed, words in database.execute("SELECT outlet, hash, words FROM furniture"):
                prints.setdefault(outlet, {})[hashed] = words
            named = database.execute("SELECT number, name FROM outlets ORDER BY number")
            return {number: Outlet(name, prints.get(number, {})) for number, name in named}

    def lines(self) -> tuple[RememberedLine, ...]:
        """All decisions by outlet, in the order in which they were taken."""
        with self._file.opened() as database:
            return tuple(
                RememberedLine(
                    number, outlet, name, key, text, bool(furniture), datetime.fromtimestamp(seconds, UTC).date()
                )
                for number, outlet, name, key, text, furniture, seconds in database.execute(LISTED)
            )

    def keep(
        self, outlet: int | None, name: str, fingerprint: Mapping[str, int], lines: Mapping[str, tuple[str, bool]]
    ) -> None:
        """Remember decisions, in place of those about the same lines; all of them or none.

        Args:
            outlet: Its number; None for one that is not known yet.
            name: What it is called from now on.
            fingerprint: What it is known by from now on; an empty one leaves the one it has.
            lines: The text by key, and whether it is page furniture.
        """
        now = int(self._clock())
        with self._file.opened(make=True) as database, transaction(database):
            if outlet is None:
                outlet = database.execute("INSERT INTO outlets (name) VALUES (?)", (name,)).lastrowid
            database.execute("UPDATE outlets SET name = ? WHERE number = ?", (name, outlet))
            if fingerprint:
                database.execute("DELETE FROM furniture WHERE outlet = ?", (outlet,))
                rows = [(outlet, hashed, words) for hashed, words in fingerprint.items()]
                database.executemany("INSERT INTO furniture (outlet, hash, words) VALUES (?, ?, ?)", rows)
            kept = [(outlet, key, text, furniture, now) for key, (text, furniture) in lines.items()]
            database.executemany(KEEP, kept)

    def remove(self, numbers: Collection[int]) -> None:
        """Forget decisions, all of them or none; an outlet goes with its last one.

        Raises:
            ReviewError: There is none with that number.
        """
        with self._file.opened() as database, transaction(database):
            known = {number for (number,) in database.execute("SELECT number FROM lines")}
            if unknown := sorted(set(numbers) - known):
                raise ReviewError(
                    Phrase(
                        "No remembered line has the number {number}. To see those there are: {command}",
                        number=str(unknown[0]),
                        command="python -m translate remembered list",
                    )
                )
            database.executemany("DELETE FROM lines WHERE number = ?", [(number,) for number in numbers])
            database.execute("DELETE FROM outlets WHERE number NOT IN (SELECT outlet FROM lines)")


def _problem(path: str, reason: str) -> RememberingError:
    return RememberingError(path, reason, SWITCH_VARIABLE)


def default_memory() -> Memory | None:
    """What this user decided; None where PARALLAX_REMEMBER=0 turns remembering off, as on a server for many.

    Raises:
        OptionError: PARALLAX_REMEMBER is neither 0 nor 1.
    """
    refusal = later("{variable} is {value}. Give 0 to remember nothing of outlets, or 1.")
    return Memory(user_data_path("parallax") / "outlets.sqlite") if is_on(SWITCH_VARIABLE, refusal) else None
