"""From probabilities to an alignment: the candidates that may stand together and are worth more than silence."""

import numpy as np

from translate.alignment.candidates import Candidates
from translate.alignment.similarity import Floats, Integers

MOST_PASSES = 10  # two or three are enough; a bound, so that rounding can never make it go on for ever
NOBODY = -1  # holds a sentence that is free


def select(candidates: Candidates, probability: Floats, n: int, m: int, *, bias: float = 0.0) -> Integers:
    """Indices of the chosen candidates, best first; no sentence is held twice.

    The aim is the greatest number of sentences whose place is right: a candidate gains its probability for each of its
    sentences and loses the probability that they stand alone, which is what the candidates around them leave over. So
    two rivals of 0.45 each do not cancel out.

    Args:
        candidates: All candidates.
        probability: Probability that each is right, shape (c,).
        n, m: Sentences on either side.
        bias: Gain a sentence from which a candidate is chosen, in [-1, 1]; higher leaves more sentences alone.
    """
    size = candidates.a + candidates.b
    worth = size * (probability - bias) - _lone_sum(candidates, probability, n, m)
    chosen = _Chosen(candidates, worth, n, m)
    # Taking the best a sentence first favours small beads; then whatever is worth more than all it displaces comes in.
    promising = np.flatnonzero(worth > 0)
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
        edges = candidates.i, candidates.i + candidates.a, candidates.j, candidates.j + candidates.b
        self._places = list(zip(*(edge.tolist() for edge in edges), strict=True))
        self._source, self._target = [NOBODY] * n, [NOBODY] * m

    def improve(self, order: Integers) -> bool:
        """Take in each candidate that is worth more than those it displaces; whether any was."""
        changed = False
        for q in order.tolist():
            i, i_end, j, j_end = self._places[q]
            holders = {*self._source[i:i_end], *self._target[j:j_end]} - {NOBODY}
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
        i, i_end, j, j_end = self._places[q]
        self._source[i:i_end] = [holder] * (i_end - i)
        self._target[j:j_end] = [holder] * (j_end - j)


def lone_probabilities(candidates: Candidates, probability: Floats, n: int, m: int) -> tuple[Floats, Floats]:
    """Probability that each sentence stands alone: what the candidates that hold it leave over, in [0, 1]."""
    mass = np.zeros(n), np.zeros(m)
    for side, start, width in ((mass[0], candidates.i, candidates.a), (mass[1], candidates.j, candidates.b)):
        for offset in range(int(width.max(initial=0))):
            wide = width > offset
            np.add.at(side, start[wide] + offset, probability[wide])
    return np.clip(1 - mass[0], 0.0, 1.0), np.clip(1 - mass[1], 0.0, 1.0)


def _lone_sum(candidates: Candidates, probability: Floats, n: int, m: int) -> Floats:
    """Sum over a candidate's sentences of the probability that they stand alone."""
    total = np.zeros(len(candidates))
    lone = lone_probabilities(candidates, probability, n, m)
    for side, start, width in ((lone[0], candidates.i, candidates.a), (lone[1], candidates.j, candidates.b)):
        cumulative = np.concatenate([[0.0], np.cumsum(side)])
        total += cumulative[start + width] - cumulative[start]
    return total
