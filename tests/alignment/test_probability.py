"""The fitted trees: read, evaluated and refused as they should be."""

import json
from importlib.resources import files

import numpy as np
import pytest

from translate.alignment.candidates import FEATURES
from translate.alignment.probability import SECOND_FEATURES, models, models_from

# One tree: cosine (feature 0) at most 0.5 -> log odds -2, else 3.
STUMP = {"feature": [0, -1, -1], "threshold": [0.5, 0, 0], "left": [1, 0, 0], "right": [2, 0, 0], "value": [0, -2, 3]}
RECORD = {
    "version": "test",
    "features": {"first": list(FEATURES), "second": list(SECOND_FEATURES)},
    "lone": {"slope": 0.5, "offset": 1.0},
    "first": {"base": 0.0, "depth": 1, "trees": [STUMP]},
    "second": {"base": 1.0, "depth": 1, "trees": [STUMP, STUMP]},
}


def sigmoid(x: float) -> float:
    return float(1 / (1 + np.exp(-x)))


def test_a_row_goes_left_at_the_threshold() -> None:
    rows = np.array([[0.5], [0.51]])
    assert models_from(RECORD).first.probability(rows) == pytest.approx([sigmoid(-2), sigmoid(3)])


def test_trees_and_base_add_up() -> None:
    assert models_from(RECORD).second.probability(np.array([[0.9]])) == pytest.approx([sigmoid(7)])


def test_lone_probabilities_are_corrected_in_log_odds() -> None:
    odds = np.log(0.8 / 0.2)
    assert models_from(RECORD).lone.corrected(np.array([0.8])) == pytest.approx([sigmoid(0.5 * odds + 1)], abs=1e-3)


def test_what_has_no_rival_at_all_stays_certain() -> None:
    assert models_from(RECORD).lone.corrected(np.array([1.0])).tolist() == [1.0]


def test_a_model_of_other_features_is_refused() -> None:
    with pytest.raises(ValueError, match="run benchmarks"):
        models_from({**RECORD, "features": {"first": ["cosine"], "second": []}})


def test_no_candidates_no_probabilities() -> None:
    assert models().first.probability(np.zeros((0, len(FEATURES)))).shape == (0,)


def test_the_shipped_model_names_its_version() -> None:
    record = json.loads(files("translate.alignment").joinpath("model.json").read_text(encoding="utf-8"))
    assert models().version == record["version"]
