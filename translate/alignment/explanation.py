"""Why a bead was chosen: its lead, lengths and common anchors, and the best candidates that it left behind."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from translate.alignment.bead import Bead, Explanation, Rejected
from translate.alignment.candidates import FEATURES, Candidates
from translate.alignment.similarity import Floats, Integers
from translate.story.vectors import TextVectors

MOST_REJECTED = 3  # as many as a reader will look at
LEAD = FEATURES.index("weaker_lead")


def explained(
    beads: Sequence[Bead],
    source: TextVectors,
    target: TextVectors,
    candidates: Candidates,
    probability: Floats,
    chosen: Integers,
) -> tuple[Bead, ...]:
    """The beads with their explanations; a one-sided bead takes its similarity from its nearest candidate.

    Args:
        beads: The alignment; every sentence stands in exactly one. One made by hand says so already.
        source, target: The two texts.
        candidates: All that was weighed.
        probability: Probability that each is right, shape (c,).
        chosen: Indices of those that are two-sided beads now; one made by hand need not be among them.
    """
    leads = dict(zip(candidates.source[chosen, 0].tolist(), candidates.features[chosen, LEAD].tolist(), strict=True))
    found = []
    for bead, rejected in zip(beads, _rejected(beads, source, target, candidates, probability, chosen), strict=True):
        if bead.two_sided:
            explanation = _of_pair(bead, source, target, leads.get(bead.source[0]), rejected)
            found.append(replace(bead, explanation=explanation))
        else:
            nearest = rejected[0].similarity if rejected else 0.0
            explanation = Explanation(rejected=rejected, by_hand=_by_hand(bead))
            found.append(replace(bead, similarity=nearest, explanation=explanation))
    return tuple(found)


def _by_hand(bead: Bead) -> bool:
    return bead.explanation is not None and bead.explanation.by_hand


def _of_pair(
    bead: Bead, source: TextVectors, target: TextVectors, lead: float | None, rejected: tuple[Rejected, ...]
) -> Explanation:
    alone = len(bead.source) == len(source) and len(bead.target) == len(target)
    lengths = float(source.lengths[list(bead.source)].sum()), float(target.lengths[list(bead.target)].sum())
    left = frozenset[str]().union(*(source.anchors[i] for i in bead.source))
    right = frozenset[str]().union(*(target.anchors[j] for j in bead.target))
    return Explanation(
        lead=None if alone else lead,
        length_ratio=lengths[1] / lengths[0] if lengths[0] else None,
        shared=tuple(sorted(left & right)),
        rejected=rejected,
        by_hand=_by_hand(bead),
    )


def _rejected(
    beads: Sequence[Bead],
    source: TextVectors,
    target: TextVectors,
    candidates: Candidates,
    probability: Floats,
    chosen: Integers,
) -> list[tuple[Rejected, ...]]:
    """For each bead the best candidates that hold one of its sentences and were not chosen.

    One sort of all (bead, rank of the candidate) pairs, so that a book takes no longer per bead than a story.
    """
    count = max(1, len(candidates))
    places = np.arange(len(candidates))
    order = _by_probability(candidates, probability), _by_similarity(candidates)  # for two-sided, one-sided beads
    rank = np.empty((2, len(candidates)), dtype=np.int64)
    for row, ordered in zip(rank, order, strict=True):
        row[ordered] = places
    one_sided = np.array([not bead.two_sided for bead in beads], dtype=np.int64)
    bead, candidate = _touching(beads, len(source), len(target), candidates, chosen)
    # What a lone sentence could have stood with is a sentence: a run is near because of the neighbour in it.
    kept = (one_sided[bead] == 0) | (candidates.sizes()[candidate] == 2)
    bead, candidate = bead[kept], candidate[kept]
    codes = np.unique(bead * count + rank[one_sided[bead], candidate])
    bead, place = codes // count, codes % count
    first = np.searchsorted(bead, np.arange(len(beads)))
    best = np.arange(len(bead)) - first[bead] < MOST_REJECTED
    bead, place = bead[best], place[best]
    candidate = np.where(one_sided[bead] == 0, order[0][place], order[1][place])
    found: list[tuple[Rejected, ...]] = [()] * len(beads)
    for k, q in zip(bead.tolist(), candidate.tolist(), strict=True):
        found[k] = (*found[k], _as_rejected(candidates, probability, q))
    return found


def _by_probability(c: Candidates, probability: Floats) -> Integers:
    """All candidates, likeliest first in whole percent: below one, where they are all alike, the nearest sentence."""
    i, j = c.source[:, 0], c.target[:, 0]
    return np.asarray(np.lexsort((i, i + j, -c.similarity, c.sizes(), -probability.round(2))))


def _by_similarity(c: Candidates) -> Integers:
    """All candidates, nearest first."""
    i, j = c.source[:, 0], c.target[:, 0]
    return np.asarray(np.lexsort((i, i + j, c.sizes(), -c.similarity)))


def _touching(
    beads: Sequence[Bead], n: int, m: int, candidates: Candidates, chosen: Integers
) -> tuple[Integers, Integers]:
    """Every bead with every candidate that could have stood in its place, as two parallel arrays."""
    owners = np.full(n, -1, dtype=np.int64), np.full(m, -1, dtype=np.int64)
    for k, bead in enumerate(beads):
        owners[0][list(bead.source)] = k
        owners[1][list(bead.target)] = k
    left = np.setdiff1d(np.arange(len(candidates)), chosen)
    holders, held = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for owner, places in zip(owners, (candidates.source, candidates.target), strict=True):
        for place in places.T:
            holding = left[place[left] >= 0]
            holders.append(owner[place[holding]])
            held.append(holding)
    return np.concatenate(holders), np.concatenate(held)


def _as_rejected(candidates: Candidates, probability: Floats, q: int) -> Rejected:
    return Rejected(*candidates.members(q), float(candidates.similarity[q]), float(probability[q]))
