"""What the beads around a candidate say about it, once a first selection exists."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.alignment.candidates import Candidates
from translate.alignment.similarity import Floats, Integers

FAR = 5  # sentences; beyond this all distances are alike
REACH = 4  # sentences before and after within which beads support one another
SLACK = 2  # sentences by which a supporting bead may be off the diagonal of the candidate

CONTEXT_FEATURES = (
    "rival",
    "touches_one",
    "touches_both",
    "between",
    "between_alone",
    "few_free",
    "nearer_gap",
    "farther_gap",
    "support",
    "against",
)


@dataclass(frozen=True, slots=True)
class _Side:
    """Candidates seen along one text: where they stand there and on the other side."""

    places: Integers  # sentences, shape (c, 3), -1 behind the last
    other_places: Integers
    count: int
    other_count: int
    start: Integers
    end: Integers
    other_start: Integers
    other_end: Integers

    @classmethod
    def of(cls, places: Integers, other_places: Integers, count: int, other_count: int) -> "_Side":
        """The side on which the candidates hold `places`; a span covers what stands between two halves."""
        start, other_start = places[:, 0], other_places[:, 0]
        end, other_end = places.max(axis=1) + 1, other_places.max(axis=1) + 1
        return cls(places, other_places, count, other_count, start, end, other_start, other_end)


def context_features(candidates: Candidates, probability: Floats, selected: Integers, n: int, m: int) -> Floats:
    """Features of every candidate from the selected beads other than itself, shape (c, len(CONTEXT_FEATURES)).

    Args:
        candidates: All candidates.
        probability: Their probabilities so far, shape (c,).
        selected: Indices of the candidates selected so far.
        n, m: Sentences on either side.
    """
    forward = _Side.of(candidates.source, candidates.target, n, m)
    backward = _Side.of(candidates.target, candidates.source, m, n)
    ways = [_along(side, probability, selected) for side in (forward, backward)]
    touches = np.concatenate([way[:, 1:3] for way in ways], axis=1)
    gaps = np.stack([way[:, 6] for way in ways])
    columns = (
        np.maximum(*(way[:, 0] for way in ways)),
        touches.mean(axis=1),
        touches.min(axis=1),
        sum(way[:, 3] for way in ways) / 2,
        np.maximum(*(way[:, 4] for way in ways)),
        np.maximum(*(way[:, 5] for way in ways)),
        gaps.min(axis=0),
        gaps.max(axis=0),
        sum(way[:, 7] for way in ways) / 2,
        sum(way[:, 8] for way in ways) / 2,
    )
    return np.stack(columns, axis=1)


def _along(side: _Side, probability: Floats, selected: Integers) -> Floats:
    """Context along one text, a column each: rival, touches before and after, between, alone, few free, gap,
    support, against."""
    owner = _owners(side.places, selected, side.count)
    other_owner = _owners(side.other_places, selected, side.other_count)
    before = _neighbour(side, owner, step=-1)
    after = _neighbour(side, owner, step=1)
    low = np.where(before >= 0, side.other_end[before], 0)
    high = np.where(after >= 0, side.other_start[after], side.other_count)
    between = (low <= side.other_start) & (side.other_end <= high)
    own_low = np.where(before >= 0, side.end[before], 0)
    own_high = np.where(after >= 0, side.start[after], side.count)
    free = np.maximum(0, _free(owner, own_low, own_high) - _free(owner, side.start, side.end)) + np.maximum(
        0, _free(other_owner, low, high) - _free(other_owner, side.other_start, side.other_end)
    )
    distance_before, distance_after = np.abs(side.other_start - low), np.abs(high - side.other_end)
    support, against = _support(side, owner)
    columns = (
        _rival(side, owner, probability),
        distance_before == 0,
        distance_after == 0,
        between,
        between & (free == 0),
        between / (1.0 + free),
        np.minimum(np.minimum(distance_before, distance_after), FAR) / FAR,
        support,
        against,
    )
    return np.stack([np.asarray(column, dtype=float) for column in columns], axis=1)


def _owners(places: Integers, selected: Integers, count: int) -> Integers:
    """For every sentence the selected candidate that holds it, or -1."""
    owner = np.full(count, -1, dtype=np.int64)
    for place in places.T:
        held = selected[place[selected] >= 0]
        owner[place[held]] = held
    return owner


def _neighbour(side: _Side, owner: Integers, *, step: int) -> Integers:
    """Nearest selected candidate before (step -1) or after (+1) each candidate that does not compete with it; or -1."""
    count = len(owner)
    positions = np.arange(count)
    if step < 0:
        reachable = np.maximum.accumulate(np.where(owner >= 0, positions, -1)) if count else positions
        place = side.start - 1
    else:
        reachable = np.minimum.accumulate(np.where(owner >= 0, positions, count)[::-1])[::-1] if count else positions
        place = side.end.copy()
    found = np.full(len(side.start), -1, dtype=np.int64)
    open_ = np.arange(len(side.start))
    for _ in range(3):  # at most two competitors stand between a candidate and its neighbour
        open_ = open_[(place[open_] >= 0) & (place[open_] < count)]
        place[open_] = reachable[place[open_]]
        open_ = open_[(place[open_] >= 0) & (place[open_] < count)]
        holder = owner[place[open_]]
        competes = _overlap(side.start, side.end, open_, holder) | _overlap(
            side.other_start, side.other_end, open_, holder
        )
        found[open_[~competes]] = holder[~competes]
        open_ = open_[competes]
        place[open_] += step
    return found


def _overlap(start: Integers, end: Integers, left: Integers, right: Integers) -> NDArray[np.bool_]:
    return np.asarray((start[left] < end[right]) & (start[right] < end[left]))


def _free(owner: Integers, low: Integers, high: Integers) -> Integers:
    """Sentences in [low, high) that no selected candidate holds; 0 for an empty range."""
    total = np.concatenate([[0], np.cumsum(owner < 0)])
    return np.asarray(np.maximum(0, total[np.clip(high, 0, len(owner))] - total[np.clip(low, 0, len(owner))]))


def _rival(side: _Side, owner: Integers, probability: Floats) -> Floats:
    """Probability of the strongest other selected candidate that holds one of the same sentences."""
    rival = np.zeros(len(side.start))
    own = np.arange(len(side.start))
    for place in side.places.T:
        held = own[place >= 0]
        holder = owner[place[held]]
        other = (holder >= 0) & (holder != held)
        rival[held[other]] = np.maximum(rival[held[other]], probability[holder[other]])
    return rival


def _support(side: _Side, owner: Integers) -> tuple[Floats, Floats]:
    """Shares of the sentences within REACH whose beads stand on the candidate's diagonal, and off it."""
    own = np.arange(len(side.start))
    support, against = np.zeros(len(own)), np.zeros(len(own))
    for offset in (*range(-REACH, 0), *range(1, REACH + 1)):
        place = side.start + offset if offset < 0 else side.end - 1 + offset
        inside = own[(place >= 0) & (place < len(owner))]
        holder = owner[place[inside]]
        held = (holder >= 0) & (holder != inside)
        inside, holder = inside[held], holder[held]
        drift = (side.other_start[holder] - side.other_start[inside]) - (side.start[holder] - side.start[inside])
        near = np.abs(drift) <= SLACK
        support[inside[near]] += 1 / (2 * REACH)
        against[inside[~near]] += 1 / (2 * REACH)
    return support, against
