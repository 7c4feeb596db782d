"""Glossaries of users: every table that a spreadsheet saves is read, and whatever is wrong is told with its line."""

import pytest

from translate.errors import BinaryInput, GlossaryError
from translate.languages.glossary import Term
from translate.text.glossary_file import LONGEST_TERM, MOST_BYTES, MOST_TERMS, glossary_from, read_glossary

TURNOUT = Term(("явка",), ("turnout",), "of voters")
COMMITTEE = Term(("Следственный комитет",), ("Investigative Committee",))


def read(text, encoding="utf-8"):
    return glossary_from(text.encode(encoding), "terms.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize(
    "heading",
    ["", "Russian|English|note", "русский|английский|примечание", "ru|EN|Comment", "термин|перевод|примечание"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_as_spreadsheets_save_it(separator, encoding, heading, end):
    lines = [heading, "явка|turnout|of voters", "", "Следственный комитет|Investigative Committee|"]
    glossary = read(end.join(line for line in lines).replace("|", separator), encoding)
    assert (glossary.languages, glossary.terms) == (("ru", "en"), (TURNOUT, COMMITTEE))


@pytest.mark.parametrize(
    "text",
    [
        "turnout,явка,of voters\n",
        "English,note,Russian\nturnout,of voters,явка\n",
        "note,Russian,English\nof voters,явка,turnout\n",
    ],
)
def test_columns_may_stand_in_any_order_that_their_names_or_letters_tell(text):
    assert read(text).terms == (TURNOUT,)


def test_cells_in_quotation_marks_hold_separators_and_lines():
    (term,) = read('явка;turnout;"of voters; ""those\nwho came"""\n').terms
    assert term.note == 'of voters; "those who came"'


def test_a_comma_in_a_note_is_no_separator_where_semicolons_part_the_cells():
    assert read("явка;turnout;of voters, in percent, rounded, by region\n").terms[0].note.endswith("by region")


def test_several_renderings_stand_in_one_cell():
    assert read("явка,turnout | voter turnout|\n").terms == (Term(("явка",), ("turnout", "voter turnout")),)


def test_a_name_in_latin_letters_may_stand_in_both_columns():
    assert read("явка,turnout\nApple,Apple\nКОВИД,COVID-19\n").terms[1] == Term(("Apple",), ("Apple",))


def test_the_same_entry_twice_is_one_entry_with_its_note():
    assert read("явка,turnout\nЯвка,Turnout,of voters\n").terms == (Term(("Явка",), ("Turnout",), "of voters"),)


def test_two_terms_may_have_one_translation():
    assert len(read("правительство,government\nкабинет министров,government\n").terms) == 2


def test_an_acronym_is_another_term_than_the_word_in_small_letters():
    assert len(read("США,US\nсша,we\n").terms) == 2


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("явка,turnout\nдом,house\nявка,visits\n", 3, "“явка” is translated as “visits” here and otherwise in line 1"),
        ("turnout,явка\nturnout,участие\n", 2, "“turnout” is translated as “участие”"),
        ("явка,turnout\nдом,\n", 2, "the cell for English is empty"),
        ("явка,turnout\n,house\n", 2, "the cell for Russian is empty"),
        ("явка,turnout\nдом,…\n", 2, "the cell for English is empty"),
        ("явка,turnout\nдом,house,a,b\n", 2, "it has 4 cells"),
        ("явка,turnout\nhouse,дом\n", 2, "“house” stands in the column for Russian"),
        ("явка,turnout\nдом,здание\n", 2, "“здание” stands in the column for English"),
        ("дом,здание\n", 1, "not in two languages"),
        ("one,two\nthree,four\n", 1, "not in two languages"),
        ('явка,turnout\n"дом,house\n', 2, r"cells cannot be told apart.*written twice"),
        (f"явка,turnout\n{'я' * (LONGEST_TERM + 1)},x\n", 2, "is longer than 200 characters"),
        (f"явка,turnout,{'я' * 1001}\n", 1, "is longer than 1,000 characters"),
        ("явка\nдом\n", None, "it is no table: no line has two cells"),
        ("", None, "it is empty"),
        ("\n \n", None, "it is empty"),
        ("Russian,English,note\n", None, "it has a heading and no terms"),
        ("<!DOCTYPE html>\n<html><body>Sign in</body></html>\n", None, "it is no table"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(text, line, message):
    with pytest.raises(GlossaryError, match=message) as told:
        read(text)
    assert told.value.line == line
    assert (f"line {line}:" in str(told.value)) == (line is not None)
    assert "terms.csv" in str(told.value)


def test_a_glossary_that_is_too_large_is_refused():
    with pytest.raises(GlossaryError, match="larger than 4,000,000 bytes"):
        glossary_from(b"a" * (MOST_BYTES + 1), "terms.csv")
    rows = "".join(f"слово{i},word{i}\n" for i in range(MOST_TERMS + 1))
    with pytest.raises(GlossaryError, match="more than 20,000 terms") as told:
        read(rows)
    assert told.value.line == MOST_TERMS + 1


def test_a_workbook_is_no_csv():
    with pytest.raises(BinaryInput, match="Office document"):
        glossary_from(b"PK\x03\x04rest", "terms.xlsx")


def test_a_file_is_read_or_told_to_be_missing(tmp_path):
    path = tmp_path / "terms.csv"
    with pytest.raises(GlossaryError, match=r"No such file.*Give the path of a CSV file"):
        read_glossary(path)
    path.write_text("явка,turnout,of voters\n", encoding="utf-8")
    assert read_glossary(str(path)).terms == (TURNOUT,)
