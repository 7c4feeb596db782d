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
    gathered_cosines,
    nearest,
)
from translate.story.vectors import TextVectors

SHAPES = ((1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2))
NEAREST = 3  # a right pair is among the three nearest of either side in 99.9 % of the development beads
KEPT = 6  # neighbours kept: enough to find a rival outside a bead of three
HUB = 4  # neighbours whose mean cosine measures how close a sentence is to everything (margin criterion)
LOWEST_RUN = 0.3  # a run less similar than this to its counterpart is never right
LOOSEST_GAIN = -0.02  # a run must not be clearly less similar than its best part
WIDEST_GAP = 5  # sentences that may stand between two halves of one; 1 in 15 of the development's has more
LOWEST_PARTED, LOOSEST_PARTED_GAIN = 0.45, -0.06  # the same for two halves apart, whose embedding is only a mean
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
    "gap",
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidate beads as parallel arrays of length c.

    Attributes:
        source: Source sentences of each candidate, ascending, shape (c, 3); -1 where it has fewer.
        target: The same on the target side.
        similarity: Cosine of the two runs.
        features: Shape (c, len(FEATURES)); unchanged if source and target change places.
    """

    source: Integers
    target: Integers
    similarity: Floats
    features: Floats

    def __len__(self) -> int:
        return len(self.source)

    def only(self, kept: Integers) -> "Candidates":
        """Those candidates alone, in this order."""
        return Candidates(self.source[kept], self.target[kept], self.similarity[kept], self.features[kept])

    def sizes(self) -> Integers:
        """Number of sentences of each candidate, shape (c,)."""
        return np.asarray((self.source >= 0).sum(axis=1) + (self.target >= 0).sum(axis=1))

    def members(self, q: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Source and target sentences of one candidate."""
        left, right = ([int(k) for k in side[q] if k >= 0] for side in (self.source, self.target))
        return tuple(left), tuple(right)


@dataclass(frozen=True, slots=True)
class _Group:
    """Candidates of one shape before they are judged.

    Attributes:
        source, target: Their sentences, ascending, shapes (c, a) and (c, b).
        similarity: Cosine of the two sides, shape (c,).
        gain: What the similarity is above that of the best smaller bead inside, shape (c,).
        cells: Cosines of their sentences, shape (c, a, b).
    """

    source: Integers
    target: Integers
    similarity: Floats
    gain: Floats
    cells: Floats

    def __len__(self) -> int:
        return len(self.source)

    def __getitem__(self, chosen: slice | NDArray[np.bool_]) -> "_Group":
        source, target = self.source[chosen], self.target[chosen]
        return _Group(source, target, self.similarity[chosen], self.gain[chosen], self.cells[chosen])

    def gap(self) -> Integers:
        """Sentences that stand between those of each candidate, shape (c,)."""
        sides = self.source, self.target
        return np.asarray(sum(side[:, -1] - side[:, 0] + 1 - side.shape[1] for side in sides))


def find_candidates(source: TextVectors, target: TextVectors) -> Candidates:
    """Every bead worth judging: pairs of near sentences and runs around them."""
    forward = nearest(source.runs[0], target.runs[0], KEPT)
    backward = nearest(target.runs[0], source.runs[0], KEPT)
    seeds = _seed_pairs(forward, backward, len(target))
    again = repeated_pairs(source.runs[0], target.runs[0], forward, backward, NEAREST)
    back = repeated_pairs(target.runs[0], source.runs[0], backward, forward, NEAREST)
    seeds = np.unique(np.concatenate([seeds, again, back[:, ::-1]]), axis=0)
    groups = [_runs(source, target, a, b, *_placed(seeds, a, b, len(source), len(target))) for a, b in SHAPES]
    halves, whole = _parted(seeds)
    groups.append(_apart(source, target, halves, whole))
    halves, whole = _parted(seeds[:, ::-1])
    groups.append(_apart(source, target, whole, halves))
    judge = _Judge(source, target, forward, backward, groups)
    rows = [judge.features(block) for group in groups for block in judge.blocks(group)]
    return Candidates(
        source=np.concatenate([_padded(group.source) for group in groups]),
        target=np.concatenate([_padded(group.target) for group in groups]),
        similarity=np.concatenate([group.similarity for group in groups]),
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


def _parted(seeds: Integers) -> tuple[Integers, Integers]:
    """Pairs of sentences some way apart that are both seeds with one sentence, shape (p, 2), and that one, (p, 1)."""
    first, one = seeds[:, 0], seeds[:, 1]
    width = int(one.max(initial=0)) + 1
    codes = first * width + one
    halves = [np.zeros((0, 2), dtype=np.int64)]
    whole = [np.zeros((0, 1), dtype=np.int64)]
    for gap in range(1, WIDEST_GAP + 1):
        found = np.isin(codes + (gap + 1) * width, codes)
        halves.append(np.stack([first[found], first[found] + gap + 1], axis=1))
        whole.append(one[found, None])
    return np.concatenate(halves), np.concatenate(whole)


def _padded(members: Integers) -> Integers:
    """Sentences of each candidate, shape (c, 3), with -1 behind the last."""
    return np.pad(members, ((0, 0), (0, 3 - members.shape[1])), constant_values=-1)


def _cells(source: TextVectors, target: TextVectors, left: Integers, right: Integers) -> Floats:
    """Cosine of each sentence of a candidate with each of the other side, shape (c, a, b)."""
    rows = [[cosines(source.runs[0], x, target.runs[0], y) for y in right.T] for x in left.T]
    return np.moveaxis(np.array(rows), 2, 0)


def _apart(source: TextVectors, target: TextVectors, left: Integers, right: Integers) -> _Group:
    """Candidates of two halves with other sentences between them; hopeless ones are left out."""
    similarity = gathered_cosines(len(left), lambda c: source.groups(left[c]), lambda c: target.groups(right[c]))
    cells = _cells(source, target, left, right)
    group = _Group(left, right, similarity, similarity - cells.max(axis=(1, 2), initial=-1.0), cells)
    return group[(group.gain >= LOOSEST_PARTED_GAIN) & (similarity >= LOWEST_PARTED)]


def _runs(source: TextVectors, target: TextVectors, a: int, b: int, i: Integers, j: Integers) -> _Group:
    """Candidates of shape a-b that begin at sentences i and j; hopeless runs are left out."""
    similarity = cosines(source.runs[a - 1], i, target.runs[b - 1], j)
    left, right = i[:, None] + np.arange(a), j[:, None] + np.arange(b)
    if a == b == 1:
        return _Group(left, right, similarity, np.zeros(len(i)), similarity[:, None, None])
    cells = _cells(source, target, left, right)
    best = cells.max(axis=(1, 2), initial=-1.0)  # of all smaller beads inside this one
    if a > 1 and a + b > 3:
        for x in range(a - 1):
            for y in range(b):
                best = np.maximum(best, cosines(source.runs[1], i + x, target.runs[0], j + y))
    if b > 1 and a + b > 3:
        for y in range(b - 1):
            for x in range(a):
                best = np.maximum(best, cosines(source.runs[0], i + x, target.runs[1], j + y))
    runs = _Group(left, right, similarity, similarity - best, cells)
    return runs[(runs.gain >= LOOSEST_GAIN) & (similarity >= LOWEST_RUN)]


class _Judge:
    """Computes the features of candidates."""

    def __init__(
        self,
        source: TextVectors,
        target: TextVectors,
        forward: Neighbours,
        backward: Neighbours,
        groups: Sequence[_Group],
    ) -> None:
        self.source, self.target = source, target
        self.forward, self.backward = forward, backward
        self.source_hub = forward.similarity[:, :HUB].mean(axis=1)
        self.target_hub = backward.similarity[:, :HUB].mean(axis=1)
        self.anchors = Anchors(source, target)
        self.clauses = ClauseFit(source, target)
        self.words = WordMatch(source, target, _pairs_inside(groups, len(target)))

    def blocks(self, group: _Group) -> Iterator[_Group]:
        """Candidates in blocks of so few that arrays over their words and clauses stay small."""
        parts = np.zeros(len(group), dtype=np.int64)
        for counts in (self.words.sizes(), self.clauses.sizes()):
            for count, members in zip(counts, (group.source, group.target), strict=True):
                parts += count[members].sum(axis=1)
        full = np.cumsum(parts) // PARTS
        borders = [0, *(np.flatnonzero(np.diff(full)) + 1).tolist(), len(group)]
        for start, end in pairwise(borders):
            if end > start:
                yield group[start:end]

    def features(self, group: _Group) -> Floats:
        """One row of features for each candidate, shape (c, len(FEATURES))."""
        similarity, cells = group.similarity, group.cells
        members = source_members, target_members = group.source, group.target
        a, b = cells.shape[1:]
        hub = self.source_hub[source_members].mean(axis=1) + self.target_hub[target_members].mean(axis=1)
        source_rivals = np.stack([best_outside(self.forward, x, target_members) for x in source_members.T], axis=1)
        target_rivals = np.stack([best_outside(self.backward, y, source_members) for y in target_members.T], axis=1)
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
            _gap_of_best_cell(cells, source_lengths, target_lengths) - length if a * b > 1 else np.zeros(len(group)),
            group.gain,
            np.minimum(source_best.min(axis=1), target_best.min(axis=1)),
            member_lead,
            *self.clauses.features(*members),
            *self.anchors.features(*members),
            *self.words.features(*members),
            1 / np.sqrt(np.minimum(source_lengths.sum(axis=1), target_lengths.sum(axis=1)) + 1),
            np.full(len(group), float(a + b == 3)),
            np.full(len(group), float(max(a, b) == 3)),
            np.full(len(group), float(a == b == 2)),
            group.gap(),
        )
        return np.stack(columns, axis=1)


def _pairs_inside(groups: Sequence[_Group], m: int) -> Integers:
    """Every pair of sentences that a candidate holds, as i * m + j, ascending."""
    codes = [(group.source[:, :, None] * m + group.target[:, None]).ravel() for group in groups]
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
