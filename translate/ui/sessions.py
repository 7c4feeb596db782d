"""Saving a review as a session file, and opening one."""

from functools import partial

import streamlit as st

from translate.desk.story import Story
from translate.errors import TranslateError
from translate.review.history import History
from translate.review.session_file import SUFFIX, session_bytes, session_from
from translate.ui.computing import options_for
from translate.ui.plain import plain
from translate.ui.reviewing import Basis, Reviewing
from translate.ui.state import PageState
from translate.wording.phrase import said, say

_UPLOAD = "session-file"


def sessions(state: PageState, reviewing: Reviewing | None, name: str) -> None:
    """A button that saves the review, and a place to open a saved one.

    Args:
        name: Of the file, without an ending.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        if reviewing:
            progress = reviewing.session.progress
            done = say("Review: {decided} of {total} decided", decided=progress.decided, total=progress.total)
            st.markdown(done, width="content")
            st.download_button(
                say("Save the session"),
                partial(session_bytes, reviewing.session),
                file_name=f"{name}{SUFFIX}",
                mime="application/json",
                icon=":material/save:",
                on_click="ignore",
                key="save-session",
            )
        with st.popover(say("Open a session"), icon=":material/folder_open:"):
            st.file_uploader(
                say("A session file holds both texts, what was found, and every decision."),
                type=["json"],
                key=_UPLOAD,
                on_change=_open,
                args=(state,),
            )
    if state.opened_problem:
        st.error(plain(said(state.opened_problem)), icon=":material/error:")


def _open(state: PageState) -> None:
    """Show an uploaded session as the visitor's own texts, exactly as it was left."""
    state.opened_problem = ""
    file = st.session_state[_UPLOAD]
    if file is None:
        return
    try:
        session = session_from(file.getvalue(), file.name)
    except TranslateError as error:
        state.opened_problem = error.message
        return
    story = Story(session.source.text, session.target.text)
    state.mode, state.operating_point = "own", session.options.operating_point
    st.session_state["mode"], st.session_state["operating-point"] = state.mode, state.operating_point
    state.glossary, state.glossary_problem = session.options.terms, ""
    state.drafts = [story.source, story.target]
    state.stories["own"], state.editing, state.problems = story, False, {}
    options = options_for(state.operating_point, "auto", state.server, state.glossary)
    state.take_up(story, Reviewing(Basis(options, None), History(session)))
