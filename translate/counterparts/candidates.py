"""Pairs of sentences that may tell of the same thing: the nearest by several measures, wherever they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.bead import Bead
from translate.alignment.similarity import Integers, Neighbours
from translate.counterparts.nearness import Nearness
from translate.story.vectors import TextVectors

NEAREST_RUNS = 2  # runs of two that a sentence is paired with, and sentences that a clause is paired with
FREQUENT = 12  # pairs of sentences that share a fact, beyond which the fact says nothing


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of sentences of two texts, ascending, each once.

    Attributes:
        source, target: Sentences, shape (p,).
        size: Sentences of both texts.
        near: Nearest sentences over there, of each source and of each target sentence.
    """

    source: Integers
    target: Integers
    size: tuple[int, int]
    near: tuple[Neighbours, Neighbours]

    def __len__(self) -> int:
        return len(self.source)

    def position(self, source: Integers, target: Integers) -> Integers:
        """Where each pair stands, or -1 for one that is not among them."""
        n, m = self.size
        inside = (source >= 0) & (source < n) & (target >= 0) & (target < m)
        codes = self.source * m + self.target
        wanted = np.where(inside, source * m + target, -1)
        place = np.minimum(np.searchsorted(codes, wanted), max(0, len(codes) - 1))
        found = inside & (codes[place] == wanted) if len(codes) else np.zeros(len(wanted), dtype=bool)
        return np.where(found, place, -1)


def find_pairs(nearness: Nearness, beads: Sequence[Bead]) -> Pairs:
    """Pairs that are worth judging, those of the two-sided beads among them."""
    source, target = texts = nearness.texts
    n, m = len(source), len(target)
    near = nearness.near(0, "sentence", "sentence"), nearness.near(1, "sentence", "sentence")
    codes = [_codes(near[0].index, np.arange(n), m), _codes(near[1].index, np.arange(m), m, turned=True)]
    for step in (0, 1):
        for side, own in enumerate(texts):
            whole = nearness.near(side, "sentence", "pair").index[:, :NEAREST_RUNS]
            inside = np.where(whole >= 0, whole + step, -1)
            codes.append(_codes(inside, np.arange(len(own)), m, turned=side == 1))
    for side, own in enumerate(texts):
        whole = nearness.near(side, "clause", "sentence").index[:, :NEAREST_RUNS]
        codes.append(_codes(whole, own.clause_owner, m, turned=side == 1))
        clause = nearness.near(side, "clause", "clause").index
        other = texts[1 - side]
        owner = np.where(clause >= 0, other.clause_owner[clause] if len(other.clauses) else -1, -1)
        codes.append(_codes(owner, own.clause_owner, m, turned=side == 1))
    codes.append(_sharing(source, target, m))
    codes.append(np.array([i * m + j for bead in beads for i in bead.source for j in bead.target], dtype=np.int64))
    found = np.unique(np.concatenate(codes))
    return Pairs(*np.divmod(found, max(1, m)), (n, m), near)


def _codes(others: Integers, own: Integers, m: int, turned: bool = False) -> Integers:
    """Pairs of `own` rows with their `others`, shape (rows, k), as source * m + target; -1 stands for none."""
    rows = np.repeat(own, others.shape[1])
    flat = others.ravel()
    kept = flat >= 0
    left, right = (flat, rows) if turned else (rows, flat)
    return np.asarray(left[kept] * m + right[kept])


def _sharing(source: TextVectors, target: TextVectors, m: int) -> Integers:
    """Pairs that share a number, date or name which few have."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, text in enumerate((source, target)):
        for sentence, keys in enumerate(text.anchors):
            for key in keys:
                places.setdefault(key, ([], []))[side].append(sentence)
    found = [
        i * m + j for left, right in places.values() if len(left) * len(right) <= FREQUENT for i in left for j in right
    ]
    return np.array(sorted(found), dtype=np.int64)
