"""Pairs from tables and from folders: what is read, what is refused at once, and what is an error of one pair."""

import csv
import json
import os

import pytest

from translate.batch.pairs import Columns, Given, Pair, numbered, pairs_of, pairs_of_folders, pairs_of_table
from translate.errors import InputError
from translate.text.origin import FileText


def table(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        if path.suffix == ".jsonl":
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        else:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    return path


@pytest.mark.parametrize("name", ["pairs.csv", "pairs.jsonl"])
def test_a_row_names_files_beside_the_table_and_addresses(tmp_path, name):
    path = table(
        tmp_path / name, [{"id": "a", "source": "ru/1.txt", "target": "https://one.example/1", "day": "Monday"}]
    )
    (pair,) = pairs_of(path)
    assert (pair.number, pair.id, pair.about, pair.problem) == (1, "a", {"day": "Monday"}, "")
    assert pair.source == Given("file", str(tmp_path / "ru" / "1.txt"))
    assert pair.target == Given("address", "https://one.example/1")


def test_texts_stand_in_columns_of_their_own_with_the_day_of_their_publication(tmp_path):
    row = {"source_text": "Мост", "source_published": "2024-05-31T10:00:00Z", "target_text": "A bridge"}
    (pair,) = pairs_of_table(table(tmp_path / "pairs.jsonl", [row]))
    assert (pair.id, pair.source, pair.target) == ("1", Given("text", "Мост", "2024-05-31"), Given("text", "A bridge"))
    read, _ = pair.source.read()
    assert isinstance(read, FileText)
    assert read.origin.published == "2024-05-31"
    assert pair.target.read() == ("A bridge", "")


def test_a_day_of_the_row_is_taken_where_the_file_tells_none(tmp_path):
    (tmp_path / "a.txt").write_text("A bridge was opened.", encoding="utf-8")
    page = (
        '<html><head><meta property="article:published_time" content="2024-01-02"></head><body><p>A bridge.</p></body>'
    )
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    row = {"source": "a.txt", "source_published": "2024-05-31", "target": "b.html", "target_published": "2024-05-31"}
    (pair,) = pairs_of(table(tmp_path / "pairs.csv", [row]))
    assert [side.read()[0].origin.published for side in (pair.source, pair.target)] == ["2024-05-31", "2024-01-02"]


def test_columns_are_called_what_the_user_says(tmp_path):
    path = table(tmp_path / "pairs.csv", [{"key": "k", "ru": "Мост", "en": "A bridge"}])
    (pair,) = pairs_of_table(path, Columns("ru", "en", texts=True, id="key"))
    assert (pair.id, pair.source.value, pair.target.value, pair.about) == ("k", "Мост", "A bridge", {})
    with pytest.raises(InputError, match=r"no column source\. It has: key, ru, en"):
        list(pairs_of_table(path))


def test_an_empty_cell_is_an_error_of_its_row_alone(tmp_path):
    path = table(tmp_path / "pairs.csv", [{"source": "a", "target": ""}, {"source": "a", "target": "b"}])
    first, second = pairs_of(path)
    assert first.problem == "Row 1 names no target. Fill the cell, or take the row out."
    assert second.problem == ""


def test_a_file_called_as_standard_input_is_a_file(tmp_path, monkeypatch):
    """The standard input of a process that compares is the pipe that it is asked through."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_text("A bridge was opened.", encoding="utf-8")
    given = Given("file", "-")
    assert given.read()[0].text == "A bridge was opened."
    assert given.read(sentences=True)[0] == ["A bridge was opened."]


def test_long_cells_are_not_handed_on(tmp_path):
    path = table(tmp_path / "pairs.csv", [{"source": "a", "target": "b", "html": "x" * 501, "outlet": "x" * 500}])
    assert list(next(pairs_of(path)).about) == ["outlet"]


def test_a_table_is_read_row_by_row(tmp_path):
    """A row far behind that is damaged does not keep the first one from being read."""
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"source": "a", "target": "b"}\n' * 5 + "nonsense\n", encoding="utf-8")
    pairs = pairs_of(path)
    assert next(pairs).number == 1
    with pytest.raises(InputError, match="line 6 is damaged"):
        list(pairs)


def test_files_of_two_folders_that_are_called_alike_are_pairs(tmp_path):
    ru, en = tmp_path / "ru", tmp_path / "en"
    for path in (ru / "b.txt", ru / "day" / "a.docx", ru / "alone.txt", en / "b.html", en / "day" / "a.txt", en / ".x"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    alone, plain, deep = pairs_of((ru, en))
    assert (alone.id, plain.id, deep.id) == ("alone", "b", "day/a")
    assert alone.problem == f"There is no file in {en} that is called like alone.txt."
    assert (plain.source.value, plain.target.value) == (str(ru / "b.txt"), str(en / "b.html"))
    assert deep.problem == ""
    (en / "b.txt").write_text("x", encoding="utf-8")
    assert list(pairs_of_folders(ru, en))[1].problem == (
        f"Several files in {en} differ in their endings alone: b.html, b.txt. Leave one."
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [("nothing.txt", "is no table of pairs"), (("ru", "en"), "ru is no folder"), ((".", "."), "There is no file")],
)
def test_what_is_no_source_of_pairs_is_refused(tmp_path, monkeypatch, given, told):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=told):
        list(pairs_of(given))


def test_a_pair_is_another_one_when_one_of_its_files_changes(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")
    pair = Pair(1, "a", Given("file", str(file)), Given("text", "b"))
    before = pair.digest
    assert pair.digest == before
    os.utime(file, (1, 1))
    assert pair.digest != before
    assert Pair(1, "a", Given("text", str(file)), Given("text", "b")).digest != before


def test_pairs_are_numbered_without_a_gap():
    pairs = [Pair(number, "", Given("text", ""), Given("text", "")) for number in (1, 3)]
    with pytest.raises(InputError, match="Pair 2 is numbered 3"):
        list(numbered(pairs))
