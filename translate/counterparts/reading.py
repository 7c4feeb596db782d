"""Everything that is read from two stories before their sentences are judged."""

from collections.abc import Sequence

import numpy as np

from translate.alignment.bead import Bead
from translate.alignment.similarity import Floats
from translate.counterparts.candidates import find_pairs
from translate.counterparts.keys import read_keys
from translate.counterparts.nearness import Nearness, Part
from translate.counterparts.pair_features import Both
from translate.counterparts.states import match_states
from translate.counterparts.words import match_words, nearest_anywhere, read_words
from translate.engines.protocols import Embedder
from translate.story.story import Story


def read_both(source: Story, target: Story, beads: Sequence[Bead], embedder: Embedder, *, second: bool = False) -> Both:
    """Candidates, words and facts of two aligned stories.

    Args:
        source, target: The stories.
        beads: Their alignment over the compared sentences.
        embedder: The encoder that told them.
        second: Whether the second encoder, which has to be there, reads them too.
    """
    nearness = Nearness(source.vectors, target.vectors)
    pairs = find_pairs(nearness, beads)
    words = read_words(source, embedder), read_words(target, embedder)
    matches = match_words(words, pairs.source, pairs.target)
    return Both(
        stories=(source, target),
        nearness=nearness,
        pairs=pairs,
        words=words,
        matches=matches,
        keys=read_keys(source, target),
        beads=tuple(beads),
        anywhere=(nearest_anywhere(source, target), nearest_anywhere(target, source)),
        clause_fit=(_clause_fit(nearness, 0), _clause_fit(nearness, 1)),
        states=match_states((source, target), words, pairs.source, pairs.target, matches.first) if second else None,
    )


def _clause_fit(nearness: Nearness, side: int) -> Floats:
    """Best cosine of each clause with a sentence, two neighbouring sentences or a clause of the other text."""
    others: tuple[Part, ...] = ("sentence", "pair", "clause")
    fits = [nearness.near(side, "clause", other).similarity[:, 0] for other in others]
    return np.asarray(np.max(fits, axis=0))
