"""Which translation is shown, and how to get a better one."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from translate.comparison import Comparison
from translate.engines.advice import offer
from translate.engines.argos import ArgosEngine
from translate.engines.engine import Installing
from translate.engines.firefox import FirefoxEngine
from translate.engines.packages import install_file, installed_packages, remove
from translate.engines.standing import standings
from translate.errors import EngineError
from translate.languages.registry import directions
from translate.ui.computing import forget
from translate.ui.firefox import firefox_models
from translate.ui.plain import plain
from translate.ui.state import PageState
from translate.ui.translation_server import AUTO, all_engines_table, choose_engine, server_chosen
from translate.ui.visitors import may_manage
from translate.wording.naming import Version
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
OUTCOME = "package-outcome"  # key of an error that is shown once


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
            _installed()
            _from_index()
            _from_file()
            place = st.empty()
            firefox_models(_pair, lambda *pair: _download(FirefoxEngine(), [pair], place), _tried)
        else:
            st.caption(say("Models are installed by whoever runs this page, for all who visit it."))
        if OUTCOME in st.session_state:
            st.error(plain(said(st.session_state.pop(OUTCOME))), icon=":material/error:")


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
            _download(found.engine, found.directions, place)
        st.button(say("Not now"), key="offer-decline", on_click=_decline, args=(state,))
    if OUTCOME in st.session_state:
        st.error(plain(said(st.session_state.pop(OUTCOME))), icon=":material/error:")


def _decline(state: PageState) -> None:
    state.offer_declined = True


def _installed() -> None:
    """What is there, each with a button that removes it."""
    for package in installed_packages():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(say("{pair}, version {version}", pair=_pair(*package.pair), version=package.version))
            key = f"remove-package-{package.from_code}-{package.to_code}"
            st.button(
                say("Remove"),
                icon=":material/delete:",
                key=key,
                on_click=_tried,
                args=(partial(remove, *package.pair),),
            )


def _pair(source: str, target: str) -> str:
    """What a pair is called; by its codes where one is no language that is compared."""
    if (source, target) not in directions():
        return f"{source} – {target}"
    return say("{source:name} to {target:name}", source=Version(source), target=Version(target))


def _tried(change: Callable[[], object]) -> None:
    """Change what is installed; what went wrong is told once."""
    try:
        change()
    except EngineError as error:
        st.session_state[OUTCOME] = error.message
    else:
        forget()  # every comparison is to be made anew


def _from_index() -> None:
    """A button for each pair that is missing, with a progress bar while it comes."""
    present = {package.pair for package in installed_packages()}
    place = st.empty()
    with st.container(horizontal=True):
        for source, target in directions():
            if (source, target) not in present and st.button(
                say("Download {pair} (about {size:.0f} MB)", pair=_pair(source, target), size=ArgosEngine.info.size_mb),
                icon=":material/download:",
                key=f"download-package-{source}-{target}",
            ):
                _download(ArgosEngine(), [(source, target)], place)
    st.caption(say("On the command line:"))
    source, target = directions()[0]
    st.code(f"python -m translate packages install {source} {target}", language="bash")


def _download(engine: Installing, pairs: Sequence[tuple[str, str]], place: "st.delta_generator.DeltaGenerator") -> None:
    """Fetch the models for some directions, one after the other."""

    def show(received: int, expected: int) -> None:
        share = min(1.0, received / expected) if expected else 0.0
        text = say("{received:.0f} MB", received=received / 1e6)
        if expected:
            text = say("{received:.0f} of {size:.0f} MB", received=received / 1e6, size=expected / 1e6)
        place.progress(share, text=text)

    try:
        for source, target in pairs:
            engine.install(source, target, show)
    except EngineError as error:
        st.session_state[OUTCOME] = error.message
        forget()  # the first of two directions may have come
    else:
        forget()  # every comparison is to be made anew, now with translations
        st.rerun()


def _from_file() -> None:
    file = st.file_uploader(say("or install a package file"), type=["argosmodel"], key="package")
    if file is not None:
        st.button(
            say("Install the package"),
            icon=":material/upload_file:",
            on_click=_tried,
            args=(partial(install_file, file),),
        )
