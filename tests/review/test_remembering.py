"""From a review to what is remembered of an outlet, and back on its next page."""

from dataclasses import replace

import pytest
from outlet_pages import FURNITURE, VIEWS, outlet_page, page_of

from translate import remembered_roles
from translate.errors import ReviewError
from translate.review.memory import Memory, default_memory
from translate.review.outlets import LEAST_LINES
from translate.review.remembering import Recalled, memorable, recalled, remember, with_remembered
from translate.review.session import RoleChange, Session
from translate.testing import compare_by_letters
from translate.text.document import Document

ENGLISH = page_of(("The bridge was opened on Monday.", "body"), ("It is red.", "body"), language="en")
STORY = "Мост открыли в понедельник."
VIEWS_AT = len(FURNITURE) + 1


def session_of(document: Document) -> Session:
    return Session.of(compare_by_letters(document, ENGLISH))


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "outlets.sqlite")


@pytest.fixture
def taught(memory):
    """A file in which one line of the outlet is furniture, and one of its lines of furniture is text."""
    session = session_of(outlet_page(STORY, VIEWS))
    session = session.with_role("source", [VIEWS_AT], "boilerplate").with_role("source", [4], "body")
    remember(session, "source", " Приозёрск  вечером", memory)
    return memory


def test_the_next_page_of_the_outlet_is_read_as_decided(taught):
    page = outlet_page("Пожар потушили ночью.", "340 ПРОСМОТРОВ")
    found = recalled(page, "target", taught)
    changes = (RoleChange("target", 4, "body"), RoleChange("target", VIEWS_AT, "boilerplate"))
    assert found == Recalled("target", "Приозёрск вечером", changes, 2)
    assert found.sentence == "2 lines as you decided for Приозёрск вечером"


def test_a_page_of_another_outlet_is_left_as_it_is(taught):
    other = outlet_page(STORY, VIEWS, furniture=("Гора", "Дороги и перевалы", "Лавины сегодня"))
    assert recalled(other, "source", taught) is None


def test_what_a_page_has_anyway_changes_nothing(taught):
    furniture = tuple(line for place, line in enumerate(FURNITURE) if place != 4)
    assert recalled(outlet_page(STORY, furniture=(*furniture, VIEWS)), "source", taught) is None


def test_a_headline_stays_a_headline_and_a_doubtful_line_is_settled(taught):
    page = outlet_page(STORY)
    headline = replace(page.sentences[4], role="headline", certainty=0.6)
    page = replace(page, sentences=(*page.sentences[:4], headline, *page.sentences[5:]))
    found = recalled(page, "source", taught)
    assert found is not None
    assert found.roles == (RoleChange("source", 4, "headline"),)


def test_a_session_takes_up_what_is_remembered_of_both_sides(taught):
    session, found = with_remembered(session_of(outlet_page("Пожар потушили ночью.", "7 просмотров")), taught)
    assert [each.side for each in found] == ["source"]
    assert session.roles == found[0].roles
    assert not session.fresh
    assert memorable(session, "source", taught) is None  # it is remembered already


def test_lines_of_one_paragraph_count_as_one(memory):
    page = outlet_page(STORY, "Пишите нам.", "Мы читаем всё.")
    last = replace(page.sentences[-1], paragraph=page.sentences[-2].paragraph)
    page = replace(page, sentences=(*page.sentences[:-1], last))
    session = session_of(page).with_role("source", [VIEWS_AT, VIEWS_AT + 1], "boilerplate")
    found = memorable(session, "source", memory)
    assert found is not None
    assert (len(found.lines), found.count) == (2, 1)
    remember(session, "source", found.name, memory)
    again = recalled(page, "source", memory)
    assert again is not None
    assert (len(again.roles), again.lines) == (2, 1)


def test_the_name_is_guessed_once_and_known_later(memory):
    session = session_of(outlet_page(STORY, VIEWS)).with_role("source", [VIEWS_AT], "boilerplate")
    found = memorable(session, "source", memory)
    assert found is not None
    assert found.name == "ООО «Вечерний Приозёрск»"
    remember(session, "source", "Мой Приозёрск", memory)
    later = session_of(outlet_page("Ещё новость дня.", "Ещё строка")).with_role("source", [VIEWS_AT], "boilerplate")
    known = memorable(later, "source", memory)
    assert known is not None
    assert known.name == "Мой Приозёрск"
    remember(later, "source", "Приозёрск", memory)
    assert [outlet.name for outlet in memory.outlets().values()] == ["Приозёрск"]
    assert [line.text for line in memory.lines()] == [VIEWS, "Ещё строка"]


def test_a_line_decided_both_ways_is_not_remembered(memory):
    """The same words are the story's headline in one place and a trail of sections in another."""
    session = session_of(outlet_page(STORY, VIEWS, "7 просмотров")).with_role("source", [VIEWS_AT], "boilerplate")
    assert memorable(session, "source", memory) is None
    both = session.with_role("source", [VIEWS_AT + 1], "boilerplate")
    assert memorable(both, "source", memory) is not None


def test_no_decision_is_nothing_to_remember(memory):
    session = session_of(outlet_page(STORY, VIEWS)).with_role("source", [VIEWS_AT], "boilerplate")
    assert memorable(session, "target", memory) is None
    remember(session, "target", "The Ridge", memory)
    assert not memory.path.exists()


def test_a_page_with_little_furniture_is_refused(memory):
    page = outlet_page(STORY, VIEWS, furniture=FURNITURE[: LEAST_LINES - 2])
    session = session_of(page).with_role("source", [LEAST_LINES - 1], "boilerplate")
    found = memorable(session, "source", memory)
    assert found is not None
    assert not found.known
    with pytest.raises(ReviewError, match=f"at least {LEAST_LINES} lines"):
        remember(session, "source", "Приозёрск", memory)
    assert not memory.path.exists()


def test_a_thin_page_of_a_known_outlet_leaves_what_it_is_known_by(taught):
    before = taught.outlets()
    thin = outlet_page(STORY, "Ещё строка", furniture=FURNITURE[:4])
    session = session_of(thin).with_role("source", [5], "boilerplate")
    remember(session, "source", "Приозёрск вечером", taught)
    assert taught.outlets() == before
    assert len(taught.lines()) == 3


def test_an_outlet_needs_a_name(memory):
    session = session_of(outlet_page(STORY, VIEWS)).with_role("source", [VIEWS_AT], "boilerplate")
    with pytest.raises(ReviewError, match="no name"):
        remember(session, "source", "  ", memory)


def test_what_no_file_could_hold_is_replaced(memory):
    session = session_of(outlet_page(STORY, "Строка \ud800")).with_role("source", [VIEWS_AT], "boilerplate")
    remember(session, "source", "При\udc00озёрск", memory)
    assert [(line.name, line.text) for line in memory.lines()] == [("При\ufffdозёрск", "Строка \ufffd")]
    assert recalled(outlet_page(STORY, "Строка \ud800"), "source", memory) is not None


def test_the_function_for_scripts_reads_the_users_file(remembering, monkeypatch):
    page = outlet_page(STORY, VIEWS)
    assert remembered_roles(page) == []
    memory = default_memory()
    assert memory is not None
    remember(session_of(page).with_role("source", [VIEWS_AT], "boilerplate"), "source", "Приозёрск", memory)
    assert remembered_roles(page) == [RoleChange("source", VIEWS_AT, "boilerplate")]
    assert remembered_roles(page, "target") == [RoleChange("target", VIEWS_AT, "boilerplate")]
    monkeypatch.setenv("PARALLAX_REMEMBER", "0")
    assert remembered_roles(page) == []
