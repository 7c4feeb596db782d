"""Terms of the house on the page: a glossary of the visitor's, kept as long as the visit lasts."""

import streamlit as st

from translate.errors import TranslateError
from translate.text.glossary_file import glossary_from
from translate.ui.plain import plain
from translate.ui.state import PageState
from translate.wording.phrase import said, say, say_counted

UPLOAD = "glossary-file"
TYPES = ["csv", "tsv", "txt"]


def glossary_settings(state: PageState) -> None:
    """Which glossary is used, and a place for another one; what is wrong with a file is told there."""
    title = say("Terms of the house: no glossary")
    if state.glossary is not None:
        title = say_counted(
            "Terms of the house: {count:,} term", "Terms of the house: {count:,} terms", len(state.glossary.terms)
        )
    with st.expander(title, icon=":material/dictionary:", expanded=bool(state.glossary_problem)):
        st.markdown(
            say(
                "A table with the columns Russian, English and note, saved as CSV. Translations use its terms as far "
                "as they can, cards show them with their notes, and where one version has a term that the other does "
                "not render so, a minor difference is told. It is kept for this visit and in sessions that you save."
            )
        )
        st.file_uploader(say("Glossary (CSV)"), type=TYPES, key=UPLOAD, on_change=_take, args=(state,))
        if state.glossary is not None:
            st.button(
                say("Go on without the glossary"),
                icon=":material/delete:",
                key="drop-glossary",
                on_click=_drop,
                args=(state,),
            )
        if state.glossary_problem:
            st.error(plain(said(state.glossary_problem)), icon=":material/error:")


def _take(state: PageState) -> None:
    """Use an uploaded glossary; one that cannot be used leaves the one before in place."""
    state.glossary_problem = ""
    file = st.session_state[UPLOAD]
    if file is None:
        return
    try:
        state.glossary = glossary_from(file.getvalue(), file.name)
    except TranslateError as error:
        state.glossary_problem = error.message


def _drop(state: PageState) -> None:
    state.glossary, state.glossary_problem = None, ""
