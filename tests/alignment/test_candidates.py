"""Candidates: what they cost, and that computing them in blocks changes nothing."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from translate.alignment.candidates import FEATURES, SHAPES, find_candidates
from translate.story.vectors import TextVectors
from translate.testing import drawn_story

LETTERS = "".join(chr(0x400 + k) for k in range(200))


def with_clauses(text: TextVectors, sentence: int, count: int) -> TextVectors:
    """The same text, but one sentence has very many clauses."""
    copies = np.where(np.arange(len(text)) == sentence, count, 1)
    return replace(
        text, clauses=np.repeat(text.runs[0], copies, axis=0), clause_owner=np.repeat(np.arange(len(text)), copies)
    )


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = drawn_story("ab(cd)efghij"), drawn_story("abcdef(gh)ij")
    whole = find_candidates(source, target)
    monkeypatch.setattr("translate.alignment.candidates.PARTS", 10)
    blocks = find_candidates(source, target)
    for name in ("source", "target", "similarity", "features"):
        np.testing.assert_array_equal(getattr(blocks, name), getattr(whole, name))


def test_shape_by_shape_in_reading_order() -> None:
    """Where two are equally good the first is chosen, so their order is part of the result."""
    found = find_candidates(drawn_story("abcdef"), drawn_story("ab(cd)ef"))
    members = [found.members(q) for q in range(len(found))]
    runs = [
        (left, right) for left, right in members if left[-1] - left[0] < len(left) and right[-1] - right[0] < len(right)
    ]
    places = [(SHAPES.index((len(left), len(right))), left[0], right[0]) for left, right in runs]
    assert places == sorted(set(places))


def test_halves_of_a_sentence_are_found_on_both_sides_of_what_stands_between() -> None:
    found = find_candidates(drawn_story("abxycd"), drawn_story("(ac)b"))
    gap = found.features[:, FEATURES.index("gap")]
    assert {found.members(q): gap[q] for q in range(len(found))}[(0, 4), (0,)] == 3
    mirrored = find_candidates(drawn_story("(ac)b"), drawn_story("abxycd"))
    assert ((0,), (0, 4)) in [mirrored.members(q) for q in range(len(mirrored))]


def test_swapped_sides_have_the_same_features() -> None:
    there = find_candidates(drawn_story("ab(cd)efgh"), drawn_story("abcdeghf"))
    back = find_candidates(drawn_story("abcdeghf"), drawn_story("ab(cd)efgh"))
    mirrored = {back.members(q)[::-1]: q for q in range(len(back))}
    places = [mirrored[there.members(q)] for q in range(len(there))]
    assert len(places) == len(back)
    np.testing.assert_allclose(there.features, back.features[places], atol=1e-5)


def test_without_sentences_there_are_no_candidates() -> None:
    found = find_candidates(drawn_story(""), drawn_story("abc"))
    assert len(found) == 0
    assert found.features.shape == (0, len(FEATURES))


def test_one_endless_sentence_costs_its_own_clauses_and_no_more() -> None:
    """20,000 clauses in one of 200 sentences: with room for as many in every candidate it would take 400 MB."""
    source = with_clauses(drawn_story(LETTERS), 100, 20_000)
    tracemalloc.start()
    find_candidates(source, drawn_story(LETTERS))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40e6
