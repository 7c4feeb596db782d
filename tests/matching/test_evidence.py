"""Rare names and figures count more than common ones, and small collections know what is common anyway."""

import numpy as np
import pytest

from translate.matching import evidence
from translate.matching.articles import Article
from translate.matching.evidence import FEATURES, USUAL, around, features, rarity
from translate.matching.search import nearest
from translate.matching.sketches import Sketch, hashed, sketches_of


def collection(language: str, *keys: str):
    """Articles with the same vectors, and the keys that are named, parted by spaces."""
    vector = np.array([1, 0, 0, 1], dtype=np.float16)
    return sketches_of(
        (Article(str(number), ""), Sketch(language, vector, hashed(some.split()))) for number, some in enumerate(keys)
    )


def shared(source, target, background=None):
    rare = rarity(source, target, background or {})
    pairs = np.arange(len(source)), np.arange(len(target))
    near = np.zeros(len(source)), np.zeros(len(target))
    return dict(zip(FEATURES, features(source, target, pairs, near, rare).T, strict=True))


def test_a_rare_name_says_more_than_a_common_one():
    source = collection("ru", "country:RU petrov", "country:RU ivanov", "country:RU", "country:RU")
    target = collection("en", "country:RU", "ivanov", "country:RU", "country:RU")
    names = shared(source, target)["names"]
    assert names[1] > names[0] > 0


def test_names_and_figures_count_apart():
    found = shared(collection("ru", "ivanov", "n:5"), collection("en", "ivanov", "n:5"))
    assert (found["names"] > 0).tolist() == [True, False]
    assert (found["figures"] > 0).tolist() == [False, True]


def test_what_is_common_elsewhere_is_not_rare_in_two_articles():
    source, target = collection("ru", "country:RU"), collection("en", "country:RU")
    assert shared(source, target, {"country:RU": 0.5})["names"] < 0.3 * shared(source, target)["names"]


def test_the_share_is_that_of_the_article_with_less():
    source, target = collection("ru", "a b"), collection("en", "a b c d e f")
    assert shared(source, target)["share"][0] == pytest.approx(shared(source, source)["share"][0], abs=0.05)
    assert shared(source, collection("en", "c"))["share"][0] == 0


def test_cosines_are_those_of_both_halves():
    found = shared(collection("ru", ""), collection("en", ""))
    assert (found["lead"][0], found["mean"][0]) == (1, 1)


def test_a_pair_stands_out_from_what_is_near_to_either_article():
    source, target = collection("ru", ""), collection("en", "")
    pairs = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
    near = np.array([0.75]), np.array([0.5])
    found = features(source, target, pairs, near, rarity(source, target, {}))[0]
    assert found[FEATURES.index("above")] == pytest.approx(0.25)


def test_a_small_collection_has_usual_neighbours_around():
    one = collection("ru", "")
    near = nearest(one.vectors, one.days, one.vectors, one.days, window=None, count=20)
    assert around(near)[0] == pytest.approx((1 + 9 * USUAL) / 10)


def test_what_is_rare_is_counted_and_figures_that_are_lacking():
    found = shared(collection("ru", "ivanov petrov n:5 n:6"), collection("en", "ivanov petrov n:5 n:7 n:8"))
    assert found["rare"][0] == 3
    assert found["lacking"][0] == pytest.approx(np.log(2))  # n:6, as n:7 or n:8 may stand for it


def ahead(source, target, alike, monkeypatch):
    """`ahead` and `ahead_shared` of three pairs of two articles and two."""
    monkeypatch.setattr(evidence, "ALIKE", alike)
    pairs = np.array([0, 0, 1]), np.array([0, 1, 0])
    found = features(source, target, pairs, (np.zeros(2), np.zeros(2)), rarity(source, target, {}))
    return found, found[:, FEATURES.index("ahead")], found[:, FEATURES.index("ahead_shared")]


def test_a_pair_is_ahead_of_the_next_candidate_of_either_article(monkeypatch):
    source, target = collection("ru", "ivanov petrov", "petrov"), collection("en", "ivanov petrov", "")
    found, by_cosine, by_keys = ahead(source, target, 1.1, monkeypatch)
    both, one = found[[0, 2], FEATURES.index("names")]
    assert by_keys == pytest.approx([both - one, -both, one - both])
    assert (by_cosine == 0).all()  # all vectors are the same


def test_versions_of_one_report_are_no_rivals(monkeypatch):
    source, target = collection("ru", "ivanov petrov", "petrov"), collection("en", "ivanov petrov", "")
    found, by_cosine, by_keys = ahead(source, target, 0.9, monkeypatch)
    both, one = found[[0, 2], FEATURES.index("names")]
    assert by_keys == pytest.approx([both, 0, one])
    assert by_cosine == pytest.approx([1 - USUAL] * 3)


def test_no_candidates_have_no_features():
    source, nobody = collection("ru", "a"), np.zeros(0, dtype=np.int64)
    found = features(source, source, (nobody, nobody), (np.zeros(1), np.zeros(1)), rarity(source, source, {}))
    assert found.shape == (0, len(FEATURES))
