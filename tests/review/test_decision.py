"""Decisions about differences: verdicts, other labels, notes, and that they are found again."""

from dataclasses import replace

import pytest

from translate.differences.difference import Review, kinds_for
from translate.errors import ReviewError
from translate.review.comparing import computed
from translate.review.decision import Decision, key_of
from translate.review.session import Progress, Session


def test_an_accepted_difference_stays_and_says_so(session: Session) -> None:
    first = session.found.differences[0]
    reviewed = session.decided(first, Decision("accepted", note="As in the wire report.")).comparison
    assert reviewed.differences[0] == replace(first, review=Review("accepted", "As in the wire report."))
    assert reviewed.differences[1:] == session.found.differences[1:]


def test_a_rejected_difference_is_set_apart(session: Session) -> None:
    first, *others = session.found.differences
    reviewed = session.decided(first, Decision("rejected")).comparison
    assert reviewed.differences == tuple(others)
    assert [difference.id for difference in reviewed.rejected] == [first.id]


def test_a_label_and_a_severity_take_the_place_of_those_found(session: Session) -> None:
    first = session.found.differences[0]
    decided = session.decided(first, Decision(kind="quote", severity="major" if first.severity == "minor" else "minor"))
    shown = decided.comparison.differences[0]
    assert (shown.kind, shown.severity) != (first.kind, first.severity)
    assert shown.review == Review(kind_found=first.kind, severity_found=first.severity)
    assert decided.decision(shown) == decided.decision(first)  # known by what was found, whatever it is called now


def test_the_label_that_was_found_is_no_change(session: Session) -> None:
    first = session.found.differences[0]
    assert session.decided(first, Decision(kind=first.kind)) == session


def test_what_one_text_has_cannot_be_called_the_reverse(session: Session) -> None:
    (addition, *_) = (difference for difference in session.found.differences if difference.kind == "addition")
    assert "omission" not in kinds_for("target")
    with pytest.raises(ReviewError, match=r"cannot be called omission\. Known here: addition, partial"):
        session.decided(addition, Decision(kind="omission"))


def test_the_empty_decision_takes_a_decision_back(session: Session) -> None:
    first = session.found.differences[0]
    assert session.decided(first, Decision("accepted")).decided(first, Decision()) == session


def test_progress_counts_verdicts(session: Session) -> None:
    first, second, third = session.found.differences
    session = session.decided(first, Decision("accepted")).decided(second, Decision("rejected"))
    session = session.decided(third, Decision(note="Ask the desk."))
    assert session.progress == Progress(accepted=1, rejected=1, total=3)
    assert session.progress.decided == 2


def test_a_decision_outlives_a_new_alignment(session: Session, compared: list[object]) -> None:
    """c is linked to x, and the one remaining omission keeps its id and what was said of it."""
    *_, last = session.found.differences
    decided = session.decided(last, Decision("accepted", note="g"))
    linked = computed(decided.linked((3,), (3,)))
    assert [difference.id for difference in linked.comparison.differences] == [last.id]
    (same,) = (difference for difference in linked.comparison.differences if key_of(difference) == key_of(last))
    assert same.review == Review("accepted", "g")


def test_a_decision_waits_while_its_difference_is_not_found(session: Session, compared: list[object]) -> None:
    (omission, *_) = (difference for difference in session.found.differences if difference.kind == "omission")
    linked = computed(session.decided(omission, Decision("accepted")).linked((3,), (3,)))
    assert linked.progress.decided == 0
    assert computed(linked.released((3,), (3,))).progress.decided == 1


def test_a_reviewed_comparison_begins_a_session_with_its_decisions(session: Session) -> None:
    first, second, _ = session.found.differences
    decided = session.decided(first, Decision("rejected", note="n")).decided(second, Decision("accepted", "quote"))
    assert Session.of(decided.comparison) == decided
