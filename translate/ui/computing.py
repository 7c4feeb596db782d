"""Comparisons for the page: computed once for the same texts and settings, with progress while it takes time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import copy_context

import streamlit as st

from translate.alignment.by_hand import Link
from translate.batch.worker import Job
from translate.batch.workers import workers
from translate.comparison import Comparison
from translate.desk.story import Story
from translate.engines.translation import Translations
from translate.languages.glossary import Glossary
from translate.options import OperatingPoint, Options
from translate.pipeline import compare
from translate.settings.limits import Progress
from translate.text.detection import Detection, detect_language
from translate.text.document import Document
from translate.text.origin import FileText
from translate.ui.state import Server
from translate.ui.waiting import Waiting

MAX_COMPARISONS = 64  # of news length about 100 KB each; the reports of each a few times that
PATIENCE = 1.0  # seconds until the progress of a comparison after a reviewer's step is shown: most take less


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
            *story.given,
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


def _silent(stage: str, done: int, total: int) -> None:
    """For those who watch no progress."""


@contextmanager
def progress_of_a_step() -> Iterator[Progress]:
    """Shows how far the comparison after a reviewer's step is, where it takes long."""
    place = st.empty()
    try:
        yield Waiting(place, patience=PATIENCE).show
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
    source: str | FileText,
    target: str | FileText,
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
    return compared_apart(source, target, options, progress=_progress)


def compared_apart(
    source: str | FileText | Document,
    target: str | FileText | Document,
    options: Options,
    *,
    progress: Progress | None = None,
    links: Sequence[Link] = (),
    translation: Translations | None = None,
) -> Comparison:
    """What `compare` finds, in a process of its own unless the operator wants none.

    Raises:
        TranslateError: As `compare`, or the process has ended.
    """
    pool = workers()
    if pool is None:
        return compare(source, target, options, progress=progress, links=links, translation=translation)
    return pool.done(Job(source, target, options, links, translation), progress or _silent)


@st.cache_data(max_entries=MAX_COMPARISONS * 2, show_spinner=False)
def language_of(text: str, beside: str = "") -> Detection:
    """Language of a text, beside its other version in a language that is known."""
    return detect_language(text, beside=beside)


def forget() -> None:
    """Compute every comparison anew, for example with a translation package that was not there before."""
    _compared.clear()
