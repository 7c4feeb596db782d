"""Firefox's translation models on the page: those that are here, a download, files that the visitor got by hand."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Protocol

import streamlit as st

from translate.engines.firefox_models import LICENCE, install_files, installed_models, remove
from translate.languages.registry import directions
from translate.wording.phrase import say

MOST_OF_NAME = 100  # characters of a file's name that are kept, from its end


class Upload(Protocol):
    """A file as Streamlit hands it over."""

    name: str

    def getbuffer(self) -> memoryview: ...


def firefox_models(
    pair_name: Callable[[str, str], str],
    download: Callable[[str, str], None],
    tried: Callable[[Callable[[], object]], None],
) -> None:
    """What is installed of Firefox, with ways to add to it.

    Args:
        pair_name: What a pair of languages is called.
        download: Installs a pair with a progress bar.
        tried: Does something to the models; every comparison is then made anew, and what went wrong is told.
    """
    st.markdown(
        say(
            "**Firefox's translation models** are a third of the size of Argos packages and better: 35 points of BLEU "
            "against 25.5 from Russian on the news of WMT20. Licence: {licence}.",
            licence=LICENCE,
        )
    )
    installed = installed_models()
    for model in installed:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(say("{pair}, version {version}", pair=pair_name(*model.pair), version=model.version))
            key = f"remove-firefox-{model.from_code}-{model.to_code}"
            st.button(
                say("Remove"),
                icon=":material/delete:",
                key=key,
                on_click=tried,
                args=(partial(remove, *model.pair),),
            )
    present = {model.pair for model in installed}
    with st.container(horizontal=True):
        for source, target in directions():
            if (source, target) not in present and st.button(
                say("Download Firefox's model, {pair} (about 25 MB)", pair=pair_name(source, target)),
                icon=":material/download:",
                key=f"download-firefox-{source}-{target}",
            ):
                download(source, target)
    files = st.file_uploader(
        say("or install the files of a model of Firefox's: model, vocabulary and shortlist, or a ZIP file of them"),
        type=["zip", "bin", "spm", "gz", "zst"],
        accept_multiple_files=True,
        key="firefox-files",
    )
    if files:
        st.button(
            say("Install the model"), icon=":material/upload_file:", on_click=tried, args=(partial(_install, files),)
        )


def _install(files: Sequence[Upload]) -> None:
    """Install what a visitor handed over."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / _own_name(file.name) for file in files]
        for file, path in zip(files, paths, strict=True):
            path.write_bytes(file.getbuffer())
        only, *more = paths
        install_files(only if not more and only.suffix == ".zip" else Path(folder))


def _own_name(given: str) -> str:
    """Of a name that a visitor gave the last part, as a file of ours can be called: it leads nowhere else.

    Example:
        >>> _own_name("C:\\\\models\\\\vocab.ruen.spm"), _own_name("../.."), _own_name("a\\0b.zip")
        ('vocab.ruen.spm', 'file', 'a_b.zip')
    """
    last = PurePath(given.replace("\\", "/")).name
    return re.sub(r"[^\w.-]", "_", last)[-MOST_OF_NAME:].lstrip(".") or "file"
