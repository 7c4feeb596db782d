"""Facts that two sentences share or have alone."""

import numpy as np
import pytest

from translate.counterparts.keys import read_keys, units_of
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def story(language: str, *sentences: str) -> Story:
    return tell(document_of_sentences(sentences, language), LetterEmbedder())


RUSSIAN = story("ru", "Ранены 17 человек.", "Погибли 5 человек в Самаре.", "Дождь шёл 17 часов.")
ENGLISH = story("en", "In Samara 5 people died.", "As many as 17 were hurt.")


def test_what_is_shared_and_what_is_not_are_weighed() -> None:
    keys = read_keys(RUSSIAN, ENGLISH)
    names, values, ours, theirs = keys.shared(np.array([0, 1, 0]), np.array([1, 0, 0]))
    assert names.tolist() == pytest.approx([0.0, 1.0, 0.0])
    assert values.tolist() == pytest.approx([0.5, 1.0, 0.0])  # 17 stands in two Russian sentences
    assert ours.tolist() == pytest.approx([0.0, 0.0, 0.5])
    assert theirs.tolist() == pytest.approx([0.0, 0.0, 2.0])


def test_what_is_counted_is_known_beside_the_number() -> None:
    found = units_of(story("en", "The turnout was 43.9 percent on May 5, 2020.", "It rained."))
    assert {"%", "date"} <= found[0]
    assert found[1] == frozenset()
