"""Which candidates make up an alignment."""

import numpy as np

from translate.alignment.candidates import FEATURES, Candidates
from translate.alignment.selection import lone_probabilities, select


def candidates(*beads: tuple[int, int, int, int]) -> Candidates:
    """Candidates drawn as (first source, sources, first target, targets)."""
    sides = [[(i, i + 1, i + 2)[:a] + (-1,) * (3 - a) for i, a, _, _ in beads]]
    sides.append([(j, j + 1, j + 2)[:b] + (-1,) * (3 - b) for _, _, j, b in beads])
    source, target = (np.array(side, dtype=np.int64) for side in sides)
    return Candidates(source, target, np.zeros(len(beads)), np.zeros((len(beads), len(FEATURES))))


def test_the_likelier_of_two_rivals_is_chosen() -> None:
    assert select(candidates((0, 1, 0, 1), (0, 1, 1, 1)), np.array([0.6, 0.9]), 1, 2).tolist() == [1]


def test_rivals_do_not_cancel_each_other_out() -> None:
    """Two readings of 0.45 each leave 0.1 for silence: one of them is chosen."""
    assert len(select(candidates((0, 1, 0, 1), (0, 1, 0, 2)), np.array([0.45, 0.44]), 1, 2)) == 1


def test_two_good_pairs_beat_the_bead_that_holds_both() -> None:
    beads = candidates((0, 1, 0, 1), (1, 1, 1, 1), (0, 2, 0, 2))
    assert sorted(select(beads, np.array([0.6, 0.6, 0.4]), 2, 2).tolist()) == [0, 1]


def test_a_likelier_bead_displaces_the_pair_inside_it() -> None:
    assert select(candidates((0, 1, 0, 1), (0, 1, 0, 2)), np.array([0.3, 0.6]), 1, 2).tolist() == [1]


def test_an_unlikely_candidate_is_left_alone() -> None:
    assert len(select(candidates((0, 1, 0, 1)), np.array([0.15]), 1, 1)) == 0


def test_what_is_likely_enough_is_chosen() -> None:
    pair = candidates((0, 1, 0, 1))
    assert len(select(pair, np.array([0.45]), 1, 1, least=0.45)) == 1
    assert len(select(pair, np.array([0.45]), 1, 1, least=0.46)) == 0


def test_halves_leave_free_what_stands_between_them() -> None:
    around, between = [0, 2, -1], [1, -1, -1]
    both = Candidates(
        np.array([around, between]), np.array([[0, -1, -1], [1, -1, -1]]), np.zeros(2), np.zeros((2, len(FEATURES)))
    )
    assert sorted(select(both, np.array([0.9, 0.8]), 3, 2).tolist()) == [0, 1]


def test_what_candidates_leave_over_is_the_probability_to_stand_alone() -> None:
    lone_source, lone_target = lone_probabilities(candidates((0, 2, 0, 1)), np.array([0.75]), 3, 1)
    assert lone_source.tolist() == [0.25, 0.25, 1.0]
    assert lone_target.tolist() == [0.25]
