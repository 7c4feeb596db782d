"""Names that the visitor gives to several versions, from the panes to the reports."""

from pathlib import Path

import pytest
from page_steps import own_texts
from standin import ENGLISH, RUSSIAN, BilingualEmbedder
from streamlit.testing.v1 import AppTest

from translate import Options, compare_many
from translate.several.comparing import text_named
from translate.several.reports import render_many
from translate.several.versions import Versions
from translate.text.versions import read_version
from translate.ui import computing
from translate.ui.state import PageState
from translate.ui.version_names import ALIKE, alike, named

APP = str(Path(__file__).parents[2] / "app.py")
SHORTER = ENGLISH.rsplit(". ", 1)[0] + "."
TEXTS = (RUSSIAN, ENGLISH, SHORTER)


def compared(texts, options=None, *, progress=None):
    read = [read_version(text, text_named(number)) for number, text in enumerate(texts, 1)]
    return compare_many(read, Options(engine="none"), progress=progress, embedder=BilingualEmbedder())


@pytest.fixture(scope="module")
def versions() -> Versions:
    return compared(TEXTS)


@pytest.fixture
def together(monkeypatch, calls):
    monkeypatch.setattr(computing, "compare_many", compared)


def several(page, *names):
    own_texts(page)
    page.button(key="add-version").click().run()
    for number, text in enumerate(TEXTS):
        page.text_area(key=f"text-{number}").input(text)
        if number < len(names):
            page.text_input(key=f"name-{number}").input(names[number])
    return press(page, "Compare")


def press(page, label):
    return next(button for button in page.button if button.label == label).click().run()


def pairs(page):
    return [button.label for button in page.button if (button.key or "").startswith("pair-")]


def test_a_version_without_a_name_keeps_its_own(versions):
    assert named(versions, ("Tass", "", "")).names == ("Tass", "en1", "en2")
    assert named(versions, ()).names == ("ru1", "en1", "en2")
    assert named(versions, ("en2", "", "")).names == ("ru1", "en1", "en2")
    assert "Tass" in render_many(named(versions, ("Tass", "", "")))


@pytest.mark.parametrize(
    ("names", "panes"), [({}, ()), ({0: "a", 2: "a"}, (2,)), ({0: "en2"}, (2,)), ({0: "a", 1: "b"}, ())]
)
def test_no_two_may_be_called_alike(names, panes):
    assert alike(PageState(drafts=list(TEXTS), names=names)) == panes


def test_names_stand_in_the_result_and_are_there_after_a_reload(keeping, page, together):
    own_texts(page)
    assert "name-0" not in {field.key for field in page.text_input}
    several(page, "Лента", "", " <b>Wire ")
    assert not page.exception
    assert pairs(page) == ["Лента – en1", r"Лента – \<b\>Wire", r"en1 – \<b\>Wire"]
    again = AppTest.from_file(APP, default_timeout=60).run()
    assert pairs(again) == pairs(page)
    press(again, "Edit the texts")
    assert [again.text_input(key=f"name-{number}").value for number in range(3)] == ["Лента", "", "<b>Wire"]
    assert again.text_input(key="name-1").placeholder == "en1"
    again.button(key="remove-2").click().run()
    assert again.session_state["parallax"].names[0] == "Лента"


def test_two_that_are_called_alike_are_told_at_the_second(page, together):
    several(page, "Wire", "Wire")
    assert page.session_state["parallax"].problems == {1: ALIKE}
    page.text_input(key="name-1").input("Post")
    press(page, "Compare")
    assert pairs(page) == ["Wire – Post", "Wire – en2", "Post – en2"]
