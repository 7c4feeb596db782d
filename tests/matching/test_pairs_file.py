"""The table of pairs is one that `parallax batch` reads."""

import json
from datetime import date
from pathlib import Path

from translate.batch.tables import rows_of
from translate.matching.articles import Article
from translate.matching.matches import Match, Matches
from translate.matching.pairs_file import alone_text, pairs_text


def found(folder: Path) -> Matches:
    page = Article("https://example.org/1", "", "https://example.org/1", date(2024, 5, 31))
    file = Article("a.txt", "", str(folder / "ru" / "a.txt"))
    row = Article("7", 'Bridge, "old"\n\nOpens.', "", date(2024, 6, 1))
    return Matches((Match(file, page, 0.75), Match(file, row, 0.5)), ((), (row,)), ())


def test_paths_are_told_from_the_folder_of_the_table(tmp_path):
    table = tmp_path / "out" / "pairs.csv"
    table.parent.mkdir()
    table.write_text(pairs_text(found(tmp_path), table), encoding="utf-8")
    first, second = rows_of(table)
    assert (first["source"], first["target"]) == ("../ru/a.txt", "https://example.org/1")
    assert (first["probability"], first["target_published"], first["target_text"]) == ("0.75", "2024-05-31", "")
    assert (second["target"], second["target_text"]) == ("", 'Bridge, "old"\n\nOpens.')


def test_json_lines_hold_the_same(tmp_path):
    lines = pairs_text(found(tmp_path), tmp_path / "pairs.jsonl").splitlines()
    assert json.loads(lines[0])["source"] == "ru/a.txt"
    assert json.loads(lines[1])["probability"] == 0.5


def test_articles_without_a_counterpart_have_a_table_too(tmp_path):
    assert alone_text(found(tmp_path), "alone.csv") == "side,name,address,published\ntarget,7,,2024-06-01\n"
