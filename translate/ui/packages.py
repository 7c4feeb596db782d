"""Which translation is shown, and how to get a better one."""

import tempfile
from pathlib import Path

import streamlit as st

from translate.comparison import Comparison
from translate.engines.packages import install_file
from translate.errors import EngineError
from translate.ui.computing import forget
from translate.ui.plain import plain

COMMAND = "python -m translate packages install FILE.argosmodel"


def translation_note(comparison: Comparison) -> None:
    """Where no package is installed: say that the translations are a gloss, and take a package from a file."""
    engines = {comparison.translation.source.engine, comparison.translation.target.engine}
    if "gloss" not in engines:
        return
    with st.expander("Translations are a word-by-word gloss: add a translation package", icon=":material/translate:"):
        st.markdown(
            "Without an Argos translation package, sentences are glossed word by word. Comparing works as well without "
            "one; a package makes the translations readable. From a file (.argosmodel), it is installed by"
        )
        st.code(COMMAND, language="bash")
        file = st.file_uploader("or here", type=["argosmodel"], key="package")
        if file is not None:
            st.button(
                "Install the package",
                icon=":material/download:",
                on_click=_install,
                args=(file.getvalue(),),
            )
        if "package-outcome" in st.session_state:
            st.error(plain(st.session_state.pop("package-outcome")), icon=":material/error:")


def _install(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "package.argosmodel")  # the visitor's name for it never becomes a path
        path.write_bytes(data)
        try:
            install_file(path)
        except EngineError as error:
            st.session_state["package-outcome"] = str(error)
            return
    forget()  # every comparison is to be made anew, now with translations
