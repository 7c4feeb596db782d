"""Which translation is shown, and how to get a better one."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit import config
from streamlit.runtime.uploaded_file_manager import UploadedFile

from translate.comparison import Comparison
from translate.engines.advice import offer
from translate.engines.argos import ArgosEngine
from translate.engines.packages import install_file, installed_packages, remove
from translate.engines.standing import standings
from translate.languages.registry import directions
from translate.ui.firefox import MODEL_ENDINGS, firefox_models, install_uploads
from translate.ui.managing import download, download_buttons, installed_rows, pair_name, tell_outcome, tried
from translate.ui.plain import plain
from translate.ui.state import PageState
from translate.ui.translation_server import AUTO, all_engines_table, choose_engine, server_chosen
from translate.ui.visitors import may_manage
from translate.wording.phrase import Phrase, said, say

PACKAGE_ENDING = "argosmodel"
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
        if st.toggle(say("All that can translate"), key="all-engines"):
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


def offer_is_due(state: PageState) -> bool:
    """Whether the visitor, who has said nothing of it yet, should hear of better translations than word by word."""
    if state.offer_declined or state.server or state.engine != AUTO or not may_manage():
        return False
    return offer() is not None


def offer_translation(state: PageState) -> None:
    """In place of the result of the first comparison: translations where none are installed, by download or by file.

    Once a model is there, or was declined, the comparison goes on at once.
    """
    found = offer()
    if found is None:
        return
    with st.container(key="start"):
        st.subheader(say("Your texts are ready. Shall they be translated readably?"), anchor=False)
        st.markdown(
            plain(
                say(
                    "No translation model is installed, so your texts would be glossed word by word. Readable "
                    "translations: {title}, {cost}. They are downloaded once; your texts stay on this machine.",
                    title=found.engine.info.title,
                    cost=found.cost,
                )
            )
        )
        place = st.empty()
        with st.container(horizontal=True, vertical_alignment="center"):
            wanted = st.button(
                say("Download and compare"), type="primary", icon=":material/download:", key="offer-download"
            )
            st.button(say("Compare without"), key="offer-decline", on_click=_decline, args=(state,))
            st.button(say("Edit the texts"), icon=":material/edit:", key="offer-edit", on_click=state.edit)
        _offer_files()
        if wanted:
            download(found.engine, found.directions, place)
        tell_outcome()


def _offer_files() -> None:
    """The same from files that the visitor got by another way."""
    files = st.file_uploader(
        say("or open files of models that you have: Argos packages, or what belongs to a model of Firefox's"),
        type=[PACKAGE_ENDING, *MODEL_ENDINGS],
        accept_multiple_files=True,
        key="offer-files",
    )
    _told_of_larger_ones()
    if files:
        st.button(
            say("Install and compare"),
            icon=":material/upload_file:",
            key="offer-install",
            on_click=tried,
            args=(partial(_install_given, files),),
        )


def _told_of_larger_ones() -> None:
    """An Argos package has more than the page takes."""
    st.caption(
        say(
            "A file of more than {size} MB is installed on the command line: {command}",
            size=config.get_option("server.maxUploadSize"),
            command="`python -m translate packages install FILE`",
        )
    )


def _install_given(files: Sequence[UploadedFile]) -> None:
    """Install packages one by one, and other files together as one model."""
    packages = [file for file in files if file.name.endswith(f".{PACKAGE_ENDING}")]
    for file in packages:
        install_file(file)
    if others := [file for file in files if file not in packages]:
        install_uploads(others)


def _decline(state: PageState) -> None:
    state.offer_declined, state.offering = True, False


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
    file = st.file_uploader(say("or install a package file"), type=[PACKAGE_ENDING], key="package")
    _told_of_larger_ones()
    if file is not None:
        st.button(
            say("Install the package"),
            icon=":material/upload_file:",
            on_click=tried,
            args=(partial(install_file, file),),
        )
