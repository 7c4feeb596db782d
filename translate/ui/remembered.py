"""What is remembered of outlets, on the page: what it changed, what more can be remembered, and all of it to remove."""

import streamlit as st

from translate.errors import TranslateError
from translate.report.wording import side_name
from translate.review.memory import Memory, RememberedLine, default_memory
from translate.review.outlets import MOST_NAME
from translate.review.remembering import Memorable, memorable, remember, too_little_furniture
from translate.text.sides import SIDES, SideName
from translate.ui.plain import plain
from translate.ui.reviewing import Reviewing
from translate.wording.phrase import said, say, say_counted

OUTCOME = "remembering-outcome"  # key of an error that is shown once


def told_remembered(reviewing: Reviewing) -> None:
    """A sentence for each page that has lines as the reader decided earlier, with a button that takes it back."""
    if reviewing.forgotten_why:
        st.warning(plain(said(reviewing.forgotten_why)), icon=":material/help:")
    for found in reviewing.remembered:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(said(found.sentence)), width="content")
            st.button(
                say("Undo"),
                icon=":material/undo:",
                key=f"undo-remembered-{found.side}",
                on_click=reviewing.take_back,
                args=(found,),
            )


def remembering(reviewing: Reviewing) -> None:
    """A box for the decisions about either page that are not remembered yet, and everything that is."""
    try:
        memory = default_memory()
        if memory is None:
            return
        for side in SIDES:
            if found := memorable(reviewing.session, side, memory):
                _offer(reviewing, side, found, memory)
        _list(memory.lines(), memory)
    except TranslateError as error:
        st.warning(plain(said(error.message)), icon=":material/help:")
    if OUTCOME in st.session_state:
        st.error(plain(said(st.session_state.pop(OUTCOME))), icon=":material/error:")


def _offer(reviewing: Reviewing, side: SideName, found: Memorable, memory: Memory) -> None:
    if not found.known:
        st.caption(plain(said(too_little_furniture())))
        return
    language = side_name(reviewing.session.found, side)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(
            say("Outlet of the page ({language})", language=language),
            value=found.name,
            max_chars=MOST_NAME,
            key=f"outlet-{reviewing.story}-{side}",
            width=320,
        )
        st.button(
            say_counted(
                "Remember my {count} decision for {outlet}",
                "Remember my {count} decisions for {outlet}",
                found.count,
                outlet=plain(name),
            ),
            icon=":material/bookmark_add:",
            key=f"remember-{side}",
            on_click=_remember,
            args=(reviewing, side, f"outlet-{reviewing.story}-{side}", memory),
            help=say(
                "The next page of this outlet is read with them. They are kept on the machine that runs Parallax."
            ),
        )


def _list(lines: tuple[RememberedLine, ...], memory: Memory) -> None:
    if not lines:
        return
    title = say_counted("{count} remembered line", "{count} remembered lines", len(lines))
    if st.toggle(title, key="remembered-lines"):
        for line in lines:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(plain(f"{line.name}: {said(line.told)}"), width="stretch")
                st.button(
                    say("Remove"),
                    icon=":material/delete:",
                    key=f"forget-line-{line.number}",
                    on_click=_forget,
                    args=(line.number, memory),
                )


def _remember(reviewing: Reviewing, side: SideName, key: str, memory: Memory) -> None:
    try:
        remember(reviewing.session, side, st.session_state[key], memory)
    except TranslateError as error:
        st.session_state[OUTCOME] = error.message


def _forget(number: int, memory: Memory) -> None:
    try:
        memory.remove([number])
    except TranslateError as error:
        st.session_state[OUTCOME] = error.message
