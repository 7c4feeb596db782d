"""Everything that is read from two stories before their sentences are judged."""

from collections.abc import Sequence

import numpy as np

from translate.alignment.bead import Bead
from translate.alignment.similarity import Floats, nearest
from translate.counterparts.candidates import find_pairs
from translate.counterparts.keys import read_keys
from translate.counterparts.pair_features import Both
from translate.counterparts.words import match_words, nearest_anywhere, read_words
from translate.engines.protocols import Embedder
from translate.story.story import Story
from translate.story.vectors import TextVectors


def read_both(source: Story, target: Story, beads: Sequence[Bead], embedder: Embedder) -> Both:
    """Candidates, words and facts of two aligned stories.

    Args:
        source, target: The stories.
        beads: Their alignment over the compared sentences.
        embedder: The encoder that told them.
    """
    pairs = find_pairs(source.vectors, target.vectors, beads)
    words = read_words(source, embedder), read_words(target, embedder)
    matches = match_words(words, pairs.source, pairs.target)
    return Both(
        stories=(source, target),
        pairs=pairs,
        words=words,
        matches=matches,
        keys=read_keys(source, target),
        beads=tuple(beads),
        anywhere=(nearest_anywhere(source, target), nearest_anywhere(target, source)),
        clause_fit=(_clause_fit(source.vectors, target.vectors), _clause_fit(target.vectors, source.vectors)),
    )


def _clause_fit(own: TextVectors, other: TextVectors) -> Floats:
    """Best cosine of each clause with a sentence, two neighbouring sentences or a clause of the other text."""
    fits = [nearest(own.clauses, rows, 1).similarity[:, 0] for rows in (other.runs[0], other.runs[1], other.clauses)]
    return np.asarray(np.max(fits, axis=0))
