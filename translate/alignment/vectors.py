"""What the alignment is handed about one text: embeddings of its sentences, of runs of them and of their clauses."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Embeddings = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TextVectors:
    """One text as arrays.

    Attributes:
        runs: runs[k - 1] holds the embeddings of every k neighbouring sentences, shape (max(0, n - k + 1), dim), rows
            of length 1; k = 1, 2, 3.
        lengths: Characters of each sentence, shape (n,).
        clauses: Embeddings of the clauses of all sentences, shape (c, dim). A sentence that is one clause has one row.
        clause_owner: Sentence of each clause, ascending, shape (c,).
        anchors: Language-independent keys (numbers, dates, names) of each sentence.
    """

    runs: tuple[Embeddings, ...]
    lengths: NDArray[np.float64]
    clauses: Embeddings
    clause_owner: NDArray[np.int64]
    anchors: tuple[frozenset[str], ...] = field(default=())

    def __len__(self) -> int:
        return len(self.runs[0])


def runs_of(sentences: Sequence[str], length: int) -> list[str]:
    """Every run of `length` neighbouring sentences as one text.

    Example:
        >>> runs_of(["A.", "B.", "C."], 2)
        ['A. B.', 'B. C.']
    """
    return [" ".join(sentences[start : start + length]) for start in range(len(sentences) - length + 1)]


def with_longer_runs(single: Embeddings, double: Embeddings) -> tuple[Embeddings, Embeddings, Embeddings]:
    """Runs of one, two and three sentences; a run of three is the mean direction of the two pairs in it.

    Encoding the threes would nearly double the time of an encoding, and fewer than 1 in 100 beads has a three.
    """
    sums = double[:-1] + double[1:]
    triple = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return single, double, triple.astype(np.float32)
