"""From probabilities to an alignment: the candidates that may stand together and are worth more than silence."""

import numpy as np

from translate.alignment.candidates import Candidates
from translate.alignment.similarity import Floats, Integers


def select(candidates: Candidates, probability: Floats, n: int, m: int, *, bias: float = 0.0) -> Integers:
    """Indices of the chosen candidates, best first; no sentence is held twice.

    A candidate is worth its own probability less the mean probability that its sentences stand alone, which is what
    the candidates around them leave over. So two rivals of 0.45 each do not cancel out: one of them is chosen.

    Args:
        candidates: All candidates.
        probability: Probability that each is right, shape (c,).
        n, m: Sentences on either side.
        bias: Worth from which a candidate is chosen, in [-1, 1]; higher leaves more sentences alone.
    """
    worth = probability - _lone_share(candidates, probability, n, m)
    held_source, held_target = np.zeros(n, dtype=bool), np.zeros(m, dtype=bool)
    chosen: list[int] = []
    for q in np.argsort(-worth, kind="stable"):
        if worth[q] <= bias:
            break
        source = slice(candidates.i[q], candidates.i[q] + candidates.a[q])
        target = slice(candidates.j[q], candidates.j[q] + candidates.b[q])
        if held_source[source].any() or held_target[target].any():
            continue
        held_source[source] = held_target[target] = True
        chosen.append(int(q))
    return np.array(chosen, dtype=np.int64)


def lone_probabilities(candidates: Candidates, probability: Floats, n: int, m: int) -> tuple[Floats, Floats]:
    """Probability that each sentence stands alone: what the candidates that hold it leave over, in [0, 1]."""
    mass = np.zeros(n), np.zeros(m)
    for side, start, width in ((mass[0], candidates.i, candidates.a), (mass[1], candidates.j, candidates.b)):
        for offset in range(int(width.max(initial=0))):
            wide = width > offset
            np.add.at(side, start[wide] + offset, probability[wide])
    return np.clip(1 - mass[0], 0.0, 1.0), np.clip(1 - mass[1], 0.0, 1.0)


def _lone_share(candidates: Candidates, probability: Floats, n: int, m: int) -> Floats:
    """Mean over a candidate's sentences of the probability that they stand alone."""
    total = np.zeros(len(candidates))
    lone = lone_probabilities(candidates, probability, n, m)
    for side, start, width in ((lone[0], candidates.i, candidates.a), (lone[1], candidates.j, candidates.b)):
        cumulative = np.concatenate([[0.0], np.cumsum(side)])
        total += cumulative[start + width] - cumulative[start]
    return np.asarray(total / (candidates.a + candidates.b))
