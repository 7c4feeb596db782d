"""The nearest articles of the other collection: exact, block by block, inside a window of days."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.engines.one_thread import one_thread
from translate.matching.sketches import UNDATED, Halves
from translate.settings.limits import go_on

ROWS, COLUMNS = 512, 8192  # compared at once: 16 MB of cosines
NOBODY = -1  # in place of an article, where there are fewer than asked for
OUTSIDE = np.float32(-2.0)  # below every cosine

Days = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """For each article the nearest ones of the other collection, the nearest first.

    Attributes:
        others: Their rows, NOBODY where there are no more, shape (n, count).
        cosines: OUTSIDE where there is nobody, shape (n, count).
    """

    others: NDArray[np.int64]
    cosines: NDArray[np.float32]


def nearest(
    vectors: Halves, days: Days, others: Halves, other_days: Days, *, window: int | None, count: int, threads: int = 1
) -> Nearest:
    """Exact search by the mean of the two cosines; memory does not grow but with the answer.

    However many threads there are, each block is searched by one, so that the answer is the same.

    Args:
        vectors, others: Of `Sketches`, shapes (n, 2 * dim) and (m, 2 * dim).
        days, other_days: Days of publication, or UNDATED, which is near to every day.
        window: Days that two articles on one story may lie apart; None for any number.
        count: Articles that are looked for.
        threads: That search at once.
    """
    found = np.full((len(vectors), count), NOBODY, dtype=np.int64)
    cosines = np.full((len(vectors), count), OUTSIDE, dtype=np.float32)
    dated = window is not None
    order = np.argsort(days, kind="stable") if dated else np.arange(len(days))
    other_order = np.argsort(other_days, kind="stable") if dated else np.arange(len(other_days))
    sorted_days = other_days[other_order]
    undated = int(np.searchsorted(sorted_days, UNDATED, side="right")) if dated else 0

    def search(rows: NDArray[np.int64]) -> None:
        block = vectors[rows].astype(np.float32) / 2
        first, last = days[rows[0]], days[rows[-1]]
        if window is None or first == UNDATED:
            parts, mask = [(0, len(others))], None
        else:
            low, high = np.searchsorted(sorted_days, (first - window, last + window + 1))
            parts, mask = [(0, undated), (max(undated, int(low)), int(high))], window
        for start, end in _chunks(parts):
            go_on()
            columns = other_order[start:end]
            cosine = block @ others[columns].astype(np.float32).T
            if mask is not None and sorted_days[start] != UNDATED:
                apart = np.abs(days[rows][:, None] - sorted_days[start:end][None, :])
                cosine[apart > mask] = OUTSIDE
            found[rows], cosines[rows] = _best(found[rows], cosines[rows], columns, cosine)

    with one_thread(), ThreadPoolExecutor(threads) as pool:
        blocks = _blocks(order, days if dated else None)
        for _ in pool.map(search, blocks) if threads > 1 else map(search, blocks):
            go_on()  # here, too: other threads do not know who watches
    found[cosines == OUTSIDE] = NOBODY
    return Nearest(found, cosines)


def _blocks(order: NDArray[np.int64], days: Days | None) -> list[NDArray[np.int64]]:
    """Rows in the order of their days, those without a day by themselves."""
    undated = 0 if days is None else int((days == UNDATED).sum())
    parts = (order[:undated], order[undated:])
    return [part[start : start + ROWS] for part in parts for start in range(0, len(part), ROWS)]


def _chunks(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(at, min(at + COLUMNS, end)) for start, end in parts for at in range(start, end, COLUMNS)]


def _best(
    found: NDArray[np.int64], best: NDArray[np.float32], columns: NDArray[np.int64], cosine: NDArray[np.float32]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The nearest among those found and some more; of equally near ones, those that stand first."""
    count = found.shape[1]
    if cosine.shape[1] > count:
        kept = np.argpartition(-cosine, count - 1, axis=1)[:, :count]
        fresh, values = columns[kept], np.take_along_axis(cosine, kept, axis=1)
    else:
        fresh, values = np.broadcast_to(columns, cosine.shape), cosine
    together, values = np.concatenate([found, fresh], axis=1), np.concatenate([best, values], axis=1)
    place = np.lexsort((together, -values), axis=1)[:, :count]
    return np.take_along_axis(together, place, axis=1), np.take_along_axis(values, place, axis=1)
