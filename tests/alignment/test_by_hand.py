"""Alignments that keep to what a reviewer linked or set apart; a letter is a sentence."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.bead import Bead
from translate.alignment.by_hand import Link, around
from translate.alignment.candidates import Candidates
from translate.alignment.search import align_vectors
from translate.testing import drawn, drawn_story


def aligned(source: str, target: str, *links: Link) -> str:
    return drawn(align_vectors(drawn_story(source), drawn_story(target), links=links), source, target)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Link((2,), (2,)), "a=a b=b c=x d=d e=e"),  # two strangers
        (Link((2,), (3,)), "a=a b=b c=d =x d= e=e"),  # the former partner of d is given away
        (Link((2, 3), (3,)), "a=a b=b cd=d =x e=e"),
        (Link((3,), ()), "a=a b=b c= =x d= =d e=e"),
        (Link((), (1,)), "a=a =b b= c= =x d=d e=e"),
        (Link((0, 1, 2, 4), (0, 4)), "abce=ae =b =x d=d"),  # wider than any that the alignment makes
    ],
)
def test_a_link_stands_and_the_rest_is_paired_around_it(link: Link, expected: str) -> None:
    found = aligned("abcde", "abxde", link).replace("~", "=")
    assert sorted(found.split()) == sorted(expected.split())


def test_the_partner_that_is_left_is_found() -> None:
    """c and d make one bead with (cd); a link takes c out of it, and d keeps its partner."""
    assert aligned("abcdef", "ab(cd)efx") == "a=a b=b cd=cd e=e f=f =x"
    assert "d=cd" in aligned("abcdef", "ab(cd)efx", Link((2,), (5,))).split()


def test_a_bead_made_by_hand_is_certain_and_says_so() -> None:
    beads = align_vectors(drawn_story("abc"), drawn_story("abc"), links=[Link((1,), (2,)), Link((2,), ())])
    by_hand = [bead for bead in beads if bead.explanation and bead.explanation.by_hand]
    assert [(bead.source, bead.target, bead.probability) for bead in by_hand] == [((1,), (2,), 1.0), ((2,), (), 1.0)]
    similarity = float(drawn_story("b").runs[0][0] @ drawn_story("c").runs[0][0])
    assert by_hand[0].similarity == pytest.approx(similarity, abs=1e-6)


def test_what_was_found_is_weighed_beside_what_was_linked_and_never_twice() -> None:
    linked = align_vectors(drawn_story("abc"), drawn_story("abc"), links=[Link((1,), (2,))])
    (bead,) = (bead for bead in linked if bead.source == (1,))
    assert bead.explanation is not None
    assert ((1,), (1,)) in {(other.source, other.target) for other in bead.explanation.rejected[:2]}
    assert (bead.source, bead.target) not in {(other.source, other.target) for other in bead.explanation.rejected}


def test_without_links_nothing_changes() -> None:
    assert align_vectors(drawn_story("abcd"), drawn_story("abdc")) == align_vectors(
        drawn_story("abcd"), drawn_story("abdc"), links=()
    )


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text("abcdefghij", min_size=1, max_size=9), st.text("abcdefghij", min_size=1, max_size=9), st.data())
def test_every_sentence_stands_in_exactly_one_bead_and_every_link_is_one(
    source: str, target: str, data: object
) -> None:
    draw = data.draw  # type: ignore[attr-defined]
    left = draw(st.sets(st.integers(0, len(source) - 1), min_size=1))
    right = draw(st.sets(st.integers(0, len(target) - 1), min_size=1))
    link = Link(tuple(sorted(left)), tuple(sorted(right)))
    beads = align_vectors(drawn_story(source), drawn_story(target), links=[link])
    assert (link.source, link.target) in {(bead.source, bead.target) for bead in beads}
    assert sorted(i for bead in beads for i in bead.source) == list(range(len(source)))
    assert sorted(j for bead in beads for j in bead.target) == list(range(len(target)))


def rivals(*pairs: tuple[int, int]) -> Candidates:
    """One candidate for each pair of sentences."""
    source, target = (np.array([[pair[side], -1, -1] for pair in pairs], dtype=np.int64) for side in (0, 1))
    return Candidates(source, target, np.ones(len(pairs)), np.ones((len(pairs), 1)))


@pytest.mark.parametrize(
    ("believed", "left", "expected"),
    [
        (0.6, 0.3, 0.75),  # of what 0.6 leaves over, 0.3 is three quarters
        (0.0, 0.3, 0.3),  # nothing was believed of what is ruled out
        (0.9, 0.3, 1.0),  # no probability is above one
        (0.99, 0.01, 0.5),  # what is left over counts as 0.02 at least
    ],
)
def test_what_is_ruled_out_leaves_its_probability_to_its_rivals(believed: float, left: float, expected: float) -> None:
    """Sentence a goes with x or y; x is given to b by hand."""
    candidates = rivals((0, 0), (0, 1), (2, 2))
    free, probability = around(candidates, np.array([believed, left, 0.4]), [Bead((1,), (0,), 1.0, 1.0)], 3, 3)
    assert free.tolist() == [1, 2]
    assert probability.tolist() == pytest.approx([expected, 0.4])


def test_a_rival_on_either_side_leaves_room() -> None:
    candidates = rivals((0, 0), (1, 0))
    free, probability = around(candidates, np.array([0.5, 0.25]), [Bead((0,), (1,), 1.0, 1.0)], 2, 2)
    assert (free.tolist(), probability.tolist()) == ([1], [0.5])
