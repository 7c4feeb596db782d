"""Exact search in windows of days: the same as comparing everything, however it is cut into blocks."""

import numpy as np
import pytest

from translate.matching import search
from translate.matching.search import NOBODY, nearest
from translate.matching.sketches import UNDATED


def vectors(count: int, seed: int) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((count, 2, 8))
    return (rows / np.linalg.norm(rows, axis=2, keepdims=True)).reshape(count, 16).astype(np.float16)


def days(count: int, seed: int) -> np.ndarray:
    chance = np.random.default_rng(seed)
    return np.where(chance.random(count) < 0.2, UNDATED, 739_000 + chance.integers(0, 12, count)).astype(np.int32)


@pytest.mark.parametrize("window", [None, 0, 2])
@pytest.mark.parametrize(("rows", "columns", "threads"), [(512, 8192, 1), (7, 11, 1), (7, 11, 3)])
def test_it_finds_what_a_comparison_of_all_finds(monkeypatch, window, rows, columns, threads):
    monkeypatch.setattr(search, "ROWS", rows)
    monkeypatch.setattr(search, "COLUMNS", columns)
    left, right, first, second = vectors(60, 1), vectors(90, 2), days(60, 3), days(90, 4)
    found = nearest(left, first, right, second, window=window, count=5, threads=threads)
    cosines = left.astype(np.float32) / 2 @ right.astype(np.float32).T
    if window is not None:
        dated = (first[:, None] != UNDATED) & (second[None, :] != UNDATED)
        cosines[dated & (np.abs(first[:, None] - second[None, :]) > window)] = -2
    expected = np.argsort(-cosines, axis=1, kind="stable")[:, :5]
    there = np.take_along_axis(cosines, expected, axis=1) > -2
    assert (found.others == np.where(there, expected, NOBODY)).all()


def test_there_may_be_fewer_than_asked_for():
    found = nearest(vectors(2, 1), days(2, 1), vectors(3, 2), days(3, 2), window=None, count=5)
    assert (found.others >= 0).sum(axis=1).tolist() == [3, 3]
    assert (found.others[:, 3:] == NOBODY).all()


def test_of_equally_near_ones_the_first_is_first():
    same = np.repeat(vectors(1, 1), 4, axis=0)
    assert nearest(same[:1], days(1, 1), same, days(4, 1), window=None, count=3).others.tolist() == [[0, 1, 2]]
