"""`store` on the command line: what it prints, and its exit status."""

import json

import pytest
from every_kind import make_story

from translate.cli.main import main
from translate.records.comparison_record import json_report


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "flood.json"
    path.write_text(json_report(make_story()), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path, report, capsys):
    path = tmp_path / "stories.sqlite"
    assert main(["store", "add", str(report), "-o", str(path)]) == 0
    assert capsys.readouterr().out == "new: 1; changed: 0; as they were: 0; not compared: 0; not read: 0\n"
    return path


def test_what_is_added_can_be_asked_for(store, capsys):
    assert main(["store", "query", str(store), "SELECT id, same_story FROM stories"]) == 0
    head, _, row = capsys.readouterr().out.splitlines()
    assert (head.split(), row.split()[0]) == (["id", "same_story"], "flood")
    assert main(["store", "query", str(store), "SELECT id FROM stories", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == [{"id": "flood"}]


def test_csv_in_a_file_is_one_for_spreadsheets(store, tmp_path):
    out = tmp_path / "answer.csv"
    assert main(["store", "query", str(store), "SELECT '=1', 'Мост'", "--format", "csv", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=1,Мост\r\n".encode() in out.read_bytes()


def test_what_cannot_be_read_is_told(report, store, tmp_path, capsys):
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    assert main(["store", "add", str(tmp_path / "notes.json"), str(report), "-o", str(store)]) == 2
    said = capsys.readouterr()
    assert said.out == "new: 0; changed: 0; as they were: 1; not compared: 0; not read: 1\n"
    assert "notes.json: Expected a comparison" in said.err


def test_progress_is_told_on_standard_error(report, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("translate.cli.batch_progress.EVERY", 0.0)
    assert main(["store", "add", str(report), "-o", str(tmp_path / "other.sqlite")]) == 0
    assert capsys.readouterr().err.startswith("parallax: 1 file, ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "gone", "-o", "stories.sqlite"], "Cannot read gone: it is neither a file nor a folder"),
        (["add", "gone"], "required: -o"),
        (["query", "gone.sqlite", "SELECT 1"], "there is no such file"),
        (["query"], "required: FILE, SQL"),
    ],
)
def test_what_cannot_be_done_is_told(arguments, told, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["store", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_wrong_query_is_told(store, capsys):
    assert main(["store", "query", str(store), "DROP TABLE stories"]) == 2
    assert "This cannot be asked: not authorized. Tables: stories" in capsys.readouterr().err
