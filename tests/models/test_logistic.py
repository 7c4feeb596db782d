"""Logistic regression by names of features, and corrected probabilities."""

import numpy as np
import pytest

from translate.errors import StaleModel
from translate.models.logistic import Calibration, Logistic, calibration_from, logistic_from
from translate.models.trees import sigmoid


def test_features_are_weighed_by_their_names() -> None:
    model = Logistic(1.0, {"a": 2.0, "b": -1.0})
    assert model.log_odds({"b": 3.0, "a": 0.5}) == pytest.approx(-1.0)
    assert model.probability({"b": 3.0, "a": 0.5}) == pytest.approx(float(sigmoid(np.array(-1.0))))


def test_a_feature_without_a_weight_does_not_count() -> None:
    assert Logistic(0.5, {"a": 2.0}).log_odds({"other": 9.0}) == 0.5


def test_a_record_of_other_features_is_refused() -> None:
    record = {"intercept": 0.0, "weights": {"a": 1.0, "b": 2.0}}
    assert logistic_from(record, ("a", "b"), "same_story").weights["b"] == 2.0
    with pytest.raises(StaleModel, match="same_story"):
        logistic_from(record, ("a", "c"), "same_story")


def test_probabilities_are_corrected_in_log_odds() -> None:
    correction = calibration_from({"slope": 0.5, "offset": 1})
    expected = sigmoid(np.array([0.5 * np.log(0.8 / 0.2) + 1]))
    assert correction.corrected(np.array([0.8])) == pytest.approx(expected, abs=1e-3)


def test_what_is_certain_stays_certain() -> None:
    assert Calibration(0.5, -1.0).corrected(np.array([1.0])).tolist() == [1.0]
