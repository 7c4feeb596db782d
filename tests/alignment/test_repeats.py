"""Sentences that stand several times."""

import numpy as np
import pytest

from translate.alignment.repeats import repeated_pairs
from translate.alignment.similarity import nearest
from translate.testing import drawn_story


def pairs(source: str, target: str, count: int = 2) -> list[list[int]]:
    left, right = drawn_story(source).runs[0], drawn_story(target).runs[0]
    found = repeated_pairs(left, right, nearest(left, right, count + 2), nearest(right, left, count + 2), count)
    assert found.dtype == np.int64
    return found.tolist()


def test_equal_sentences_meet_where_their_neighbours_say() -> None:
    """The x behind the b may stand with the x behind the b, and with the one next to it."""
    assert next(j for i, j in pairs("axbxcxdx", "axbxcxdx") if i == 3) == 3
    assert next(j for i, j in pairs("bxcxdx", "axbxcxdx") if i == 1) == 3


def test_many_equal_sentences_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = "axbxcxdxxxxx", "axxbxcxxdxxxx"
    each = pairs(source, target)
    assert each
    for room in ("repeats", "similarity"):
        monkeypatch.setattr(f"translate.alignment.{room}.BLOCK", 4)
    assert pairs(source, target) == each


def test_few_equal_sentences_are_neighbours_already() -> None:
    assert pairs("axbxc", "axbxc") == []


def test_texts_without_repetitions_have_no_such_pairs() -> None:
    assert pairs("abcdef", "fedcba") == []
    assert pairs("", "abc") == pairs("abc", "") == []
