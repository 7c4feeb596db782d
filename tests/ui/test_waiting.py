"""Progress while a comparison is computed, and how to stop it."""

from unittest.mock import MagicMock

import pytest
from page_steps import own_texts
from standin import ENGLISH, RUSSIAN
from streamlit.testing.v1 import AppTest

from translate.batch.workers import QUEUED
from translate.ui import computing, waiting
from translate.ui.waiting import STAGES, Waiting, share_done, time_left


def slow_page(stage: str = "encoding", done: int = 6, total: int = 12) -> None:
    """Part of a comparison, ten seconds long, that can be stopped."""
    import streamlit as st

    from translate.ui.waiting import Waiting

    def stop() -> None:
        st.session_state.stopped = True

    seconds = iter((0.0, 10.0))
    waiting = Waiting(st.empty(), stop, clock=lambda: next(seconds))
    if stage != "queued":
        waiting.show("reading", 0, 1)
    waiting.show(stage, done, total)


def test_progress_names_the_stage_and_the_time_left() -> None:
    page = AppTest.from_function(slow_page).run()
    (bar,) = page.get("progress")
    assert bar.proto.text == "Reading the meaning of each sentence, 6 of 12 · about 16 s left"
    assert bar.proto.value == 38


@pytest.mark.parametrize("stage", [QUEUED, *STAGES])
def test_a_comparison_can_be_cancelled_in_any_stage(stage: str) -> None:
    page = AppTest.from_function(slow_page, args=(stage, 0, 1)).run()
    page.button(key="cancel").click().run()
    assert page.session_state.stopped


def test_what_has_not_changed_is_not_told_again_but_whoever_leaves_is_noticed(monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(waiting, "_leave_if_asked", lambda: asked.append(True))
    place = MagicMock()
    monkeypatch.setattr(waiting.st, "empty", lambda: place)
    seen = Waiting(place)
    for before in (3, 3, 3, 2):
        seen.show(QUEUED, 0, before)
    assert [call.kwargs["text"] for call in place.progress.call_args_list] == [
        "3 other comparisons come first",
        "2 other comparisons come first",
    ]
    assert len(asked) == 4


@pytest.mark.parametrize("stage", ["reading", "encoding", "aligning", "comparing", "translating"])
def test_the_share_grows_to_the_end_of_a_stage(stage: str) -> None:
    assert 0 <= share_done(stage, 0, 4) < share_done(stage, 2, 4) < share_done(stage, 4, 4) <= 1
    assert share_done("translating", 1, 1) == 1


def test_no_time_is_told_before_it_is_known() -> None:
    assert time_left(1.0, 0.5) == time_left(10.0, 0.0) == ""


def test_cancelled_texts_stay_in_their_panes(page, monkeypatch) -> None:
    """The visitor is back where Compare was pressed."""
    own_texts(page)
    for pane, text in (("text-0", RUSSIAN), ("text-1", ENGLISH)):
        page.text_area(key=pane).input(text)
    given = computing.comparison_of

    def cancelled(story, options, stop, *, one_language):  # as if the visitor pressed Cancel while it was computed
        stop()
        monkeypatch.setattr("translate.ui.page.comparison_of", given)
        raise_rerun()

    def raise_rerun():
        import streamlit as st

        st.rerun()

    monkeypatch.setattr("translate.ui.page.comparison_of", cancelled)
    next(button for button in page.button if button.label == "Compare").click().run()
    assert [area.value for area in page.text_area if area.key.startswith("text-")] == [RUSSIAN, ENGLISH]
    assert not page.metric
