"""The comparison page: its parts in their order, and what happens when texts cannot be compared."""

from contextlib import suppress
from datetime import date
from functools import partial

import streamlit as st

from translate.engines.sample_engine import engine_for_sample
from translate.errors import OptionError, ServerError, TranslateError
from translate.processes.workers import workers
from translate.report.headline import file_stem, headline_of
from translate.several.versions import Versions
from translate.text.versions import FIRST_TEXT, SECOND_TEXT
from translate.ui.computing import compared_apart, comparison_of, options_for, progress_of_a_step
from translate.ui.help import help_button
from translate.ui.inputs import open_again, start
from translate.ui.kept import begun, come_back, keep, leave, resumed
from translate.ui.masthead import Bar, masthead, name_the_page
from translate.ui.monitor import monitor, monitor_button, told_monitor_problem
from translate.ui.monitor_store import give_back, page_store
from translate.ui.overview import facts_button
from translate.ui.packages import offer_is_due, offer_translation
from translate.ui.plain import plain
from translate.ui.reading_component import behave
from translate.ui.remembered import told_remembered
from translate.ui.result import answer, downloads, reading_view
from translate.ui.reviewing import Reviewing, taken_up
from translate.ui.settings import settings
from translate.ui.several import downloads_together, draw_together, several_versions
from translate.ui.state import PageState, page_state
from translate.ui.stories import stories, told_unplaced
from translate.ui.visitors import is_shared
from translate.wording.phrase import said, say

PANES = {"first": 0, FIRST_TEXT: 0, "second": 1, SECOND_TEXT: 1}  # by what errors call the text that they are about


def comparison_page() -> None:
    """Draw the page for one visitor."""
    with suppress(OptionError):  # told where texts are compared
        pool = workers()  # the first process gets ready while the page is drawn
        if pool is not None and is_shared():
            pool.get_all_ready()
    state = page_state()
    come_back(state)
    leave(state)
    bar = masthead()
    # The panes make room before the comparison is computed, so that its progress is seen. A single element does that
    # at once; what stood in a container would stay until the end of the run.
    before, result = st.empty(), st.container(key="result", gap="xsmall")
    state.monitoring = state.monitoring and page_store() is not None
    with result:
        together = _together(state)
        reviewing = None if together or state.monitoring else _reviewed(state)
        if reviewing:
            _draw(state, reviewing)
        elif state.monitoring:
            monitor(state)
            behave()
    if together:
        with before.container():
            draw_together(state, together)
    elif reviewing is None and not state.monitoring:
        with before.container():
            _begin(state)
    _fill(bar, state, reviewing, together)
    stories(state, reviewing)


def _together(state: PageState) -> Versions | None:
    """The three or more versions to show, where that is what the visitor looks at."""
    if state.monitoring or not state.showing_together or _still_offering(state):
        return None
    return several_versions(state)


def _begin(state: PageState) -> None:
    """Where the texts come from, or what is to be settled before they are compared."""
    if state.offering:
        offer_translation(state)
    else:
        start(state)
    behave()


def _reviewed(state: PageState) -> Reviewing | None:
    """The review to show; an error is told where its text stands instead."""
    if state.starting or _still_offering(state):
        return None
    try:
        reviewing = _taken_up(state)
        with progress_of_a_step() as progress:
            reviewing.compute(progress, compared_apart)
        assert state.story is not None
        keep(state, state.story, reviewing)
        give_back(state, reviewing)
        return reviewing
    except ServerError as error:
        # Comparing needs no server, and asking a dead one again at every rerun would take minutes.
        state.server, state.server_problem = None, error.message
        st.error(plain(said(error.message)), icon=":material/error:")
        return _reviewed(state)
    except TranslateError as error:
        state.edit()
        state.tell(error, PANES)
        return None


def _still_offering(state: PageState) -> bool:
    """Whether the visitor has still to say who translates; once a model is there, the comparison goes on by itself."""
    state.offering = state.offering and state.mode != "sample" and offer_is_due(state)
    return state.offering


def _stop(state: PageState) -> None:
    """Give up the comparison of the visitor's own texts; they stay in their panes."""
    state.stories.pop("own", None)
    state.edit()


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
    within_one = before is not None and before.session.found.within_one_language
    comparison = comparison_of(story, options, stop, one_language=within_one)
    reviewing = taken_up(before, comparison, options) if before else begun(state, story, comparison, options)
    state.take_up(story, reviewing)
    return reviewing


def _draw(state: PageState, reviewing: Reviewing) -> None:
    told_monitor_problem(state)
    if reviewing.session.found.within_one_language:
        st.caption(say("Both versions are in one language, and are called by it alike: the sides tell them apart."))
    answer(reviewing)
    told_remembered(reviewing)
    told_unplaced(reviewing)
    reading_view(reviewing)


def _fill(bar: Bar, state: PageState, reviewing: Reviewing | None, together: Versions | None) -> None:
    """Put into the bar what can be done now."""
    shown = together.comparisons[0, 1] if together else reviewing.session.comparison if reviewing else None
    headline = headline_of(shown) if shown else ""
    if shown:
        name_the_page(bar, headline)
    elif state.monitoring:
        name_the_page(bar, say("Monitor"))
    with bar.tools:
        monitor_button(state)
        if shown:
            open_again(state)
        if reviewing:
            facts_button(reviewing.session.comparison)
        elif state.monitoring:
            st.button(say("New comparison"), icon=":material/add:", key="new", on_click=state.begin)
        settings(state, reviewing)
        if together:
            downloads_together(together, file_stem(headline, date.today()))
        elif reviewing:
            downloads(reviewing, file_stem(headline, date.today()))
        help_button()
