"""Stretches of retold sentences, judged by what was judged of their words."""

import numpy as np
import pytest
from letter_states import use_letter_states

from translate.alignment.search import align_vectors
from translate.counterparts.judgement import judge
from translate.differences.bead_side import sides_between
from translate.differences.parts.partial_features import measures
from translate.differences.parts.retold_parts import (
    RETOLD_FEATURES,
    RETOLD_FEATURES_OF_BOTH,
    retold_features,
    retold_model,
    retold_probability,
)
from translate.engines.encoder import default_encoder
from translate.story.states import of_both
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()
SOURCE = tell(document_of_sentences(["aaaa bbbb cccc dddd, while zzzz yyyy xxxx wwww vvvv.", "eeee."], "en"), EMBEDDER)
TARGET = tell(document_of_sentences(["aaaa bbbb cccc dddd.", "eeee."], "en"), EMBEDDER)
JUDGED = judge(SOURCE, TARGET, align_vectors(SOURCE.vectors, TARGET.vectors), EMBEDDER)


def test_a_stretch_is_seen_beside_the_rest_of_its_sentence() -> None:
    own, other = sides_between(SOURCE, TARGET, (0,), (0,))
    found = measures(own, other, 0.0, EMBEDDER)
    table = retold_features(found, [0.5] * len(found), own, other, JUDGED)
    column = {name: table[:, place] for place, name in enumerate(RETOLD_FEATURES)}
    lone = [k for k, measure in enumerate(found) if measure.stretch.start > 20]
    assert lone
    assert (column["told_mean"][lone] < column["rest_mean"][lone]).all()
    assert (column["said"] == 0.0).all()
    assert (column["words_inside"] + column["words_outside"]).tolist() == [9.0] * len(found)  # "while" says nothing
    assert np.isfinite(table).all()


def test_each_stretch_gets_a_probability() -> None:
    own, other = sides_between(SOURCE, TARGET, (0,), (0,))
    found = measures(own, other, 0.0, EMBEDDER)
    said = retold_probability(found, [0.5] * len(found), own, other, JUDGED)
    surer = retold_probability(found, [0.9] * len(found), own, other, JUDGED)
    assert all(0 < value < 1 for value in said)
    assert [two > one for one, two in zip(said, surer, strict=True)] == [True] * len(found)
    assert retold_probability([], [], own, other, JUDGED) == []


def test_stretches_that_both_encoders_measured_get_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    use_letter_states(monkeypatch)
    own, other = sides_between(SOURCE, TARGET, (0,), (0,))
    found = measures(own, other, 0.0, EMBEDDER, second=True)
    table = retold_features(found, [0.5] * len(found), own, other, JUDGED)
    assert table.shape == (len(found), len(RETOLD_FEATURES_OF_BOTH))
    said = retold_probability(found, [0.5] * len(found), own, other, JUDGED)
    lone = [value for measure, value in zip(found, said, strict=True) if measure.stretch.start > 20]
    told = [value for measure, value in zip(found, said, strict=True) if measure.stretch.end < 20]
    assert min(lone) > max(told, default=0.0)


@pytest.mark.parametrize(
    ("encoder", "features"),
    [
        (default_encoder().fitted_as, RETOLD_FEATURES),
        (of_both(default_encoder().fitted_as), RETOLD_FEATURES_OF_BOTH),
    ],
)
def test_the_shipped_regression_knows_the_features_of_the_code(encoder: str, features: tuple[str, ...]) -> None:
    intercept, weights = retold_model(encoder)
    assert weights.shape == (len(features),)
    assert np.isfinite(weights).all()
    assert np.isfinite(intercept)
