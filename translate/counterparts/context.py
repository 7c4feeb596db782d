"""What the pairs around a pair say of it: order, neighbours and rivals, from a first guess."""

import numpy as np

from translate.alignment.grouping import sums
from translate.alignment.similarity import Floats, Integers
from translate.counterparts.candidates import Pairs

CONTEXT_FEATURES = (
    "first",
    "before",
    "behind",
    "beside_source",
    "beside_target",
    "best_rival",
    "worst_rival",
    "most_linked",
    "least_linked",
    "off_course",
    "least_off_course",
    "told",
    "least_told",
)
REACH = 2  # sentences on either side that say where a sentence should find its counterpart
NOWHERE = 0.5  # distance, as a share of the text, of a sentence whose neighbours have no counterparts


def context_features(pairs: Pairs, first: Floats) -> Floats:
    """Features of every pair beside a first guess of all probabilities, in the order of CONTEXT_FEATURES."""
    source, target = pairs.source, pairs.target
    guess = np.append(first, 0.0)  # that of a pair that is none stands at the end

    def at(step: int, other: int) -> Floats:
        return np.asarray(guess[pairs.position(source + step, target + other)])

    places = source, target
    rivals, linked, course, told = [], [], [], []
    for side in (0, 1):
        own, other, size = places[side], places[1 - side], pairs.size[side]
        best, second = two_best(first, own, size)
        rivals.append(np.where(first >= best[own], second[own], best[own]))
        linked.append(sums(first, own, size)[own])
        course.append(_off_course(own, other, first, size, pairs.size[1 - side]))
        told.append(np.full(len(pairs), best.mean() if size else 0.0))
    columns = [
        first,
        at(-1, -1),
        at(1, 1),
        np.maximum(at(-1, 0), at(1, 0)),
        np.maximum(at(0, -1), at(0, 1)),
        *_ordered(rivals),
        *_ordered(linked),
        *_ordered(course),
        *_ordered(told),
    ]
    return np.stack(columns, axis=1)


def two_best(values: Floats, group: Integers, count: int) -> tuple[Floats, Floats]:
    """Largest and second largest value of each group, in [0, 1]; 0 where there is none."""
    order = np.lexsort((-values, group))
    grouped = group[order]
    starts = np.flatnonzero(np.diff(grouped, prepend=-1))
    best, second = np.zeros(count), np.zeros(count)
    best[grouped[starts]] = values[order[starts]]
    more = starts + 1
    more = more[(more < len(order)) & (grouped[np.minimum(more, len(order) - 1)] == grouped[starts])]
    second[grouped[more]] = values[order[more]]
    return best, second


def _off_course(own: Integers, other: Integers, first: Floats, size: int, others: int) -> Floats:
    """How far a pair lies from where the counterparts of the neighbours lie, as a share of the other text."""
    weight, place = sums(first**2, own, size), sums(first**2 * other, own, size)
    near_weight, near_place = np.zeros(size), np.zeros(size)
    for step in [step for step in range(-REACH, REACH + 1) if step]:
        inside = np.arange(max(0, -step), min(size, size - step))
        near_weight[inside] += weight[inside + step]
        near_place[inside] += place[inside + step] - step * weight[inside + step]
    expected = np.divide(near_place, near_weight, out=np.zeros(size), where=near_weight > 0.1)
    off = np.abs(other - expected[own]) / max(1, others)
    return np.where(near_weight[own] > 0.1, off, NOWHERE)


def _ordered(sides: list[Floats]) -> tuple[Floats, Floats]:
    return np.maximum(*sides), np.minimum(*sides)
