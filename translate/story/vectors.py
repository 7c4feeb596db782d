"""What the alignment is handed about one text: embeddings of its sentences, of runs of them and of their clauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Embeddings = NDArray[np.float32]
WORD = re.compile(r"[^\W\d_]{3,}")  # shorter ones are function words in nearly every language with letters


@dataclass(frozen=True, slots=True)
class TextVectors:
    """One text as arrays.

    Attributes:
        encoder: Name of the encoder whose fitted models read these embeddings.
        runs: runs[k - 1] holds the embeddings of every k neighbouring sentences, shape (max(0, n - k + 1), dim), rows
            of length 1; k = 1, 2, 3.
        lengths: Characters of each sentence, shape (n,).
        clauses: Embeddings of the clauses of all sentences, shape (c, dim). A sentence that is one clause has one row.
        clause_owner: Sentence of each clause, ascending, shape (c,).
        anchors: Language-independent keys (numbers, dates, names) of each sentence.
        words: Embeddings of the different content words of the text, shape (w, dim).
        word_rows: For each sentence the rows of `words` that stand in it, ascending.
        word_weights: How much each word says, shape (w,): 1 / sentences that have it.
    """

    encoder: str
    runs: tuple[Embeddings, ...]
    lengths: NDArray[np.float64]
    clauses: Embeddings
    clause_owner: NDArray[np.int64]
    anchors: tuple[frozenset[str], ...]
    words: Embeddings
    word_rows: tuple[NDArray[np.int64], ...]
    word_weights: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.runs[0])

    def groups(self, members: NDArray[np.int64]) -> Embeddings:
        """Embeddings of groups of sentences, shape (g, dim), from their ascending indices, shape (g, 1 to 3).

        Neighbours have an embedding as one text; that of others is the mean direction of theirs.
        """
        width = members.shape[1]
        apart = members[:, -1] - members[:, 0] >= width
        if not apart.any():
            return np.asarray(self.runs[width - 1][members[:, 0]])
        sums = self.runs[0][members].sum(axis=1)
        mean = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
        mean[~apart] = self.runs[width - 1][members[~apart, 0]]
        return np.asarray(mean, dtype=np.float32)


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


def content_words(
    sentences: Sequence[str], *, capital_nouns: bool = False
) -> tuple[list[str], tuple[NDArray[np.int64], ...], NDArray[np.float64]]:
    """The different content words of a text, the rows of each sentence, and the weight of each word.

    Names are left out: the encoder does not know them, and they are anchors already. Where all nouns begin with a
    capital (`capital_nouns`) names cannot be told, and every word counts.

    Example:
        >>> words, rows, weights = content_words(["The river rose.", "In Samara the river fell."])
        >>> words, [row.tolist() for row in rows], weights.tolist()
        (['the', 'river', 'rose', 'fell'], [[0, 1, 2], [0, 1, 3]], [0.5, 0.5, 1.0, 1.0])
    """
    rows: dict[str, int] = {}
    places: list[NDArray[np.int64]] = []
    for sentence in sentences:
        found = [
            match
            for match in WORD.finditer(sentence)
            if capital_nouns or match.start() == 0 or not match.group()[0].isupper()
        ]
        here = {rows.setdefault(match.group().lower(), len(rows)) for match in found}
        places.append(np.array(sorted(here), dtype=np.int64))
    counts = np.bincount(np.concatenate([*places, np.zeros(0, dtype=np.int64)]), minlength=len(rows))
    return list(rows), tuple(places), 1.0 / np.maximum(counts, 1)
