"""Sentences that a reviewer put together or set apart: the alignment keeps to them and finds the rest around them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.bead import Bead, Explanation
from translate.alignment.candidates import Candidates
from translate.alignment.similarity import Integers
from translate.alignment.vectors import Embeddings, TextVectors

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


def untouched(candidates: Candidates, links: Sequence[Link]) -> Integers:
    """Indices of the candidates that hold no sentence of a link, ascending.

    Args:
        candidates: All candidates.
        links: Over the same sentences.
    """
    held_source = np.isin(candidates.source, [i for link in links for i in link.source]).any(axis=1)
    held_target = np.isin(candidates.target, [j for link in links for j in link.target]).any(axis=1)
    return np.asarray(np.flatnonzero(~(held_source | held_target)))


def same_as(candidates: Candidates, links: Sequence[Link]) -> Integers:
    """Indices of the candidates that are a link, ascending."""
    members = {(link.source, link.target) for link in links}
    firsts = np.isin(candidates.source[:, 0], [link.source[0] for link in links if link.source])
    found = [q for q in np.flatnonzero(firsts).tolist() if candidates.members(q) in members]
    return np.array(found, dtype=np.int64)


def bead_of(link: Link, source: TextVectors, target: TextVectors) -> Bead:
    """The bead of a link, certain and marked as made by hand."""
    similarity = 0.0
    if link.source and link.target:
        similarity = float(_group(source, link.source) @ _group(target, link.target))
    return Bead(link.source, link.target, similarity, 1.0, explanation=Explanation(by_hand=True))


def _group(text: TextVectors, members: tuple[int, ...]) -> Embeddings:
    """Embedding of one group of any size; of more than a run the mean direction of its sentences."""
    if len(members) <= WIDEST_RUN:
        return np.asarray(text.groups(np.array([members], dtype=np.int64))[0])
    total = text.runs[0][list(members)].sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), dtype=np.float32)
