"""The alignment itself: candidates, a first guess, a second look at each beside its neighbours, beads."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from translate.alignment.bead import Bead
from translate.alignment.by_hand import Link, around, beads_of, same_as
from translate.alignment.candidates import Candidates, find_candidates
from translate.alignment.context import context_features
from translate.alignment.explanation import explained
from translate.alignment.probability import Models, models
from translate.alignment.selection import LEAST, lone_probabilities, select
from translate.alignment.similarity import Floats, Integers
from translate.models.logistic import log_odds
from translate.story.vectors import TextVectors

# Below this first guess, where nine of ten candidates are, no second look is taken: it would raise none above 0.03.
HOPELESS = 1e-3


def align_vectors(
    source: TextVectors, target: TextVectors, *, least: float = LEAST, links: Sequence[Link] = ()
) -> tuple[Bead, ...]:
    """Pair two texts sentence by sentence; order is evidence, not a law, so moved passages are found.

    Args:
        source, target: The two texts as arrays; either may be empty.
        least: Probability from which sentences may be paired, in [0, 1]; higher leaves more of them alone.
        links: What a reviewer decided; no sentence stands in two. The others are paired around them.

    Returns:
        Beads in source order, each one-sided target sentence behind the bead of the target sentence before it.
        Every sentence stands in exactly one.

    Raises:
        ModelMismatch: Nothing was fitted for the encoder of the texts.
    """
    n, m = len(source), len(target)
    fitted = models(source.encoder)
    candidates = find_candidates(source, target)
    probability, chosen = judge(candidates, n, m, fitted, least=least)
    left, likely = candidates, probability
    given: tuple[Bead, ...] = ()
    if links:
        given = beads_of(links, _beads(candidates, probability, chosen), source, target)
        free, likely = around(candidates, probability, given, n, m)
        left, probability[free] = candidates.only(free), likely
        chosen = free[select(left, likely, n, m, least=least)]
    paired = _marked_moved([*_beads(candidates, probability, chosen), *given], source, target)
    lone_source, lone_target = map(fitted.lone.corrected, lone_probabilities(left, likely, n, m))
    held_source = {i for bead in paired for i in bead.source}
    held_target = {j for bead in paired for j in bead.target}
    omissions = [Bead((i,), (), 0.0, float(lone_source[i])) for i in range(n) if i not in held_source]
    additions = [Bead((), (j,), 0.0, float(lone_target[j])) for j in range(m) if j not in held_target]
    additions = sorted([*additions, *(bead for bead in paired if not bead.source)], key=lambda bead: bead.target)
    beads = _in_order([*(bead for bead in paired if bead.source), *omissions], additions)
    settled = np.concatenate([chosen, same_as(candidates, given)])
    return explained(beads, source, target, candidates, probability, settled)


def judge(candidates: Candidates, n: int, m: int, fitted: Models, *, least: float = LEAST) -> tuple[Floats, Integers]:
    """Probability of every candidate, shape (c,), and the indices of those that make up the alignment."""
    probability = fitted.first.probability(candidates.features)
    chosen = select(candidates, probability, n, m)  # always the same: the second model was fitted so
    hopeful = probability >= HOPELESS
    features = second_features(candidates, probability, chosen, n, m)[hopeful]
    probability[hopeful] = fitted.second.probability(features)
    return probability, select(candidates, probability, n, m, least=least)


def second_features(candidates: Candidates, probability: Floats, chosen: Integers, n: int, m: int) -> Floats:
    """Features of the second model: those of the first, its guess, and the context that its selection makes."""
    context = context_features(candidates, probability, chosen, n, m)
    return np.concatenate([candidates.features, log_odds(probability)[:, None], context], axis=1)


def _beads(candidates: Candidates, probability: Floats, chosen: Integers) -> list[Bead]:
    """The beads of the chosen candidates."""
    return [
        Bead(*candidates.members(q), float(candidates.similarity[q]), float(probability[q])) for q in chosen.tolist()
    ]


def _marked_moved(beads: Sequence[Bead], source: TextVectors, target: TextVectors) -> list[Bead]:
    """Beads in source order, those of them marked that stand elsewhere in the target's order; one-sided ones last."""
    ordered = sorted((bead for bead in beads if bead.two_sided), key=lambda bead: bead.source)
    # Characters, not sentences: of two neighbours that changed places the shorter moved, whichever text is first.
    characters = [
        int(source.lengths[list(bead.source)].sum() + target.lengths[list(bead.target)].sum()) for bead in ordered
    ]
    in_place = heaviest_increasing([bead.target[0] for bead in ordered], characters)
    marked = [replace(bead, moved=place not in in_place) for place, bead in enumerate(ordered)]
    return marked + [bead for bead in beads if not bead.two_sided]


def heaviest_increasing(values: list[int], weights: list[int]) -> set[int]:
    """Positions of the increasing subsequence of different values with the greatest total weight.

    Kept as the classic staircase of best totals by last value, so that a book is no slower than n log n per step.

    Example:
        >>> sorted(heaviest_increasing([2, 0, 1, 3], [1, 1, 1, 1]))
        [1, 2, 3]
    """
    stairs: list[tuple[int, int, int]] = []  # (last value, total, position), values and totals both ascending
    previous: dict[int, int] = {}
    for position, (value, weight) in enumerate(zip(values, weights, strict=True)):
        step = bisect_left(stairs, (value,))
        total = weight + (stairs[step - 1][1] if step else 0)
        previous[position] = stairs[step - 1][2] if step else -1
        end = step
        while end < len(stairs) and stairs[end][1] <= total:
            end += 1
        if step == end and step < len(stairs) and stairs[step][0] == value:
            continue  # a better way to the same value exists
        stairs[step:end] = [(value, total, position)]
    kept: set[int] = set()
    position = stairs[-1][2] if stairs else -1
    while position >= 0:
        kept.add(position)
        position = previous[position]
    return kept


def _in_order(by_source: list[Bead], additions: list[Bead]) -> tuple[Bead, ...]:
    """Beads in source order; each addition behind the bead that holds the target sentence before it."""
    beads = sorted(by_source, key=lambda bead: bead.source)
    behind: dict[int, int] = {j: place for place, bead in enumerate(beads) for j in bead.target}
    followers: dict[int, list[Bead]] = {}
    for bead in additions:
        place = behind.get(bead.target[0] - 1, -1)
        behind[bead.target[0]] = place
        followers.setdefault(place, []).append(bead)
    ordered = list(followers.get(-1, []))
    for place, bead in enumerate(beads):
        ordered += [bead, *followers.get(place, [])]
    return tuple(ordered)
