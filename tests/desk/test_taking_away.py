"""All stories at once, to take away."""

import io
import zipfile

import pytest
from openpyxl import load_workbook

from translate import Options, compare
from translate.desk.store import Stories
from translate.desk.story import Story
from translate.desk.taking_away import reports_of_stories, workbook_of_stories
from translate.review.decision import Decision
from translate.review.session import Session
from translate.testing import LetterEmbedder, drawn_comparison
from translate.text.document import document_of_sentences


@pytest.fixture
def stories(tmp_path):
    """Two stories that were compared, of whose differences one is rejected and one open, and one that was not."""
    stories = Stories(tmp_path / "stories.sqlite", clock=lambda: 20_000 * 86_400.0)
    for letters, others, verdict in (("abcdef", "abdef", "rejected"), ("abxdef", "abdef", "accepted")):
        session = Session.of(drawn_comparison(letters, others))
        session = session.decided(session.found.differences[0], Decision(verdict, note="=1+1"))
        stories.keep("me", Story(session.source.text, session.target.text), session)
    stories.keep("me", Story("Дождь шёл всю ночь.", "It rained all night."))
    session = Session.of(drawn_comparison("ghi", "gi"))
    stories.keep("you", Story(session.source.text, session.target.text), session)
    return stories


def rows(stories, sheet, language="en", visitor="me"):
    book = load_workbook(io.BytesIO(workbook_of_stories(stories, visitor, language)))
    head, *others = book[book.sheetnames[sheet]].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def test_a_workbook_has_a_row_for_each_story(stories):
    waiting, accepted, rejected = rows(stories, 0)
    assert (waiting["Headline"], waiting["Differences"]) == ("It rained all night.", "not compared yet")
    assert (accepted["Differences"], accepted["Decided"], accepted["Open"]) == (1, 1, 0)
    assert (rejected["Differences"], rejected["Decided"], rejected["Open"]) == (1, 1, 0)
    assert accepted["Added"] == "2024-10-04 00:00 UTC"


def test_a_workbook_has_every_difference_that_was_not_rejected(stories):
    (difference,) = rows(stories, 1)
    assert difference["Story"] == 2
    assert difference["Kind"] == "only in Russian"
    assert difference["Russian text"].startswith("x")
    assert difference["Review"] == "right: =1+1"


def test_both_texts_of_one_language_stand_in_its_column(stories):
    texts = ("Rain fell all night in Kazan.", "The old bridge held 40 cars."), ("Rain fell all night in Kazan.",)
    found = compare(
        *(document_of_sentences(text, "en") for text in texts),
        Options(engine="none"),
        embedder=LetterEmbedder(),
        one_language=True,
    )
    stories.keep("us", Story(found.source.text, found.target.text), Session.of(found))
    (story,) = rows(stories, 0, visitor="us")
    assert story["English text covered"].endswith(" | 100 %")
    (difference,) = rows(stories, 1, visitor="us")
    assert difference["Kind"] == "only in the first English version"
    assert difference["English text"].startswith("The old bridge")


def test_a_workbook_is_in_the_language_of_the_interface(stories):
    assert rows(stories, 1, "ru")[0]["Русский текст"].startswith("x")


def test_an_archive_has_a_report_for_each_story_that_was_compared(stories):
    made = reports_of_stories(stories, "me", "en")
    assert made == reports_of_stories(stories, "me", "en")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert [name[:4] + name[-16:] for name in archive.namelist()] == [
            "002--2024-10-04.html",
            "003--2024-10-04.html",
        ]
        assert all(b"<html" in archive.read(name) for name in archive.namelist())


def test_nothing_gives_an_empty_workbook_and_archive(tmp_path):
    empty = Stories(tmp_path / "none.sqlite")
    assert load_workbook(io.BytesIO(workbook_of_stories(empty, "", "en"))).sheetnames == ["Stories", "Differences"]
    assert zipfile.ZipFile(io.BytesIO(reports_of_stories(empty, "", "en"))).namelist() == []
