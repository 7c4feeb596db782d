"""What the pairs around a pair say of it."""

import numpy as np
import pytest

from translate.counterparts.candidates import Pairs, find_pairs
from translate.counterparts.context import CONTEXT_FEATURES, context_features, two_best
from translate.counterparts.nearness import Nearness
from translate.testing import drawn_story


def everything(n: int, m: int) -> Pairs:
    source, target = np.divmod(np.arange(n * m), m)
    return Pairs(
        source, target, (n, m), find_pairs(Nearness(drawn_story("abcdef"[:n]), drawn_story("abcdef"[:m])), ()).near
    )


def test_neighbours_on_the_way_speak_for_a_pair() -> None:
    pairs = everything(3, 3)
    first = np.where(pairs.source == pairs.target, 0.9, 0.1)
    table = context_features(pairs, first)

    def of(i: int, j: int, name: str) -> float:
        return float(table[3 * i + j, CONTEXT_FEATURES.index(name)])

    assert of(1, 1, "before") == of(1, 1, "behind") == 0.9
    assert of(0, 0, "before") == 0.0
    assert of(1, 1, "off_course") == pytest.approx(0.0, abs=0.1)
    assert of(1, 0, "off_course") > of(1, 1, "off_course")
    assert of(1, 1, "best_rival") == 0.1
    assert of(1, 0, "best_rival") == 0.9


def test_the_two_best_of_each_group_are_known() -> None:
    best, second = two_best(np.array([0.2, 0.9, 0.5, 0.4]), np.array([0, 0, 0, 2]), 3)
    assert best.tolist() == [0.9, 0.0, 0.4]
    assert second.tolist() == [0.5, 0.0, 0.0]
