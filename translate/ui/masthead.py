"""The name of the program and what it is for."""

import streamlit as st

from translate.wording.interface import DEFAULT, LABEL, LANGUAGES, NAMES, InterfaceLanguage, speak
from translate.wording.phrase import say

LANGUAGE_KEY = "language"  # also in the address of the page: ?language=ru
INK = {"light": "#1d1e20", "dark": "#e6e4df"}  # a picture cannot read the theme, so it is drawn for each
RING = {"light": "#a2360f", "dark": "#f29c76"}

# The wordmark of the reading view: the name, and a ring for the point looked at from two sides.
WORDMARK = """<svg xmlns="http://www.w3.org/2000/svg" width="150" height="32" viewBox="0 0 150 32">
<text x="0" y="24" textLength="104"
 font-family="'PT Serif', Georgia, 'Noto Serif', 'Liberation Serif', 'Times New Roman', serif"
 font-size="26" font-weight="700" fill="{ink}">Parallax</text>
<circle cx="113" cy="19" r="5" fill="none" stroke="{ring}" stroke-width="2.5"/></svg>"""

# A picture of our own: Streamlit would fetch the icon of a name or an emoji from the network.
ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<circle cx="12" cy="16" r="9" fill="none" stroke="#0b5585" stroke-width="5"/>
<circle cx="20" cy="16" r="9" fill="none" stroke="#c4501f" stroke-width="5" stroke-opacity=".85"/></svg>"""


def dark() -> bool:
    """Whether the visitor sees the dark theme."""
    return st.context.theme.type == "dark"


def masthead() -> None:
    """The wordmark in the header of the page, and one line that says what the page does."""
    theme = "dark" if dark() else "light"
    st.logo(WORDMARK.format(ink=INK[theme], ring=RING[theme]), size="large")
    with st.container(horizontal=True):
        heading = st.container(width="stretch")
        speak(_choose_language())
    with heading:  # beside the switch, and in the language that it gives
        st.title(say("The same story, seen from two languages"), anchor=False)
    st.markdown(
        say("See what only the Russian or only the English version of a story tells, and where the two disagree.")
    )


def _choose_language() -> InterfaceLanguage:
    """A switch of the interface's language, which the page and the reports it offers are in."""
    if LANGUAGE_KEY not in st.session_state:
        st.session_state[LANGUAGE_KEY] = _preferred()
    pressed = st.segmented_control(
        LABEL,
        LANGUAGES,
        required=True,
        format_func=NAMES.__getitem__,
        label_visibility="collapsed",
        key=LANGUAGE_KEY,
        width="content",
    )
    chosen = pressed or _preferred()
    if chosen != _preferred():
        st.query_params[LANGUAGE_KEY] = chosen
    return chosen


def speak_as_chosen() -> None:
    """For a part of the page that is drawn anew by itself, without the switch."""
    if LANGUAGE_KEY in st.session_state:
        speak(st.session_state[LANGUAGE_KEY])


def _preferred() -> InterfaceLanguage:
    """What the address asks for; else the language of the pages that the browser asks for, English if not known."""
    asked = st.query_params.get(LANGUAGE_KEY)
    wanted = (st.context.locale or "").lower()
    by_address = [language for language in LANGUAGES if asked == language]
    by_browser = [language for language in LANGUAGES if wanted.startswith(language)]
    return (*by_address, *by_browser, DEFAULT)[0]
