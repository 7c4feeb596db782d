"""`match`: two collections in, a table for `batch` out."""

import json

import pytest

from translate.batch.tables import rows_of
from translate.cli.main import main

RU = "Мост в Самаре открыли после ремонта\n\nМост через Волгу открыли в понедельник. Ремонт стоил 120 млн рублей."
EN = "Samara bridge reopens after repairs\n\nThe bridge over the Volga was opened on Monday. It cost 120 million."


@pytest.fixture
def collections(tmp_path):
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "2024-05-31.txt").write_text(RU, encoding="utf-8")
    row = {"id": "one", "text": EN, "date": "2024-05-30"}
    (tmp_path / "en.jsonl").write_text(json.dumps(row) + "\n" + json.dumps({"id": "two"}), encoding="utf-8")
    return str(tmp_path / "ru"), str(tmp_path / "en.jsonl")


@pytest.mark.model
def test_pairs_are_written(collections, tmp_path, capsys):
    output, alone = tmp_path / "pairs.csv", tmp_path / "alone.csv"
    assert main(["match", *collections, "-o", str(output), "--alone", str(alone)]) == 0
    (row,) = rows_of(output)
    assert (row["source"], row["target_text"]) == ("ru/2024-05-31.txt", EN)
    assert list(rows_of(alone)) == []
    told = capsys.readouterr().err
    assert "two: Cannot read en.jsonl: row 2 has neither a text" in told
    assert "pairs: 1; without a counterpart: 0 of A, 0 of B; not read: 1" in told


@pytest.mark.model
def test_the_window_and_the_least_probability_are_obeyed(collections, capsys):
    assert main(["match", *collections, "--window", "0"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["match", *collections, "--window", "any", "--least", "0.3", "--many"]) == 0
    assert "2024-05-31.txt | one" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--window", "-3"], "neither any nor a whole number"),
        (["--least", "7"], "least must be a number from 0 to 1"),
        (["--workers", "x"], "no whole number from 0"),
        (["--scheduler", "10.0.0.5"], "is no scheduler"),
    ],
)
def test_wrong_arguments_are_told(collections, capsys, arguments, message):
    assert main(["match", *collections, *arguments]) == 2
    assert message in capsys.readouterr().err


def test_what_is_no_collection_is_told(collections, capsys):
    assert main(["match", collections[0], "story.docx"]) == 2
    assert "no collection of articles" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_to_is_told_first(collections, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("translate.matching.matches.match", lambda *given, **settings: pytest.fail("it was begun"))
    assert main(["match", *collections, "-o", str(tmp_path / "nowhere" / "pairs.csv")]) == 2
    assert "Cannot write" in capsys.readouterr().err


@pytest.mark.model
def test_an_empty_collection_is_told(collections, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["match", collections[0], str(tmp_path / "empty")]) == 0
    told = capsys.readouterr()
    assert "empty: there is no article in it that can be matched." in told.err
    assert "pairs: 0; without a counterpart: 1 of A, 0 of B; not read: 0" in told.err
    assert len(told.out.splitlines()) == 1
