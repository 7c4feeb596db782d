"""Mentions without counterpart, and which stand in each other's place."""

import pytest

from translate.differences.conflicts.opposition import Lone, confidence_of, opposed, placed_in, said
from translate.facts.mention import NumberMention
from translate.facts.reading import read_facts


def lone(value: str, place: float, *, novel: bool = True, moved: bool = False) -> Lone[NumberMention]:
    return Lone(0, NumberMention("number", int(100 * place), 0, value, value), place, novel, moved)


def pairs(left: list[Lone[NumberMention]], right: list[Lone[NumberMention]]) -> list[str]:
    found = opposed(left, right, lambda one, other: "x" not in one.value + other.value)
    return [one.mention.value + other.mention.value for one, other in found]


def test_what_stands_nearest_stands_in_the_same_place() -> None:
    """Each is used once, and the pairs are told in reading order."""
    assert pairs([lone("a", 0.1), lone("b", 0.9)], [lone("1", 0.85), lone("2", 0.3)]) == ["a2", "b1"]
    assert pairs([lone("a", 0.1)], [lone("1", 0.9), lone("2", 0.3)]) == ["a2"]
    assert pairs([lone("a", 0.1), lone("b", 0.2)], [lone("1", 0.2)]) == ["b1"]
    assert pairs([lone("x", 0.1)], [lone("1", 0.1)]) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({}, {}, True),
        ({"novel": False}, {}, True),
        ({"novel": False}, {"novel": False}, False),  # neither says anything new
        ({"moved": True}, {}, True),
        ({"moved": True}, {"moved": True}, False),  # both are elsewhere
        ({"moved": True}, {"novel": False}, False),
        ({"novel": False}, {"moved": True}, False),
    ],
)
def test_one_must_be_news_that_has_not_moved(left: dict[str, bool], right: dict[str, bool], expected: bool) -> None:
    assert pairs([lone("a", 0.1, **left)], [lone("1", 0.1, **right)]) == ["a1"] * expected


@pytest.mark.parametrize(
    ("left", "right", "count", "expected"),
    [
        ({}, {}, 2, 0.9),
        ({}, {}, 4, 0.8),
        ({"novel": False}, {}, 2, 0.8),
        ({}, {"novel": False}, 2, 0.8),
        ({"novel": False}, {"novel": False}, 2, 0.8),
        ({"moved": True}, {}, 2, 0.6),
        ({}, {"moved": True}, 2, 0.6),
        ({"moved": True}, {"novel": False}, 9, 0.3),  # never below
    ],
)
def test_doubts_make_less_sure(left: dict[str, bool], right: dict[str, bool], count: int, expected: float) -> None:
    found = confidence_of(0.9, lone("a", 0.1, **left), lone("1", 0.1, **right), count)
    assert found == pytest.approx(expected)


def test_places_are_shares_of_the_bead() -> None:
    facts = [read_facts("aaaa 12 aa", "en"), read_facts("15 aaaaaaaaaaaaaaaaaaaaaaaaaaa", "en")]
    placed = placed_in(facts, lambda fact: fact.numbers)
    assert [(at.sentence, at.mention.text, at.place) for at in placed] == [(0, "12", 5 / 40), (1, "15", 10 / 40)]
    assert placed_in([read_facts("", "en")], lambda fact: fact.numbers) == []


def test_a_mention_is_told_with_its_words_where_they_differ() -> None:
    assert said(NumberMention("number", 0, 2, "12", "12")) == "12"
    assert said(NumberMention("number", 0, 6, "dozen", "12")) == "12 (dozen)"
