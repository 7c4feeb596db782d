"""Whether two texts translate or retell each other."""

import numpy as np
import pytest

from translate.counterparts.relation import STORY_FEATURES, Relation, relation_of, story_features
from translate.counterparts.unit_features import UNIT_FEATURES


@pytest.mark.parametrize(("translation", "kind", "probability"), [(0.5, "translation", 0.5), (0.1, "retelling", 0.9)])
def test_the_likelier_kind_is_told(translation: float, kind: str, probability: float) -> None:
    assert relation_of(translation) == Relation(kind, pytest.approx(probability))  # type: ignore[arg-type]


def test_both_sides_say_how_near_the_stories_are() -> None:
    one, two = np.zeros((3, len(UNIT_FEATURES))), np.ones((2, len(UNIT_FEATURES)))
    assert story_features((one, two)).tolist() == [0.5] * len(STORY_FEATURES)
    assert story_features((one[:0], two)).tolist() == [1.0] * len(STORY_FEATURES)
    assert story_features((one[:0], two[:0])).tolist() == [0.0] * len(STORY_FEATURES)
