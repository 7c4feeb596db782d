"""What is measured of a pair of sentences that may tell of the same thing."""

from dataclasses import dataclass

import numpy as np

from translate.alignment.bead import Bead
from translate.alignment.grouping import largest, means, members, smallest, sums
from translate.alignment.similarity import NO_RIVAL, Floats, Integers, cosines
from translate.counterparts.candidates import Pairs
from translate.counterparts.keys import Keys, units_of
from translate.counterparts.nearness import Nearness
from translate.counterparts.states import OF_PAIRS, StateMatches, of_pairs
from translate.counterparts.words import WordMatches, Words
from translate.story.story import Story
from translate.story.vectors import TextVectors

GROUPS = {
    "cosine": ("cosine", "margin", "lead", "least_lead", "rank", "worst_rank", "run_gain", "least_run_gain"),
    "clauses": ("clause", "best_clause", "most_clause", "weakest_clause", "most_weakest_clause"),
    "words": ("cover", "most_cover", "strong", "most_strong", "weak_share", "most_weak_share", "strongest"),
    "facts": ("names", "values", "alone", "most_alone", "units"),
    "place": ("distance", "earlier", "headline", "length_ratio", "length", "most_length"),
    "beads": ("bead", "bead_probability", "bead_size"),
    "story": ("usual", "least_usual", "size_ratio"),
}
PAIR_FEATURES = tuple(name for group in GROUPS.values() for name in group)
PAIR_FEATURES_OF_BOTH = (*PAIR_FEATURES, *OF_PAIRS)
STRONG, WEAK = 0.5, 0.3  # cosines from which a word has a partner, and below which it has none


@dataclass(frozen=True, slots=True, eq=False)
class Both:
    """Two stories with all that is read from them to judge pairs of their sentences.

    Attributes:
        stories: The source and the target.
        nearness: What stands nearest in either to the parts of the other.
        pairs: The candidates.
        words: Of both stories.
        matches: Of the words of the pairs.
        keys: Facts of both.
        beads: The alignment.
        anywhere: Best cosine of each listed word of either story with any of the other.
        clause_fit: Best cosine of each clause of either story with a sentence, two neighbours or a clause of the other.
        states: Of the words of both as the second encoder reads them; None where it takes no part.
    """

    stories: tuple[Story, Story]
    nearness: Nearness
    pairs: Pairs
    words: tuple[Words, Words]
    matches: WordMatches
    keys: Keys
    beads: tuple[Bead, ...]
    anywhere: tuple[Floats, Floats]
    clause_fit: tuple[Floats, Floats]
    states: StateMatches | None = None

    @property
    def vectors(self) -> tuple[TextVectors, TextVectors]:
        return self.stories[0].vectors, self.stories[1].vectors


def pair_features(both: Both) -> Floats:
    """Features of every pair in the order of PAIR_FEATURES, shape (p, features).

    Where the second encoder has read the stories too, in that of PAIR_FEATURES_OF_BOTH.
    """
    found = _of_cosines(both) | _of_clauses(both) | _of_words(both) | _of_facts(both) | _of_place(both)
    found |= _of_beads(both)
    if both.states:
        found |= of_pairs(both.states, both.words, both.pairs.source, both.pairs.target)
    names = PAIR_FEATURES_OF_BOTH if both.states else PAIR_FEATURES
    return np.stack([np.asarray(found[name], dtype=float) for name in names], axis=1)


def pair_cosines(both: Both) -> Floats:
    """Cosine of the sentences of every pair."""
    left, right = both.vectors
    return cosines(left.runs[0], both.pairs.source, right.runs[0], both.pairs.target)


def _of_cosines(both: Both) -> dict[str, Floats]:
    pairs, (left, right) = both.pairs, both.vectors
    places = pairs.source, pairs.target
    cosine = pair_cosines(both)
    margin, lead, rank = cosine.copy(), [], []
    for side, near in enumerate(pairs.near):
        margin -= near.similarity.mean(axis=1)[places[side]] / 2
        here, other = near.similarity[places[side]], near.index[places[side]]
        inside = other == places[1 - side][:, None]
        lead.append(cosine - np.where(inside, NO_RIVAL, here).max(axis=1))
        rank.append((here > cosine[:, None] + 1e-6).sum(axis=1).astype(float))
    gains = [
        _run_gain(left, places[0], right, places[1], cosine),
        _run_gain(right, places[1], left, places[0], cosine),
    ]
    usual = [float(near.similarity[:, 0].mean()) if len(near.index) else 0.0 for near in pairs.near]
    return {
        "cosine": cosine,
        "margin": margin,
        **_ordered("lead", "least_lead", *lead),
        **_ordered("worst_rank", "rank", *rank),
        **_ordered("run_gain", "least_run_gain", *gains),
        "usual": np.full(len(pairs), max(usual)),
        "least_usual": np.full(len(pairs), min(usual)),
        "size_ratio": np.full(len(pairs), abs(np.log(max(1, pairs.size[0]) / max(1, pairs.size[1])))),
    }


def _run_gain(own: TextVectors, i: Integers, other: TextVectors, j: Integers, cosine: Floats) -> Floats:
    """What a sentence of the other side gains when the own one is read with the one before or behind it."""
    best = np.full(len(i), -1.0)
    for step in (-1, 0):
        inside = (i + step >= 0) & (i + step < len(own.runs[1]))
        best[inside] = np.maximum(best[inside], cosines(own.runs[1], i[inside] + step, other.runs[0], j[inside]))
    return np.maximum(best, cosine) - cosine


def _of_clauses(both: Both) -> dict[str, Floats]:
    pairs, (left, right) = both.pairs, both.vectors
    best, weakest = [], []
    for own, other, i, j in ((left, right, pairs.source, pairs.target), (right, left, pairs.target, pairs.source)):
        rows, place = members(first_clauses(own), i)
        fit = cosines(own.clauses, rows, other.runs[0], j[place])
        best.append(largest(fit, place, len(pairs), NO_RIVAL))
        weakest.append(smallest(fit, place, len(pairs), NO_RIVAL))
    rows, place = members(first_clauses(left), pairs.source)
    others, again = members(first_clauses(right), pairs.target[place])
    fit = cosines(left.clauses, rows[again], right.clauses, others)
    return {
        "clause": largest(fit, place[again], len(pairs), NO_RIVAL),
        **_ordered("most_clause", "best_clause", *best),
        **_ordered("most_weakest_clause", "weakest_clause", *weakest),
    }


def first_clauses(text: TextVectors) -> Integers:
    """Position of the first clause of each sentence, and at last their count."""
    return np.searchsorted(text.clause_owner, np.arange(len(text) + 1))


def _of_words(both: Both) -> dict[str, Floats]:
    pairs = both.pairs
    cover, strong, weak, strongest = [], [], [], np.full(len(pairs), -1.0)
    for side, places in enumerate((pairs.source, pairs.target)):
        words, best = both.words[side], both.matches.best[side]
        positions, place = members(words.first, places)
        weight = words.weights[positions]
        cover.append(means(best, weight, place, len(pairs), -0.2))
        strong.append(sums(weight * (best >= STRONG), place, len(pairs)))
        weak.append(means((best < WEAK).astype(float), weight, place, len(pairs), 1.0))
        strongest = np.maximum(strongest, largest(best, place, len(pairs), -1.0))
    return {
        **_ordered("most_cover", "cover", *cover),
        **_ordered("most_strong", "strong", *strong),
        **_ordered("most_weak_share", "weak_share", *weak),
        "strongest": strongest,
    }


def _of_facts(both: Both) -> dict[str, Floats]:
    pairs = both.pairs
    names, values, *alone = both.keys.shared(pairs.source, pairs.target)
    units = [units_of(story) for story in both.stories]
    counted = [len(units[0][i] & units[1][j]) for i, j in zip(pairs.source, pairs.target, strict=True)]
    return {
        "names": names,
        "values": values,
        **_ordered("most_alone", "alone", *alone),
        "units": np.array(counted, dtype=float),
    }


def _of_place(both: Both) -> dict[str, Floats]:
    pairs, (left, right) = both.pairs, both.vectors
    at = [places / max(1, size) for places, size in zip((pairs.source, pairs.target), pairs.size, strict=True)]
    lengths = left.lengths[pairs.source], right.lengths[pairs.target]
    headline = [headlines(story) for story in both.stories]
    return {
        "distance": np.abs(at[0] - at[1]),
        "earlier": np.minimum(*at),
        "headline": headline[0][pairs.source] + headline[1][pairs.target],
        "length_ratio": np.abs(np.log(np.maximum(1, lengths[0]) / np.maximum(1, lengths[1]))),
        **_ordered("most_length", "length", *(np.log(np.maximum(1, length)) for length in lengths)),
    }


def headlines(story: Story) -> Floats:
    """1 for every compared sentence that is a headline, 0 for others."""
    return np.array([float(story.sentence(i).role == "headline") for i in range(len(story.sentences))])


def _of_beads(both: Both) -> dict[str, Floats]:
    together: dict[tuple[int, int], Bead] = {
        (i, j): bead for bead in both.beads for i in bead.source for j in bead.target
    }
    found = [together.get(pair) for pair in zip(both.pairs.source.tolist(), both.pairs.target.tolist(), strict=True)]
    return {
        "bead": np.array([float(bead is not None) for bead in found]),
        "bead_probability": np.array([bead.probability if bead else 0.0 for bead in found]),
        "bead_size": np.array([len(bead.source) + len(bead.target) if bead else 0.0 for bead in found]),
    }


def _ordered(most: str, least: str, one: Floats, two: Floats) -> dict[str, Floats]:
    """Of what is measured on either side the larger and the smaller: which text is the source must not matter."""
    return {most: np.maximum(one, two), least: np.minimum(one, two)}
