"""Sentences that a reviewer put together or set apart: the alignment keeps to them and finds the rest around them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.bead import Bead, Explanation
from translate.alignment.candidates import Candidates
from translate.alignment.selection import lone_probabilities
from translate.alignment.similarity import Floats, Integers
from translate.story.vectors import Embeddings, TextVectors

LEAST_ROOM = 0.02  # of the probability left over; below it the model's own errors would be blown up
WIDEST_RUN = 3  # `TextVectors` has embeddings of so many neighbours


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences that say the same thing according to a reviewer, or one that has no counterpart.

    Attributes:
        source: Sentence indices on the source side, ascending; empty for one target sentence set apart.
        target: Sentence indices on the target side, ascending; empty for one source sentence set apart.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]

    def without(self, source: Collection[int], target: Collection[int]) -> "Link | None":
        """What is left of the link without these sentences; None where a side of it is gone.

        Example:
            >>> Link((1, 2), (3,)).without((1,), (5,))
            Link(source=(2,), target=(3,))
        """
        left = tuple(i for i in self.source if i not in source)
        right = tuple(j for j in self.target if j not in target)
        return Link(left, right) if bool(left) == bool(self.source) and bool(right) == bool(self.target) else None


def beads_of(
    links: Sequence[Link], found: Sequence[Bead], source: TextVectors, target: TextVectors
) -> tuple[Bead, ...]:
    """The beads that links make, certain and marked as made by hand, and those of which they leave a part.

    Args:
        links: What a reviewer decided; no sentence stands in two.
        found: The two-sided beads of the alignment without them. One that loses sentences to a link keeps the others
            and its probability, as long as there are some on either side.
        source, target: The two texts.
    """
    taken = [i for link in links for i in link.source], [j for link in links for j in link.target]
    beads = [
        Bead(link.source, link.target, _similarity(link, source, target), 1.0, explanation=Explanation(by_hand=True))
        for link in links
    ]
    for bead in found:
        whole = Link(bead.source, bead.target)
        rest = whole.without(*taken)
        if rest is not None and rest != whole:
            beads.append(Bead(rest.source, rest.target, _similarity(rest, source, target), bead.probability))
    return tuple(beads)


def around(
    candidates: Candidates, probability: Floats, beads: Sequence[Bead], n: int, m: int
) -> tuple[Integers, Floats]:
    """The candidates that hold no sentence of given beads, and the probability that each is right beside them.

    Candidates with a common sentence exclude one another, so what was believed of those that the beads rule out falls
    to those that stay: their probabilities are divided by what is left over, which is Bayes' rule.

    Args:
        candidates: All candidates.
        probability: Probability that each is right, shape (c,).
        beads: Over the same sentences; no sentence stands in two.
        n, m: Sentences on either side.

    Returns:
        Their indices, ascending, shape (r,), and their probabilities, shape (r,).
    """
    held_source = np.isin(candidates.source, [i for bead in beads for i in bead.source]).any(axis=1)
    held_target = np.isin(candidates.target, [j for bead in beads for j in bead.target]).any(axis=1)
    free, ruled_out = np.flatnonzero(~(held_source | held_target)), np.flatnonzero(held_source | held_target)
    left = lone_probabilities(candidates.only(ruled_out), probability[ruled_out], n, m)
    room = np.ones(len(free))
    for share, places in zip(left, (candidates.source[free], candidates.target[free]), strict=True):
        # the 1 behind the last sentence stands for the -1 of a candidate that has fewer
        room = np.minimum(room, np.append(share, 1.0)[places].min(axis=1))
    return free, np.minimum(1.0, probability[free] / np.maximum(room, LEAST_ROOM))


def same_as(candidates: Candidates, beads: Sequence[Bead]) -> Integers:
    """Indices of the candidates that are one of the beads, ascending."""
    members = {(bead.source, bead.target) for bead in beads}
    firsts = np.isin(candidates.source[:, 0], [bead.source[0] for bead in beads if bead.source])
    found = [q for q in np.flatnonzero(firsts).tolist() if candidates.members(q) in members]
    return np.array(found, dtype=np.int64)


def _similarity(link: Link, source: TextVectors, target: TextVectors) -> float:
    """Cosine of the two sides; 0 for a sentence set apart, which gets that of its nearest when it is explained."""
    if not (link.source and link.target):
        return 0.0
    return float(_group(source, link.source) @ _group(target, link.target))


def _group(text: TextVectors, members: tuple[int, ...]) -> Embeddings:
    """Embedding of one group of any size; of more than a run the mean direction of its sentences."""
    if len(members) <= WIDEST_RUN:
        return np.asarray(text.groups(np.array([members], dtype=np.int64))[0])
    total = text.runs[0][list(members)].sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), dtype=np.float32)
