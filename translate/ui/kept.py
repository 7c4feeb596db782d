"""The visitor's stories as they are kept: where they are, what is taken up again after a reload, and what is left."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from translate.comparison import Comparison
from translate.desk.keeping import Keeping
from translate.desk.store import Kept, Stories, Visit, default_stories
from translate.desk.story import Entry, Story, known_as
from translate.errors import TranslateError
from translate.options import Options
from translate.review.carrying import Before, Unplaced, akin, carried
from translate.review.history import History
from translate.samples import load_sample, sample_names
from translate.settings.environment import STORIES_DAYS, STORIES_MB, limit_told
from translate.ui.reviewing import Basis, Reviewing, taken_up
from translate.ui.state import MOST_VERSIONS, PageState, opened_of, texts_of
from translate.ui.visitor_cookie import remember_visitor
from translate.ui.visitors import is_shared, visitor

SHARED_DAYS, SHARED_MB = 30, 1000  # as docs/how-to.md says for PARALLAX_STORIES_DAYS and PARALLAX_STORIES_MB
LONGEST_COOKIE = 400  # days; browsers cut it there
TIDIED_SECONDS = 3600.0
LIST = 2  # stories from which the list is unfolded when a visit begins; the texts need the room

_RETURNED = "returned"  # whether this visit has begun


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the stories of this visitor are kept; what goes wrong there is told on the page, which goes on without.

    Attributes:
        stories: Those of all visitors.
        visitor: What this one is called there.
    """

    stories: Stories
    visitor: str

    def entries(self, state: PageState) -> tuple[Entry, ...]:
        """This visitor's stories, the newest first."""
        with _told(state):
            return self.stories.entries(self.visitor)
        return ()

    def open(self, state: PageState, number: int) -> Kept | None:
        """A story as it was left; None where it is gone."""
        with _told(state):
            return self.stories.open(self.visitor, number)
        return None

    def find(self, state: PageState, story: Story) -> Kept | None:
        """The story with the same texts."""
        with _told(state):
            number = self.stories.find(self.visitor, story)
            return self.stories.open(self.visitor, number) if number is not None else None
        return None

    def add(self, state: PageState, story: Story) -> None:
        """Put a story on the list that is to be compared later; one that is there already stays as it is."""
        with _told(state):
            if self.stories.find(self.visitor, story) is None:
                self.stories.keep(self.visitor, story)

    def remove(self, state: PageState, number: int) -> None:
        """Delete a story."""
        with _told(state):
            self.stories.remove(self.visitor, [number])

    def keeping(self, state: PageState, story: Story, number: int | None) -> Keeping:
        """What keeps the review of a story that is in sight."""
        return Keeping(self.stories, self.visitor, story, own=state.mode == "own", number=number)


def desk(state: PageState) -> Desk | None:
    """Where stories are kept; None where none are."""
    with _told(state):
        stories = default_stories()
        return Desk(stories, known_as(visitor())) if stories else None
    return None


def come_back(state: PageState) -> None:
    """At the beginning of a visit: put everything where it was at the end of the one before."""
    if st.session_state.setdefault(_RETURNED, False):
        return
    st.session_state[_RETURNED] = True
    if (place := desk(state)) is None:
        return
    if len(place.entries(state)) < LIST:
        st.set_page_config(initial_sidebar_state="collapsed")
    with _told(state):
        _tidied(place.stories, str(place.stories.path))
        state.left = place.stories.visit(place.visitor)
    if (visit := state.left) is None:
        return
    if visit.shown is not None and (kept := place.open(state, visit.shown)):
        show(state, kept)
        state.editing = visit.editing
        state.offer_declined = state.mode == "own" and kept.session is not None  # the offer was heard before that one
    put_into_panes(state, visit.draft)
    if visit.together:
        state.together, state.called = visit.together, visit.names
        state.names = dict(enumerate(visit.names))
        if visit.shown is None and visit.editing:
            state.drafts, state.opened = texts_of(visit.together), opened_of(visit.together)
        elif visit.shown is None:
            state.show_together()


def set_aside(state: PageState, place: Desk) -> None:
    """Put texts that stand in the panes and were never compared on the list, before others take their place."""
    draft, own = state.draft, state.stories.get("own")
    if len(state.drafts) > 2:
        state.together, state.called = state.given, state.names_given
    elif not draft.empty and (own is None or own.digest != draft.digest):
        place.add(state, draft)


def leave(state: PageState) -> None:
    """Keep where the visitor stands, if that has changed: what stands in the panes and which story is in sight."""
    draft = state.draft
    several = (state.given, state.names_given) if len(state.drafts) > 2 else (state.together, state.called)
    now = Visit(draft, state.shown, state.editing, *several)
    if now == state.left or (state.left is None and draft.empty and state.shown is None):
        return
    if place := desk(state):
        with _told(state):
            place.stories.leave(place.visitor, now)
            state.left = now


def greet_again(state: PageState) -> None:
    """On a shared page, let the browser of a visitor who has something kept say so at the next visit."""
    if state.left is not None and desk(state):
        with _told(state):
            remember_visitor(min(limits()[0] or LONGEST_COOKIE, LONGEST_COOKIE))


def show(state: PageState, kept: Kept) -> None:
    """Put a kept story in sight, as it was left."""
    name = _sample_named(kept.story)
    state.problems, state.problem, state.offering, state.monitoring = {}, "", False, False
    state.mode = "sample" if name else "own"
    state.stories[state.mode] = kept.story
    if name:
        state.sample = name
    else:
        put_into_panes(state, kept.story)
        state.editing = not (kept.story.source.strip() and kept.story.target.strip())
        state.last_own = kept.story
    state.shown = kept.number
    if kept.session:
        state.glossary, state.glossary_problem = kept.session.options.terms, ""
        if state.operating_point != kept.session.options.operating_point:
            state.operating_point = kept.session.options.operating_point
            st.session_state["operating-point"] = state.operating_point


def put_into_panes(state: PageState, story: Story) -> None:
    """Let two texts stand in the panes."""
    state.drafts = [story.source, story.target]
    state.opened = {number: file for number, file in enumerate(story.files) if file is not None}
    for number in range(MOST_VERSIONS):
        st.session_state.pop(f"text-{number}", None)  # else the pane would show what stood there before


def resumed(state: PageState, story: Story, options: Options) -> Reviewing | None:
    """The review of a story as it is kept; None where it is not, or has to be compared anew."""
    place, kept = desk(state), _kept(state, story)
    if place is None or kept is None or kept.session is None:
        return None
    session = kept.session
    basis = Basis(options if _made_with(session.options, options) else session.options, None)
    keeping = place.keeping(state, kept.story, kept.number)
    keeping.took_up(session, kept.unplaced)
    return Reviewing(basis, kept.history or History(session), keeping=keeping, unplaced=kept.unplaced)


def begun(state: PageState, story: Story, comparison: Comparison, options: Options) -> Reviewing:
    """The review of a story that was not compared here before.

    It takes over what was done in the story before it if that is the same one with other words, and what was kept of
    the story itself by a version of Parallax whose comparisons are not read here.
    """
    reviewing = taken_up(None, comparison, options)
    place, kept = desk(state), _kept(state, story)
    earlier = _earlier(state, story) if kept is None else None
    if earlier and not akin(earlier.before, comparison.source, comparison.target):
        earlier = None
    if kept and kept.before:
        earlier = _Earlier(kept.before, kept.unplaced, kept.number)
    if earlier:
        session, reviewing.unplaced = carried(earlier.before, reviewing.session, earlier.unplaced)
        reviewing.history = History(session)
        if state.last_own and state.last_own != story:
            state.reviews.pop(state.last_own, None)  # which goes on under these texts
    if place:
        number = kept.number if kept else earlier.number if earlier else None
        reviewing.keeping = place.keeping(state, story, number)
    return reviewing


def keep(state: PageState, story: Story, reviewing: Reviewing) -> None:
    """Keep the review that is in sight, from now on at every step."""
    place = desk(state)
    if place and reviewing.keeping is None:  # from a session file
        kept = place.find(state, story)
        reviewing.keeping = place.keeping(state, story, kept.number if kept else None)
    reviewing.keep()
    if state.mode == "own":
        state.last_own = story
    state.shown = reviewing.keeping.number if reviewing.keeping else None
    if reviewing.keeping and reviewing.keeping.problem:
        state.stories_problem = reviewing.keeping.problem


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What was done in an earlier state of a story, and its number where it is kept."""

    before: Before
    unplaced: tuple[Unplaced, ...]
    number: int | None


def _earlier(state: PageState, story: Story) -> _Earlier | None:
    """The visitor's own story before this one."""
    last = state.last_own
    if state.mode != "own" or last is None or last == story:
        return None
    if review := state.reviews.get(last):
        number = review.keeping.number if review.keeping else None
        return _Earlier(Before.of(review.session), review.unplaced, number)
    kept = _kept(state, last)
    if kept is None or kept.session is None:
        return None
    return _Earlier(Before.of(kept.session), kept.unplaced, kept.number)


def _kept(state: PageState, story: Story) -> Kept | None:
    """A story as it is kept."""
    place = desk(state)
    return place.find(state, story) if place else None


def _made_with(kept: Options, wanted: Options) -> bool:
    """Whether a comparison is what these settings ask for; "auto" stands for any that is no part of it."""
    same_engine = kept.engine in ("auto", wanted.engine)
    return same_engine and (kept.operating_point, kept.terms) == (wanted.operating_point, wanted.terms)


def _sample_named(story: Story) -> str:
    """Name of the sample that a story is; "" for any other."""
    samples = (load_sample(name) for name in sample_names())
    found = (sample.name for sample in samples if (sample.source, sample.target) == (story.source, story.target))
    return next(found, "")


def limits() -> tuple[int | None, int | None]:
    """Days and megabytes for which stories are kept; None for no limit.

    Raises:
        OptionError: A variable says something else than a number.
    """
    days, megabytes = limit_told(STORIES_DAYS), limit_told(STORIES_MB)
    return (days or SHARED_DAYS, megabytes or SHARED_MB) if is_shared() else (days, megabytes)


@st.cache_data(ttl=TIDIED_SECONDS, show_spinner=False)
def _tidied(_stories: Stories, where: str) -> None:
    """Let go what is too old or too much, at most once an hour for all visitors."""
    _stories.tidy(*limits())


@contextmanager
def _told(state: PageState) -> Iterator[None]:
    """What goes wrong with the file of stories is told on the page, which goes on without."""
    try:
        yield
    except TranslateError as error:
        state.stories_problem = error.message
