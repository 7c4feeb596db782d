"""What is judged: the sentences of a story, or the clauses of its sentences."""

from dataclasses import dataclass, replace

import numpy as np

from translate.alignment.similarity import Floats, Integers
from translate.counterparts.nearness import Part
from translate.counterparts.words import Words
from translate.engines.protocols import Embeddings
from translate.facts.mention import Facts
from translate.facts.reading import anchor_keys
from translate.story.story import Story


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Sentences or clauses, in reading order.

    Attributes:
        part: What they are.
        owner: Compared sentence of each unit, ascending, shape (u,).
        spans: Where each stands in it.
        vectors: Embeddings, shape (u, dim).
        words: Half-open range of its words among those of the story, shape (u, 2).
        keys: Keys of its facts.
    """

    part: Part
    owner: Integers
    spans: tuple[tuple[int, int], ...]
    vectors: Embeddings
    words: Integers
    keys: tuple[frozenset[str], ...]

    @property
    def lengths(self) -> Floats:
        """Characters of each."""
        return np.array([end - start for start, end in self.spans], dtype=float)


def sentences_of(story: Story, words: Words) -> Units:
    """Every compared sentence."""
    spans = tuple((0, len(sentence.text)) for sentence in story.sentences)
    ranges = np.stack([words.first[:-1], words.first[1:]], axis=1)
    return Units("sentence", np.arange(len(spans)), spans, story.vectors.runs[0], ranges, story.vectors.anchors)


def clauses_of(story: Story, words: Words) -> Units:
    """Every clause; a sentence that is one clause is its own."""
    spans, ranges, keys = [], [], []
    for sentence, clauses in enumerate(story.clauses):
        first = int(words.first[sentence])
        starts = words.start[first : words.first[sentence + 1]]
        facts = story.facts[sentence]
        for start, end in clauses:
            spans.append((start, end))
            ranges.append(first + np.searchsorted(starts, [start, end]))
            keys.append(anchor_keys(inside(facts, start, end)))
    places = np.array(ranges, dtype=np.int64).reshape(-1, 2)
    return Units("clause", story.vectors.clause_owner, tuple(spans), story.vectors.clauses, places, tuple(keys))


def inside(facts: Facts, start: int, end: int) -> Facts:
    """The facts that begin in a stretch of their sentence."""
    return replace(
        facts,
        numbers=tuple(mention for mention in facts.numbers if start <= mention.start < end),
        dates=tuple(mention for mention in facts.dates if start <= mention.start < end),
        names=tuple(mention for mention in facts.names if start <= mention.start < end),
    )
