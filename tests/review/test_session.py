"""Links and roles by hand; the letters of the two texts are "fabcdeg" and "fabxde", f is page furniture."""

from dataclasses import replace

import pytest

from translate.alignment.by_hand import Link
from translate.errors import ReviewError
from translate.review.comparing import comparison_of, computed
from translate.review.decision import Decision
from translate.review.session import RoleChange, Session
from translate.testing import drawn_comparison


def pairs(session: Session) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(bead.source, bead.target) for bead in comparison_of(session).beads}


@pytest.mark.usefixtures("compared")
def test_sentences_can_be_linked(session: Session) -> None:
    linked = session.linked([3], [3])
    assert linked.links == (Link((3,), (3,)),)
    assert pairs(linked) == {((i,), (i,)) for i in range(1, 6)} | {((6,), ())}
    assert comparison_of(linked).coverage.target == 1.0


@pytest.mark.usefixtures("compared")
def test_groups_can_be_linked_in_any_order(session: Session) -> None:
    linked = session.linked((6, 3, 3), (4, 3))
    assert linked.links == (Link((3, 6), (3, 4)),)
    assert ((3, 6), (3, 4)) in pairs(linked)
    assert ((4,), ()) in pairs(linked)  # d gave its partner away


@pytest.mark.usefixtures("compared")
def test_a_bead_can_be_unlinked(session: Session) -> None:
    unlinked = session.unlinked((5,), (5,))
    assert unlinked.links == (Link((), (5,)), Link((5,), ()))
    assert pairs(unlinked) >= {((5,), ()), ((), (5,))}
    reasons = [found.evidence.reason for found in comparison_of(unlinked).differences if found.confidence == 1.0]
    assert len(reasons) == 2
    assert all(reason.startswith("A reviewer found no sentence") for reason in reasons)


def test_a_sentence_stands_in_one_link_and_what_is_left_of_the_others_holds(session: Session) -> None:
    linked = session.linked((3, 4), (3,)).linked((4,), (4, 5))
    assert linked.links == (Link((3,), (3,)), Link((4,), (4, 5)))
    assert linked.linked((5,), (3,)).links == (Link((4,), (4, 5)), Link((5,), (3,)))
    assert linked.unlinked(target=(5,)).links == (Link((), (5,)), Link((3,), (3,)), Link((4,), (4,)))


def test_sentences_can_be_left_to_the_alignment_again(session: Session) -> None:
    linked = session.linked((3,), (3,)).released((3,), ())
    assert (linked.links, linked.found) == ((), session.found)


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ((), (3,), "sentence of either version"),
        ((3,), (), "sentence of either version"),
        ((0,), (3,), "Sentence 1 of the source text is page furniture"),
        ((7,), (3,), "7 sentences"),
        ((-1,), (3,), "7 sentences"),
        ((3,), (6,), "6 sentences"),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(session: Session, source: object, target: object, told: str) -> None:
    with pytest.raises(ReviewError, match=told):
        session.linked(source, target)  # type: ignore[arg-type]


@pytest.mark.usefixtures("compared")
def test_furniture_becomes_text_and_text_furniture(session: Session) -> None:
    changed = session.with_role("source", [0], "body").with_role("target", [0], "body")
    assert ((0,), (0,)) in pairs(changed)
    without = session.with_role("source", [6], "boilerplate")
    assert all(6 not in source for source, _ in pairs(without))
    assert without.roles == (RoleChange("source", 6, "boilerplate"),)
    assert without.with_role("source", [6], None).roles == ()


def test_the_role_that_a_sentence_had_is_no_change(session: Session) -> None:
    assert session.with_role("source", [1, 2], "body") is session


def test_a_link_loses_what_becomes_furniture(session: Session) -> None:
    linked = session.linked((3, 4), (3,)).with_role("source", [4], "boilerplate")
    assert linked.links == (Link((3,), (3,)),)
    assert linked.with_role("target", [3], "boilerplate").links == ()


def test_only_links_and_roles_are_compared_anew(session: Session, compared: list[object]) -> None:
    for difference in session.found.differences:
        session = session.decided(difference, Decision("accepted", note="yes"))
    assert comparison_of(session) == session.comparison
    assert compared == []
    linked = computed(session.linked((3,), (3,)))
    assert computed(linked) is linked
    assert compared == [(Link((3,), (3,)),)]


def test_a_translation_that_is_known_is_kept_where_no_role_changed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = []

    def watched(source, target, options, *, links, progress, translation):  # type: ignore[no-untyped-def]
        known.append(translation)
        return session.found

    monkeypatch.setattr("translate.review.comparing.compare", watched)
    computed(session.linked((3,), (3,)))
    computed(session.with_role("source", [6], "boilerplate"))
    assert known == [session.found.translation, None]


@pytest.mark.usefixtures("compared")
def test_a_comparison_with_links_begins_a_session_that_knows_them(session: Session) -> None:
    linked = computed(session.linked((3,), (3,)).unlinked((5,)))
    assert Session.of(linked.found).links == linked.links


def test_a_new_session_is_its_comparison() -> None:
    comparison = drawn_comparison("abc", "ac")
    assert Session.of(comparison).comparison is comparison


def test_a_decision_settles_what_was_in_doubt(session: Session) -> None:
    first, *rest = session.source.sentences
    doubted = replace(first, certainty=0.6)
    assert doubted.doubtful
    read = replace(session, source=replace(session.source, sentences=(doubted, *rest)))
    settled = read.with_role("source", [0], doubted.role)
    assert settled.roles == (RoleChange("source", 0, doubted.role),)
    assert settled.document("source").sentences[0] == replace(doubted, certainty=1.0)
    assert settled.with_role("source", [0], None).roles == ()
