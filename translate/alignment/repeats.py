"""Sentences that stand several times in a text: meaning cannot tell them apart, so the place does."""

import numpy as np

from translate.alignment.similarity import BLOCK, Floats, Integers, Neighbours, repetition
from translate.story.vectors import Embeddings

EQUAL = 1e-6  # cosines closer than this differ by rounding alone


def repeated_pairs(
    queries: Embeddings, others: Embeddings, forward: Neighbours, backward: Neighbours, count: int
) -> Integers:
    """For every query with more equally near sentences than `count` those that stand where it should, shape (p, 2).

    Where that is, the unmistakable pairs around it say.

    Args:
        queries, others: Sentences of the two texts.
        forward, backward: Nearest sentences of every query among the others and the other way round, more than `count`.
        count: Neighbours of each query that are looked at anyway.
    """
    best = forward.similarity[:, 0]
    tied = np.flatnonzero((forward.index[:, count] >= 0) & (best - forward.similarity[:, count] < EQUAL))
    expected = _expected(tied, forward, backward)
    repeated = repetition(queries)  # of what is one and the same, one is compared with the others
    like = tied if repeated is None else repeated.first[repeated.of[tied]]
    pairs = [np.zeros((0, 2), dtype=np.int64)]
    asked, of = np.unique(like, return_inverse=True)
    for start in range(0, len(asked), BLOCK):
        rows = asked[start : start + BLOCK]
        alike = np.abs(queries[rows] @ others.T - best[rows, None]) < EQUAL
        here = np.flatnonzero((of >= start) & (of < start + BLOCK))
        places = [np.flatnonzero(row) for row in alike]
        for row, k, place in zip(tied[here], of[here], expected[here], strict=True):
            middle = int(np.searchsorted(places[k - start], place))
            around = places[k - start][max(0, middle - count) : middle + count]
            near = around[np.argsort(np.abs(around - place), kind="stable")[:count]]
            pairs.append(np.stack([np.full(len(near), row), near], axis=1))
    return np.concatenate(pairs)


def _expected(rows: Integers, forward: Neighbours, backward: Neighbours) -> Floats:
    """Where in the other text each row should stand, going by the pairs that are nearest to one another."""
    n, m = len(forward.index), len(backward.index)
    sure = [side.similarity[:, 0] - side.similarity[:, 1] >= EQUAL for side in (forward, backward)]
    left = np.flatnonzero(sure[0] & (forward.index[:, 0] >= 0))
    right = forward.index[left, 0]
    mutual = sure[1][right] & (backward.index[right, 0] == left)
    known = np.concatenate([[-1], left[mutual], [n]]), np.concatenate([[-1], right[mutual], [m]])
    return np.asarray(np.interp(rows, *known))
