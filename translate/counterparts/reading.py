"""Everything that is read from two stories before their sentences are judged."""

from collections.abc import Sequence

from translate.alignment.bead import Bead
from translate.counterparts.candidates import find_pairs
from translate.counterparts.keys import read_keys
from translate.counterparts.pair_features import Both
from translate.counterparts.words import match_words, read_words
from translate.engines.protocols import Embedder
from translate.story.story import Story


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
    return Both((source, target), pairs, words, matches, read_keys(source, target), tuple(beads))
