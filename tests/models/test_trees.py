"""The fitted trees are evaluated as they should be."""

from typing import Any

import numpy as np
import pytest

from translate.models.trees import MANY, ROWS, Trees, sigmoid, trees_from

# The first feature at most 0.5 -> log odds -2, else 3.
STUMP = {"feature": [0, -1, -1], "threshold": [0.5, 0, 0], "left": [1, 0, 0], "right": [2, 0, 0], "value": [0, -2, 3]}


def trees(*found: dict[str, Any], base: float = 0.0, depth: int = 1) -> Trees:
    return trees_from({"base": base, "depth": depth, "trees": found})


def test_a_row_goes_left_at_the_threshold() -> None:
    rows = np.array([[0.5], [0.51]])
    assert trees(STUMP).probability(rows) == pytest.approx(sigmoid(np.array([-2, 3])))


def test_trees_and_base_add_up() -> None:
    assert trees(STUMP, STUMP, base=1.0).probability(np.array([[0.9]])) == pytest.approx(sigmoid(np.array([7])))


def test_a_tree_is_gone_down_to_its_leaves() -> None:
    """The second feature decides among those whose first is great."""
    tree = {
        "feature": [0, -1, 1, -1, -1],
        "threshold": [0.5, 0, 0.5, 0, 0],
        "left": [1, 0, 3, 0, 0],
        "right": [2, 0, 4, 0, 0],
        "value": [0, 1, 0, 2, 4],
    }
    rows = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    assert trees(tree, depth=2).probability(rows) == pytest.approx(sigmoid(np.array([1, 2, 4])))


def test_many_rows_are_judged_like_one() -> None:
    rows = np.linspace(0, 1, 2 * ROWS + 3)[:, None]
    assert trees(STUMP).probability(rows).tolist() == [trees(STUMP).probability(row[None])[0] for row in rows]


def test_rows_that_are_the_same_again_and_again_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.array([[0.9], [0.1], [0.4]])[np.arange(3 * MANY) % 3]
    judged = []
    whole = Trees._log_odds
    monkeypatch.setattr(Trees, "_log_odds", lambda self, asked: judged.append(len(asked)) or whole(self, asked))
    assert trees(STUMP).probability(rows).tolist() == [sigmoid(np.array(x)) for x in (3, -2, -2)] * MANY
    assert judged == [3]


def test_no_rows_no_probabilities() -> None:
    assert trees(STUMP).probability(np.zeros((0, 1))).shape == (0,)
