"""The comparison page: its parts in their order, and what happens when texts cannot be compared."""

from contextlib import suppress
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from translate.engines.sample_engine import engine_for_sample
from translate.errors import OptionError, ServerError, TranslateError
from translate.ui.computing import compared_apart, comparison_of, options_for, progress_of_a_step
from translate.ui.furniture import furniture
from translate.ui.glossary import glossary_settings
from translate.ui.inputs import choose_mode, edit_button, own_texts, sample_gallery
from translate.ui.kept import begun, come_back, keep, leave, resumed
from translate.ui.masthead import masthead
from translate.ui.operating_point import choose_operating_point
from translate.ui.overview import overview
from translate.ui.packages import offer_translation, translation_settings
from translate.ui.plain import plain
from translate.ui.remembered import told_remembered
from translate.ui.result import downloads, reading_view, summary
from translate.ui.reviewing import Reviewing, taken_up
from translate.ui.sessions import sessions
from translate.ui.state import PageState, page_state
from translate.ui.stories import stories, told_unplaced
from translate.ui.workers import workers
from translate.wording.phrase import said, say


def comparison_page() -> None:
    """Draw the page for one visitor."""
    with suppress(OptionError):  # told where texts are compared
        workers()  # the first process gets ready while the page is drawn
    state = page_state()
    come_back(state)
    leave(state)
    masthead()
    choose_mode(state)
    inputs, result = st.empty(), st.container()
    _inputs(state, inputs)
    open_before = state.editing
    with result:
        head = st.container(horizontal=True, gap="medium")  # one row, so that the texts begin higher up
        if state.story:
            with head:
                choose_operating_point(state)
        reviewing = _reviewed(state)
    if state.editing and not open_before:  # the comparison did not work
        _inputs(state, inputs)
    with result:
        if reviewing:
            _draw(state, reviewing, head)
        sessions(state, reviewing, _file_name(state))
        if reviewing:
            furniture(reviewing)
        translation_settings(state, reviewing.session.found if reviewing else None)
        glossary_settings(state)
    stories(state, reviewing)


def _inputs(state: PageState, place: DeltaGenerator) -> None:
    """Where the texts come from.

    The panes make room before the comparison is computed, so that its progress is seen. A single element does that at
    once; what stood in a container would stay until the end of the run.
    """
    if state.mode == "own" and not state.editing:
        with place:
            edit_button(state)
        return
    with place.container():
        if state.mode == "sample":
            sample_gallery(state)
        else:
            offer_translation(state)
            own_texts(state)


def _reviewed(state: PageState) -> Reviewing | None:
    """The review to show; an error is shown instead and leaves the panes open."""
    if state.story is None:
        return None
    try:
        reviewing = _taken_up(state)
        with progress_of_a_step() as progress:
            reviewing.compute(progress, compared_apart)
        assert state.story is not None
        keep(state, state.story, reviewing)
        return reviewing
    except ServerError as error:
        # Comparing needs no server, and asking a dead one again at every rerun would take minutes.
        state.server, state.server_problem = None, error.message
        st.error(plain(said(error.message)), icon=":material/error:")
        return _reviewed(state)
    except TranslateError as error:
        state.editing = True
        if not state.edited:  # what was wrong with a text may be mended by now
            st.error(plain(said(error.message)), icon=":material/error:")
        return None


def _stop(state: PageState) -> None:
    """Give up the comparison of the visitor's own texts; they stay in their panes."""
    state.stories.pop("own", None)
    state.editing = True


def _taken_up(state: PageState) -> Reviewing:
    story = state.story
    assert story is not None
    engine = state.engine
    if engine == "auto" and state.mode == "sample":
        engine = engine_for_sample(state.sample)
    options = options_for(state.operating_point, engine, state.server, state.glossary)
    before = state.reviews.get(story) or resumed(state, story, options)
    if before and before.came_from_a_file(options):
        state.take_up(story, before)
        return before
    stop = partial(_stop, state) if state.mode == "own" else None
    comparison = comparison_of(story, options, stop)
    reviewing = taken_up(before, comparison, options) if before else begun(state, story, comparison, options)
    state.take_up(story, reviewing)
    return reviewing


def _file_name(state: PageState) -> str:
    return f"parallax-{state.sample}" if state.mode == "sample" else "parallax"


def _draw(state: PageState, reviewing: Reviewing, head: DeltaGenerator) -> None:
    if state.mode == "own" and state.edited:
        st.caption(say("Below is the result for the texts before your changes. Press Compare for the new one."))
    comparison = reviewing.session.comparison
    summary(comparison, head)
    told_remembered(reviewing)
    told_unplaced(reviewing)
    reading_view(reviewing)
    overview(comparison)
    downloads(comparison, _file_name(state))
