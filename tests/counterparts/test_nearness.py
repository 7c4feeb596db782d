"""The nearest parts of the other text."""

import numpy as np
import pytest

from translate.alignment.similarity import nearest
from translate.counterparts.nearness import Nearness
from translate.testing import drawn_story

SOURCE, TARGET = drawn_story("abcdefgh"), drawn_story("hgxab")


@pytest.mark.parametrize(
    ("own", "other", "queries", "others", "k"),
    [
        ("sentence", "sentence", TARGET.runs[0], SOURCE.runs[0], 6),
        ("sentence", "pair", TARGET.runs[0], SOURCE.runs[1], 2),
        ("sentence", "triple", TARGET.runs[0], SOURCE.runs[2], 1),
        ("clause", "sentence", TARGET.clauses, SOURCE.runs[0], 3),
        ("clause", "clause", TARGET.clauses, SOURCE.clauses, 1),
    ],
)
def test_parts_are_sought_over_there(own, other, queries, others, k) -> None:
    found, expected = Nearness(SOURCE, TARGET).near(1, own, other), nearest(queries, others, k)
    assert found.index.tolist() == expected.index.tolist()
    assert found.similarity.tolist() == expected.similarity.tolist()


def test_what_was_asked_before_is_not_computed_again() -> None:
    nearness = Nearness(SOURCE, TARGET)
    assert nearness.near(0, "sentence", "sentence") is nearness.near(0, "sentence", "sentence")
    assert nearness.near(0, "sentence", "sentence") is not nearness.near(1, "sentence", "sentence")


def test_fewer_neighbours_are_the_first_of_more() -> None:
    """What asks for two and what asks for three are served alike."""
    fewer, more = (nearest(SOURCE.runs[0], TARGET.runs[0], k) for k in (2, 4))
    assert np.array_equal(fewer.index, more.index[:, :2])
    assert np.array_equal(fewer.similarity, more.similarity[:, :2])
