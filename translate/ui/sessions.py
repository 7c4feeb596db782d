"""A saved session opened again."""

import streamlit as st

from translate.desk.story import Story
from translate.errors import TranslateError
from translate.review.history import History
from translate.review.session import Session
from translate.review.session_file import session_from
from translate.text.origin import FileText
from translate.ui.computing import options_for
from translate.ui.kept import put_into_panes
from translate.ui.plain import plain
from translate.ui.reviewing import Basis, Reviewing
from translate.ui.state import PageState
from translate.wording.phrase import said, say

_UPLOAD = "session-file"


def open_session(state: PageState) -> None:
    """A button that opens a place for a saved session."""
    with st.popover(say("Open a session"), icon=":material/folder_open:"):
        st.file_uploader(
            say("A session file holds both texts, what was found, and every decision."),
            type=["json"],
            key=_UPLOAD,
            on_change=_open,
            args=(state,),
        )


def told_unopened(state: PageState) -> None:
    """What is wrong with a file that was to be opened."""
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
    put_in_sight(state, session)


def put_in_sight(state: PageState, session: Session, reviewing: Reviewing | None = None) -> None:
    """Show a session as the visitor's own texts, exactly as it was left.

    Args:
        state: Of the visitor.
        session: What to show.
        reviewing: The review that goes on with it; a new one if None.
    """
    story = story_of(session)
    state.mode, state.operating_point = "own", session.options.operating_point
    st.session_state["operating-point"] = state.operating_point
    state.glossary, state.glossary_problem = session.options.terms, ""
    put_into_panes(state, story)
    state.stories["own"], state.editing, state.offering, state.monitoring = story, False, False, False
    state.problems, state.problem = {}, ""
    options = options_for(state.operating_point, "auto", state.server, state.glossary)
    state.take_up(story, reviewing or Reviewing(Basis(options, None), History(session)))


def story_of(session: Session) -> Story:
    """The two texts of a session, with the days and what else their files told."""
    source, target = (
        FileText(document.text, document.origin) if document.origin else document.text
        for document in (session.source, session.target)
    )
    return Story.of(source, target)
