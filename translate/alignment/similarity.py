"""Cosines between two texts where they matter: nearest neighbours of every sentence, and chosen pairs."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.story.vectors import Embeddings

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

BLOCK = 1024  # rows of the similarity matrix held at once, so that memory grows with n, not n * m
GATHERED = 512  # rows gathered at once: 1 MB a side, which a processor's cache holds; 4 times as fast as 16,000


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Nearest sentences of the other text.

    Attributes:
        index: Shape (n, k), nearest first; -1 where the other text has fewer than k sentences.
        similarity: Their cosines, shape (n, k); `NO_RIVAL` where there is none.
    """

    index: Integers
    similarity: Floats


NO_RIVAL = -0.1  # cosine of a sentence with nothing: two unrelated news sentences have about 0.1


def nearest(queries: Embeddings, others: Embeddings, k: int) -> Neighbours:
    """The k nearest rows of `others` for every row of `queries`; of equally near ones the earlier comes first."""
    own, there = repetition(queries), repetition(others)
    if own is None and there is None:
        return _nearest(queries, others, k)
    asked = queries if own is None else queries[own.first]
    if there is None:
        found = _nearest(asked, others, k)
    else:
        found = _each_place(_nearest(asked, others[there.first], k), there, k)
    return found if own is None else Neighbours(found.index[own.of], found.similarity[own.of])


def _nearest(queries: Embeddings, others: Embeddings, k: int) -> Neighbours:
    index = np.full((len(queries), k), -1, dtype=np.int64)
    similarity = np.full((len(queries), k), NO_RIVAL)
    found = min(k, len(others))
    if not found:
        return Neighbours(index, similarity)
    for start in range(0, len(queries), BLOCK):
        block = queries[start : start + BLOCK] @ others.T
        rows = np.arange(len(block))
        for rank in range(found):  # a few walks along a row are far quicker than sorting or partitioning it
            best = block.argmax(axis=1)
            index[start + rows, rank] = best
            similarity[start + rows, rank] = block[rows, best]
            block[rows, best] = -np.inf
    return Neighbours(index, similarity)


@dataclass(frozen=True, slots=True)
class Repetition:
    """The different ones among rows of which most stand several times.

    Attributes:
        first: Where each different row stands first, ascending, shape (d,).
        of: Which of these each row is, shape (n,).
    """

    first: Integers
    of: Integers


def repetition(rows: Embeddings) -> Repetition | None:
    """The different ones among many rows; None where the rows are few, or more than half of them stand once.

    A text that says the same over and over would else cost the square of its length.
    """
    if len(rows) <= BLOCK:
        return None
    known: dict[bytes, int] = {}
    of = np.array([known.setdefault(row.tobytes(), len(known)) for row in rows], dtype=np.int64)
    if 2 * len(known) > len(rows):
        return None
    return Repetition(np.unique(of, return_index=True)[1], of)


def _each_place(nearest_different: Neighbours, there: Repetition, k: int) -> Neighbours:
    """The k nearest of all rows, from the k nearest of the different ones."""
    order = np.argsort(there.of, kind="stable")
    starts = np.searchsorted(there.of[order], np.arange(len(there.first) + 1))
    place = starts[:-1, None] + np.arange(k)
    occurrence = np.where(place < starts[1:, None], order[np.minimum(place, len(order) - 1)], -1)  # of each, k at most
    different = nearest_different.index
    index = np.where(different[:, :, None] >= 0, occurrence[different], -1).reshape(len(different), -1)
    similarity = np.repeat(nearest_different.similarity, k, axis=1)
    similarity[index < 0] = -np.inf
    chosen = np.lexsort((index, -similarity), axis=1)[:, :k]
    index = np.take_along_axis(index, chosen, axis=1)
    return Neighbours(index, np.where(index < 0, NO_RIVAL, np.take_along_axis(similarity, chosen, axis=1)))


def cosines(left: Embeddings, rows: Integers, right: Embeddings, columns: Integers) -> Floats:
    """Cosine of left[rows[p]] with right[columns[p]] for every p."""
    return gathered_cosines(len(rows), lambda chosen: left[rows[chosen]], lambda chosen: right[columns[chosen]])


def gathered_cosines(count: int, left: Callable[[slice], Embeddings], right: Callable[[slice], Embeddings]) -> Floats:
    """Cosine of row p on the left with row p on the right for every p < count; both are asked for few rows at once."""
    result = np.empty(count)
    for start in range(0, count, GATHERED):
        chosen = slice(start, start + GATHERED)
        result[chosen] = np.einsum("pd,pd->p", left(chosen), right(chosen))
    return result


def best_outside(neighbours: Neighbours, rows: Integers, members: Integers) -> Floats:
    """Best cosine of each row with a sentence that is none of its members, shape (rows, members)."""
    index, similarity = neighbours.index[rows], neighbours.similarity[rows]
    inside = (index[:, :, None] == members[:, None, :]).any(axis=2)
    return np.asarray(np.where(inside, NO_RIVAL, similarity).max(axis=1))
