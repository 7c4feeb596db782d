"""The fitted model of two pages."""

import numpy as np
import pytest

from translate.engines.encoder import default_encoder
from translate.errors import StaleModel
from translate.models.stored import read_model
from translate.pages.pair_model import names_of_pair_features, pair_model, pair_model_from

ENCODER = default_encoder().fitted_as


def test_names_are_unique_and_those_of_the_file():
    names = names_of_pair_features()
    assert len(set(names)) == len(names)
    assert read_model("page_pairs", ENCODER)["features"] == list(names)


def test_the_model_answers_for_every_row():
    model = pair_model(ENCODER)
    for trees in (model.furniture, model.headline):
        found = trees.probability(np.zeros((3, len(names_of_pair_features()))))
        assert found.shape == (3,)
        assert ((found >= 0) & (found <= 1)).all()


@pytest.mark.parametrize("part", ["features", "kinds", "labels"])
def test_a_model_of_other_features_or_kinds_is_refused(part):
    record = read_model("page_pairs", ENCODER)
    whole = record[part]
    wrong = whole[1:] if part == "features" else {**whole, "classes": whole["classes"][1:]}
    with pytest.raises(StaleModel, match="page_pairs"):
        pair_model_from({**record, part: wrong})
