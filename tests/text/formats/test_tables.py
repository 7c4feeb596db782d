"""Tables of sentences."""

import pytest

from benchmarks.data.made_files import workbook
from translate.errors import UnreadableFile
from translate.text.formats import tables
from translate.text.formats.tables import read_csv, read_workbook
from translate.text.origin import BothVersions, FileText

RU = ["Путин подписал указ о выборах.", "Его опубликовали в среду, 5 мая."]
EN = ["Putin signed a decree on elections.", "It was published on Wednesday, 5 May."]


def versions(found: FileText | BothVersions) -> tuple[FileText, FileText]:
    assert isinstance(found, BothVersions)
    return found.source, found.target


@pytest.mark.parametrize("sign", [";", "\t", ",", "|"])
def test_two_columns_are_two_versions(sign: str) -> None:
    text = "".join(f'"{ru}"{sign}"{en}"\r\n' for ru, en in zip(RU, EN, strict=True))
    source, target = versions(read_csv(text, "both.csv"))
    assert (source.sentences, target.sentences) == (tuple(RU), tuple(EN))
    assert [(place.kind, place.name) for place in source.origin.places] == [("row", "1"), ("row", "2")]


def test_a_head_that_names_languages_is_no_sentence_and_rows_keep_their_numbers() -> None:
    source, target = versions(read_csv(f"ru;English\n{RU[0]};{EN[0]}\n;{EN[1]}\n", "both.csv"))
    assert source.sentences == ("", RU[0], "")
    assert (source.language, target.language) == ("ru", "en")
    assert target.origin.place_at(target.text.index("It was")).name == "3"  # type: ignore[union-attr]


def test_of_more_columns_those_in_the_languages_that_are_compared_are_taken() -> None:
    german = "Der Präsident hat den Erlass unterschrieben."
    rows = "".join(f"{i};{german};{en};{ru}\n" for i, (ru, en) in enumerate(zip(RU, EN, strict=True)))
    source, target = versions(read_csv(rows, "both.csv"))
    assert (source.sentences, target.sentences) == (tuple(EN), tuple(RU))


def test_one_column_is_one_version() -> None:
    found = read_csv("One, two and three.\nFour.\nFive, six.\nSeven is the end.\n", "list.csv")
    assert isinstance(found, FileText)
    assert found.sentences == ("One, two and three.", "Four.", "Five, six.", "Seven is the end.")


@pytest.mark.parametrize("text", ["1;2\n3;4\n", "\n\n"])
def test_numbers_are_no_sentences(text: str) -> None:
    with pytest.raises(UnreadableFile, match="no column of sentences"):
        read_csv(text, "numbers.csv")


def test_a_cell_without_end_is_told() -> None:
    text = f"{RU[0]};{EN[0]}\n" * 60 + f'{RU[0]};"{"x" * 200_000}\n'
    with pytest.raises(UnreadableFile, match="its table is damaged"):
        read_csv(text, "both.csv")


def test_rows_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 1)
    with pytest.raises(UnreadableFile, match="more than 1 rows"):
        read_csv(f"{RU[0]};{EN[0]}\n" * 2, "both.csv")


def test_a_workbook_is_read_with_its_shared_and_its_own_strings() -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>Putin signed</t></r>'
        "<r><t> a decree.</t></r></is></c></row>"
        '<row r="4"><c r="B4" t="s"><v>1</v></c></row>'
    )
    source, target = versions(read_workbook(workbook(rows, [RU[0], EN[1]]), "both.xlsx"))
    assert source.sentences == (RU[0], "", "", "")
    assert target.sentences == ("Putin signed a decree.", "", "", EN[1])
    assert target.origin.place_at(len(target.text) - 1).name == "4"  # type: ignore[union-attr]


def test_a_workbook_that_openpyxl_writes_is_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from openpyxl import Workbook

    book = Workbook()
    for pair in zip(RU, EN, strict=True):
        book.active.append(pair)
    book.save(tmp_path / "both.xlsx")
    source, target = versions(read_workbook((tmp_path / "both.xlsx").read_bytes(), "both.xlsx"))
    assert (source.sentences, target.sentences) == (tuple(RU), tuple(EN))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="999999999"/>',
    ],
)
def test_a_damaged_sheet_is_told(rows: str) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read_workbook(workbook(rows, ["a"]), "both.xlsx")


def test_a_column_far_away_is_left_out() -> None:
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{EN[0]}</t></is></c><c r="XFD1"><v>1</v></c></row>'
    found = read_workbook(workbook(rows), "one.xlsx")
    assert isinstance(found, FileText)
    assert found.sentences == (EN[0],)
