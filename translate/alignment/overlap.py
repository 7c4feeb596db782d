"""What the sentences of a candidate have in common below the level of sentences: clauses, words and anchors.

Sentences have any number of these parts, so all of a text lie one behind the other in flat arrays. Every function takes
candidates of one shape as the indices of their sentences, (c, a) on the source side and (c, b) on the target side.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.grouping import largest, numbered, smallest, sums
from translate.alignment.similarity import NO_RIVAL, Floats, Integers, cosines, gathered_cosines
from translate.story.vectors import TextVectors

MOST_SHARED = 3.0  # weight of anchors beyond which more of them say nothing new
ROWS = 1024  # words of one sentence compared at once: a text pasted without a full stop is one sentence


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of every sentence of a text.

    Attributes:
        values: What they are, as numbers; those of a sentence together.
        first: Position in `values` of the first part of each sentence, and at last their count, shape (n + 1,).
    """

    values: Integers
    first: Integers

    @classmethod
    def of_each(cls, parts: Sequence[Sequence[int] | Integers]) -> "Parts":
        """From the parts of each sentence."""
        values = [np.asarray(part, dtype=np.int64) for part in parts]
        first = np.cumsum([0, *map(len, values)])
        return cls(np.concatenate([*values, np.zeros(0, dtype=np.int64)]), first)

    def counts(self) -> Integers:
        """How many parts each sentence has, shape (n,)."""
        return np.diff(self.first)

    def positions(self, sentences: Integers) -> tuple[Integers, Integers]:
        """Positions in `values` of all parts of some sentences, and for each of them the place in `sentences`."""
        counts = self.first[sentences + 1] - self.first[sentences]
        place = np.repeat(np.arange(len(sentences)), counts)
        within = np.arange(len(place)) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.first[sentences[place]] + within, place


class ClauseFit:
    """How well the clauses of one side fit the other."""

    def __init__(self, source: TextVectors, target: TextVectors) -> None:
        self._texts = source, target
        self._clauses = tuple(
            Parts(np.arange(len(text.clauses)), np.searchsorted(text.clause_owner, np.arange(len(text) + 1)))
            for text in (source, target)
        )

    def sizes(self) -> tuple[Integers, Integers]:
        """Clauses of each sentence on either side."""
        return self._clauses[0].counts(), self._clauses[1].counts()

    def features(self, source_members: Integers, target_members: Integers) -> tuple[Floats, Floats, Floats]:
        """Support of the member that the other side's clauses support least; worst and best fit of any clause."""
        left = self._along(0, source_members, target_members)
        right = self._along(1, target_members, source_members)
        return np.minimum(left[0], right[0]), np.minimum(left[1], right[1]), np.maximum(left[2], right[2])

    def _along(self, side: int, members: Integers, others: Integers) -> tuple[Floats, Floats, Floats]:
        """The three features, seen from the clauses of one side."""
        clauses, other = self._texts[side].clauses, self._texts[1 - side]
        rows, place = self._clauses[side].positions(members.ravel())
        bead = place // members.shape[1]
        count, width = others.shape
        each = [cosines(clauses, rows, other.runs[0], others[bead, y]) for y in range(width)]
        group = (
            gathered_cosines(len(rows), lambda c: clauses[rows[c]], lambda c: other.groups(others[bead[c]]))
            if width > 1
            else each[0]
        )
        support = [largest(cosine, bead, count, NO_RIVAL) for cosine in each]
        fit = np.maximum(NO_RIVAL, np.max([group, *each], axis=0))
        weakest = np.minimum(1.0, smallest(fit, bead, count, 1.0))
        return np.min(support, axis=0), weakest, largest(fit, bead, count, NO_RIVAL)


class Anchors:
    """Numbers, dates and names that stand on both sides of a candidate, or on one of them."""

    def __init__(self, source: TextVectors, target: TextVectors) -> None:
        keys = sorted(frozenset[str]().union(*source.anchors, *target.anchors))
        number = {key: k for k, key in enumerate(keys)}
        self._count = max(1, len(keys))
        self._source, self._target = (
            Parts.of_each([sorted(number[key] for key in sentence) for sentence in text.anchors])
            for text in (source, target)
        )
        sentences = [np.bincount(side.values, minlength=self._count) for side in (self._source, self._target)]
        # A key says less the more sentences have it: 1 / sentences of the side where it is more frequent.
        self._weight = 1.0 / np.maximum(1, np.maximum(*sentences))

    def features(self, source_members: Integers, target_members: Integers) -> tuple[Floats, Floats]:
        """Weight of the anchors that both sides have, and of those that only the poorer side lacks."""
        left, right = self._codes(self._source, source_members), self._codes(self._target, target_members)
        beads = len(source_members)
        shared = self._weights(np.intersect1d(left, right, assume_unique=True), beads)
        lone = np.minimum(
            self._weights(np.setdiff1d(left, right, assume_unique=True), beads),
            self._weights(np.setdiff1d(right, left, assume_unique=True), beads),
        )
        return np.minimum(shared, MOST_SHARED), np.minimum(lone, MOST_SHARED)

    def _codes(self, side: Parts, members: Integers) -> Integers:
        """Each different anchor of each candidate as candidate * keys + key, ascending."""
        positions, place = side.positions(members.ravel())
        codes: Integers = np.unique(place // members.shape[1] * self._count + side.values[positions])
        return codes

    def _weights(self, codes: Integers, beads: int) -> Floats:
        return sums(self._weight[codes % self._count], codes // self._count, beads)


class WordMatch:
    """How near each word of a sentence comes to a word of the other side, for the pairs of sentences in candidates."""

    def __init__(self, source: TextVectors, target: TextVectors, pairs: Integers) -> None:
        """Compare the words of some pairs of sentences.

        Args:
            source, target: The two texts.
            pairs: Pairs (i, j) as i * len(target) + j, ascending, each once.
        """
        self._texts, self._pairs = (source, target), pairs
        self._words = Parts.of_each(source.word_rows), Parts.of_each(target.word_rows)
        sentences = np.divmod(pairs, max(1, len(target)))
        # Where the words of a pair begin in the flat arrays of their best cosines.
        first = [np.cumsum([0, *words.counts()[i]]) for words, i in zip(self._words, sentences, strict=True)]
        self._first = first[0], first[1]
        self._best = tuple(np.full(side[-1], -np.inf, dtype=np.float32) for side in first)
        self._compare(*sentences)

    def sizes(self) -> tuple[Integers, Integers]:
        """Words of each sentence on either side."""
        return self._words[0].counts(), self._words[1].counts()

    def features(self, source_members: Integers, target_members: Integers) -> tuple[Floats, Floats]:
        """Weighted mean, over the words of one side, of the best cosine with a word of the other: lower and higher."""
        codes = source_members[:, :, None] * max(1, len(self._texts[1])) + target_members[:, None, :]
        pair = np.searchsorted(self._pairs, codes)
        left, left_weight = self._along(0, source_members, pair)
        right, right_weight = self._along(1, target_members, pair.transpose(0, 2, 1))
        compared = (left_weight > 0) & (right_weight > 0)
        covered = [
            np.divide(total, weight, out=np.zeros(len(total)), where=compared)
            for total, weight in ((left, left_weight), (right, right_weight))
        ]
        return np.minimum(*covered), np.maximum(*covered)

    def _compare(self, i: Integers, j: Integers) -> None:
        """Fill in the best cosine of every word.

        One product for each pair: too small for a second thread, which on a busy machine costs more than it brings.
        """
        source, target = self._texts
        previous, words = -1, source.words[:0]
        kinds = [numbered([rows.tobytes() for rows in text.word_rows]) for text in self._texts]
        compared: dict[tuple[int, int], int] = {}  # two sentences that have the same words as two before
        for p, (x, y) in enumerate(zip(i.tolist(), j.tolist(), strict=True)):
            before = compared.setdefault((kinds[0][x], kinds[1][y]), p)
            if before != p:
                for best, first in zip(self._best, self._first, strict=True):
                    best[first[p] : first[p + 1]] = best[first[before] : first[before + 1]]
                continue
            if x != previous:
                previous, words = x, source.words[source.word_rows[x]]
            others = target.words[target.word_rows[y]].T
            if not words.size or not others.size:
                continue
            left = self._best[0][self._first[0][p] : self._first[0][p + 1]]
            right = self._best[1][self._first[1][p] : self._first[1][p + 1]]
            for start in range(0, len(words), ROWS):
                cosine = words[start : start + ROWS] @ others
                np.maximum.reduce(cosine, axis=1, out=left[start : start + ROWS])
                np.maximum(right, np.maximum.reduce(cosine, axis=0), out=right)

    def _along(self, side: int, members: Integers, pair: Integers) -> tuple[Floats, Floats]:
        """Sum over the words of one side of weight times best cosine, and the sum of the weights."""
        words = self._words[side]
        positions, place = words.positions(members.ravel())
        within = positions - words.first[members.ravel()[place]]
        best = np.max(
            [self._best[side][self._first[side][pair[:, :, y].ravel()[place]] + within] for y in range(pair.shape[2])],
            axis=0,
        )
        weight = self._texts[side].word_weights[words.values[positions]]
        bead = place // members.shape[1]
        return sums(weight * best, bead, len(members)), sums(weight, bead, len(members))
