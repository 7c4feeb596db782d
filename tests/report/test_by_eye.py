"""The weakest counterparts, which a reader is asked to check."""

from dataclasses import replace

import pytest
from retelling import of_an_earlier_version, retelling

from translate.counterparts.told import Counterpart
from translate.differences.same_story import SameStory
from translate.report import render
from translate.report.by_eye import to_check


def pairs(comparison):
    return [(weak.found.source, weak.found.target) for weak in to_check(comparison)]


def test_the_least_likely_and_the_least_alike_come_first_and_three_are_enough():
    assert pairs(retelling()) == [((4,), (2,)), ((0,), (0,)), ((1,), (1, 2))]
    assert [weak.similarity for weak in to_check(retelling())] == [None, 0.8, None]


def test_what_carries_a_difference_was_linked_by_hand_or_tells_another_story_is_left_out():
    found = retelling()
    number = replace(found.differences[0], id="d7", kind="number", source=found.differences[0].source)
    moved = replace(number, source=(replace(number.source[0], start=0, end=5),))
    assert ((0,), (0,)) not in pairs(replace(found, differences=(moved,)))
    assert ((0,), (0,)) not in pairs(replace(found, differences=(), rejected=(moved,)))
    assert pairs(replace(found, counterparts=(Counterpart((0,), (0,), "full", 1.0),))) == []
    assert pairs(replace(found, same_story=SameStory(0.2))) == []
    assert pairs(of_an_earlier_version()) == []


@pytest.mark.parametrize("format", ["console", "markdown", "html"])
def test_they_stand_behind_the_differences_and_are_none(format):
    found = retelling()
    text = " ".join(render(found, format).split())
    assert "told in part, probability 55 %" in text.lower()
    assert "told in full, probability 97 %, similarity 0.80" in text.lower()
    body = text[text.index("To check by eye") :]
    assert "Паром ходит каждый час." in body
    assert "To check by eye" not in render(of_an_earlier_version(), format).split("<script")[0]
