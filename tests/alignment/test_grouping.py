"""Values of many groups brought to one value a group."""

import numpy as np
import pytest

from translate.alignment.grouping import largest, means, members, smallest, sums

GROUP = np.array([0, 0, 2])
VALUES = np.array([0.2, 0.6, -1.0])


def test_each_group_is_reduced_and_an_empty_one_gets_what_it_is_told() -> None:
    assert largest(VALUES, GROUP, 3, 9.0).tolist() == [0.6, 9.0, -1.0]
    assert smallest(VALUES, GROUP, 3, 9.0).tolist() == [0.2, 9.0, -1.0]
    assert sums(VALUES, GROUP, 3).tolist() == pytest.approx([0.8, 0.0, -1.0])
    assert means(VALUES, np.array([1.0, 3.0, 0.0]), GROUP, 3, 9.0).tolist() == pytest.approx([0.5, 9.0, 9.0])


def test_no_values_at_all_make_floats() -> None:
    nothing = np.zeros(0)
    assert sums(nothing, nothing.astype(int), 2).dtype == np.float64
    assert largest(nothing, nothing.astype(int), 1, -1.0).tolist() == [-1.0]


def test_members_come_group_by_group() -> None:
    positions, place = members(np.array([0, 2, 2, 5]), np.array([2, 1, 0]))
    assert (positions.tolist(), place.tolist()) == ([2, 3, 4, 0, 1], [0, 0, 0, 2, 2])
