"""What the page remembers of a visit, however long it is."""

import pytest

from translate.options import Options
from translate.review.decision import Decision
from translate.review.history import History
from translate.review.session import Session
from translate.testing import drawn_comparison
from translate.ui.reviewing import Basis, Reviewing
from translate.ui.state import KEPT, PageState, Story

LONG_VISIT = 20


def review(*, from_a_file=False):
    comparison = drawn_comparison("abc", "ac")
    return Reviewing(Basis(Options(), None if from_a_file else comparison), History(Session.of(comparison)))


def decided(reviewing):
    (omission,) = reviewing.session.found.differences
    reviewing.history = reviewing.history.did(reviewing.session.decided(omission, Decision("rejected")))
    return reviewing


@pytest.fixture
def visit():
    """A visitor who compares one story after the other; gives the state and what takes up the next."""
    state = PageState()

    def next_one(number, reviewing):
        story = Story(f"source {number}", f"target {number}")
        state.stories["own"] = story
        state.take_up(story, reviewing)
        reviewing.document("light")

    return state, next_one


def test_a_long_visit_holds_few_reviews(visit):
    state, next_one = visit
    for number in range(LONG_VISIT):
        next_one(number, review())
    assert [story.source for story in state.reviews] == [
        f"source {number}" for number in range(LONG_VISIT - KEPT - 1, LONG_VISIT)
    ]


@pytest.mark.parametrize("kept", [decided(review()), review(from_a_file=True)], ids=["decided", "from a file"])
def test_what_a_visitor_has_done_stays(visit, kept):
    state, next_one = visit
    next_one("first", kept)
    for number in range(LONG_VISIT):
        next_one(number, review())
    assert state.reviews[Story("source first", "target first")] is kept
    assert len(state.reviews) == KEPT + 2


def test_a_step_taken_back_can_be_taken_again_after_a_while(visit):
    state, next_one = visit
    undone = decided(review())
    undone.history = undone.history.undone()
    next_one("first", undone)
    for number in range(LONG_VISIT):
        next_one(number, review())
    assert state.reviews[Story("source first", "target first")].history.future


def test_only_what_is_in_sight_is_drawn(visit):
    state, next_one = visit
    state.stories["sample"] = Story("sample", "sample")
    state.take_up(state.stories["sample"], review())
    state.reviews[state.stories["sample"]].document("light")
    for number in range(3):
        next_one(number, decided(review()))
    assert [story.source for story, each in state.reviews.items() if each._drawn] == ["sample", "source 2"]


def test_a_document_put_aside_is_drawn_the_same_again():
    reviewing = review()
    document = reviewing.document("light")
    reviewing.put_aside()
    assert reviewing.document("light") == document


def test_another_story_makes_room_and_what_was_never_compared_stays(visit):
    state, next_one = visit
    next_one("first", review())
    state.drafts = [state.story.source, state.story.target]
    state.begin()
    assert (state.starting, state.drafts) == (True, ["", ""])
    state.drafts = ["a draft", ""]
    state.mode = "sample"
    state.begin()
    assert (state.starting, state.mode, state.drafts) == (True, "own", ["a draft", ""])


def test_the_way_back_to_the_result_brings_its_texts(visit):
    state, next_one = visit
    assert not state.can_go_back
    next_one("first", review())
    state.edit()
    state.drafts, state.problem = ["another text", ""], "What was wrong with it"
    assert state.can_go_back
    state.back()
    assert (state.starting, state.drafts, state.problem) == (False, ["source first", "target first"], "")
