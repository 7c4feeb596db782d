"""The past of a review as plain JSON: undone and redone as before, on what is found anew where it has to be."""

import json

import pytest

from translate.differences.difference import Difference
from translate.review import history_record as room
from translate.review.decision import Decision
from translate.review.history import History
from translate.review.history_record import history_of, history_record
from translate.review.session import Session
from translate.testing import drawn_comparison
from translate.text.document import Span


@pytest.fixture
def begun() -> History:
    return History(Session.of(drawn_comparison("abcdef", "abdxf")))


def first(session: Session) -> Difference:
    return session.found.differences[0]


def again(history: History) -> History:
    return history_of(json.loads(json.dumps(history_record(history))), history.present)


def all_of(history: History) -> list[Session]:
    return [*history.past, history.present, *reversed(history.future)]


def test_every_step_is_there_again(begun):
    session = begun.present.decided(first(begun.present), Decision("accepted", note="Checked."))
    history = begun.did(session)
    for changed in (
        session.decided(first(session), Decision("rejected")),
        session.decided(first(session), Decision()),
        session.with_translation("source", 0, "By hand."),
        session.flagged_by_hand("number", [Span(0, 1)], [Span(0, 1)]),
    ):
        history = history.did(changed)
    history = history.undone().undone()
    assert len(history.past) == 3
    assert len(history.future) == 2
    assert again(history) == history


def test_a_session_of_other_links_or_roles_is_compared_anew(begun):
    decided = begun.present.decided(first(begun.present), Decision("accepted"))
    linked = decided.linked([2], [2])
    other = linked.with_role("target", [0], "caption")
    taken_up = again(begun.did(decided).did(linked).did(other))
    assert [(each.links, each.roles, each.fresh) for each in all_of(taken_up)[:3]] == [
        ((), (), False),
        ((), (), False),
        (linked.links, (), False),
    ]
    assert taken_up.undone().undone().present.decisions == decided.decisions


def test_what_stands_on_the_same_is_not_compared_anew(begun):
    decided = begun.present.decided(first(begun.present), Decision("accepted"))
    assert again(begun.did(decided)).undone().present == begun.present
    assert again(begun.did(decided)).undone().present.fresh


def test_the_last_steps_alone_are_kept(begun, monkeypatch):
    monkeypatch.setattr(room, "MOST", 3)
    history = begun
    for note in "abcde":
        history = history.did(history.present.decided(first(begun.present), Decision(note=note)))
    assert again(history).past == history.past[-3:]


def test_a_damaged_past_is_told(begun):
    with pytest.raises(ValueError, match="past"):
        history_of({"past": 1}, begun.present)
