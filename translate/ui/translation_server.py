"""A LibreTranslate server of the visitor's: its address and key, known to this visit alone."""

import streamlit as st

from translate.ui.plain import plain
from translate.ui.state import PageState, Server
from translate.wording.phrase import Phrase, said, say

PACKAGES, SERVER = "packages", "server"
ENGINES = {PACKAGES: Phrase("Argos packages on this machine"), SERVER: Phrase("A LibreTranslate server")}
CHOICE, ADDRESS, KEY = "translation-engine", "server-address", "server-key"


def server_chosen() -> bool:
    """Whether the visitor wants a server, whatever became of it."""
    return st.session_state.get(CHOICE) == SERVER


def translation_server(state: PageState) -> None:
    """Who translates; for a server, its address and key, and what went wrong with it."""
    names = {engine: said(name) for engine, name in ENGINES.items()}
    st.radio(
        say("Who translates"),
        list(ENGINES),
        format_func=names.__getitem__,
        key=CHOICE,
        on_change=_leave,
        args=(state,),
    )
    if not server_chosen():
        return
    st.text_input(say("Address of the server"), key=ADDRESS, placeholder="http://localhost:5000")
    st.text_input(say("Key, if the server asks for one"), key=KEY, type="password")
    st.caption(
        say(
            "The sentences of both texts are sent to this server, and to no other. The key goes with them; it is kept "
            "for this visit alone, and never written to a file, a report or a message."
        )
    )
    st.button(say("Translate by this server"), icon=":material/dns:", key="use-server", on_click=_use, args=(state,))
    if state.server_problem:
        st.error(plain(said(state.server_problem)), icon=":material/error:")


def _use(state: PageState) -> None:
    address = st.session_state[ADDRESS].strip()
    state.server = Server(address, st.session_state[KEY].strip() or None) if address else None
    asked = Phrase("Give the address of the server, for example http://localhost:5000")
    state.server_problem = "" if address else asked


def _leave(state: PageState) -> None:
    state.server, state.server_problem = None, ""
