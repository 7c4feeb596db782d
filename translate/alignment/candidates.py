"""Candidate beads and what speaks for each of them, as one row of features."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from translate.alignment.overlap import Anchors, ClauseFit, WordMatch
from translate.alignment.repeats import repeated_pairs
from translate.alignment.similarity import (
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
PARTS = 1 << 20  # words and clauses of the candidates judged at once, with their arrays some 40 MB

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


@dataclass(frozen=True, slots=True)
class _Runs:
    """Candidates of one shape before they are judged; `cells` holds the cosines of their sentences, (c, a, b)."""

    a: int
    b: int
    i: Integers
    j: Integers
    similarity: Floats
    gain: Floats
    cells: Floats

    def __len__(self) -> int:
        return len(self.i)

    def __getitem__(self, chosen: slice | NDArray[np.bool_]) -> "_Runs":
        i, j, similarity, gain, cells = self.i, self.j, self.similarity, self.gain, self.cells
        return _Runs(self.a, self.b, i[chosen], j[chosen], similarity[chosen], gain[chosen], cells[chosen])

    def members(self) -> tuple[Integers, Integers]:
        """Their sentences on either side, shapes (c, a) and (c, b)."""
        return self.i[:, None] + np.arange(self.a), self.j[:, None] + np.arange(self.b)


def find_candidates(source: TextVectors, target: TextVectors) -> Candidates:
    """Every bead worth judging: pairs of near sentences and runs around them."""
    forward = nearest(source.runs[0], target.runs[0], KEPT)
    backward = nearest(target.runs[0], source.runs[0], KEPT)
    seeds = _seed_pairs(forward, backward, len(target))
    again = repeated_pairs(source.runs[0], target.runs[0], forward, backward, NEAREST)
    back = repeated_pairs(target.runs[0], source.runs[0], backward, forward, NEAREST)
    seeds = np.unique(np.concatenate([seeds, again, back[:, ::-1]]), axis=0)
    shapes = [_runs(source, target, a, b, *_placed(seeds, a, b, len(source), len(target))) for a, b in SHAPES]
    judge = _Judge(source, target, forward, backward, shapes)
    rows = [judge.features(block) for runs in shapes for block in judge.blocks(runs)]
    return Candidates(
        i=np.concatenate([runs.i for runs in shapes]),
        a=np.concatenate([np.full(len(runs), runs.a) for runs in shapes]),
        j=np.concatenate([runs.j for runs in shapes]),
        b=np.concatenate([np.full(len(runs), runs.b) for runs in shapes]),
        similarity=np.concatenate([runs.similarity for runs in shapes]),
        features=np.concatenate([*rows, np.zeros((0, len(FEATURES)))]),
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


def _runs(source: TextVectors, target: TextVectors, a: int, b: int, i: Integers, j: Integers) -> _Runs:
    """Candidates of shape a-b that begin at sentences i and j; hopeless runs are left out."""
    similarity = cosines(source.runs[a - 1], i, target.runs[b - 1], j)
    if a == b == 1:
        return _Runs(1, 1, i, j, similarity, np.zeros(len(i)), similarity[:, None, None])
    cells = [[cosines(source.runs[0], i + x, target.runs[0], j + y) for y in range(b)] for x in range(a)]
    best = np.max(cells, axis=(0, 1))  # of all smaller beads inside this one
    if a > 1 and a + b > 3:
        for x in range(a - 1):
            for y in range(b):
                best = np.maximum(best, cosines(source.runs[1], i + x, target.runs[0], j + y))
    if b > 1 and a + b > 3:
        for y in range(b - 1):
            for x in range(a):
                best = np.maximum(best, cosines(source.runs[0], i + x, target.runs[1], j + y))
    runs = _Runs(a, b, i, j, similarity, similarity - best, np.moveaxis(np.array(cells), 2, 0))
    return runs[(runs.gain >= LOOSEST_GAIN) & (similarity >= LOWEST_RUN)]


class _Judge:
    """Computes the features of candidates."""

    def __init__(
        self,
        source: TextVectors,
        target: TextVectors,
        forward: Neighbours,
        backward: Neighbours,
        shapes: Sequence[_Runs],
    ) -> None:
        self.source, self.target = source, target
        self.forward, self.backward = forward, backward
        self.source_hub = forward.similarity[:, :HUB].mean(axis=1)
        self.target_hub = backward.similarity[:, :HUB].mean(axis=1)
        self.anchors = Anchors(source, target)
        self.clauses = ClauseFit(source, target)
        self.words = WordMatch(source, target, _pairs_inside(shapes, len(target)))

    def blocks(self, runs: _Runs) -> Iterator[_Runs]:
        """Candidates in blocks of so few that arrays over their words and clauses stay small."""
        parts = np.zeros(len(runs), dtype=np.int64)
        for counts in (self.words.sizes(), self.clauses.sizes()):
            for count, members in zip(counts, runs.members(), strict=True):
                parts += count[members].sum(axis=1)
        full = np.cumsum(parts) // PARTS
        borders = [0, *(np.flatnonzero(np.diff(full)) + 1).tolist(), len(runs)]
        for start, end in pairwise(borders):
            if end > start:
                yield runs[start:end]

    def features(self, runs: _Runs) -> Floats:
        """One row of features for each candidate, shape (c, len(FEATURES))."""
        a, b, i, j, similarity, cells = runs.a, runs.b, runs.i, runs.j, runs.similarity, runs.cells
        members = source_members, target_members = runs.members()
        hub = self.source_hub[source_members].mean(axis=1) + self.target_hub[target_members].mean(axis=1)
        source_rivals = np.stack([best_outside(self.forward, i + x, j, b) for x in range(a)], axis=1)
        target_rivals = np.stack([best_outside(self.backward, j + y, i, a) for y in range(b)], axis=1)
        leads = similarity - source_rivals.max(axis=1), similarity - target_rivals.max(axis=1)
        source_best, target_best = cells.max(axis=2), cells.max(axis=1)
        member_lead = np.minimum((source_best - source_rivals).min(axis=1), (target_best - target_rivals).min(axis=1))
        source_lengths, target_lengths = self.source.lengths[source_members], self.target.lengths[target_members]
        length = _length_gap(source_lengths.sum(axis=1), target_lengths.sum(axis=1))
        columns = (
            similarity,
            similarity - hub / 2,
            np.minimum(*leads),
            np.maximum(*leads),
            length,
            _gap_of_best_cell(cells, source_lengths, target_lengths) - length if a * b > 1 else np.zeros(len(runs)),
            runs.gain,
            np.minimum(source_best.min(axis=1), target_best.min(axis=1)),
            member_lead,
            *self.clauses.features(*members),
            *self.anchors.features(*members),
            *self.words.features(*members),
            1 / np.sqrt(np.minimum(source_lengths.sum(axis=1), target_lengths.sum(axis=1)) + 1),
            np.full(len(runs), float(a + b == 3)),
            np.full(len(runs), float(max(a, b) == 3)),
            np.full(len(runs), float(a == b == 2)),
        )
        return np.stack(columns, axis=1)


def _pairs_inside(shapes: Sequence[_Runs], m: int) -> Integers:
    """Every pair of sentences that a candidate holds, as i * m + j, ascending."""
    members = [runs.members() for runs in shapes]
    codes = [(left[:, :, None] * m + right[:, None]).ravel() for left, right in members]
    return np.asarray(np.unique(np.concatenate(codes)))


def _length_gap(source: Floats, target: Floats) -> Floats:
    """Absolute log ratio of two lengths in characters; 5 more on both sides tame short headings."""
    return np.asarray(np.abs(np.log((source + 5) / (target + 5))))


def _gap_of_best_cell(cells: Floats, source_lengths: Floats, target_lengths: Floats) -> Floats:
    """Length gap of the most similar pair of sentences in each bead."""
    flat = cells.reshape(len(cells), -1).argmax(axis=1)
    x, y = np.divmod(flat, cells.shape[2])
    rows = np.arange(len(cells))
    return _length_gap(source_lengths[rows, x], target_lengths[rows, y])
