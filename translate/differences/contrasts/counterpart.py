"""Whether a word of one version may stand for a word of the other: by the dictionary, or by their vectors."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from translate.differences.bead_side import BeadSide
from translate.languages.equivalents import equivalents
from translate.story.vectors import Embeddings
from translate.story.words import word_vectors

TRANSLATED = 0.6  # two words at least as near as this say the same


def counterparts(one: BeadSide, words: Sequence[str], other: BeadSide, others: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each word of a version may stand for each of the other, in small letters, shape (words, others)."""
    near = np.zeros((len(words), len(others)), dtype=bool)
    if not words or not others:
        return near
    book = equivalents(one.language, other.language)
    if book is not None:
        near |= book.matrix(words, one.language, others, other.language)
    ours, theirs = word_vectors(one.story, one.sentences), word_vectors(other.story, other.sentences)
    for place, word in enumerate(words):
        for turn, said in enumerate(others):
            if word in ours and said in theirs and float(ours[word] @ theirs[said]) >= TRANSLATED:
                near[place, turn] = True
    return near


def mean_vector(side: BeadSide) -> Embeddings:
    """The mean of the embeddings of a side's sentences."""
    return np.asarray(side.story.vectors.runs[0][list(side.sentences)].mean(axis=0))
