"""How long corresponding sentences usually are; the features themselves stand in test_fitted_measures.py."""

import math

import pytest

from translate.differences.bead_side import sides_between
from translate.differences.parts.partial_features import measures, usual_length_ratio
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def story(language: str, *lengths: int) -> Story:
    return tell(document_of_sentences(["a" * length for length in lengths], language), LetterEmbedder())


@pytest.mark.parametrize(("one", "other", "expected"), [("ru", "en", 0.01), ("en", "ru", -0.01), ("en", "en", 0.0)])
def test_two_pairs_have_the_ratio_of_news(one: str, other: str, expected: float) -> None:
    pairs = [(0, 0), (1, 1)]
    assert usual_length_ratio(story(one, 95, 95), story(other, 10, 10), pairs) == pytest.approx(expected)


def test_three_pairs_have_their_own() -> None:
    """The middle one of the three."""
    ratio = usual_length_ratio(story("ru", 95, 45, 20), story("en", 45, 45, 70), [(0, 0), (1, 1), (2, 2)])
    assert ratio == pytest.approx(math.log(1.0))
    ratio = usual_length_ratio(story("ru", 95, 45, 20), story("en", 45, 20, 20), [(0, 0), (1, 1), (2, 2)])
    assert ratio == pytest.approx(math.log(2.0))


def test_a_blank_side_has_no_parts() -> None:
    blank, other = story("ru", 0), story("en", 30)
    own, opposite = sides_between(blank, other, (0,), (0,))
    assert measures(own, opposite, 0.0, LetterEmbedder()) == []
    assert measures(opposite, own, 0.0, LetterEmbedder()) == []
