"""Values of many groups, such as the clauses of a bead or of a pair of sentences, brought to one value a group."""

from collections.abc import Hashable, Iterable

import numpy as np

from translate.alignment.similarity import Floats, Integers


def members(first: Integers, groups: Integers) -> tuple[Integers, Integers]:
    """Positions of all members of some groups, and for each of them the place of its group in `groups`.

    Args:
        first: Position of the first member of every group, and at last the count of all.
        groups: The groups asked for, shape (g,).

    Example:
        >>> [found.tolist() for found in members(np.array([0, 2, 3]), np.array([1, 0]))]
        [[2, 0, 1], [0, 1, 1]]
    """
    counts = first[groups + 1] - first[groups]
    place = np.repeat(np.arange(len(groups)), counts)
    within = np.arange(len(place)) - np.repeat(np.cumsum(counts) - counts, counts)
    return first[groups[place]] + within, place


def numbered(values: Iterable[Hashable]) -> list[int]:
    """A number for each value, which equal ones share: from 0, in the order in which they come first.

    Example:
        >>> numbered(["b", "a", "b"])
        [0, 1, 0]
    """
    known: dict[Hashable, int] = {}
    return [known.setdefault(value, len(known)) for value in values]


def largest(values: Floats, group: Integers, count: int, empty: float) -> Floats:
    """Largest value of each group, `empty` where it has none; `group` ascends."""
    return _reduced(np.maximum, values, group, count, empty)


def smallest(values: Floats, group: Integers, count: int, empty: float) -> Floats:
    """Smallest value of each group, `empty` where it has none; `group` ascends."""
    return _reduced(np.minimum, values, group, count, empty)


def sums(values: Floats, group: Integers, count: int) -> Floats:
    """Sum of each group's values."""
    return np.bincount(group, values, count).astype(np.float64)  # of no values at all the sums would be integers


def means(values: Floats, weights: Floats, group: Integers, count: int, empty: float) -> Floats:
    """Weighted mean of each group's values, `empty` where it has none."""
    total = sums(weights, group, count)
    return np.divide(sums(values * weights, group, count), total, out=np.full(count, empty), where=total > 0)


def _reduced(ufunc: np.ufunc, values: Floats, group: Integers, count: int, empty: float) -> Floats:
    result = np.full(count, empty)
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    if len(starts):
        result[group[starts]] = ufunc.reduceat(values, starts)
    return result
