"""Undo and redo of every kind of step."""

from hypothesis import given, settings
from hypothesis import strategies as st
from review_steps import drawn_session, step

from translate.review.decision import Decision
from translate.review.history import History
from translate.review.session import Session

BEGUN = History(drawn_session())


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_everything_can_be_undone_and_redone(data: st.DataObject) -> None:
    history = BEGUN
    for _ in range(data.draw(st.integers(0, 6))):
        history = history.did(step(data.draw, history.present))
    steps = len(history.past)
    back = history
    for _ in range(steps):
        back = back.undone()
    assert back.present == BEGUN.present
    assert (back.past, len(back.future)) == ((), steps)
    for _ in range(steps):
        back = back.redone()
    assert back == history


def test_there_is_nothing_before_the_first_step_or_behind_the_last(session: Session) -> None:
    history = History(session)
    assert history.undone() is history
    assert history.redone() is history


def test_a_new_step_forgets_what_was_undone(session: Session) -> None:
    first, second, _ = session.found.differences
    history = History(session).did(session.decided(first, Decision("accepted"))).undone()
    history = history.did(session.decided(second, Decision("rejected")))
    assert history.future == ()
    assert history.undone().present == session


def test_a_step_that_changes_nothing_is_none(session: Session) -> None:
    history = History(session)
    assert history.did(session.with_role("source", [1], "body")) is history


def test_undoing_a_link_needs_no_new_comparison(session: Session) -> None:
    history = History(session).did(session.linked((3,), (3,)))
    assert not history.present.fresh
    assert history.undone().present.fresh
