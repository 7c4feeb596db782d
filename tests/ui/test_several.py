"""Several versions on the page: panes for them, what they tell, and the way into any two of them."""

from pathlib import Path

import pytest
from page_steps import own_texts, views
from standin import ENGLISH, RUSSIAN, BilingualEmbedder
from streamlit.testing.v1 import AppTest

from translate import Options, compare_many
from translate.errors import ServerError
from translate.several.comparing import text_named
from translate.several.reports import FORMATS
from translate.text.origin import FileText, Origin
from translate.text.versions import read_version
from translate.ui import computing
from translate.ui.inputs import ONE_MORE
from translate.ui.several import stop
from translate.ui.state import MOST_VERSIONS, PageState, Server
from translate.wording.phrase import Phrase

APP = str(Path(__file__).parents[2] / "app.py")
SHORTER = ENGLISH.rsplit(". ", 1)[0] + "."


@pytest.fixture
def page(fresh):
    """The page of a visitor who wants no translation model."""
    fresh.session_state["parallax"].offer_declined = True
    return fresh


@pytest.fixture
def together(monkeypatch, calls):
    """The texts of every run of several versions."""
    made = []

    def counted(texts, options=None, *, progress=None):
        made.append(texts)
        read = [read_version(text, text_named(number)) for number, text in enumerate(texts, 1)]
        return compare_many(read, Options(engine="none"), progress=progress, embedder=BilingualEmbedder())

    monkeypatch.setattr(computing, "compare_many", counted)
    return made


def press(page, label):
    return next(button for button in page.button if button.label == label).click().run()


def given(page, *texts):
    """Put texts into as many panes."""
    own_texts(page)
    for number, text in enumerate(texts):
        if f"text-{number}" not in {area.key for area in page.text_area}:
            page.button(key="add-version").click().run()
        page.text_area(key=f"text-{number}").input(text)
    return page


def several(page, *texts):
    return press(given(page, *texts), "Compare")


def panes(page):
    return [area.value for area in page.text_area if (area.key or "").startswith("text-")]


def errors(page):
    return [error.value.replace("\\", "") for error in page.error]


def tables(page):
    return "".join(html.proto.body for html in page.get("html") if 'class="versions"' in html.proto.body)


def pairs(page):
    return [button.label for button in page.button if (button.key or "").startswith("pair-")]


def test_a_version_is_added_and_removed(page):
    given(page, RUSSIAN, ENGLISH, SHORTER, RUSSIAN)
    assert page.text_area(key="text-2").placeholder == str(ONE_MORE)
    page.button(key="remove-2").click().run()
    assert panes(page) == [RUSSIAN, ENGLISH, RUSSIAN]


def test_there_is_a_limit_of_versions(page):
    given(page, *[RUSSIAN] * MOST_VERSIONS)
    assert "add-version" not in {button.key for button in page.button}
    page.button(key=f"remove-{MOST_VERSIONS - 1}").click().run()
    assert "add-version" in {button.key for button in page.button}


def test_what_each_version_tells_is_shown(page, together):
    several(page, RUSSIAN, ENGLISH, SHORTER)
    assert not page.exception
    assert together == [(RUSSIAN, ENGLISH, SHORTER)]
    assert pairs(page) == ["ru1 – en1", "ru1 – en2", "en1 – en2"]
    assert 'id="claim-1"' in tables(page)
    assert any(text.value.startswith("Versions\\: 3") for text in page.markdown)
    assert panes(page) == []
    page.run()
    assert len(together) == 1


def test_in_russian_it_is_in_russian(page, together):
    page.session_state["language"] = "ru"
    page.run()
    given(page, RUSSIAN, ENGLISH, SHORTER)
    press(page, "Сравнить")
    assert "какую часть этой версии" in tables(page)


@pytest.mark.parametrize(("pair", "texts"), [("pair-0-2", (RUSSIAN, SHORTER)), ("pair-1-2", (ENGLISH, SHORTER))])
def test_any_two_open_as_a_story_without_a_second_run(page, together, calls, pair, texts):
    several(page, RUSSIAN, ENGLISH, SHORTER)
    before = len(calls)
    page.button(key=pair).click().run()
    assert not page.exception
    assert len(views(page)) == 1
    state = page.session_state["parallax"]
    session = state.reviews[state.story].session
    assert (session.source.text, session.target.text, len(calls)) == (*texts, before)
    press(page, "All versions")
    assert pairs(page) == ["ru1 – en1", "ru1 – en2", "en1 – en2"]
    assert len(together) == 1


def test_two_of_one_language_are_compared_anew_with_other_settings(page, together):
    several(page, RUSSIAN, ENGLISH, SHORTER)
    page.button(key="pair-1-2").click().run()
    page.segmented_control(key="operating-point").set_value("sensitive").run()
    assert not page.exception
    assert errors(page) == []
    assert len(views(page)) == 1


def test_the_texts_are_edited_and_left_again(page, together):
    several(page, RUSSIAN, ENGLISH, SHORTER)
    press(page, "Edit the texts")
    assert panes(page) == [RUSSIAN, ENGLISH, SHORTER]
    press(page, "Back to the result")
    assert len(pairs(page)) == 3
    press(page, "New comparison")
    assert panes(page) == ["", ""]


def test_an_empty_pane_is_told(page, together):
    several(page, RUSSIAN, ENGLISH, "")
    assert errors(page) == ["This text is still empty. Paste a version of the story here, open a file, or remove it."]
    assert together == []


@pytest.mark.parametrize(
    "wrong", ["Ein Text auf Deutsch, der nicht verglichen werden kann, weil er deutsch ist.", "!!!"]
)
def test_what_is_wrong_with_a_text_stands_in_its_pane(page, together, wrong):
    several(page, RUSSIAN, ENGLISH, wrong)
    assert list(page.session_state["parallax"].problems) == [2]
    assert [error[:6] for error in errors(page)] == ["Text 3"]
    assert panes(page) == [RUSSIAN, ENGLISH, wrong]


def test_without_its_server_it_is_compared_all_the_same(page, together, monkeypatch):
    inner = computing.compare_many

    def served(texts, options=None, *, progress=None):
        if options.engine == "libretranslate":
            raise ServerError("http://127.0.0.1:1", Phrase("it is away"))
        return inner(texts, options, progress=progress)

    monkeypatch.setattr(computing, "compare_many", served)
    page.session_state["parallax"].server = Server("http://127.0.0.1:1")
    several(page, RUSSIAN, ENGLISH, SHORTER)
    assert len(errors(page)) == 1
    assert len(pairs(page)) == 3


def slow_page() -> None:
    """Part of a comparison of several versions, ten seconds long, that can be stopped."""
    import streamlit as st

    from translate.ui.waiting import TOGETHER, Waiting

    def stop() -> None:
        st.session_state.stopped = True

    seconds = iter((0.0, 10.0))
    waiting = Waiting(st.empty(), stop, clock=lambda: next(seconds))
    waiting.show("reading", 0, 1)
    waiting.show(TOGETHER, 2, 6)


def test_progress_counts_the_pairs_and_can_be_cancelled() -> None:
    page = AppTest.from_function(slow_page).run()
    (bar,) = page.get("progress")
    assert (bar.proto.text, bar.proto.value) == ("Comparing every two versions, 2 of 6 · about 20 s left", 33)
    page.button(key="cancel").click().run()
    assert page.session_state.stopped


def test_who_cancels_finds_the_versions_in_their_panes() -> None:
    state = PageState(drafts=[RUSSIAN, ENGLISH, SHORTER], together=(RUSSIAN, ENGLISH, SHORTER))
    state.show_together()
    assert state.showing_together
    stop(state)
    assert (state.together, state.drafts, state.starting) == ((), [RUSSIAN, ENGLISH, SHORTER], True)


def test_every_report_is_offered(page, together):
    several(page, RUSSIAN, ENGLISH, SHORTER)
    offered = {button.key for button in page.get("download_button")}
    assert {f"download-several-{format}" for format in FORMATS} <= offered


def test_a_reload_finds_them_again(keeping, page, together):
    several(page, RUSSIAN, ENGLISH, SHORTER)
    again = AppTest.from_file(APP, default_timeout=60).run()
    assert pairs(again) == ["ru1 – en1", "ru1 – en2", "en1 – en2"]
    again.button(key="pair-1-2").click().run()
    with_a_pair = AppTest.from_file(APP, default_timeout=60).run()
    assert len(views(with_a_pair)) == 1
    press(with_a_pair, "All versions")
    press(with_a_pair, "Edit the texts")
    once_more = AppTest.from_file(APP, default_timeout=60).run()
    assert panes(once_more) == [RUSSIAN, ENGLISH, SHORTER]


def test_versions_that_were_never_compared_are_not_lost_to_another_story(keeping, page, together):
    own_texts(page)
    for number, text in enumerate((RUSSIAN, ENGLISH)):
        page.text_area(key=f"text-{number}").input(text)
    press(page, "Compare")
    press(page, "New comparison")
    given(page, ENGLISH, RUSSIAN, SHORTER).run()
    page.radio(key="stories").set_value(1).run()
    assert len(views(page)) == 1
    press(page, "Edit the texts")
    press(page, "Back to the result")  # of the story that was in sight
    assert (len(views(page)), together) == (1, [])
    press(page, "Edit the texts")
    press(page, "All versions")
    assert together == [(ENGLISH, RUSSIAN, SHORTER)]


def test_two_of_several_files_keep_their_days(page, together):
    state = page.session_state["parallax"]
    day = FileText(SHORTER, Origin("short.txt", published="2024-05-31"))
    state.together = (RUSSIAN, ENGLISH, day)
    state.show_together()
    page.run().button(key="pair-0-2").click().run()
    assert state.story.files == (None, day)
