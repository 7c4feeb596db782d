"""The bar on top of the page: the name of the program, what is compared, and what can be done with it."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from translate.ui.look import page_style
from translate.ui.plain import plain
from translate.wording.interface import DEFAULT, LABEL, LANGUAGES, NAMES, InterfaceLanguage, speak
from translate.wording.phrase import say

LANGUAGE_KEY = "language"  # also in the address of the page: ?language=ru

# The wordmark of the reading view: the name, and a ring for the point looked at from two sides. It is text, so that it
# has the colours of the theme from the moment on in which the theme changes.
WORDMARK = '<span class="wordmark">Parallax<i></i></span>'

# A picture of our own: Streamlit would fetch the icon of a name or an emoji from the network.
ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<circle cx="12" cy="16" r="9" fill="none" stroke="#0b5585" stroke-width="5"/>
<circle cx="20" cy="16" r="9" fill="none" stroke="#c4501f" stroke-width="5" stroke-opacity=".85"/></svg>"""


@dataclass(frozen=True, slots=True)
class Bar:
    """Places in the bar, filled once it is known what is compared.

    Attributes:
        headline: Of the story.
        tools: A row for buttons.
    """

    headline: DeltaGenerator
    tools: DeltaGenerator


def theme() -> Literal["dark", "light"]:
    """Which theme the visitor saw when the page was drawn last."""
    return "dark" if st.context.theme.type == "dark" else "light"


def masthead() -> Bar:
    """The bar, with the switch of the language, in which everything after it is told."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="bar"):
        st.html(WORDMARK, width="content")
        bar = Bar(
            st.container(key="headline", width="stretch"),
            st.container(horizontal=True, vertical_alignment="center", gap="xsmall", width="content", key="tools"),
        )
        speak(_choose_language())
    page_style()
    return bar


def name_the_page(bar: Bar, headline: str) -> None:
    """Put the headline of what is compared into the bar and on the tab of the browser.

    Args:
        bar: Where it stands.
        headline: "" for a story without one.
    """
    title = headline or say("The two versions compared")
    st.set_page_config(page_title=f"{title} · Parallax")
    bar.headline.title(plain(title), anchor=False)


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
