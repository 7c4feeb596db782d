"""What every report says of the lines of a page: kinds, doubt and corrections."""

import io
import re
from typing import get_args

import pytest
from labelled_page import labelled_comparison
from openpyxl import load_workbook

from translate.report import render, render_bytes
from translate.report.page_lines import corrections, kinds_in_words, line_kind
from translate.text.document import Label
from translate.wording.interface import speaking


@pytest.fixture(scope="module")
def comparison():
    return labelled_comparison()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_kind_has_a_name_of_its_own(language):
    with speaking(language):
        names = [line_kind(label) for label in get_args(Label)]
    assert names[0] == ""
    assert len(set(names)) == len(names)


def test_the_most_frequent_kinds_are_named():
    assert kinds_in_words(["tags", "menu", "", "menu"]) == "menu, tags"
    assert kinds_in_words("abcde") == "a, b, c, d …"
    assert kinds_in_words(["", ""]) == ""


def test_a_correction_is_one_note_of_its_side(comparison):
    [note] = corrections(comparison, "target")
    assert (note.sentences, note.words) == (
        (5, 6),
        "An earlier version of this article <b>misstated</b> the level. It was 1998.",
    )
    assert corrections(comparison, "source") == ()


@pytest.mark.parametrize(
    ("format", "told"),
    [
        ("console", "The English version says that it was corrected: An earlier version of this article <b>"),
        (
            "markdown",
            "> The English version says that it was corrected: An earlier version of this article \\<b",
        ),
        (
            "html",
            "The English version says that it was corrected:</p> <p><bdi>An earlier version of this article &lt;",
        ),
    ],
)
def test_a_correction_is_told_by_every_report(comparison, format, told):
    assert told in re.sub(r"\s+", " ", render(comparison, format))
    assert "исправили" in render(comparison, format, "ru")
    assert [found.kind for found in comparison.differences] == ["omission", "omission"]  # and it is no difference


def test_no_correction_no_word_of_it(story):
    for format in ("console", "markdown", "html"):
        assert "was corrected" not in render(story, format).split("<script")[0]


def test_the_workbook_names_kinds_doubts_and_corrections(comparison):
    book = load_workbook(io.BytesIO(render_bytes(comparison, "xlsx")))
    header, *rows = book["Translation"].iter_rows(values_only=True)
    assert header[-2:] == ("Kind", "Doubt")
    told = {row[3]: row[-2:] for row in rows}
    assert told["Подписывайтесь на наш канал"] == ("promotion", "story or furniture?")
    assert told["Спасатели у моста в Ленске."] == ("caption", None)
    assert told["Трасса у Ленска перекрыта."] == (None, None)
    noted = [row for row in book["Summary"].iter_rows(values_only=True) if row[0] == "Correction"]
    assert [row[2].startswith("The English version says that it was corrected: An earlier") for row in noted] == [True]
