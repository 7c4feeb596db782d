"""Two reviews of the same texts as one."""

import pytest

from translate.review.decision import Decision
from translate.review.merging import merged, without_steps
from translate.review.session import Session
from translate.testing import drawn_comparison
from translate.text.document import Span

YES, NO = Decision("accepted"), Decision("rejected")


@pytest.fixture
def begun() -> Session:
    return Session.of(drawn_comparison("abcdef", "abdxf"))


def decided(session: Session, *decisions: Decision) -> Session:
    for difference, decision in zip(session.found.differences, decisions, strict=False):
        session = session.decided(difference, decision)
    return session


NONE = Decision()


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "found"),
    [
        ((), (YES,), (NONE, NO), (YES, NO)),
        ((), (YES,), (NO,), (YES,)),
        ((YES, YES), (NONE, YES), (YES, NO), (NONE, NO)),
        ((YES,), (YES,), (), ()),
    ],
    ids=["of both", "of the same", "one is taken back", "theirs is taken back"],
)
def test_what_each_decided_since_is_there(begun, before, mine, theirs, found):
    assert merged(decided(begun, *before), decided(begun, *mine), decided(begun, *theirs)) == decided(begun, *found)


def test_a_review_that_the_other_never_saw_is_new_in_whole(begun):
    mine, theirs = decided(begun, YES), decided(begun, NONE, NO)
    assert merged(without_steps(mine), mine, theirs) == decided(begun, YES, NO)


def test_flags_and_translations_of_both_are_there(begun):
    mine = begun.with_translation("source", 0, "Mine.").flagged_by_hand("number", [Span(0, 1)])
    theirs = begun.with_translation("source", 1, "Theirs.").flagged_by_hand("name", [], [Span(0, 1)])
    found = merged(begun, mine, theirs)
    assert [each.text for each in found.mended] == ["Mine.", "Theirs."]
    assert {each.kind for each in found.flags} == {"number", "name"}


def test_links_are_those_of_whoever_changed_them(begun):
    linked = begun.linked([2], [2])
    for mine, theirs in ((linked, decided(begun, YES)), (decided(begun, YES), linked)):
        found = merged(begun, mine, theirs)
        assert (found.links, found.fresh, found.decisions) == (linked.links, False, decided(begun, YES).decisions)
    other = begun.linked([4], [3])
    assert merged(begun, linked, other).links == linked.links


def test_nothing_is_taken_over_between_other_sentences(begun):
    other = Session.of(drawn_comparison("abcd", "abdx")).linked([2], [2]).with_translation("source", 1, "Theirs.")
    assert merged(begun, decided(begun, YES), other) == decided(begun, YES)
