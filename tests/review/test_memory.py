"""The file of decisions about outlets: kept, listed, removed, and told of where it cannot be used."""

import sqlite3
import stat
from contextlib import closing
from datetime import date

import pytest

from translate.errors import OptionError, RememberingError, ReviewError
from translate.review import memory as room
from translate.review.memory import Memory, Outlet, default_memory

DAY = 86_400
LINES = {"menu": ("Menu", True), "0 views": ("12 views", True), "yes": ("Yes.", False)}


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "folder" / "outlets.sqlite", clock=lambda: 20_000 * DAY)


def test_nothing_is_made_by_looking(memory):
    assert memory.outlets() == {}
    assert memory.lines() == ()
    with pytest.raises(ReviewError):
        memory.remove([1])
    assert not memory.path.parent.exists()


def test_decisions_come_back(memory):
    memory.keep(None, "The Ridge", {"a": 2, "b": 1}, LINES)
    again = Memory(memory.path)
    assert again.outlets() == {1: Outlet("The Ridge", {"a": 2, "b": 1})}
    told = [(line.number, line.outlet, line.name, line.key, line.text, line.furniture) for line in again.lines()]
    assert told == [
        (1, 1, "The Ridge", "menu", "Menu", True),
        (2, 1, "The Ridge", "0 views", "12 views", True),
        (3, 1, "The Ridge", "yes", "Yes.", False),
    ]
    assert {line.decided for line in again.lines()} == {date(2024, 10, 4)}
    assert [str(line.told) for line in again.lines()][1:] == [
        'page furniture: "12 views"',
        'text of the story: "Yes."',
    ]


def test_only_the_user_reads_the_file(memory):
    memory.keep(None, "The Ridge", {"a": 1}, LINES)
    assert stat.S_IMODE(memory.path.stat().st_mode) == 0o600


def test_a_later_decision_takes_the_place_of_an_earlier_one(memory):
    memory.keep(None, "The Ridge", {"a": 2}, LINES)
    memory.keep(1, "Ridge", {"b": 1}, {"menu": ("MENU", False)})
    assert memory.outlets() == {1: Outlet("Ridge", {"b": 1})}
    assert [(line.text, line.furniture) for line in memory.lines()] == [
        ("MENU", False),
        ("12 views", True),
        ("Yes.", False),
    ]
    memory.keep(1, "Ridge", {}, {})
    assert memory.outlets()[1].fingerprint == {"b": 1}


def test_outlets_do_not_mix(memory):
    memory.keep(None, "The Ridge", {"a": 2}, {"menu": ("Menu", True)})
    memory.keep(None, "The Ridge", {"b": 2}, {"menu": ("Menu", False)})
    assert [(line.outlet, line.furniture) for line in memory.lines()] == [(1, True), (2, False)]


def test_an_outlet_goes_with_its_last_line_and_no_number_comes_again(memory):
    memory.keep(None, "The Ridge", {"a": 2}, {"menu": ("Menu", True), "yes": ("Yes.", False)})
    memory.keep(None, "Gora", {"b": 2}, {"menu": ("Menu", True)})
    memory.remove([1])
    assert set(memory.outlets()) == {1, 2}
    memory.remove([2])
    assert set(memory.outlets()) == {2}
    memory.keep(None, "New", {"c": 1}, {"x": ("X", True)})
    assert [(line.number, line.outlet) for line in memory.lines()] == [(3, 2), (4, 3)]
    with closing(sqlite3.connect(memory.path)) as database:
        assert database.execute("SELECT DISTINCT outlet FROM furniture ORDER BY outlet").fetchall() == [(2,), (3,)]


def test_nothing_of_a_removed_line_stays_in_the_file(memory):
    memory.keep(None, "The Ridge", {"a": 2}, {"menu": ("Menu", True), "key": ("Confidential words", True)})
    assert b"Confidential words" in memory.path.read_bytes()
    memory.remove([2])
    assert b"Confidential words" not in memory.path.read_bytes()


def test_an_unknown_number_removes_nothing(memory):
    memory.keep(None, "The Ridge", {"a": 2}, {"menu": ("Menu", True)})
    with pytest.raises(ReviewError, match="No remembered line has the number 9"):
        memory.remove([1, 9])
    assert len(memory.lines()) == 1


def damaged(path):
    path.write_bytes(b"no database at all " * 100)


def of_another_version(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 9")


def of_another_program(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE lines (recipe TEXT)")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (damaged, "file is not a database"),
        (of_another_version, "another version of Parallax"),
        (of_another_program, "another program"),
        (lambda path: path.mkdir(), "unable to open"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_of_and_left_as_it_is(memory, spoil, why):
    memory.path.parent.mkdir()
    spoil(memory.path)
    before = memory.path.read_bytes() if memory.path.is_file() else None
    for attempt in (memory.outlets, memory.lines, lambda: memory.keep(None, "A", {}, {}), lambda: memory.remove([1])):
        with pytest.raises(RememberingError, match=why) as told:
            attempt()
        assert str(memory.path) in str(told.value)
        assert "PARALLAX_REMEMBER=0" in str(told.value)
    assert before is None or memory.path.read_bytes() == before


def test_a_locked_file_is_told_of(memory, monkeypatch):
    memory.keep(None, "The Ridge", {"a": 2}, LINES)
    monkeypatch.setattr(room, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(memory.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RememberingError, match="locked"):
            memory.lines()
    assert len(memory.lines()) == 3


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path):
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(RememberingError):
        Memory(tmp_path / "folder" / "outlets.sqlite").keep(None, "A", {}, {})


def test_it_lies_in_the_data_folder_and_can_be_turned_off(remembering, monkeypatch):
    memory = default_memory()
    assert memory is not None
    assert memory.path == remembering / "outlets.sqlite"
    monkeypatch.setenv("PARALLAX_REMEMBER", "1")
    assert default_memory() is not None
    monkeypatch.setenv("PARALLAX_REMEMBER", "0")
    assert default_memory() is None
    monkeypatch.setenv("PARALLAX_REMEMBER", "no")
    with pytest.raises(OptionError, match="PARALLAX_REMEMBER is 'no'"):
        default_memory()
