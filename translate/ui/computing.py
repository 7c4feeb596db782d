"""Comparisons for the page: computed once for the same texts and settings, with progress while it takes time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import copy_context
from functools import partial

import streamlit as st

from translate.alignment.by_hand import Link
from translate.comparison import Comparison
from translate.desk.story import Story
from translate.engines.translation import Translations
from translate.languages.glossary import Glossary
from translate.options import OperatingPoint, Options
from translate.pipeline import compare
from translate.processes.worker import Job, ManyJob
from translate.processes.workers import workers
from translate.settings.limits import Progress, unwatched
from translate.several.comparing import compare_many
from translate.several.versions import Versions
from translate.text.detection import Detection, detect_language
from translate.text.document import Document
from translate.text.origin import FileText
from translate.ui.state import Server
from translate.ui.waiting import TOGETHER, Waiting

MAX_TOGETHER = 16  # of several versions, which hold a comparison of every two
MAX_COMPARISONS = 64  # of news length about 100 KB each; the reports of each a few times that
PATIENCE = 1.0  # seconds until the progress of a comparison after a reviewer's step is shown: most take less


def comparison_of(
    story: Story, options: Options, stop: Callable[[], None] | None = None, *, one_language: bool = False
) -> Comparison:
    """The comparison of a story; shows its progress where it has to be computed.

    Args:
        story: The two texts.
        options: Settings.
        stop: Called where the visitor cancels, before the page is drawn anew.
        one_language: Whether they may be in one language.

    Raises:
        ServerError: The server does not translate.
        TranslateError: The texts cannot be compared.
    """
    with _outside(stop) as show:
        return _compared(*story.given, _told_apart(options), one_language, options, show)


def versions_of(
    texts: tuple[str | FileText, ...], options: Options, stop: Callable[[], None] | None = None
) -> Versions:
    """What several texts tell, compared together; arguments and errors as for `comparison_of`."""
    with _outside(stop) as show:
        return _compared_together(texts, _told_apart(options), options, show)


@contextmanager
def _outside(stop: Callable[[], None] | None) -> Iterator[Progress]:
    """Shows progress while a cached function computes.

    Streamlit records what a cached function draws, to draw it again on every hit. Progress must not be drawn again, so
    it is drawn in the context from before the cached call, where nothing is recorded.
    """
    place = st.empty()
    try:
        outside, waiting = copy_context(), Waiting(place, stop)
        yield lambda *stage: outside.run(waiting.show, *stage)
    finally:
        place.empty()


def _told_apart(options: Options) -> tuple[str, ...]:
    """What tells the result of these settings from that of others; an API key does not."""
    terms = options.terms.digest if options.terms else ""
    return options.operating_point, options.engine, options.url or "", str(options.public_server), terms


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
    settings: tuple[str, ...],
    one_language: bool,
    _options: Options,  # told from others by `settings`; what has an underscore is not looked at
    _progress: Progress,
) -> Comparison:
    return compared_apart(source, target, _options, progress=_progress, one_language=one_language)


@st.cache_resource(max_entries=MAX_TOGETHER, show_spinner=False)  # to unpickle it took 65 ms at every rerun
def _compared_together(
    texts: tuple[str | FileText, ...],
    settings: tuple[str, ...],
    _options: Options,
    _progress: Progress,
) -> Versions:
    pool = workers()

    def told(stage: str, done: int, total: int) -> None:
        _progress(TOGETHER if stage == "comparing" else stage, done, total)

    if pool is None:
        return compare_many(texts, _options, progress=told)
    return pool.done(ManyJob(texts, _options), told)


def compared_apart(
    source: str | FileText | Document,
    target: str | FileText | Document,
    options: Options,
    *,
    progress: Progress | None = None,
    links: Sequence[Link] = (),
    translation: Translations | None = None,
    one_language: bool = False,
) -> Comparison:
    """What `compare` finds, in a process of its own unless the operator wants none.

    Raises:
        TranslateError: As `compare`, or the process has ended.
    """
    pool = workers()
    if pool is None:
        once = partial(compare, one_language=True) if one_language else compare
        return once(source, target, options, progress=progress, links=links, translation=translation)
    return pool.done(Job(source, target, options, links, translation, one_language), progress or unwatched)


@st.cache_data(max_entries=MAX_COMPARISONS * 2, show_spinner=False)
def language_of(text: str, beside: str = "") -> Detection:
    """Language of a text, beside its other version in a language that is known."""
    return detect_language(text, beside=beside)


def forget() -> None:
    """Compute every comparison anew, for example with a translation package that was not there before."""
    _compared.clear()
    _compared_together.clear()
