"""Decisions in a text whose words change: those on unchanged sentences stay, the others are listed."""

import pytest

from translate.review.carrying import Before, akin, carried
from translate.review.comparing import computed
from translate.review.decision import Decision
from translate.review.session import Session
from translate.testing import drawn_comparison

REJECTED = Decision("rejected", note="The headline says it.")


def begun(source, target):
    return Session.of(drawn_comparison(source, target))


def decided(session, decision=REJECTED):
    """The session with the same decision about every difference."""
    for difference in session.found.differences:
        session = session.decided(difference, decision)
    return session


def words(session, difference):
    return "".join(session.source.text[span.start : span.end] for span in difference.source)


def test_a_decision_stays_where_another_sentence_changes():
    before = decided(begun("abcdef", "abdef"))
    after, unplaced = carried(Before.of(before), begun("gabcdef", "abdef"))  # everything stands further back now
    verdicts = {words(after, each)[:1]: after.decision(each) for each in after.found.differences}
    assert verdicts == {"c": REJECTED, "g": Decision()}
    assert unplaced == ()


def test_a_decision_whose_sentence_changed_is_listed_with_its_words():
    before = decided(begun("abcdef", "abdef"))
    after, unplaced = carried(Before.of(before), begun("abxdef", "abdef"))
    assert not after.decisions
    (lost,) = unplaced
    assert (lost.key.kind, lost.decision, lost.target) == ("omission", REJECTED, "")
    assert lost.source.startswith("c")


def test_a_change_back_gives_a_decision_its_place_again():
    before = decided(begun("abcdef", "abdef"))
    between, unplaced = carried(Before.of(before), begun("abxdef", "abdef"))
    after, left = carried(Before.of(between), begun("abcdef", "abdef"), unplaced)
    assert after.decisions == before.decisions
    assert left == ()


def test_a_sentence_that_was_moved_is_found_again():
    before = decided(begun("abcdef", "abdef"))
    after, unplaced = carried(Before.of(before), begun("abdefc", "abdef"))
    assert [after.decision(each) for each in after.found.differences] == [REJECTED]
    assert unplaced == ()


def test_repeated_sentences_keep_their_own_decisions():
    before = begun("acbc", "ab")
    first, second = before.found.differences
    before = before.decided(first, REJECTED).decided(second, Decision("accepted"))
    after, unplaced = carried(Before.of(before), begun("gacbc", "ab"))
    assert [after.decision(each).verdict for each in after.found.differences] == [None, "rejected", "accepted"]
    assert unplaced == ()


def test_roles_links_and_translations_go_along():
    before = begun("abcdef", "abdef").with_lines("source", [1], story=False).linked([2], [3])
    before = before.with_translation("source", 5, "Mended.")
    after, _ = carried(Before.of(before), begun("gabcdef", "abdef"))
    assert [(each.side, each.sentence, each.role) for each in after.roles] == [
        ("source", 2, "boilerplate"),
        ("target", 1, "boilerplate"),  # the same line, on the other side
    ] or [(each.side, each.sentence) for each in after.roles] == [("source", 2)]
    assert [(link.source, link.target) for link in after.links] == [((3,), (3,))]
    assert [(each.sentence, each.text) for each in after.mended] == [(6, "Mended.")]
    assert not after.fresh


def test_a_link_with_a_sentence_that_changed_is_left_out():
    before = begun("abcdef", "abdef").linked([2], [3])
    after, _ = carried(Before.of(before), begun("abxdef", "abdef"))
    assert after.links == ()


@pytest.mark.parametrize(("source", "target", "same"), [("abcdeg", "abdef", True), ("mnopqr", "mnpqr", False)])
def test_another_story_is_told_from_the_same_one_with_other_words(source, target, same):
    other = begun(source, target)
    assert akin(Before.of(begun("abcdef", "abdef")), other.source, other.target) is same


def test_what_was_carried_can_be_computed(compared):
    before = decided(begun("abcdef", "abdef").linked([2], [1]))
    after, _ = carried(Before.of(before), begun("gabcdef", "abdef"))
    assert computed(after).fresh
    assert len(compared) == 1
