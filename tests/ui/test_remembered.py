"""What is remembered of outlets, on the page: only what is asked for, applied to the next page, taken back, removed."""

from pathlib import Path

import pytest
from outlet_pages import FURNITURE, pasted
from page_steps import own_texts
from standin import ENGLISH, RUSSIAN
from streamlit.testing.v1 import AppTest

from translate.review.memory import Memory

ROOT = Path(__file__).parents[2]
THANKS = "Мэр поблагодарил рабочих за терпение."
PAGE, NEXT_PAGE = pasted(RUSSIAN), pasted(RUSSIAN.replace("Ремонт", "Весь ремонт"))
OFFER = "Remember my 2 decisions for "


@pytest.fixture
def page(calls, remembering):
    """The page as a visitor finds it, with a file of their own."""
    found = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    found.session_state["parallax"].offer_declined = True
    return found


@pytest.fixture
def memory(remembering):
    return Memory(remembering / "outlets.sqlite")


def compare(page, source=PAGE):
    """Compare two texts of one's own as a new story, and give the review of them."""
    own_texts(page)
    page.text_area(key="text-0").input(source)
    page.text_area(key="text-1").input(ENGLISH)
    press(page, "Compare")
    return page.session_state["parallax"].reviews[page.session_state["parallax"].story]


def press(page, label):
    next(button for button in page.button if button.label.startswith(label)).click().run()
    assert not page.exception


def decide(page, reviewing):
    """The mayor's thanks are furniture, and the name of the paper is text."""
    document = reviewing.session.source
    thanks = [document.sentence_text(i) for i in range(len(document.sentences))].index(THANKS)
    reviewing.tell("source", [thanks], story=False)
    reviewing.tell("source", [0], story=True)
    page.run()
    assert not page.exception
    return thanks


def labels(page):
    return [button.label.replace("\\", "") for button in page.button]


def captions(page):
    return [caption.value.replace("\\", "") for caption in page.caption]


def teach(page):
    thanks = decide(page, compare(page))
    press(page, OFFER)
    return thanks


def test_nothing_is_kept_before_it_is_asked_for(page, memory):
    reviewing = compare(page)
    assert not [label for label in labels(page) if label.startswith("Remember")]
    decide(page, reviewing)
    assert f"{OFFER}ООО «Вечерний Приозёрск»" in labels(page)
    assert not memory.path.exists()


def test_decisions_are_kept_under_the_name_that_the_user_gives(page, memory):
    decide(page, compare(page))
    next(field for field in page.text_input if field.label == "Outlet of the page (Russian)").input("Наш *город*").run()
    assert f"{OFFER}Наш *город*" in labels(page)
    press(page, OFFER)
    assert [(line.name, line.text, line.furniture) for line in memory.lines()] == [
        ("Наш *город*", FURNITURE[0], False),
        ("Наш *город*", THANKS, True),
    ]
    assert not [label for label in labels(page) if label.startswith("Remember")]


def test_the_next_page_is_read_with_them_and_says_so(page, calls):
    thanks = teach(page)
    reviewing = compare(page, NEXT_PAGE)
    assert "2 lines as you decided for ООО «Вечерний Приозёрск»" in captions(page)
    assert reviewing.session.document("source").sentences[thanks].role == "boilerplate"
    assert calls[-1][0].sentences[0].role == "body"
    assert reviewing.session.fresh


def test_one_button_takes_them_back_and_leaves_other_decisions(page, calls):
    thanks = teach(page)
    reviewing = compare(page, NEXT_PAGE)
    reviewing.tell("target", [1], story=False)
    page.run()
    press(page, "Undo")
    assert [(change.side, change.sentence) for change in reviewing.session.roles] == [("target", 1)]
    assert calls[-1][0].sentences[thanks].role == "body"
    assert not [caption for caption in captions(page) if "as you decided" in caption]
    page.run()
    assert [change.side for change in reviewing.session.roles] == ["target"]


def test_a_line_can_be_removed(page, memory):
    teach(page)
    assert len(memory.lines()) == 2
    page.toggle(key="remembered-lines").set_value(True).run()
    page.button(key="forget-line-1").click().run()
    assert [line.text for line in memory.lines()] == [THANKS]
    page.button(key="forget-line-2").click().run()
    assert memory.outlets() == {}
    assert not page.exception


def test_a_file_that_cannot_be_used_is_told_and_stops_nothing(page, memory):
    memory.path.parent.mkdir(parents=True)
    memory.path.write_bytes(b"no database at all " * 100)
    reviewing = compare(page)
    assert reviewing.session.found.differences
    assert any("file is not a database" in warning.value for warning in page.warning)
    decide(page, reviewing)
    assert not page.exception


def test_what_cannot_be_written_is_told(page, memory):
    decide(page, compare(page))
    memory.path.mkdir(parents=True)
    next(button for button in page.button if button.label.startswith(OFFER)).click().run()
    assert not page.exception
    assert any("unable to open" in error.value for error in page.error)


def test_a_page_with_little_furniture_says_why_nothing_can_be_remembered(page):
    compare(page, RUSSIAN).tell("source", [4], story=False)
    page.run()
    assert any("too little furniture" in caption for caption in captions(page))
    assert not [label for label in labels(page) if label.startswith("Remember")]


def test_where_it_is_turned_off_nothing_is_offered(page, monkeypatch, memory):
    teach(page)
    monkeypatch.setenv("PARALLAX_REMEMBER", "0")
    reviewing = compare(page, NEXT_PAGE)
    assert reviewing.session.roles == ()
    decide(page, reviewing)
    assert not [label for label in labels(page) if label.startswith("Remember")]
    assert not [button for button in page.button if str(button.key).startswith("forget-line")]
