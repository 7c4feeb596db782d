"""What the page does with installed models, whatever their kind: it lists, removes and downloads them."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from translate.engines.engine import Installing
from translate.engines.packages import ModelOnDisk
from translate.errors import EngineError
from translate.languages.registry import directions
from translate.ui.computing import forget
from translate.ui.plain import plain
from translate.wording.naming import Version
from translate.wording.phrase import said, say

OUTCOME = "package-outcome"  # key of an error that is shown once


def pair_name(source: str, target: str) -> str:
    """What a pair is called; by its codes where one is no language that is compared."""
    if (source, target) not in directions():
        return f"{source} – {target}"
    return say("{source:name} to {target:name}", source=Version(source), target=Version(target))


def installed_rows(models: Sequence[ModelOnDisk], kind: str, remove: Callable[[str, str], object]) -> None:
    """What is there, each with a button that removes it.

    Args:
        models: Of one kind.
        kind: In the keys of the buttons.
        remove: Deletes the model of a pair of languages.
    """
    for model in models:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(say("{pair}, version {version}", pair=pair_name(*model.pair), version=model.version))
            st.button(
                say("Remove"),
                icon=":material/delete:",
                key=f"remove-{kind}-{model.from_code}-{model.to_code}",
                on_click=tried,
                args=(partial(remove, *model.pair),),
            )


def download_buttons(
    models: Sequence[ModelOnDisk],
    kind: str,
    label: Callable[[str, str], str],
    engine: Installing,
    place: "st.delta_generator.DeltaGenerator",
) -> None:
    """A button for each pair of languages that is missing.

    Args:
        models: Those that are there.
        kind: In the keys of the buttons.
        label: What the button of a pair says.
        engine: Fetches what is missing.
        place: Of a progress bar while it comes.
    """
    present = {model.pair for model in models}
    with st.container(horizontal=True):
        for source, target in directions():
            if (source, target) not in present and st.button(
                label(source, target), icon=":material/download:", key=f"download-{kind}-{source}-{target}"
            ):
                download(engine, [(source, target)], place)


def download(engine: Installing, pairs: Sequence[tuple[str, str]], place: "st.delta_generator.DeltaGenerator") -> None:
    """Fetch the models for some directions, one after the other, with a progress bar."""

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


def tried(change: Callable[[], object]) -> None:
    """Change what is installed; what went wrong is told once."""
    try:
        change()
    except EngineError as error:
        st.session_state[OUTCOME] = error.message
    else:
        forget()  # every comparison is to be made anew


def tell_outcome() -> None:
    """What went wrong, told once."""
    if OUTCOME in st.session_state:
        st.error(plain(said(st.session_state.pop(OUTCOME))), icon=":material/error:")
