"""Whether two texts tell one story."""

import numpy as np
import pytest

from translate.counterparts.told import Told
from translate.differences.same_story import SameStory, same_story, same_story_features
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def story(*sentences: str, language: str = "en") -> Story:
    return tell(document_of_sentences(sentences, language), LetterEmbedder())


FULL, HALF, NONE = Told(1.0, 0.0, 0.0), Told(0.0, 1.0, 0.0), Told(0.0, 0.0, 1.0)


def test_coverage_likeness_and_common_facts_are_measured() -> None:
    """The better covered side counts, a sentence told in part as half."""
    source, target = story("aaaa 12 bbbb.", "cccc 15 dddd."), story("aaaa 12 bbbb.")
    links = np.array([0.2, 0.9])
    covered, cosine, common, linked = same_story_features(source, target, ([FULL, NONE], [HALF]), links)
    assert covered == pytest.approx(0.5)
    assert 0.5 < cosine < 1
    assert linked == 0.9  # the surest; one for five sentences
    assert common == 1.0  # all facts of the poorer side
    assert same_story_features(source, source, ([FULL] * 2, [FULL] * 2), links)[1] == pytest.approx(1.0)
    assert same_story_features(story("aaaa 12."), story("aaaa 15."), ([FULL], [FULL]), links)[2] == 0.0
    assert same_story_features(story("aaaa."), story("aaaa."), ([FULL], [FULL]), links)[2] == 0.0  # no facts at all


def test_more_in_common_makes_it_likelier() -> None:
    one, alike, other = story("aaaa 12 bbbb."), story("aaaa 12 bbbb."), story("xyzw 15 qqqq.")
    told, lone = (([FULL], [FULL]), np.ones(1)), (([NONE], [NONE]), np.zeros(1))
    assert same_story(one, alike, *told).probability > 0.99  # all measures are one
    assert same_story(one, alike, *told).probability > same_story(one, alike, *lone).probability
    assert same_story(one, alike, *lone).probability > same_story(one, other, *lone).probability


@pytest.mark.parametrize(("probability", "likely"), [(0.5, True), (0.49, False)])
def test_a_half_is_likely_enough(probability: float, likely: bool) -> None:
    assert SameStory(probability).likely == likely


def test_a_side_without_sentences_tells_no_story() -> None:
    assert same_story(story(), story("aaaa."), ([], [NONE]), np.zeros(0)).probability == 0.0
    assert same_story(story("aaaa."), story(), ([NONE], []), np.zeros(0)).probability == 0.0
