"""Numbers that people call differences by: in reading order, and the same after a decision."""

from dataclasses import replace

from every_kind import make_story
from retelling import retelling

from translate.report.lone_passages import entries
from translate.report.numbers import number_of, numbers_of


def test_a_rejected_difference_keeps_its_number():
    story = make_story()
    first, second, *others = story.differences
    after = numbers_of(replace(story, differences=(first, *others), rejected=(second,)))
    assert after == numbers_of(story)
    assert list(numbers_of(story).values()) == list(range(1, len(story.differences) + 1))


def test_a_passage_is_called_by_its_first_and_last():
    comparison = retelling()
    numbers = numbers_of(comparison)
    assert [number_of(entry, numbers) for entry in entries(comparison)] == ["1-2", "3-5", "6"]
