"""Asking a store: what is answered, and that nothing that is asked changes it or reaches another file."""

import _thread
import sqlite3
import threading
from contextlib import closing

import pytest
from every_kind import make_story

from translate.records.comparison_record import json_report
from translate.store import Store
from translate.store import asking as asking_module
from translate.store.asking import QueryError
from translate.store.tables import StoreError

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def store(tmp_path):
    (tmp_path / "flood.json").write_text(json_report(make_story()), encoding="utf-8")
    store = Store(tmp_path / "with space, # and ?.sqlite")
    store.add(tmp_path / "flood.json")
    return store


def test_a_question_is_answered(store):
    answer = store.query("SELECT id, 1 AS one, NULL AS none FROM stories")
    assert (answer.columns, answer.rows) == (("id", "one", "none"), (("flood", 1, None),))


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM stories",
        "UPDATE stories SET id = 'x'",
        "DROP TABLE stories",
        "CREATE TEMP TABLE t (x)",
        "ATTACH 'other.sqlite' AS other",
        "VACUUM INTO 'other.sqlite'",
        "PRAGMA journal_mode = WAL",
        "PRAGMA writable_schema = ON",
        "SELECT load_extension('other')",
        "SELECT 1; DELETE FROM stories",
        "BEGIN IMMEDIATE",
        "SELECT nothing FROM stories",
        "no SQL",
        "",
        "SELECT '\x00",
        "SELECT length(randomblob(1000000000))",
    ],
)
def test_all_else_is_refused(store, sql, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = store.path.read_bytes()
    with pytest.raises(QueryError, match="This cannot be asked"):
        store.query(sql)
    assert store.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["flood.json", store.path.name]


def test_an_answer_without_end_is_ended(store, monkeypatch):
    with pytest.raises(QueryError, match="longer than 0 seconds"):
        store.query(ENDLESS, seconds=0.05)
    monkeypatch.setattr(asking_module, "MOST_ROWS", 3)
    assert len(store.query("SELECT 1 FROM differences LIMIT 3").rows) == 3
    with pytest.raises(QueryError, match="more than 3 rows"):
        store.query("SELECT 1 FROM differences LIMIT 4")
    monkeypatch.setattr(asking_module, "MOST_SIGNS", 9)
    assert store.query("SELECT 'four', x'0505050505'").rows == (("four", b"\5" * 5),)
    with pytest.raises(QueryError, match="or 9 characters"):
        store.query("SELECT 'four', x'050505050505'")


def test_ctrl_c_ends_a_query(store):
    timer = threading.Timer(0.3, _thread.interrupt_main)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        store.query(ENDLESS)
    timer.join()


def test_bytes_that_are_no_text_are_shown(store):
    assert store.query("SELECT CAST(x'ff61' AS TEXT)").rows == (("\ufffda",),)
    assert store.query("SELECT '\udcff'").rows == (("?",),)


def test_there_has_to_be_a_store(tmp_path):
    with pytest.raises(StoreError, match="there is no such file"):
        Store(tmp_path / "gone.sqlite").query("SELECT 1")
    assert not (tmp_path / "gone.sqlite").exists()
    (tmp_path / "notes.txt").write_text("no database " * 999, encoding="utf-8")
    with pytest.raises(StoreError, match="not a database"):
        Store(tmp_path / "notes.txt").query("SELECT 1")
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as database:
        database.execute("CREATE TABLE stories (x)")
    with pytest.raises(StoreError, match="another version of Parallax, or by another program"):
        Store(tmp_path / "other.sqlite").query("SELECT 1")
