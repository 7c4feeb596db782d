"""Tables of stories: the same rows from every format, and damage told with its line."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from translate.batch import tables
from translate.batch.tables import is_table, rows_of
from translate.errors import LibraryMissing, UnreadableFile

ROWS = [{"source": "Дождь.", "target": "Rain;\nmore rain."}, {"source": "Снег.", "target": ""}]


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", 'source,target\nДождь.,"Rain;\nmore rain."\nСнег.,\n'),
        ("a.CSV", '\ufeffsource;target\nДождь.;"Rain;\nmore rain."\nСнег.\n'),
        ("a.tsv", 'source\ttarget\nДождь.\t"Rain;\nmore rain."\nСнег.\t\n'),
        ("a.jsonl", '{"source": "Дождь.", "target": "Rain;\\nmore rain."}\n\n{"source": "Снег.", "target": ""}\n'),
    ],
)
def test_every_format_has_the_same_rows(tmp_path: Path, name: str, text: str) -> None:
    assert list(rows_of(written(tmp_path / name, text))) == ROWS


@pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_parquet_has_them_too(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow.parquet import write_table

    write_table(pyarrow.Table.from_pylist(ROWS), tmp_path / "a.parquet")
    assert list(rows_of(tmp_path / "a.parquet")) == ROWS
    with pytest.raises(UnreadableFile, match=r"b\.parquet.*damaged"):
        list(rows_of(written(tmp_path / "b.parquet", "no such thing")))


def test_parquet_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "has_libraries", lambda module: False)
    with pytest.raises(LibraryMissing, match="Parquet needs pyarrow"):
        list(rows_of(written(tmp_path / "a.parquet", "")))


def test_articles_longer_than_a_usual_cell_are_read(tmp_path: Path) -> None:
    text = "Дождь. " * 50_000
    assert [row["text"] for row in rows_of(written(tmp_path / "a.csv", f"id,text\n1,{text}\n"))] == [text]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.jsonl", '{"a": 1}\n{"a": \n', "line 2 is damaged"),
        ("a.jsonl", "[1, 2]\n", "line 1 is damaged .it is no JSON object"),
        ("a.csv", "a,b\n1,2\n1,2,3\n", "line 3 is damaged .it has more cells"),
        ("a.csv", 'a,b\n1,"2\n', "is damaged"),
        ("a.xml", "<a/>", "no table"),
    ],
)
def test_damage_is_told(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        list(rows_of(written(tmp_path / name, text)))


def test_other_encodings_and_absent_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("a,b\nдождь,1\n".encode("cp1251"))
    with pytest.raises(UnreadableFile, match="UTF-8"):
        list(rows_of(tmp_path / "a.csv"))
    with pytest.raises(UnreadableFile, match="No such file"):
        list(rows_of(tmp_path / "b.csv"))


def test_what_comes_before_the_damage_is_there(tmp_path: Path) -> None:
    rows = rows_of(written(tmp_path / "a.jsonl", '{"a": 1}\n{"a"\n'))
    assert next(rows) == {"a": 1}


def test_tables_are_known_by_their_ending() -> None:
    assert is_table(Path("x.JSONL"))
    assert not is_table(Path("x.txt"))
