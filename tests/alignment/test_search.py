"""Alignment of stories drawn with letters: the same letter means the same thing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.search import align_vectors
from translate.testing import drawn, drawn_story


def aligned(source: str, target: str) -> str:
    return drawn(align_vectors(drawn_story(source), drawn_story(target)), source, target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("abcdef", "abcdef", "a=a b=b c=c d=d e=e f=f"),
        ("abcdef", "abdef", "a=a b=b c= d=d e=e f=f"),
        ("abdef", "abcdef", "a=a b=b =c d=d e=e f=f"),
        ("abcdef", "af", "a=a b= c= d= e= f=f"),
        ("xyabcdef", "abcdef", "x= y= a=a b=b c=c d=d e=e f=f"),
    ],
)
def test_lone_sentences_stay_alone(source: str, target: str, expected: str) -> None:
    """A sentence without a counterpart gets a bead of its own."""
    assert aligned(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("abcdef", "ab(cd)ef", "a=a b=b cd=cd e=e f=f"),
        ("ab(cd)ef", "abcdef", "a=a b=b cd=cd e=e f=f"),
    ],
)
def test_split_sentence_is_one_bead(source: str, target: str, expected: str) -> None:
    """One sentence here and two there make a bead of three."""
    assert aligned(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("abcdef", "abdcef", "a=a b=b c=c d~d e=e f=f"),
        ("abcdefgh", "efabcdgh", "a=a b=b c=c d=d e~e f~f g=g h=h"),
    ],
)
def test_moved_sentences_are_paired_and_marked(source: str, target: str, expected: str) -> None:
    """What stands elsewhere is found there; the lighter part counts as moved."""
    found = aligned(source, target).replace(
        "c~c d=d", "c=c d~d"
    )  # of two swapped neighbours either may be the moved one
    assert found == expected


@pytest.mark.parametrize(("source", "target"), [("", ""), ("abc", ""), ("", "abc"), ("a", "bcdefghijk")])
def test_empty_and_lopsided_texts_give_lone_sentences(source: str, target: str) -> None:
    beads = align_vectors(drawn_story(source), drawn_story(target))
    assert sum(len(bead.source) for bead in beads) == len(source)
    assert sum(len(bead.target) for bead in beads) == len(target)


stories = st.text("abcdefghijklmnop", max_size=14)


@settings(max_examples=60, deadline=None)
@given(stories, stories)
def test_every_sentence_stands_in_exactly_one_bead(source: str, target: str) -> None:
    beads = align_vectors(drawn_story(source), drawn_story(target))
    assert sorted(i for bead in beads for i in bead.source) == list(range(len(source)))
    assert sorted(j for bead in beads for j in bead.target) == list(range(len(target)))
    assert all(0 <= bead.probability <= 1 and -1.001 <= bead.similarity <= 1.001 for bead in beads)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abcdefghijklmnop"), unique=True, max_size=12), st.randoms(use_true_random=False))
def test_swapping_the_sides_mirrors_the_pairs(letters: list[str], random: object) -> None:
    source = "".join(letters)
    target = "".join(random.sample(letters, len(letters) * 2 // 3))  # type: ignore[attr-defined]
    there = align_vectors(drawn_story(source), drawn_story(target))
    back = align_vectors(drawn_story(target), drawn_story(source))
    assert {(bead.source, bead.target) for bead in there} == {(bead.target, bead.source) for bead in back}


def test_repeated_sentences_keep_their_order() -> None:
    """Identical sentences cannot be told apart by meaning; their neighbours tell them."""
    assert aligned("abxcdxef", "abxcdxef") == "a=a b=b x=x c=c d=d x=x e=e f=f"


def test_same_input_gives_the_same_numbers() -> None:
    first = align_vectors(drawn_story("abc(de)fgh"), drawn_story("abdecghf"))
    assert first == align_vectors(drawn_story("abc(de)fgh"), drawn_story("abdecghf"))


def test_long_texts_take_seconds() -> None:
    """Nothing grows with the product of the lengths but the similarity block."""
    letters = "".join(chr(0x400 + k) for k in range(220)) * 4
    beads = align_vectors(drawn_story(letters), drawn_story(letters[::2]))
    assert np.sum([len(bead.source) for bead in beads]) == len(letters)
