"""What the vectors of words tell beyond their cosine.

Whether two say the same, whether another thing stands in a place or only another wording, and whether a word is one
that is told by an equivalent.

Concrete words (onion, bus) are nearly always told by an equivalent of the dictionary, others (carry out, asset) rather
freely: benchmarks/fit/meaning_words.py learns both from the dictionary and from parallel news.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from translate.alignment.similarity import Floats
from translate.models.stored import read_model, require_features

OF_WORD = ("rarity", "senses", "noun", "verb", "adjective", "adverb")


@dataclass(frozen=True, slots=True, eq=False)
class WordJudgement:
    """Regressions over vectors of words, which are rows of length 1.

    An encoder that stands in for the fitted one may have other dimensions; its vectors tell nothing here.

    Attributes:
        product, difference: Weights of the product and of the distance of two words in each dimension, shape (dim,).
        base: Log odds that they say the same where all else is 0.
        another: Weights of the product, of the distance, of the first word and of the second, shape (4, dim).
        another_base: Log odds that two words in one place are no translation of each other where all else is 0.
        faithful: For each of the two languages the weights of a word's vector and then of OF_WORD, shape (dim + 6,).
        bases: Log odds of each language likewise.
    """

    product: Floats
    difference: Floats
    base: float
    another: Floats
    another_base: float
    faithful: tuple[Floats, Floats]
    bases: tuple[float, float]

    def same(self, one: Floats, two: Floats) -> Floats:
        """Log odds that words of two languages say the same, shape (n, m)."""
        if one.shape[1] != len(self.product):
            return np.full((len(one), len(two)), self.base)
        apart = np.abs(one[:, None, :] - two[None, :, :]) @ self.difference
        return np.asarray((one * self.product) @ two.T + apart + self.base)

    def another_thing(self, one: Floats, two: Floats) -> float:
        """Log odds that a word of the second language has taken the place of what the first says, shape (dim,) each."""
        if len(one) != len(self.product):
            return self.another_base
        rows = np.stack([one * two, np.abs(one - two), one, two])
        return float((rows * self.another).sum() + self.another_base)

    def faithfully(self, vectors: Floats, of_words: Floats, language: int) -> Floats:
        """Log odds that words of the first (0) or the second language are told by an equivalent, shape (n,).

        Args:
            vectors: Shape (n, dim).
            of_words: In the order of OF_WORD, shape (n, 6).
            language: 0 or 1.
        """
        of_vector, of_rest = np.split(self.faithful[language], [len(self.product)])
        told = vectors @ of_vector if vectors.shape[1] == len(of_vector) else 0.0
        return np.asarray(told + of_words @ of_rest + self.bases[language])


@cache
def word_judgement(encoder: str) -> WordJudgement:
    """What was fitted for an encoder.

    Raises:
        ModelMismatch, StaleModel: Nothing was, or for other features.
    """
    record = read_model("meaning_words", encoder)
    require_features(record["features"], OF_WORD, "meaning_words")

    def floats(numbers: Sequence[float]) -> Floats:
        return np.array(numbers, dtype=float)

    ours, theirs = record["faithful"]
    return WordJudgement(
        floats(record["product"]),
        floats(record["difference"]),
        float(record["base"]),
        floats(record["another"]["weights"]).reshape(4, -1),
        float(record["another"]["base"]),
        (floats(ours["weights"]), floats(theirs["weights"])),
        (float(ours["base"]), float(theirs["base"])),
    )
