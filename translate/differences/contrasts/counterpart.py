"""Whether a word of one version may stand for a word of the other: by the dictionary, or by their vectors."""

from collections.abc import Mapping, Sequence

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
    left, right = _places(words, ours), _places(others, theirs)
    if left and right:
        cosines = np.stack([ours[word] for word in left]) @ np.stack([theirs[word] for word in right]).T
        for row, column in np.argwhere(cosines >= TRANSLATED):
            near[np.ix_(list(left.values())[row], list(right.values())[column])] = True
    return near


def _places(words: Sequence[str], vectors: Mapping[str, Embeddings]) -> dict[str, list[int]]:
    """Each different word that has a vector, with all its places."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word in vectors:
            places.setdefault(word, []).append(place)
    return places


def mean_vector(side: BeadSide) -> Embeddings:
    """The mean of the embeddings of a side's sentences."""
    return np.asarray(side.story.vectors.runs[0][list(side.sentences)].mean(axis=0))
