"""The comparison page: its parts in their order, and what happens when texts cannot be compared."""

import streamlit as st

from translate.engines.demonstration import engine_for_sample
from translate.errors import ServerError, TranslateError
from translate.ui.computing import comparison_of, options_for
from translate.ui.furniture import furniture
from translate.ui.inputs import choose_mode, own_texts, sample_gallery
from translate.ui.masthead import masthead
from translate.ui.operating_point import choose_operating_point
from translate.ui.packages import translation_settings
from translate.ui.plain import plain
from translate.ui.result import downloads, reading_view, summary
from translate.ui.reviewing import Reviewing, taken_up
from translate.ui.sessions import sessions
from translate.ui.state import PageState, page_state


def comparison_page() -> None:
    """Draw the page for one visitor."""
    state = page_state()
    masthead()
    choose_mode(state)
    inputs, result = st.container(), st.container()
    if state.mode == "sample":
        with inputs:
            sample_gallery(state)
    with result:
        if state.story:
            choose_operating_point(state)
        reviewing = _reviewed(state)
    if state.mode == "own":  # only now: whether the panes stay open depends on whether the comparison worked
        with inputs:
            own_texts(state)
    with result:
        if reviewing:
            _draw(state, reviewing)
        sessions(state, reviewing, _file_name(state))
        if reviewing:
            furniture(reviewing)
        translation_settings(state, reviewing.session.found if reviewing else None)


def _reviewed(state: PageState) -> Reviewing | None:
    """The review to show; an error is shown instead and leaves the panes open."""
    if state.story is None:
        return None
    try:
        reviewing = _taken_up(state)
        reviewing.compute()
        return reviewing
    except ServerError as error:
        # Comparing needs no server, and asking a dead one again at every rerun would take minutes.
        state.server, state.server_problem = None, str(error)
        st.error(plain(str(error)), icon=":material/error:")
        return _reviewed(state)
    except TranslateError as error:
        state.editing = True
        if not state.edited:  # what was wrong with a text may be mended by now
            st.error(plain(str(error)), icon=":material/error:")
        return None


def _taken_up(state: PageState) -> Reviewing:
    story = state.story
    assert story is not None
    engine = engine_for_sample() if state.mode == "sample" else "auto"
    options = options_for(state.operating_point, engine, state.server)
    before = state.reviews.get(story)
    if before and before.came_from_a_file(options):
        return before
    state.reviews[story] = taken_up(before, comparison_of(story, options), options)
    return state.reviews[story]


def _file_name(state: PageState) -> str:
    return f"parallax-{state.sample}" if state.mode == "sample" else "parallax"


def _draw(state: PageState, reviewing: Reviewing) -> None:
    if state.mode == "own" and state.edited:
        st.caption("Below is the result for the texts before your changes. Press Compare for the new one.")
    comparison = reviewing.session.comparison
    summary(comparison)
    reading_view(reviewing)
    downloads(comparison, _file_name(state))
