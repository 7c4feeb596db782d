"""What the file of stories holds of each."""

import pytest

from translate.desk import packed
from translate.desk.story import Story
from translate.review.decision import Decision
from translate.review.session import Session
from translate.testing import drawn_comparison


@pytest.fixture
def session():
    return Session.of(drawn_comparison("abcdef", "abdef"))


def test_what_was_found_is_the_same_whatever_was_done(session):
    done = session.decided(session.found.differences[0], Decision("rejected")).linked([2], [2])
    assert packed.packed_found(done) == packed.packed_found(session)
    assert packed.steps_text(done) != packed.steps_text(session)


def test_a_step_costs_little(session):
    done = session.decided(session.found.differences[0], Decision("rejected"))
    assert len(packed.steps_text(done)) < 600


def test_what_is_damaged_is_a_value_error():
    for broken in (b"", b"damaged", packed._packed(["no record"])):
        with pytest.raises(ValueError, match=r"."):
            packed.story_of(broken)


def test_a_review_in_which_nothing_was_done_leaves_nothing_to_take_over(session):
    story = Story(session.source.text, session.target.text)
    cuts = packed.packed_cuts(session)
    assert packed.before_of(story, cuts, packed.steps_text(session), "x") is None
    assert packed.before_of(story, cuts, "{}", "x") is None
    assert packed.before_of(story, cuts, '{"decisions": 3}', "x") is None
