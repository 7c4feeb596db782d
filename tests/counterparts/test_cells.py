"""The words of units, each in every pair of its sentence."""

import numpy as np

from translate.counterparts.cells import WordCells, word_cells


def cells() -> WordCells:
    """Two sentences of two words and of one; the first stands in two pairs, the second in one."""
    return word_cells(
        words=np.array([[0, 2], [2, 3]]),
        first=np.array([0, 2, 3]),
        owner=np.array([0, 1]),
        ranked=(np.array([0, 0, 1]), np.array([1, 0, 2]), np.array([0, 1, 0])),
        of_pairs=np.array([0, 2, 4, 5]),
    )


def test_every_word_stands_once_in_every_pair_of_its_unit() -> None:
    found = cells()
    assert found.unit.tolist() == [0, 0, 1]
    assert found.word.tolist() == [0, 1, 2]
    assert sorted(zip(found.cell_word.tolist(), found.place.tolist(), strict=True)) == [
        (0, 0),
        (0, 2),
        (1, 1),
        (1, 3),
        (2, 4),
    ]


def test_a_word_reaches_its_best_in_the_likeliest_pairs() -> None:
    values = np.array([0.9, 0.1, 0.2, 0.8, 0.5])  # pair 0, pair 1, pair 2
    assert cells().reached(values, 1, -1.0).tolist() == [0.2, 0.8, 0.5]
    assert cells().reached(values, None, -1.0).tolist() == [0.9, 0.8, 0.5]


def test_a_word_of_a_unit_without_pairs_reaches_nothing() -> None:
    alone = word_cells(
        words=np.array([[0, 1]]),
        first=np.array([0, 1]),
        owner=np.array([0]),
        ranked=(np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0, dtype=int)),
        of_pairs=np.array([0]),
    )
    assert alone.reached(np.zeros(0), None, -1.0).tolist() == [-1.0]
