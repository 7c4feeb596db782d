"""How much of each version the other covers."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.parts.coverage import coverage_of
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def story(*lengths: int) -> Story:
    return tell(document_of_sentences(["a" * length for length in lengths], "en"), LetterEmbedder())


def test_characters_in_two_sided_beads_are_covered() -> None:
    beads = (Bead((0, 1), (0,), 1.0, 1.0), Bead((2,), (), 0.0, 1.0), Bead((), (1,), 0.0, 1.0))
    coverage = coverage_of(story(10, 20, 10), story(30, 90), beads)
    assert (coverage.source, coverage.target) == (pytest.approx(0.75), pytest.approx(0.25))


def test_a_side_without_sentences_is_covered() -> None:
    coverage = coverage_of(story(), story(10), (Bead((), (0,), 0.0, 1.0),))
    assert (coverage.source, coverage.target) == (1.0, 0.0)
