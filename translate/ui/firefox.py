"""Firefox's translation models on the page: those that are here, a download, files that the visitor got by hand."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Protocol

import streamlit as st

from translate.engines.firefox import FirefoxEngine
from translate.engines.firefox_models import LICENCE, install_files, installed_models, remove
from translate.ui.managing import download_buttons, installed_rows, pair_name, tried
from translate.wording.phrase import say

MODEL_ENDINGS = ["zip", "bin", "spm", "gz", "zst"]
MOST_OF_NAME = 100  # characters of a file's name that are kept, from its end


class Upload(Protocol):
    """A file as Streamlit hands it over."""

    name: str

    def getbuffer(self) -> memoryview: ...


def firefox_models() -> None:
    """What is installed of Firefox, with ways to add to it."""
    place = st.empty()
    st.markdown(
        say(
            "**Firefox's translation models** are a third of the size of Argos packages and better: 35 points of BLEU "
            "against 25.5 from Russian on the news of WMT20. Licence: {licence}.",
            licence=LICENCE,
        )
    )
    installed = installed_models()
    installed_rows(installed, "firefox", remove)
    download_buttons(installed, "firefox", _offered, FirefoxEngine(), place)
    files = st.file_uploader(
        say("or install the files of a model of Firefox's: model, vocabulary and shortlist, or a ZIP file of them"),
        type=MODEL_ENDINGS,
        accept_multiple_files=True,
        key="firefox-files",
    )
    if files:
        st.button(
            say("Install the model"),
            icon=":material/upload_file:",
            on_click=tried,
            args=(partial(install_uploads, files),),
        )


def _offered(source: str, target: str) -> str:
    """What the button says that downloads a model."""
    return say("Download Firefox's model, {pair} (about 25 MB)", pair=pair_name(source, target))


def install_uploads(files: Sequence[Upload]) -> None:
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
