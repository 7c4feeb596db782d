"""The store that the operator names, as the page uses it: asked once for all visitors, opened from, decided in."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from translate.desk.store import Kept
from translate.errors import TranslateError
from translate.review.carrying import Steps
from translate.review.merging import without_steps
from translate.review.session import Session
from translate.settings.environment import STORE, told
from translate.store.asked import Asked
from translate.store.monitor import Choices, Conflict, Line, Monitor, Numbers, Order, OutletRow, Span, Step
from translate.store.store import Store
from translate.store.story_rows import texts_of
from translate.ui.kept import Desk, desk, set_aside, show
from translate.ui.reviewing import Reviewing
from translate.ui.sessions import put_in_sight, story_of
from translate.ui.state import PageState
from translate.ui.visitors import may_review_store

ANSWERS = 64  # that are kept of each question
CONFLICTS = 200  # facts in the table


class Seen(NamedTuple):
    """What the view shows first."""

    numbers: Numbers
    lines: tuple[Line, ...]
    step: Step
    spans: tuple[Span, ...]


class Stand(NamedTuple):
    """A store as it stands: of another one, or after a change, the answers are others.

    Attributes:
        path: Of the file.
        changed, size: When it was written last, in nanoseconds, and its bytes; 0 where there is none.
    """

    path: str
    changed: int = 0
    size: int = 0


def page_store() -> Stand | None:
    """The store of this page; None where the operator names none."""
    path = told(STORE)
    if not path:
        return None
    try:
        found = Path(path).stat()
    except OSError:
        return Stand(path)  # asking it tells why
    return Stand(path, found.st_mtime_ns, found.st_size)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def choices(stand: Stand) -> Choices:
    """What can be asked for."""
    return Monitor(stand.path).choices()


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def seen(stand: Stand, asked: Asked, order: Order, most: int) -> Seen:
    """The numbers, the first stories, and how many there were over time."""
    monitor = Monitor(stand.path)
    return Seen(monitor.numbers(asked), monitor.lines(asked, order, most=most), *monitor.over_time(asked))


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def outlets(stand: Stand, asked: Asked) -> tuple[OutletRow, ...]:
    """What the outlets leave out."""
    return Monitor(stand.path).outlets(asked)


@st.cache_data(max_entries=ANSWERS, show_spinner=False)
def conflicts(stand: Stand, asked: Asked) -> tuple[Conflict, ...]:
    """Facts in conflict."""
    return Monitor(stand.path).conflicts(asked, most=CONFLICTS)


def open_story(state: PageState, stand: Stand, number: int) -> None:
    """Put a story of the store in sight, with what was decided about it.

    It becomes one of the visitor's own. What the visitor did in it before stands, unless the store has a later review.
    """
    state.monitor.problem = ""
    store = Store(stand.path)
    try:
        session = store.session(number)
        written = store.file_of(number).stat().st_mtime
    except (TranslateError, OSError) as error:
        state.monitor.problem = error.message if isinstance(error, TranslateError) else str(error)
        return
    place, story = desk(state), story_of(session)
    if place:
        set_aside(state, place)
    kept, before = place.find(state, story) if place else None, state.reviews.get(story)
    own = session
    if place and kept and kept.session and _stands(kept.session, session, _touched(state, place, kept) > written):
        own = kept.session
        show(state, kept)
    elif not kept and before and _stands(before.session, session, not may_review_store()):
        own = before.session
        put_in_sight(state, own, before)
    else:
        put_in_sight(state, session)
    state.monitor.stored = state.story if own == session else None


def put_on_list(state: PageState, stand: Stand, lines: Sequence[Line]) -> int:
    """Put stories of the store on the visitor's list; those that are there already stay as they are.

    Returns:
        How many came.
    """
    state.monitor.problem = ""
    place, store, came = desk(state), Store(stand.path), 0
    if place is None:
        return 0
    for line in reversed(lines):  # so that the first of them stands on top
        try:
            session = store.session(line.told.number)
            story = story_of(session)
            if place.stories.find(place.visitor, story) is None:
                place.stories.keep(place.visitor, story, session)
                came += 1
        except TranslateError as error:
            state.monitor.problem = error.message
    return came


def give_back(state: PageState, reviewing: Reviewing) -> None:
    """Let the store keep what was decided about a story of it, once it is another thing than when it came in sight."""
    watching, story = state.monitor, state.story
    assert story is not None
    before, watching.given = watching.given, (story, reviewing.session)
    if before is None or before[0] != story or before[1] is reviewing.session:
        return
    stand = page_store()
    if stand is None:
        return
    # All of a review that the store has never seen is new to it.
    since = before[1] if watching.stored == story else without_steps(before[1])
    try:
        if may_review_store() and Store(stand.path).review(reviewing.session, since):
            watching.stored = story
        watching.problem = ""
    except TranslateError as error:
        watching.stored, watching.problem = None, error.message


def _stands(own: Session, session: Session, later: bool) -> bool:
    """Whether what the visitor has of a story stands, and not what the store has.

    Args:
        own: The visitor's review.
        session: That of the store.
        later: Whether the visitor's goes before that where something was done in both.
    """
    if not Steps.of(own) or texts_of(own.found) != texts_of(session.found):  # of another day
        return False
    return own == session or not Steps.of(session) or later


def _touched(state: PageState, place: Desk, kept: Kept) -> float:
    """When the visitor last did something in a story."""
    return next((each.touched for each in place.entries(state) if each.number == kept.number), 0.0)
