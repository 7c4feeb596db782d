"""What the other version says of lines, on pages drawn by directions: the same letter means the same thing."""

import numpy as np
import pytest

from translate.pages.witness import OF_WITNESS, Witness, witness_features
from translate.text.page_model import Judgement

DIM = 26


def page(said: str, furniture: list[float], headline: int = 0, keys: dict[int, set[str]] | None = None) -> Witness:
    """A page whose lines have one sentence each."""
    rows = np.zeros((len(said), DIM), dtype=np.float32)
    for number, letter in enumerate(said):
        rows[number, ord(letter) - ord("a")] = 1.0
    titles = np.zeros(len(said))
    titles[headline] = 1.0
    found = [frozenset((keys or {}).get(number, ())) for number in range(len(said))]
    return Witness(np.arange(len(said)), rows, found, Judgement(np.array(furniture), titles))


OWN = page("xabcy", [0.4, 0.1, 0.1, 0.1, 0.9], headline=1, keys={1: {"n:5"}, 2: {"n:5", "n:7"}, 4: {"n:9"}})
OTHER = page("abzcy", [0.1, 0.1, 0.1, 0.1, 1.0], keys={0: {"n:5"}, 1: {"n:7"}, 4: {"n:9"}})


def feature(name: str, own: Witness = OWN, other: Witness = OTHER) -> list[float]:
    return witness_features(own, other)[:, OF_WITNESS.index(name)].tolist()


def test_a_counterpart_in_the_story_tells_a_line_and_one_in_furniture_does_not():
    assert feature("likeness") == [0, 1, 1, 1, 1]
    assert feature("told_there") == pytest.approx([0, 0.9, 0.9, 0.9, 0])
    assert feature("like_furniture") == pytest.approx([0, 0.1, 0.1, 0.1, 1])
    assert feature("mutual")[1:] == [1, 1, 1, 1]
    assert feature("best_is_headline")[1] == 1
    assert feature("told_there+1") == pytest.approx([0.9, 0.9, 0.9, 0, -1])


def test_what_is_usual_on_the_page_is_known():
    assert feature("page_told") == pytest.approx([0.9] * 5)
    assert feature("told_to_story") == pytest.approx([-0.9, 0, 0, 0, -0.9])
    assert feature("page_told_share") == [0.75] * 5


def test_keys_that_the_story_of_the_other_gives_count():
    assert feature("keys") == [0, 1, 2, 0, 1]
    assert feature("keys_told") == [0, 1, 2, 0, 0]
    assert feature("keys_in_one") == [0, 1, 1, 0, 0]
    assert feature("keys_inside_share") == [0, 1, 0.5, 0, 0]


def test_a_line_that_the_page_says_again_is_seen():
    own = page("abcda", [0.1] * 5)
    assert feature("repeated_below", own)[0] == pytest.approx(0.9)
    assert feature("repeated_above", own) == pytest.approx([0, 0, 0, 0, 0.9])


def test_a_counterpart_far_from_those_of_its_neighbours_is_out_of_order():
    own, other = page("abcde", [0.1] * 5), page("bcdea", [0.1] * 5)
    found = feature("out_of_order", own, other)
    assert found[0] > 0.5 > max(found[2:4])
