"""Candidate beads and what speaks for each of them, as one row of features."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from translate.alignment.similarity import (
    NO_RIVAL,
    Floats,
    Integers,
    Neighbours,
    best_outside,
    cosines,
    nearest,
)
from translate.alignment.vectors import TextVectors

SHAPES = ((1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2))
NEAREST = 3  # a right pair is among the three nearest of either side in 99.9 % of the development beads
KEPT = 6  # neighbours kept: enough to find a rival outside a bead of three
HUB = 4  # neighbours whose mean cosine measures how close a sentence is to everything (margin criterion)
LOWEST_RUN = 0.3  # a run less similar than this to its counterpart is never right
LOOSEST_GAIN = -0.02  # a run must not be clearly less similar than its best part

FEATURES = (
    "cosine",
    "margin",
    "weaker_lead",
    "stronger_lead",
    "length",
    "length_gain",
    "gain",
    "weakest_member",
    "weakest_member_lead",
    "weakest_member_support",
    "weakest_clause",
    "strongest_clause",
    "shared_anchors",
    "lone_anchors",
    "poorer_words",
    "richer_words",
    "short",
    "is_pair",
    "is_triple",
    "is_square",
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidate beads as parallel arrays of length c.

    Attributes:
        i, a: First source sentence and number of source sentences.
        j, b: The same on the target side.
        similarity: Cosine of the two runs.
        features: Shape (c, len(FEATURES)); unchanged if source and target change places.
    """

    i: Integers
    a: Integers
    j: Integers
    b: Integers
    similarity: Floats
    features: Floats

    def __len__(self) -> int:
        return len(self.i)


def find_candidates(source: TextVectors, target: TextVectors) -> Candidates:
    """Every bead worth judging: pairs of near sentences and runs around them."""
    forward = nearest(source.runs[0], target.runs[0], KEPT)
    backward = nearest(target.runs[0], source.runs[0], KEPT)
    seeds = _seed_pairs(forward, backward, len(target))
    judge = _Judge(source, target, forward, backward)
    parts = [judge.candidates(a, b, *_placed(seeds, a, b, len(source), len(target))) for a, b in SHAPES]
    return Candidates(
        i=np.concatenate([part.i for part in parts]),
        a=np.concatenate([part.a for part in parts]),
        j=np.concatenate([part.j for part in parts]),
        b=np.concatenate([part.b for part in parts]),
        similarity=np.concatenate([part.similarity for part in parts]),
        features=np.concatenate([part.features for part in parts]),
    )


def _seed_pairs(forward: Neighbours, backward: Neighbours, m: int) -> Integers:
    """Pairs (i, j) of which one is among the nearest of the other, shape (p, 2), in reading order."""
    rows = np.repeat(np.arange(len(forward.index)), NEAREST)
    columns = forward.index[:, :NEAREST].ravel()
    rows_back = backward.index[:, :NEAREST].ravel()
    columns_back = np.repeat(np.arange(len(backward.index)), NEAREST)
    left, right = np.concatenate([rows, rows_back]), np.concatenate([columns, columns_back])
    kept = (left >= 0) & (right >= 0)
    codes = np.unique(left[kept] * max(1, m) + right[kept])
    return np.asarray(np.stack([codes // max(1, m), codes % max(1, m)], axis=1), dtype=np.int64)


def _placed(seeds: Integers, a: int, b: int, n: int, m: int) -> tuple[Integers, Integers]:
    """First sentences (i, j) of every a-b bead that holds a seed pair and lies inside the texts."""
    shifts = np.array([(x, y) for x in range(a) for y in range(b)], dtype=np.int64)
    places = (seeds[:, None, :] - shifts[None]).reshape(-1, 2)
    inside = (places >= 0).all(axis=1) & (places[:, 0] + a <= n) & (places[:, 1] + b <= m)
    codes = np.unique(places[inside, 0] * max(1, m) + places[inside, 1])
    return codes // max(1, m), codes % max(1, m)


class _Judge:
    """Computes the features of candidates of one shape at a time."""

    def __init__(self, source: TextVectors, target: TextVectors, forward: Neighbours, backward: Neighbours) -> None:
        self.source, self.target = source, target
        self.forward, self.backward = forward, backward
        self.source_hub = forward.similarity[:, :HUB].mean(axis=1)
        self.target_hub = backward.similarity[:, :HUB].mean(axis=1)
        self.anchor_weight = _anchor_weights(source, target)

    def candidates(self, a: int, b: int, i: Integers, j: Integers) -> Candidates:
        """Candidates of shape a-b that begin at sentences i and j; hopeless runs are left out."""
        similarity = cosines(self.source.runs[a - 1], i, self.target.runs[b - 1], j)
        cells = np.stack(
            [
                np.stack([cosines(self.source.runs[0], i + x, self.target.runs[0], j + y) for y in range(b)], axis=1)
                for x in range(a)
            ],
            axis=1,
        )
        gain = similarity - self._best_part(a, b, i, j, cells) if a * b > 1 else np.zeros(len(i))
        kept = (gain >= LOOSEST_GAIN) & (similarity >= LOWEST_RUN) if a * b > 1 else np.ones(len(i), dtype=bool)
        i, j, similarity, cells, gain = i[kept], j[kept], similarity[kept], cells[kept], gain[kept]
        features = self._features(a, b, i, j, similarity, cells, gain)
        return Candidates(i, np.full(len(i), a), j, np.full(len(i), b), similarity, features)

    def _best_part(self, a: int, b: int, i: Integers, j: Integers, cells: Floats) -> Floats:
        """Highest cosine that a smaller bead inside this one reaches."""
        best = cells.max(axis=(1, 2), initial=NO_RIVAL)
        source, target = self.source.runs, self.target.runs
        if a > 1 and a + b > 3:
            for x in range(2 if a == 3 else 1):
                for y in range(b):
                    best = np.maximum(best, cosines(source[1], i + x, target[0], j + y))
        if b > 1 and a + b > 3:
            for y in range(2 if b == 3 else 1):
                for x in range(a):
                    best = np.maximum(best, cosines(source[0], i + x, target[1], j + y))
        return np.asarray(best)

    def _features(
        self, a: int, b: int, i: Integers, j: Integers, similarity: Floats, cells: Floats, gain: Floats
    ) -> Floats:
        if not len(i):
            return np.zeros((0, len(FEATURES)))
        source_members = i[:, None] + np.arange(a)
        target_members = j[:, None] + np.arange(b)
        hub = self.source_hub[source_members].mean(axis=1) + self.target_hub[target_members].mean(axis=1)
        source_rivals = np.stack([best_outside(self.forward, i + x, j, b) for x in range(a)], axis=1)
        target_rivals = np.stack([best_outside(self.backward, j + y, i, a) for y in range(b)], axis=1)
        leads = similarity - source_rivals.max(axis=1), similarity - target_rivals.max(axis=1)
        source_best, target_best = cells.max(axis=2), cells.max(axis=1)
        member_lead = np.minimum((source_best - source_rivals).min(axis=1), (target_best - target_rivals).min(axis=1))
        source_lengths, target_lengths = self.source.lengths[source_members], self.target.lengths[target_members]
        length = _length_gap(source_lengths.sum(axis=1), target_lengths.sum(axis=1))
        clauses = self._clause_cosines(source_members, target_members)
        shared, lone = self._anchors(source_members, target_members)
        columns = (
            similarity,
            similarity - hub / 2,
            np.minimum(*leads),
            np.maximum(*leads),
            length,
            _gap_of_best_cell(cells, source_lengths, target_lengths) - length if a * b > 1 else np.zeros(len(i)),
            gain,
            np.minimum(source_best.min(axis=1), target_best.min(axis=1)),
            member_lead,
            *clauses,
            shared,
            lone,
            *self._words(source_members, target_members),
            1 / np.sqrt(np.minimum(source_lengths.sum(axis=1), target_lengths.sum(axis=1)) + 1),
            np.full(len(i), float(a + b == 3)),
            np.full(len(i), float(max(a, b) == 3)),
            np.full(len(i), float(a == b == 2)),
        )
        return np.stack(columns, axis=1)

    def _clause_cosines(self, source_members: Integers, target_members: Integers) -> tuple[Floats, Floats, Floats]:
        """Support of the member that the other side's clauses support least; worst and best fit of any clause."""
        source = _clause_grid(self.source, self.target, source_members, target_members)
        target = _clause_grid(self.target, self.source, target_members, source_members)
        support = [np.nanmax(grid[..., 1:], axis=(1, 2)).min(axis=1) for grid in (source, target)]
        fits = [np.nanmax(grid, axis=3, initial=NO_RIVAL, where=~np.isnan(grid)) for grid in (source, target)]
        own = [~np.isnan(grid[..., 0]) for grid in (source, target)]
        weakest = [fit.min(axis=(1, 2), initial=1.0, where=real) for fit, real in zip(fits, own, strict=True)]
        strongest = [fit.max(axis=(1, 2), initial=NO_RIVAL, where=real) for fit, real in zip(fits, own, strict=True)]
        return np.minimum(*support), np.minimum(*weakest), np.maximum(*strongest)

    def _anchors(self, source_members: Integers, target_members: Integers) -> tuple[Floats, Floats]:
        """Weight of the anchors that both sides have, and of those that only the poorer side lacks."""
        shared, lone = np.zeros(len(source_members)), np.zeros(len(source_members))
        if not self.source.anchors or not self.target.anchors:
            return shared, lone
        for p, (left, right) in enumerate(zip(source_members, target_members, strict=True)):
            keys = frozenset[str]().union(*(self.source.anchors[x] for x in left))
            others = frozenset[str]().union(*(self.target.anchors[y] for y in right))
            shared[p] = sum(self.anchor_weight[key] for key in sorted(keys & others))
            only = [sum(self.anchor_weight[key] for key in sorted(side)) for side in (keys - others, others - keys)]
            lone[p] = min(only)
        return np.minimum(shared, 3.0), np.minimum(lone, 3.0)

    def _words(self, source_members: Integers, target_members: Integers) -> tuple[Floats, Floats]:
        """Weighted mean, over the words of one side, of the best cosine with a word of the other: lower and higher."""
        poorer, richer = np.zeros(len(source_members)), np.zeros(len(source_members))
        for p, (left, right) in enumerate(zip(source_members, target_members, strict=True)):
            rows = np.concatenate([self.source.word_rows[x] for x in left])
            columns = np.concatenate([self.target.word_rows[y] for y in right])
            if not len(rows) or not len(columns):
                continue
            cosine = self.source.words[rows] @ self.target.words[columns].T
            covered = (
                np.average(cosine.max(axis=1), weights=self.source.word_weights[rows]),
                np.average(cosine.max(axis=0), weights=self.target.word_weights[columns]),
            )
            poorer[p], richer[p] = min(covered), max(covered)
        return poorer, richer


def _anchor_weights(source: TextVectors, target: TextVectors) -> dict[str, float]:
    """A key weighs less the more sentences have it: 1 / sentences of the side where it is more frequent."""
    counts = [Counter(key for keys in side.anchors for key in keys) for side in (source, target)]
    return {key: 1.0 / max(counts[0][key], counts[1][key]) for key in {*counts[0], *counts[1]}}


def _length_gap(source: Floats, target: Floats) -> Floats:
    """Absolute log ratio of two lengths in characters; 5 more on both sides tame short headings."""
    return np.asarray(np.abs(np.log((source + 5) / (target + 5))))


def _gap_of_best_cell(cells: Floats, source_lengths: Floats, target_lengths: Floats) -> Floats:
    """Length gap of the most similar pair of sentences in each bead."""
    flat = cells.reshape(len(cells), -1).argmax(axis=1)
    x, y = np.divmod(flat, cells.shape[2])
    rows = np.arange(len(cells))
    return _length_gap(source_lengths[rows, x], target_lengths[rows, y])


def _clause_grid(side: TextVectors, other: TextVectors, members: Integers, others: Integers) -> Floats:
    """Cosine of every clause of the members with the other side as one run and with each of its sentences.

    Shape (candidates, members, clauses of the richest sentence, 1 + others); NaN beyond a sentence's own clauses.
    """
    first = np.searchsorted(side.clause_owner, np.arange(len(side) + 1))
    counts = np.diff(first)
    width = others.shape[1]
    grid = np.full((*members.shape, max(1, int(counts.max(initial=1))), 1 + width), np.nan)
    candidate, member, clause = np.nonzero(np.arange(grid.shape[2]) < counts[members][:, :, None])
    rows = first[members[candidate, member]] + clause
    grid[candidate, member, clause, 0] = cosines(side.clauses, rows, other.runs[width - 1], others[candidate, 0])
    for y in range(width):
        grid[candidate, member, clause, 1 + y] = cosines(side.clauses, rows, other.runs[0], others[candidate, y])
    return grid
