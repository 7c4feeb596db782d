"""The two models of the alignment, read and refused as they should be."""

import pytest

from translate.alignment.candidates import FEATURES
from translate.alignment.probability import SECOND_FEATURES, models, models_from
from translate.engines.encoder import default_encoder
from translate.errors import StaleModel

# One tree: cosine (feature 0) at most 0.5 -> log odds -2, else 3.
STUMP = {"feature": [0, -1, -1], "threshold": [0.5, 0, 0], "left": [1, 0, 0], "right": [2, 0, 0], "value": [0, -2, 3]}
RECORD = {
    "version": "test",
    "features": {"first": list(FEATURES), "second": list(SECOND_FEATURES)},
    "lone": {"slope": 0.5, "offset": 1.0},
    "first": {"base": 0.0, "depth": 1, "trees": [STUMP]},
    "second": {"base": 1.0, "depth": 1, "trees": [STUMP, STUMP]},
}


def test_the_models_are_read_in_their_places() -> None:
    read = models_from(RECORD)
    assert (len(read.first.roots), len(read.second.roots), read.second.base) == (1, 2, 1.0)
    assert (read.lone.slope, read.lone.offset, read.version) == (0.5, 1.0, "test")


def test_a_model_of_other_features_is_refused() -> None:
    with pytest.raises(StaleModel, match=r"alignment was fitted for other features.*benchmarks\.fit\.alignment"):
        models_from({**RECORD, "features": {"first": ["cosine"], "second": []}})


def test_the_shipped_model_names_its_version() -> None:
    assert models(default_encoder().fitted_as).version.isdigit()
