"""Pairs of sentences that are worth judging."""

import numpy as np

from translate.alignment.bead import Bead
from translate.counterparts.candidates import Pairs, find_pairs
from translate.counterparts.nearness import Nearness
from translate.story.story import tell
from translate.testing import LetterEmbedder, drawn_story
from translate.text.document import document_of_sentences


def letters(source: str, target: str, *beads: Bead) -> set[tuple[str, str]]:
    pairs = find_pairs(Nearness(drawn_story(source), drawn_story(target)), beads)
    return {(source[i], target[j]) for i, j in zip(pairs.source, pairs.target, strict=True)}


def test_what_says_the_same_is_a_pair_wherever_it_stands() -> None:
    found = letters("abcdefghijkl", "lkjihgfedcba")
    assert {(letter, letter) for letter in "abcdefghijkl"} <= found


def test_the_pairs_of_a_bead_are_always_judged() -> None:
    everything = "abcdefghijklmnopqrst"
    plain, beaded = letters(everything, everything), letters(everything, everything, Bead((0,), (19,), 0.0, 0.5))
    assert ("a", "t") in beaded
    assert len(plain) < len(everything) ** 2 / 1.5
    assert plain <= beaded


def test_a_rare_fact_makes_a_pair() -> None:
    """Twenty sentences come nearer than the one that names the same figure."""
    filler = [f"{letter * 4} {letter * 5}." for letter in "abcdefghijklmnopqrst"]
    one = tell(document_of_sentences([*filler, "zzzz 4711."], "en"), LetterEmbedder())
    two = tell(document_of_sentences(["wwww 4711.", *filler, "zzzz."], "en"), LetterEmbedder())
    pairs = find_pairs(Nearness(one.vectors, two.vectors), ())
    assert (20, 0) in zip(pairs.source.tolist(), pairs.target.tolist(), strict=True)


def test_a_pair_is_found_by_its_sentences() -> None:
    near = find_pairs(Nearness(drawn_story("ab"), drawn_story("abc")), ()).near
    pairs = Pairs(np.array([0, 1]), np.array([2, 0]), (2, 3), near)
    assert pairs.position(np.array([0, 1, 1, -1, 5]), np.array([2, 0, 1, 2, 0])).tolist() == [0, 1, -1, -1, -1]


def test_an_empty_text_has_no_pairs() -> None:
    assert len(find_pairs(Nearness(drawn_story("ab"), drawn_story("")), ())) == 0
    assert len(find_pairs(Nearness(drawn_story(""), drawn_story("")), ())) == 0
