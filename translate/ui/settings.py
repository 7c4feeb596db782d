"""What a result depends on, in one place that opens from the bar: flags, who translates, terms, and furniture."""

import streamlit as st

from translate.ui.furniture import furniture
from translate.ui.glossary import glossary_settings
from translate.ui.operating_point import choose_operating_point
from translate.ui.packages import translation_settings
from translate.ui.reviewing import Reviewing
from translate.ui.state import PageState
from translate.wording.phrase import say


def settings(state: PageState, reviewing: Reviewing | None) -> None:
    """A button in the bar that opens them.

    Args:
        state: Of this visitor.
        reviewing: What is shown, None if nothing is.
    """
    with st.popover(say("Settings"), icon=":material/tune:", key="settings-button"), st.container(key="settings"):
        choose_operating_point(state)
        translation_settings(state, reviewing.session.found if reviewing else None)
        glossary_settings(state)
        if reviewing:
            furniture(reviewing)
