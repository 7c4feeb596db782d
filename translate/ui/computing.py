"""Comparisons for the page: computed once for the same texts and settings, with progress while it takes time."""

from collections.abc import Callable
from contextvars import copy_context
from typing import TypeAlias

import streamlit as st

from translate import Options, compare, detect_language
from translate.comparison import Comparison
from translate.options import EngineName, OperatingPoint
from translate.text.detection import Detection
from translate.ui.state import Server, Story

MAX_COMPARISONS = 64  # of news length about 100 KB each; the reports of each a few times that

Progress: TypeAlias = Callable[[str, int, int], None]

STAGES = {
    "reading": "Reading the texts",
    "encoding": "Reading the meaning of each sentence",
    "aligning": "Finding the sentences that belong together",
    "comparing": "Comparing numbers, dates and names",
    "translating": "Translating",
}


def comparison_of(story: Story, options: Options) -> Comparison:
    """The comparison of a story; shows a progress bar where it has to be computed.

    Raises:
        ServerError: The server does not translate.
        TranslateError: The texts cannot be compared.
    """
    place = st.empty()
    try:
        # Streamlit records what a cached function draws, to draw it again on every hit. Progress must not be drawn
        # again, so it is drawn in the context from before the cached call, where nothing is recorded.
        outside = copy_context()
        return _compared(
            story.source,
            story.target,
            options.operating_point,
            options.engine,
            options.url,
            options.api_key,
            lambda *stage: outside.run(_show_progress, place, *stage),
        )
    finally:
        place.empty()


def options_for(operating_point: OperatingPoint, engine: EngineName, server: Server | None) -> Options:
    """Settings of a comparison on the page.

    Args:
        operating_point: How readily a sentence is said to stand in one version only.
        engine: Who translates where no server does.
        server: Who translates instead.
    """
    if server is None:
        return Options(engine=engine, operating_point=operating_point)
    return Options(engine="libretranslate", operating_point=operating_point, url=server.url, api_key=server.api_key)


def _show_progress(place: "st.delta_generator.DeltaGenerator", stage: str, done: int, total: int) -> None:
    names = list(STAGES)
    share = done / total if total else 0.0
    count = f", {done} of {total}" if total > 1 else ""
    if stage in names:
        place.progress(min(1.0, (names.index(stage) + share) / len(names)), text=f"{STAGES[stage]}{count}")


@st.cache_data(max_entries=MAX_COMPARISONS, show_spinner=False)
def _compared(
    source: str,
    target: str,
    operating_point: OperatingPoint,
    engine: EngineName,
    url: str | None,
    _api_key: str | None,  # with an underscore, as what does not tell one result from another
    _progress: Progress,
) -> Comparison:
    options = Options(engine=engine, operating_point=operating_point, url=url, api_key=_api_key)
    return compare(source, target, options, progress=_progress)


@st.cache_data(max_entries=MAX_COMPARISONS * 2, show_spinner=False)
def language_of(text: str) -> Detection:
    """Language of a text."""
    return detect_language(text)


def forget() -> None:
    """Compute every comparison anew, for example with a translation package that was not there before."""
    _compared.clear()
