"""A file of the user's: made late, for the user alone, and left alone where it is of another program."""

import sqlite3
import stat
from contextlib import closing

import pytest

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
