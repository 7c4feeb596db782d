"""How much of each version the other covers."""

import pytest

from translate.counterparts.told import Told
from translate.differences.parts.coverage import coverage_of
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def story(*lengths: int) -> Story:
    return tell(document_of_sentences(["a" * length for length in lengths], "en"), LetterEmbedder())


FULL, PART, NONE = Told(0.9, 0.1, 0.0), Told(0.1, 0.5, 0.4), Told(0.1, 0.3, 0.6)


def test_characters_in_sentences_that_are_told_are_covered() -> None:
    """Be it in part."""
    coverage = coverage_of(story(10, 20, 10), story(30, 90), ([FULL, PART, NONE], [FULL, NONE]))
    assert (coverage.source, coverage.target) == (pytest.approx(0.75), pytest.approx(0.25))


def test_a_side_without_sentences_is_covered() -> None:
    coverage = coverage_of(story(), story(10), ([], [NONE]))
    assert (coverage.source, coverage.target) == (1.0, 0.0)
