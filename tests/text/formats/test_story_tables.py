"""Tables of whole stories, told from tables of sentences."""

import pytest
from standin import ENGLISH, RUSSIAN

from benchmarks.data.made_files import workbook, zipped
from translate.errors import UnreadableFile
from translate.text.formats.story_tables import stories_in_table

LONG = (
    "Мост через реку открыли в понедельник после ремонта. " * 8,
    "The bridge was opened on Monday after repairs. " * 8,
)
HEADLINES = ("Мост открыли", "Bridge reopens")


def csv(*rows, sign=";"):
    return "\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows).encode()


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("texts", [(RUSSIAN, ENGLISH), (ENGLISH, RUSSIAN), LONG])
def test_a_row_is_a_story(sign, texts):
    expected = (texts[0].strip(), texts[1].strip())
    assert stories_in_table(csv(texts, texts, sign=sign), "t.csv") == (expected, expected)


def test_a_head_is_no_story():
    assert len(stories_in_table(csv(("Русский текст", "English text"), LONG), "t.csv")) == 1


def test_the_texts_are_the_longest_columns_of_their_languages():
    row = (HEADLINES[0], LONG[0], "7", HEADLINES[1], LONG[1])
    assert stories_in_table(csv(row), "t.csv") == ((LONG[0].strip(), LONG[1].strip()),)


def test_a_row_with_one_version_alone_is_no_story():
    assert len(stories_in_table(csv(LONG, (LONG[0], "")), "t.csv")) == 1


def test_a_workbook_is_read_likewise():
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in LONG)
    assert stories_in_table(workbook(f"<row>{cells}</row>"), "t.xlsx") == ((LONG[0].strip(), LONG[1].strip()),)


@pytest.mark.parametrize(
    "other",
    [
        csv(("Мост открыли в понедельник.", "The bridge was opened on Monday."), ("Дождь шёл.", "It rained.")),
        csv((LONG[0], LONG[0])),
        csv((LONG[1],)),
        b"x",
        zipped({"word/document.xml": "<x/>"}),
    ],
    ids=["sentences", "one language", "one column", "no table", "another archive"],
)
def test_other_files_hold_no_such_stories(other):
    assert stories_in_table(other, "t.csv") == ()


def test_a_damaged_workbook_is_told():
    with pytest.raises(UnreadableFile):
        stories_in_table(b"PK\x03\x04 damaged", "t.xlsx")
