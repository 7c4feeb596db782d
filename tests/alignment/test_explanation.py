"""Why a bead was chosen and what was weighed beside it, on stories drawn with letters."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.bead import Bead, Explanation, Rejected
from translate.alignment.explanation import MOST_REJECTED
from translate.alignment.search import align_vectors
from translate.testing import drawn_story

stories = st.text("abcdefghijklmnop", max_size=10)


def explained(source: str, target: str) -> dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[Bead, Explanation]]:
    beads = align_vectors(drawn_story(source), drawn_story(target))
    assert all(bead.explanation is not None for bead in beads)
    return {(bead.source, bead.target): (bead, bead.explanation) for bead in beads if bead.explanation}


def test_the_part_of_a_split_sentence_is_the_next_best() -> None:
    _, explanation = explained("abcdef", "ab(cd)ef")[(2, 3), (2,)]
    assert {(other.source, other.target) for other in explanation.rejected[:2]} == {((2,), (2,)), ((3,), (2,))}
    assert explanation.length_ratio == 1.0


def test_the_lead_is_over_the_nearest_sentence_outside() -> None:
    source, target = drawn_story("abcd"), drawn_story("abcd")
    bead, explanation = explained("abcd", "abcd")[(1,), (1,)]
    cosines = source.runs[0] @ target.runs[0].T
    rival = max(cosines[1, [0, 2, 3]].max(), cosines[[0, 2, 3], 1].max())
    assert explanation.lead == pytest.approx(bead.similarity - rival, abs=1e-6)


def test_the_length_ratio_counts_characters() -> None:
    source, target = drawn_story("abc"), drawn_story("abc")
    longer = replace(target, lengths=target.lengths * np.array([1.0, 1.5, 1.0]))
    beads = align_vectors(source, longer)
    assert [bead.explanation.length_ratio for bead in beads if bead.explanation] == [1.0, 1.5, 1.0]


def test_shared_anchors_are_those_of_both_sides() -> None:
    source = replace(drawn_story("abc"), anchors=(frozenset({"n:5", "d:day:6"}), frozenset({"n:7"}), frozenset()))
    target = replace(drawn_story("abc"), anchors=(frozenset({"d:day:6", "n:5", "n:8"}), frozenset(), frozenset()))
    beads = align_vectors(source, target)
    assert [bead.explanation.shared for bead in beads if bead.explanation] == [("d:day:6", "n:5"), (), ()]


def test_a_lone_sentence_is_explained_by_its_nearest_sentences() -> None:
    source, target = drawn_story("abcdef"), drawn_story("abdef")
    bead, explanation = explained("abcdef", "abdef")[(2,), ()]
    cosines = source.runs[0][2] @ target.runs[0].T
    assert [other.target for other in explanation.rejected] == [(int(j),) for j in np.argsort(-cosines)[:MOST_REJECTED]]
    assert {other.source for other in explanation.rejected} == {(2,)}
    assert bead.similarity == explanation.rejected[0].similarity == pytest.approx(cosines.max(), abs=1e-6)
    assert (explanation.lead, explanation.length_ratio, explanation.shared) == (None, None, ())


def test_without_other_sentences_there_is_nothing_to_reject() -> None:
    assert [bead.explanation for bead in align_vectors(drawn_story("ab"), drawn_story(""))] == [Explanation()] * 2
    (bead,) = align_vectors(drawn_story("a"), drawn_story("a"))
    assert bead.explanation == Explanation(lead=None, length_ratio=1.0)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(stories, stories)
def test_rejected_candidates_touch_their_bead_and_stand_in_order(source: str, target: str) -> None:
    found = explained(source, target)
    for (left, right), (bead, explanation) in found.items():
        assert len(explanation.rejected) <= MOST_REJECTED
        for other in explanation.rejected:
            assert set(other.source) & set(left) or set(other.target) & set(right)
            assert (other.source, other.target) not in found
        scores = [round(other.probability, 2) if bead.two_sided else other.similarity for other in explanation.rejected]
        assert scores == sorted(scores, reverse=True)


def test_a_bead_over_other_numbers_takes_its_candidates_along() -> None:
    bead = Bead((1,), (0,), 0.8, 0.9, explanation=Explanation(0.3, 1.0, (), (Rejected((0, 1), (0,), 0.5, 0.1),)))
    moved = bead.renumbered([4, 6], [3])
    assert (moved.source, moved.target) == ((6,), (3,))
    assert moved.explanation == Explanation(0.3, 1.0, (), (Rejected((4, 6), (3,), 0.5, 0.1),))


def test_a_bead_made_by_hand_needs_no_explanation() -> None:
    assert Bead((0,), (1,), 0.8, 0.9).explanation is None
