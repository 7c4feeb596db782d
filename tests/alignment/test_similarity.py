"""Nearest neighbours and cosines of chosen pairs."""

import numpy as np
import pytest

from translate.alignment.similarity import NO_RIVAL, best_outside, cosines, nearest
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


def test_a_rival_stands_outside_the_bead() -> None:
    found = nearest(ENCODE(["ab"]), ENCODE(["ab", "a", "b", "z"]), 4)
    inside_two = best_outside(found, np.array([0]), np.array([[0, 1]]))
    assert inside_two == pytest.approx(ENCODE(["ab"])[0] @ ENCODE(["b"])[0], abs=1e-6)
