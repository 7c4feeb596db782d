"""The fitted models as they are read."""

from typing import Any

import numpy as np
import pytest

from translate.counterparts.model import FEATURES, Mixed, models, models_from
from translate.counterparts.relation import STORY_FEATURES
from translate.counterparts.unit_features import UNIT_FEATURES, UNIT_FEATURES_OF_BOTH
from translate.engines.encoder import default_encoder
from translate.errors import StaleModel
from translate.models.stored import read_model
from translate.models.trees import trees_from
from translate.story.states import of_both

LEAF = {"feature": [-1], "threshold": [0.0], "left": [0], "right": [0], "value": [0.0]}


@pytest.mark.parametrize(
    ("encoder", "features"),
    [(default_encoder().fitted_as, UNIT_FEATURES), (of_both(default_encoder().fitted_as), UNIT_FEATURES_OF_BOTH)],
)
def test_the_shipped_models_know_the_features_of_the_code(encoder: str, features: tuple[str, ...]) -> None:
    found = models(encoder)
    assert found.states == (features == UNIT_FEATURES_OF_BOTH)
    assert found.none.weights.shape == found.full.weights.shape == (len(features),)
    assert 0.0 <= found.translation(np.zeros(len(STORY_FEATURES))) <= 1.0


@pytest.mark.parametrize("name", FEATURES)
def test_models_for_other_features_are_refused(name: str) -> None:
    record: dict[str, Any] = dict(read_model("counterparts", default_encoder().fitted_as))
    record["features"] = record["features"] | {name: ["something_else"]}
    with pytest.raises(StaleModel, match=r"benchmarks\.fit\.counterparts"):
        models_from(record)


def test_trees_and_regression_speak_together_and_a_translation_moves_them() -> None:
    trees = trees_from({"base": 2.0, "depth": 1, "trees": [LEAF]})
    mixed = Mixed(trees, 0.0, np.array([1.0]), (1.0, 0.0, 0.0, 2.0))
    features = np.array([[0.0], [2.0]])
    assert mixed.log_odds(features).tolist() == pytest.approx([1.0, 2.0], abs=1e-2)
    retold, translated = mixed.probability(features, 0.0), mixed.probability(features, 1.0)
    assert retold.tolist() == pytest.approx([0.731, 0.881], abs=1e-2)
    assert translated.tolist() == pytest.approx([0.953, 0.982], abs=1e-2)
