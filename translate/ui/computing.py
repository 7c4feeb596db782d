"""Comparisons for the page: computed once for the same texts and settings, with progress while it takes time."""

from collections.abc import Callable
from contextvars import copy_context
from typing import TypeAlias

import streamlit as st

from translate import Options, compare, detect_language
from translate.comparison import Comparison
from translate.languages.glossary import Glossary
from translate.options import OperatingPoint
from translate.text.detection import Detection
from translate.ui.state import Server, Story
from translate.ui.waiting import Waiting

MAX_COMPARISONS = 64  # of news length about 100 KB each; the reports of each a few times that

Progress: TypeAlias = Callable[[str, int, int], None]


def comparison_of(story: Story, options: Options, stop: Callable[[], None] | None = None) -> Comparison:
    """The comparison of a story; shows its progress where it has to be computed.

    Args:
        story: The two texts.
        options: Settings.
        stop: Called where the visitor cancels, before the page is drawn anew.

    Raises:
        ServerError: The server does not translate.
        TranslateError: The texts cannot be compared.
    """
    place = st.empty()
    try:
        # Streamlit records what a cached function draws, to draw it again on every hit. Progress must not be drawn
        # again, so it is drawn in the context from before the cached call, where nothing is recorded.
        outside = copy_context()
        waiting = Waiting(place, stop)
        return _compared(
            story.source,
            story.target,
            options.operating_point,
            options.engine,
            options.url,
            options.api_key,
            options.public_server,
            options.terms.digest if options.terms else "",
            options.terms,
            lambda *stage: outside.run(waiting.show, *stage),
        )
    finally:
        place.empty()


def options_for(
    operating_point: OperatingPoint, engine: str, server: Server | None, glossary: Glossary | None = None
) -> Options:
    """Settings of a comparison on the page.

    Args:
        operating_point: How readily a difference is flagged.
        engine: Who translates where no server does.
        server: Who translates instead.
        glossary: Terms of the house.
    """
    if server is None:
        return Options(engine=engine, operating_point=operating_point, glossary=glossary)
    return Options(
        engine="libretranslate",
        operating_point=operating_point,
        url=server.url,
        api_key=server.api_key,
        public_server=server.public,
        glossary=glossary,
    )


@st.cache_data(max_entries=MAX_COMPARISONS, show_spinner=False)
def _compared(
    source: str,
    target: str,
    operating_point: OperatingPoint,
    engine: str,
    url: str | None,
    _api_key: str | None,  # with an underscore, as what does not tell one result from another
    public_server: bool,
    glossary_digest: str,
    _glossary: Glossary | None,  # told from others by its digest
    _progress: Progress,
) -> Comparison:
    options = Options(
        engine=engine,
        operating_point=operating_point,
        url=url,
        api_key=_api_key,
        public_server=public_server,
        glossary=_glossary,
    )
    return compare(source, target, options, progress=_progress)


@st.cache_data(max_entries=MAX_COMPARISONS * 2, show_spinner=False)
def language_of(text: str, beside: str = "") -> Detection:
    """Language of a text, beside its other version in a language that is known."""
    return detect_language(text, beside=beside)


def forget() -> None:
    """Compute every comparison anew, for example with a translation package that was not there before."""
    _compared.clear()
