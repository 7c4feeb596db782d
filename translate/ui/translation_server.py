"""Who translates: what is installed, or a LibreTranslate server whose address and key this visit alone knows."""

from collections.abc import Sequence

import streamlit as st

from translate.engines.engine import EngineInfo
from translate.engines.standing import Standing
from translate.report.engine_words import FIGURES, engine_rows
from translate.ui.plain import plain
from translate.ui.state import PageState, Server
from translate.ui.visitors import private_servers, servers_named
from translate.wording.phrase import Phrase, in_context, joined, said, say

AUTO, GLOSS, SERVER = "auto", "gloss", "libretranslate"
CHOICE, ADDRESS, KEY = "translation-engine", "server-address", "server-key"


def server_chosen() -> bool:
    """Whether the visitor wants a server, whatever became of it."""
    return st.session_state.get(CHOICE) == SERVER


def choose_engine(state: PageState, standings: Sequence[Standing]) -> None:
    """Who translates; for a server, its address and key, and what went wrong with it.

    Args:
        state: Of this visitor.
        standings: Of every engine, best first.
    """
    choices = {name: tuple(plain(said(words)) for words in told) for name, told in _choices(standings).items()}
    names = {name: title for name, (title, _) in choices.items()}
    st.radio(
        say("Who translates"),
        list(choices),
        format_func=names.__getitem__,
        captions=[caption for _, caption in choices.values()],
        key=CHOICE,
        on_change=_choose,
        args=(state,),
    )
    if not server_chosen():
        return
    named = servers_named()
    if named is None:
        st.text_input(say("Address of the server"), key=ADDRESS, placeholder="http://localhost:5000")
    else:
        st.selectbox(say("Address of the server"), named, key=ADDRESS)
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
    address, named = (st.session_state[ADDRESS] or "").strip(), servers_named()
    if named is not None and address not in named:
        address = ""  # no longer among them
    public = named is None and not private_servers()
    state.server = Server(address, st.session_state[KEY].strip() or None, public) if address else None
    asked = Phrase("Give the address of the server, for example http://localhost:5000")
    state.server_problem = "" if address else asked


def _choose(state: PageState) -> None:
    state.server, state.server_problem = None, ""
    state.engine = AUTO if server_chosen() else st.session_state[CHOICE]


def all_engines_table(standings: Sequence[Standing]) -> None:
    """Every engine with its figures, installed or not."""
    headings, *rows = engine_rows(standings)
    headings += [say("what it is"), say("licence")]
    infos = [each.engine.info for each in standings if each.engine]
    for row, info in zip(rows, infos, strict=True):
        row += [said(info.title), said(info.licence)]
    st.table([dict(zip(headings, map(plain, row), strict=True)) for row in rows])
    st.caption(said(FIGURES))
    for standing in standings:
        if standing.problem:
            st.caption(plain(said(standing.problem)))


def _choices(standings: Sequence[Standing]) -> dict[str, tuple[Phrase | str, Phrase | str]]:
    """What can be chosen, with a line about each: engines that translate both ways here, and who needs none."""
    able = [each.engine.info for each in standings if each.engine and each.whole and each.engine.info.automatic]
    best = Phrase("nothing is installed, so texts are glossed word by word")
    if able:
        best = Phrase("now: {title}", title=able[0].title)
    choices: dict[str, tuple[Phrase | str, Phrase | str]] = {
        AUTO: (Phrase("The best that is installed"), best),
        **{info.name: (info.title, _about(info)) for info in able},
        GLOSS: (Phrase("Word by word"), Phrase("at once, and rough")),
    }
    if servers_named() != ():
        choices[SERVER] = Phrase("A LibreTranslate server"), Phrase("the sentences are sent there")
    return choices


def _about(info: EngineInfo) -> Phrase:
    """Figures of an engine in a line."""
    quality = [Phrase("{pair}: quality {bleu:.1f} BLEU", pair=figure.pair, bleu=figure.bleu) for figure in info.quality]
    size = [Phrase("{size:.0f} MB a direction", size=info.size_mb)] if info.size_mb else []
    place = Phrase("the text stays here") if info.offline else in_context("engines", "the text is sent away")
    return joined(", ", [*quality, *size, place])
