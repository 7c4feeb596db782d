"""Which translation is shown, and how to get a better one."""

from functools import partial

import streamlit as st

from translate.comparison import Comparison
from translate.engines.advice import offer
from translate.engines.argos import ArgosEngine
from translate.engines.packages import install_file, installed_packages, remove
from translate.engines.standing import standings
from translate.languages.registry import directions
from translate.ui.firefox import firefox_models
from translate.ui.managing import download, download_buttons, installed_rows, pair_name, tell_outcome, tried
from translate.ui.plain import plain
from translate.ui.state import PageState
from translate.ui.translation_server import AUTO, all_engines_table, choose_engine, server_chosen
from translate.ui.visitors import may_manage
from translate.wording.phrase import Phrase, said, say

TITLES = {
    "gloss": Phrase("Translations are a word-by-word gloss: add a translation package"),
    "demonstration": Phrase(
        "Translations are by the demonstration packages, which know only the samples' vocabulary: "
        "add a package for other texts"
    ),
    "libretranslate": Phrase("Translations are by a LibreTranslate server"),
    "argos": Phrase("Translation"),
}


def translation_settings(state: PageState, comparison: Comparison | None) -> None:
    """Who translates, with ways to add a package from the index or from a file.

    Args:
        state: Of this visitor.
        comparison: What is shown, None if nothing is.
    """
    shown = comparison.translation if comparison else None
    engines = {shown.source.engine, shown.target.engine} if shown else set()
    title = next((TITLES[engine] for engine in TITLES if engine in engines), TITLES["argos"])
    with st.expander(said(title), icon=":material/translate:", expanded=server_chosen()):
        found = standings()
        choose_engine(state, found)
        with st.popover(say("All that can translate"), icon=":material/table:"):
            all_engines_table(found)
        st.markdown(
            say(
                "Without an installed model, a text of yours is glossed word by word. Comparing works as well without "
                "one; a model makes the translations readable. Downloading one opens a connection to its source."
            )
        )
        if may_manage():
            _argos_packages()
            _from_file()
            firefox_models()
        else:
            st.caption(say("Models are installed by whoever runs this page, for all who visit it."))
        tell_outcome()


def offer_translation(state: PageState) -> None:
    """Before the visitor's texts are compared first, one line that offers translations where none are installed."""
    if state.offer_declined or state.server or state.engine != AUTO or "own" in state.stories or not may_manage():
        return
    found = offer()
    if found is None:
        return
    place = st.empty()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            plain(
                say(
                    "Your texts will be glossed word by word. Readable translations: {title}, {cost}.",
                    title=found.engine.info.title,
                    cost=found.cost,
                )
            ),
            width="content",
        )
        if st.button(say("Download"), icon=":material/download:", key="offer-download"):
            download(found.engine, found.directions, place)
        st.button(say("Not now"), key="offer-decline", on_click=_decline, args=(state,))
    tell_outcome()


def _decline(state: PageState) -> None:
    state.offer_declined = True


def _argos_packages() -> None:
    """What is installed, and a button for each pair that is missing, with a progress bar while it comes."""
    installed = installed_packages()
    installed_rows(installed, "package", remove)
    download_buttons(installed, "package", _offered, ArgosEngine(), st.empty())
    st.caption(say("On the command line:"))
    source, target = directions()[0]
    st.code(f"python -m translate packages install {source} {target}", language="bash")


def _offered(source: str, target: str) -> str:
    """What the button says that downloads a package."""
    return say("Download {pair} (about {size:.0f} MB)", pair=pair_name(source, target), size=ArgosEngine.info.size_mb)


def _from_file() -> None:
    file = st.file_uploader(say("or install a package file"), type=["argosmodel"], key="package")
    if file is not None:
        st.button(
            say("Install the package"),
            icon=":material/upload_file:",
            on_click=tried,
            args=(partial(install_file, file),),
        )
