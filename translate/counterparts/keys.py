"""Numbers, dates and names that two sentences share or that one of them has alone, as weights."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate.alignment.grouping import members, sums
from translate.alignment.similarity import Floats, Integers
from translate.story.story import Story


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """The facts of every sentence of two stories as numbers of keys, a key for what both may have.

    Attributes:
        values: Keys of the sentences of either story, those of a sentence together and ascending.
        first: Where those of each sentence begin, and at last their count.
        weights: How much a key says, shape (k,): 1 / sentences of the story in which it is more frequent.
        names: Whether a key is of a name, shape (k,).
    """

    values: tuple[Integers, Integers]
    first: tuple[Integers, Integers]
    weights: Floats
    names: NDArray[np.bool_]

    def shared(self, source: Integers, target: Integers) -> tuple[Floats, Floats, Floats, Floats]:
        """For pairs of sentences: weight of the names that both have, of their other facts, and of what each has alone.

        Args:
            source, target: Sentences, shape (p,).
        """
        count, width = len(source), max(1, len(self.weights))
        codes = []
        for side, sentences in enumerate((source, target)):
            positions, place = members(self.first[side], sentences)
            codes.append(place * width + self.values[side][positions])
        both = np.intersect1d(codes[0], codes[1], assume_unique=True)
        key, pair = both % width, both // width
        weight = self.weights[key] if len(self.weights) else np.zeros(0)
        named = self.names[key] if len(self.weights) else np.zeros(0, dtype=bool)
        shared = [sums(weight * chosen, pair, count) for chosen in (named, ~named)]
        alone = []
        for code in codes:
            lone = np.setdiff1d(code, both, assume_unique=True)
            alone.append(sums(self.weights[lone % width] if len(lone) else np.zeros(0), lone // width, count))
        return shared[0], shared[1], alone[0], alone[1]


def read_keys(source: Story, target: Story) -> Keys:
    """The keys of two stories; a number counts by its value, and again, as weak evidence, by what it counts."""
    anchors = [story.vectors.anchors for story in (source, target)]
    listed = sorted(frozenset[str]().union(*anchors[0], *anchors[1]))
    number = {key: k for k, key in enumerate(listed)}
    values, first = zip(*(_flat([sorted(number[key] for key in at) for at in side]) for side in anchors), strict=True)
    frequency = np.maximum(*(np.bincount(side, minlength=len(listed)) for side in values))
    names = np.array([not key.startswith(("n:", "d:")) for key in listed], dtype=bool)
    return Keys((values[0], values[1]), (first[0], first[1]), 1.0 / np.maximum(1, frequency), names)


def _flat(parts: Sequence[Sequence[int]]) -> tuple[Integers, Integers]:
    values = np.array([value for part in parts for value in part], dtype=np.int64)
    return values, np.cumsum([0, *map(len, parts)])


def units_of(story: Story) -> list[frozenset[str]]:
    """What each sentence counts: "%", "RUB", "km" ..., and the kinds of dates that it gives."""
    return [
        frozenset(str(mention.unit) for mention in facts.numbers if mention.unit and not mention.weak)
        | ({"date"} if facts.dates else frozenset())
        for facts in story.facts
    ]
