"""A file of the user's: made late, for the user alone, and left alone where it is of another program."""

import sqlite3
import stat
import threading
from contextlib import closing
from dataclasses import replace

import pytest

from translate.engines.transactions import transaction
from translate.errors import ReviewError
from translate.review.user_file import UserFile

TABLES = "CREATE TABLE words (word TEXT); PRAGMA user_version = 7;"


def problem(path, reason):
    return ReviewError(f"{path}: {reason}")


@pytest.fixture(params=[False, True], ids=["plain", "with a log"])
def file(request, tmp_path):
    return UserFile(tmp_path / "folder" / "words.sqlite", 7, TABLES, problem, 0.1, logged=request.param)


def test_looking_makes_no_file(file):
    with file.opened() as database:
        assert database.execute("SELECT * FROM words").fetchall() == []
    assert not file.path.parent.exists()


def test_what_is_written_is_there_for_the_user_alone(file):
    with file.opened(make=True) as database:
        database.execute("INSERT INTO words VALUES ('rain')")
        assert {stat.S_IMODE(each.stat().st_mode) for each in file.path.parent.iterdir()} == {0o600}
    with file.opened() as database:
        assert database.execute("SELECT * FROM words").fetchall() == [("rain",)]


def test_a_file_of_another_version_is_left_alone(file):
    file.path.parent.mkdir()
    with closing(sqlite3.connect(file.path)) as database:
        database.executescript("CREATE TABLE others (word TEXT); PRAGMA user_version = 8;")
    before = file.path.read_bytes()
    with pytest.raises(ReviewError, match="another version"), file.opened():
        pass
    assert file.path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    file = UserFile(tmp_path / "file" / "words.sqlite", 7, TABLES, problem, 0.1)
    with pytest.raises(ReviewError, match=r"words\.sqlite"), file.opened(make=True):
        pass


def test_two_who_make_the_file_at_once_share_it(file, monkeypatch):
    """The second one finds it empty, and the first one makes the tables before it has looked any further."""
    looks = []

    class Interrupted(sqlite3.Connection):
        def execute(self, statement, *values):
            looks.append(statement)
            if len(looks) == 2:
                with file.opened(make=True):
                    pass
            return super().execute(statement, *values)

    shared = replace(file, tables=TABLES.replace("TABLE", "TABLE IF NOT EXISTS"))
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Interrupted, **k))
    with shared.opened(make=True) as database:
        assert database.execute("SELECT * FROM words").fetchall() == []


def test_a_new_file_that_another_process_writes_to_is_waited_for(file):
    patient = replace(file, busy_seconds=10.0)
    file.path.parent.mkdir()
    with closing(sqlite3.connect(file.path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        released = threading.Timer(0.1, other.execute, ["ROLLBACK"])
        released.start()
        with patient.opened(make=True) as database:
            database.execute("INSERT INTO words VALUES ('rain')")
        released.join()
    with file.opened() as database:
        assert database.execute("SELECT * FROM words").fetchall() == [("rain",)]
        assert database.execute("PRAGMA journal_mode").fetchall() == [("wal",)] if file.logged else True


def fill(database):
    database.execute("PRAGMA max_page_count = 10")  # what SQLite does when the disk takes no more
    with transaction(database):
        database.execute("INSERT INTO words VALUES ('snow')")
        database.execute("INSERT INTO words VALUES (?)", ("hail " * 100_000,))


def test_a_full_disk_is_told_and_keeps_what_was_there(file):
    with file.opened(make=True) as database:
        database.execute("INSERT INTO words VALUES ('rain')")
    with pytest.raises(ReviewError, match="full"), file.opened() as database:
        fill(database)
    with file.opened() as database:
        assert database.execute("SELECT * FROM words").fetchall() == [("rain",)]


def test_a_file_that_another_program_holds_is_told(file):
    with file.opened(make=True):
        pass
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ReviewError, match="locked"), file.opened() as database, transaction(database):
            pass
