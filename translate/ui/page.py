"""The comparison page: its parts in their order, and what happens when texts cannot be compared."""

import streamlit as st

from translate.comparison import Comparison
from translate.engines.demonstration import engine_for_sample
from translate.errors import ServerError, TranslateError
from translate.ui.computing import comparison_of
from translate.ui.furniture import furniture
from translate.ui.inputs import choose_mode, own_texts, sample_gallery
from translate.ui.masthead import masthead
from translate.ui.operating_point import choose_operating_point
from translate.ui.overview import overview
from translate.ui.packages import translation_settings
from translate.ui.plain import plain
from translate.ui.result import downloads, reading_view, summary
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
        comparison = _compared(state)
    if state.mode == "own":  # only now: whether the panes stay open depends on whether the comparison worked
        with inputs:
            own_texts(state)
    with result:
        if comparison:
            _draw(state, comparison)
        translation_settings(state, comparison)


def _compared(state: PageState) -> Comparison | None:
    """The comparison to show; an error is shown instead and leaves the panes open."""
    if state.story is None:
        return None
    try:
        engine = engine_for_sample() if state.mode == "sample" else "auto"
        return comparison_of(state.story, state.operating_point, engine, state.server)
    except ServerError as error:
        # Comparing needs no server, and asking a dead one again at every rerun would take minutes.
        state.server, state.server_problem = None, str(error)
        st.error(plain(str(error)), icon=":material/error:")
        return _compared(state)
    except TranslateError as error:
        state.editing = True
        if not state.edited:  # what was wrong with a text may be mended by now
            st.error(plain(str(error)), icon=":material/error:")
        return None


def _draw(state: PageState, comparison: Comparison) -> None:
    if state.mode == "own" and state.edited:
        st.caption("Below is the result for the texts before your changes. Press Compare for the new one.")
    summary(comparison)
    reading_view(comparison)
    overview(comparison)
    downloads(comparison, name=f"parallax-{state.sample}" if state.mode == "sample" else "parallax")
    furniture(state, comparison)
