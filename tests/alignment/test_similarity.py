"""Nearest neighbours and cosines of chosen pairs."""

import numpy as np
import pytest

from translate.alignment.similarity import NO_RIVAL, best_outside, cosines, nearest, repetition
from translate.testing import LetterEmbedder

ENCODE = LetterEmbedder().encode


def test_nearest_come_first_and_the_earlier_of_equal_ones() -> None:
    found = nearest(ENCODE(["ab"]), ENCODE(["z", "a", "ab", "ba", "q"]), 3)
    assert found.index.tolist() == [[2, 3, 1]]
    assert found.similarity[0, :2] == pytest.approx([1.0, 1.0])


def test_places_without_a_neighbour_are_marked() -> None:
    found = nearest(ENCODE(["a"]), ENCODE(["a"]), 2)
    assert found.index.tolist() == [[0, -1]]
    assert found.similarity[0, 1] == NO_RIVAL


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = ENCODE(list("abcdefghi")), ENCODE(list("ihgfedcba"))
    rows, columns = np.arange(9), np.arange(9)[::-1]
    whole = nearest(left, right, 2).index.tolist(), cosines(left, rows, right, columns).tolist()
    monkeypatch.setattr("translate.alignment.similarity.BLOCK", 2)
    monkeypatch.setattr("translate.alignment.similarity.GATHERED", 2)
    assert nearest(left, right, 2).index.tolist() == whole[0]
    assert cosines(left, rows, right, columns).tolist() == whole[1]


@pytest.mark.parametrize(
    ("queries", "others"),
    [("aabbabab", "xaxbxxxxaxxb"), ("abcdefgh", "xaxbxxxxaxxb"), ("aabbaabb", "abcdefgh"), ("aaaaaaaa", "bbbbbbbb")],
)
def test_rows_that_stand_again_and_again_have_the_same_neighbours(
    monkeypatch: pytest.MonkeyPatch, queries: str, others: str
) -> None:
    """They are compared once then, wherever they stand."""
    left, right = ENCODE(list(queries)), ENCODE(list(others))
    monkeypatch.setattr("translate.alignment.similarity.BLOCK", 4)
    found = nearest(left, right, 6)
    cosine = (left @ right.T).round(5)
    order = np.argsort(-cosine, axis=1, kind="stable")[:, :6]
    assert found.index.tolist() == order.tolist()
    assert found.similarity == pytest.approx(np.take_along_axis(cosine, order, axis=1), abs=1e-5)


def test_only_many_rows_of_which_most_stand_again_are_a_repetition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.alignment.similarity.BLOCK", 4)
    assert repetition(ENCODE(list("aaaa"))) is None
    assert repetition(ENCODE(list("aabcd"))) is None
    found = repetition(ENCODE(list("bbabab")))
    assert found is not None
    assert found.first.tolist() == [0, 2]
    assert found.of.tolist() == [0, 0, 1, 0, 1, 0]


def test_a_rival_stands_outside_the_bead() -> None:
    found = nearest(ENCODE(["ab"]), ENCODE(["ab", "a", "b", "z"]), 4)
    inside_two = best_outside(found, np.array([0]), np.array([[0, 1]]))
    assert inside_two == pytest.approx(ENCODE(["ab"])[0] @ ENCODE(["b"])[0], abs=1e-6)
