"""What the page can do, in a dialog: how to read a result, the keys, and the tour once more."""

import streamlit as st

from translate.ui.masthead import speak_as_chosen
from translate.wording.phrase import Phrase, said, say

TOUR = "tour"  # in the session: how often the visitor asked for the tour

KEYS = (
    ("j · k", Phrase("the next and the previous difference")),
    ("a · r", Phrase("right, or not right")),
    ("n", Phrase("write a note")),
    ("u · U", Phrase("take a step back, or take it again")),
    ("t · s", Phrase("translations under the originals, sides swapped")),
    ("/", Phrase("search in the list")),
    ("N", Phrase("next story with undecided differences")),
    ("?", Phrase("all keys")),
)


def help_button() -> None:
    """A button in the bar that opens the help."""
    if st.button(say("Help"), icon=":material/help:", key="help"):
        _dialog()


def _dialog() -> None:
    st.dialog(say("How to use this page"), width="medium")(_help)()


def _help() -> None:
    speak_as_chosen()
    st.markdown(
        say(
            "Paste the Russian and the English version of one story and press Compare. On top stands what they differ "
            "in; the list at the left holds one card for each difference, both texts stand beside it, and lines lead "
            "from a passage to its counterpart. Decide about each card, and take the result away under Download."
        )
    )
    st.markdown(
        say(
            "A difference is no error and no intent: it says what stands in one version and not in the other, or where "
            "the two tell different things. Which of them is right the texts alone do not say."
        )
    )
    st.markdown(f"**{say('Keys')}**")
    st.markdown("\n".join(f"- `{key}` – {said(what)}" for key, what in KEYS))
    if st.button(say("Show the tour"), icon=":material/explore:", key="tour-again", on_click=_ask_for_tour):
        st.rerun()  # closes the dialog


def _ask_for_tour() -> None:
    st.session_state[TOUR] = tours_asked_for() + 1


def tours_asked_for() -> int:
    """How often the visitor asked for the tour, beside the one time that it comes by itself."""
    return int(st.session_state.get(TOUR, 0))
