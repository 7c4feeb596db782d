"""From probabilities to an alignment: the candidates that may stand together and are worth more than silence."""

import numpy as np

from translate.alignment.candidates import Candidates
from translate.alignment.similarity import Floats, Integers

MOST_PASSES = 10  # two or three are enough; a bound, so that rounding can never make it go on for ever
NOBODY = -1  # holds a sentence that is free


LEAST = 0.2  # best strict and null-sentence F1 in the cross-validation of benchmarks/fit/alignment.py


def select(candidates: Candidates, probability: Floats, n: int, m: int, *, least: float = LEAST) -> Integers:
    """Indices of the chosen candidates, best first; no sentence is held twice.

    Of what is likely enough as much as possible is chosen: a candidate gains 1 and its probability for each of its
    sentences and loses the probability that they stand alone, which is what the candidates around them leave over. So
    two rivals of 0.45 each do not cancel out.

    Args:
        candidates: All candidates.
        probability: Probability that each is right, shape (c,).
        n, m: Sentences on either side.
        least: Probability from which a candidate may be chosen, in [0, 1]; higher leaves more sentences alone.
    """
    size = candidates.sizes()
    worth = size * (1 + probability) - _lone_sum(candidates, probability, n, m)
    chosen = _Chosen(candidates, worth, n, m)
    # Taking the best a sentence first favours small beads; then whatever is worth more than all it displaces comes in.
    promising = np.flatnonzero(probability >= least)
    chosen.improve(promising[np.argsort(-(worth / size)[promising], kind="stable")])
    largest_first = promising[np.argsort(-worth[promising], kind="stable")]
    for _ in range(MOST_PASSES):
        if not chosen.improve(largest_first):
            break
    return chosen.by_worth()


class _Chosen:
    """A growing choice of candidates of which no two hold the same sentence."""

    def __init__(self, candidates: Candidates, worth: Floats, n: int, m: int) -> None:
        # Plain lists: looked up one at a time, they are ten times as fast as arrays.
        self._worth: list[float] = worth.tolist()
        self._places = [
            [[k for k in members if k >= 0] for members in side.tolist()]
            for side in (candidates.source, candidates.target)
        ]
        self._source, self._target = [NOBODY] * n, [NOBODY] * m

    def improve(self, order: Integers) -> bool:
        """Take in each candidate that is worth more than those it displaces; whether any was."""
        changed = False
        for q in order.tolist():
            holders = {self._source[i] for i in self._places[0][q]} | {self._target[j] for j in self._places[1][q]}
            holders.discard(NOBODY)
            if q in holders or self._worth[q] <= sum(self._worth[k] for k in sorted(holders)):
                continue
            for k in sorted(holders):
                self._hold(k, NOBODY)
            self._hold(q, q)
            changed = True
        return changed

    def by_worth(self) -> Integers:
        """The chosen candidates, best first."""
        return np.array(sorted({*self._source} - {NOBODY}, key=lambda q: (-self._worth[q], q)), dtype=np.int64)

    def _hold(self, q: int, holder: int) -> None:
        """Give all sentences of candidate q to a holder."""
        for i in self._places[0][q]:
            self._source[i] = holder
        for j in self._places[1][q]:
            self._target[j] = holder


def lone_probabilities(candidates: Candidates, probability: Floats, n: int, m: int) -> tuple[Floats, Floats]:
    """Probability that each sentence stands alone: what the candidates that hold it leave over, in [0, 1]."""
    mass = np.zeros(n), np.zeros(m)
    for side, places in zip(mass, (candidates.source, candidates.target), strict=True):
        for place in places.T:
            held = place >= 0
            np.add.at(side, place[held], probability[held])
    return np.clip(1 - mass[0], 0.0, 1.0), np.clip(1 - mass[1], 0.0, 1.0)


def _lone_sum(candidates: Candidates, probability: Floats, n: int, m: int) -> Floats:
    """Sum over a candidate's sentences of the probability that they stand alone."""
    total = np.zeros(len(candidates))
    lone = lone_probabilities(candidates, probability, n, m)
    for side, places in zip(lone, (candidates.source, candidates.target), strict=True):
        for place in places.T:
            held = place >= 0
            total[held] += side[place[held]]
    return total
