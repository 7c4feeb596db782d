"""Candidates: pairs that either side is near to, in different languages, each once, and their probability."""

import numpy as np
import pytest

from translate.matching import probability
from translate.matching.articles import Article
from translate.matching.evidence import FEATURES
from translate.matching.probability import Candidates, candidates, probabilities
from translate.matching.sketches import Sketch, hashed, sketches_of
from translate.models.logistic import Logistic


def collection(languages: str, *directions: int):
    """An article for each direction, which is that of both of its vectors."""
    rows = np.eye(8, dtype=np.float16)
    return sketches_of(
        (Article(str(number), ""), Sketch(language, np.concatenate([rows[at], rows[at]]), hashed([f"n:{at}"])))
        for number, (language, at) in enumerate(zip(languages.split(), directions, strict=True))
    )


def pairs(found: Candidates) -> list[tuple[int, int]]:
    return [*zip(found.source.tolist(), found.target.tolist(), strict=True)]


def test_each_pair_stands_there_once_in_order():
    found = candidates(collection("ru ru", 0, 1), collection("en en", 1, 0), {}, window=None)
    assert pairs(found) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert found.features.shape == (4, len(FEATURES))
    assert found.features[:, 0].tolist() == [0, 1, 1, 0]


def test_articles_in_one_language_make_no_pair():
    found = candidates(collection("ru en", 0, 0), collection("ru en", 0, 0), {}, window=None)
    assert pairs(found) == [(0, 1), (1, 0)]
    assert pairs(candidates(collection("ru", 0), collection("ru", 0), {}, window=None)) == []


def test_a_pair_that_one_side_alone_is_near_to_is_looked_at(monkeypatch):
    monkeypatch.setattr(probability, "FORWARD", 1)
    monkeypatch.setattr(probability, "BACKWARD", 1)
    found = candidates(collection("ru ru ru", 0, 0, 1), collection("en en en", 0, 1, 1), {}, window=None)
    assert pairs(found) == [(0, 0), (1, 0), (2, 1), (2, 2)]


def test_probabilities_are_those_of_the_regression():
    weights = dict.fromkeys(FEATURES, 0.0) | {"names": 2.0}
    values = np.zeros((2, len(FEATURES)))
    values[1, FEATURES.index("names")] = 1.0
    found = Candidates(np.array([0, 1]), np.array([0, 1]), values)
    expected = [1 / (1 + np.exp(1)), 1 / (1 + np.exp(-1))]
    assert probabilities(found, Logistic(-1.0, weights)) == pytest.approx(expected)
