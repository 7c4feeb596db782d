"""A text as arrays: runs of sentences, groups of them, and the words that say something."""

import numpy as np
import pytest

from translate.story.vectors import content_words, runs_of, with_longer_runs
from translate.testing import drawn_story


@pytest.mark.parametrize(
    ("length", "expected"), [(1, ["A.", "B.", "C."]), (2, ["A. B.", "B. C."]), (3, ["A. B. C."]), (4, [])]
)
def test_runs_are_of_neighbours(length: int, expected: list[str]) -> None:
    assert runs_of(["A.", "B.", "C."], length) == expected


def test_a_run_of_three_is_the_mean_direction_of_its_pairs() -> None:
    single, double = np.eye(3, dtype=np.float32), np.eye(2, 3, dtype=np.float32)
    one, two, three = with_longer_runs(single, double)
    assert (one is single, two is double) == (True, True)
    assert three.dtype == np.float32
    assert three.tolist() == [pytest.approx([0.5**0.5, 0.5**0.5, 0.0])]


def test_pairs_that_cancel_out_have_no_direction() -> None:
    double = np.array([[1.0, 0.0], [-1.0, 0.0]], dtype=np.float32)
    assert with_longer_runs(np.eye(3, 2, dtype=np.float32), double)[2].tolist() == [[0.0, 0.0]]


def test_neighbours_are_one_text_and_others_the_mean_of_theirs() -> None:
    story = drawn_story("abcd")
    neighbours, apart = story.groups(np.array([[0, 1], [0, 2]]))
    assert neighbours.tolist() == story.runs[1][0].tolist()
    mean = story.runs[0][0] + story.runs[0][2]
    assert apart.tolist() == pytest.approx((mean / np.linalg.norm(mean)).tolist())
    assert story.groups(np.array([[1, 2, 3]]))[0].tolist() == story.runs[2][1].tolist()
    assert story.groups(np.array([[3]]))[0].tolist() == story.runs[0][3].tolist()
    assert len(story) == 4


def test_names_and_short_words_are_no_content_words() -> None:
    """The first word of a sentence counts whatever its letter, and each word once."""
    words, rows, weights = content_words(["The river in Samara rose, a RIVER.", "A river, the river."])
    assert words == ["the", "river", "rose"]
    assert [row.tolist() for row in rows] == [[0, 1, 2], [0, 1]]
    assert weights.tolist() == [0.5, 0.5, 1.0]


def test_where_nouns_have_capitals_all_words_count() -> None:
    assert content_words(["Der Fluss stieg."], capital_nouns=True)[0] == ["der", "fluss", "stieg"]
    assert content_words(["Der Fluss stieg."])[0] == ["der", "stieg"]


def test_a_text_without_words_has_none() -> None:
    words, rows, weights = content_words(["12.", ""])
    assert (words, [row.tolist() for row in rows], weights.tolist()) == ([], [[], []], [])
