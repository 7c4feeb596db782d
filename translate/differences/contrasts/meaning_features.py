"""What is measured of two words that may stand in one another's place."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.similarity import Floats, Integers
from translate.differences.bead_side import BeadSide
from translate.differences.contrasts.aligned_words import (
    Aligned,
    Passage,
    PlacedWord,
    align_words,
    cosine_of,
    meanings_in,
    meanings_near,
    of_words,
)
from translate.differences.contrasts.polarity import denial_before, read_polarity
from translate.differences.contrasts.word_judgement import word_judgement
from translate.engines.protocols import Embedder
from translate.languages.bilingual import Bilingual, bilingual, relation_of, same_beginning
from translate.languages.concepts import agree, exclude
from translate.languages.registry import language_of
from translate.models.trees import sigmoid

LEAST = -10.0  # log odds of there being no other word
LOOKED_AT = 4  # words of the other side that are weighed for each, the likeliest by place and likeness
REACH = 2  # words on either side that tell the place of one
NEAREST = 6  # words: a neighbour's counterpart that is farther away tells no place

FEATURES = (
    "opposite",
    "poles",
    "loosely",
    "kin",
    "root",
    "cognate",
    "excludes",
    "agrees",
    "concepts_first",
    "concepts_second",
    "concept_there_first",
    "concept_there_second",
    "excluded_first",
    "excluded_second",
    "alone",
    "inside",
    "same",
    "another",
    "same_best_first",
    "same_best_second",
    "faithful_first",
    "faithful_second",
    "freely",
    "rank_first",
    "rank_second",
    "rival_first",
    "rival_second",
    "best_first",
    "best_second",
    "linked_first",
    "linked_second",
    "known_first",
    "known_second",
    "senses_first",
    "senses_second",
    "same_part",
    "noun",
    "verb",
    "adjective",
    "adverb",
    "apart",
    "neighbours_first",
    "neighbours_second",
    "between",
    "rarity_first",
    "rarity_second",
    "free_first",
    "free_second",
    "lone_first",
    "lone_second",
    "near_first",
    "near_second",
    "story_first",
    "story_second",
    "cosine",
    "gain",
    "gain_first",
    "gain_second",
    "longer",
    "words",
    "sentences",
    "quoted",
    "quoted_one",
    "denials",
    "denied",
    "negative_words",
)

# Those that the regression over opposites asks for.
OF_OPPOSITES = (
    "opposite",
    "poles",
    "kin",
    "same",
    "another",
    "rank_first",
    "rank_second",
    "linked_first",
    "linked_second",
    "same_best_first",
    "same_best_second",
    "faithful_first",
    "faithful_second",
    "freely",
    "verb",
    "adjective",
    "apart",
    "neighbours_first",
    "neighbours_second",
    "between",
    "free_first",
    "free_second",
    "near_first",
    "near_second",
    "rarity_first",
    "rarity_second",
    "senses_first",
    "senses_second",
    "denials",
    "denied",
    "negative_words",
)


@dataclass(frozen=True, slots=True)
class MeaningMeasure:
    """Two words that may stand in one another's place, with their features.

    Attributes:
        language: Of the first.
        first, second: The words, in the order of the dictionary's languages.
        opposite: Whether the dictionary calls them opposites, or they stand at opposite ends of a scale.
        poles: Whether they stand at such ends, or what they are in does.
        features: In the order of FEATURES.
    """

    language: str
    first: PlacedWord
    second: PlacedWord
    opposite: bool
    poles: bool
    features: tuple[float, ...]


def meaning_measures(source: BeadSide, target: BeadSide, embedder: Embedder) -> list[MeaningMeasure]:
    """Every pair of words without a counterpart that may stand in one another's place; none without a dictionary."""
    of = bilingual(source.language, target.language)
    if of is None or not source.sentences or not target.sentences:
        return []
    first, second = (source, target) if source.language == of.equivalents.first else (target, source)
    aligned = align_words(first, second, embedder, of)
    free = free_words(aligned)
    if not len(free[0]) or not len(free[1]):
        return []
    return list(_measures(aligned, of, free[0], free[1]))


def free_words(aligned: Aligned) -> tuple[Integers, Integers]:
    """The words of either passage that have no counterpart and are no facts."""
    ours, theirs = (
        np.array([k for k, word in enumerate(passage.words) if partner[k] < 0 and not word.fact], dtype=np.int64)
        for passage, partner in zip((aligned.source, aligned.target), aligned.partner, strict=True)
    )
    return ours, theirs


def _measures(aligned: Aligned, of: Bilingual, ours: Integers, theirs: Integers) -> Iterator[MeaningMeasure]:
    one, two = aligned.source, aligned.target
    likeness = aligned.likeness
    place = places_of(aligned)
    score = likeness[np.ix_(ours, theirs)] - place[np.ix_(ours, theirs)] / (2 * NEAREST)
    chosen = np.zeros(score.shape, dtype=bool)
    np.put_along_axis(chosen, np.argsort(-score, axis=1)[:, :LOOKED_AT], True, axis=1)
    np.put_along_axis(chosen, np.argsort(-score, axis=0)[:LOOKED_AT], True, axis=0)
    chosen |= aligned.opposed[np.ix_(ours, theirs)]
    judgement = word_judgement(one.side.encoder)
    same = judgement.same(one.alone, two.alone)
    faithful = [
        judgement.faithfully(passage.alone, of_words(passage), language) for language, passage in enumerate((one, two))
    ]
    shared = {**_shared(aligned, ours, theirs), "freely": _freely(aligned, faithful)}
    concepts = (
        {k: _concepts("first", one.words[k], two) for k in ours.tolist()},
        {k: _concepts("second", two.words[k], one) for k in theirs.tolist()},
    )
    near = meanings_near(one.side, of.equivalents), meanings_near(two.side, of.equivalents)
    story = meanings_in(one.side.story, of.equivalents), meanings_in(two.side.story, of.equivalents)
    best_same, best_likeness, best_score = (_best_both_ways(table) for table in (same, likeness, score))
    linked = aligned.linked.any(axis=1), aligned.linked.any(axis=0)
    denied = (
        {k: _denied(one.side, one.words[k]) for k in ours.tolist()},
        {k: _denied(two.side, two.words[k]) for k in theirs.tolist()},
    )
    for a, b in zip(*np.nonzero(chosen), strict=True):
        i, j = int(ours[a]), int(theirs[b])
        mine, other = one.words[i], two.words[j]
        if aligned.linked[i, j]:
            continue
        poles = bool(aligned.opposed[i, j])
        relation = relation_of(of, mine.text, other.text, mine.behind, other.behind)
        said = of.equivalents.meanings(mine.text, of.equivalents.first)
        says = of.equivalents.meanings(other.text, of.equivalents.second)
        parts = mine.parts & other.parts
        values = {
            **shared,
            "opposite": relation.opposite,
            "poles": float(poles),
            "loosely": float(relation.loosely),
            "kin": relation.kin,
            "root": relation.root,
            "cognate": _cognate(mine.text, other.text, of),
            "excludes": float(len(exclude(mine.concepts, other.concepts))),
            "agrees": float(len(agree(mine.concepts, other.concepts))),
            **concepts[0][i],
            **concepts[1][j],
            "alone": float(aligned.alone[i, j]),
            "inside": float(aligned.inside[i, j]),
            "same": float(same[i, j]),
            "another": judgement.another_thing(one.alone[i], two.alone[j]),
            "same_best_first": max(LEAST, best_same[0].without(i, j)),
            "same_best_second": max(LEAST, best_same[1].without(j, i)),
            "faithful_first": float(faithful[0][i]),
            "faithful_second": float(faithful[1][j]),
            "rank_first": float((score[a] > score[a, b]).sum()),
            "rank_second": float((score[:, b] > score[a, b]).sum()),
            "rival_first": float(score[a, b]) - max(-0.5, best_score[0].without(a, b)),
            "rival_second": float(score[a, b]) - max(-0.5, best_score[1].without(b, a)),
            "best_first": max(0.0, best_likeness[0].without(i, j)),
            "best_second": max(0.0, best_likeness[1].without(j, i)),
            "linked_first": float(linked[0][i]),
            "linked_second": float(linked[1][j]),
            "known_first": float(mine.known),
            "known_second": float(other.known),
            "senses_first": math.log1p(len(said)),
            "senses_second": math.log1p(other.senses),
            "same_part": 0.5 if not mine.parts or not other.parts else float(bool(parts)),
            "noun": float("n" in parts),
            "verb": float("v" in parts),
            "adjective": float("adj" in parts),
            "adverb": float("adv" in parts),
            "apart": abs((i + 0.5) / len(one.words) - (j + 0.5) / len(two.words)),
            "neighbours_first": _neighbours(aligned.partner[0], i, j),
            "neighbours_second": _neighbours(aligned.partner[1], j, i),
            "between": float(place[i, j]),
            "rarity_first": mine.rarity,
            "rarity_second": other.rarity,
            "near_first": float(bool(said & near[1])),
            "near_second": float(bool(says & near[0])),
            "story_first": float(bool(said & story[1])),
            "story_second": float(bool(says & story[0])),
            **_gains(aligned, i, j, shared["cosine"]),
            "quoted": float(mine.quoted and other.quoted),
            "quoted_one": float(mine.quoted != other.quoted),
            "denied": float(denied[0][i] != denied[1][j]),
        }
        yield MeaningMeasure(
            of.equivalents.first,
            mine,
            other,
            poles or relation.opposite > 0,
            poles,
            tuple(values[name] for name in FEATURES),
        )


def _concepts(name: str, word: PlacedWord, other: Passage) -> dict[str, float]:
    """What the table of concepts says of a word and the other passage."""
    return {
        f"concepts_{name}": float(len(word.concepts)),
        f"concept_there_{name}": float(bool(agree(word.concepts, other.spoken))),
        f"excluded_{name}": float(sum(bool(exclude(word.concepts, one.concepts)) for one in other.words)),
    }


def _freely(aligned: Aligned, faithful: Sequence[Floats]) -> float:
    """How much rarer the words of both passages are linked than such words usually are, as a share."""
    expected, linked = [], []
    for passage, odds, axis in zip((aligned.source, aligned.target), faithful, (1, 0), strict=True):
        expected.append(sigmoid(odds)[passage.lexical])
        linked.append(aligned.linked.any(axis=axis)[passage.lexical])
    usual, told = np.concatenate(expected), np.concatenate(linked)
    return float((usual - told).sum() / max(1, len(usual)))


def _shared(aligned: Aligned, ours: Integers, theirs: Integers) -> dict[str, float]:
    one, two = aligned.source, aligned.target
    read = [[read_polarity(text, passage.side.language) for text in passage.side.texts] for passage in (one, two)]
    denials = [sum(len(polarity.negations) + polarity.idioms for polarity in side) for side in read]
    negative = [sum(len(p.strong) + len(p.weak) + len(p.prefixed) for p in side) for side in read]
    lexical = [max(1, int(passage.lexical.sum())) for passage in (one, two)]
    return {
        "free_first": len(ours) / lexical[0],
        "free_second": len(theirs) / lexical[1],
        "lone_first": float(len(ours)),
        "lone_second": float(len(theirs)),
        "cosine": cosine_of(one.whole, two.whole),
        "longer": math.log(max(1, one.side.length) / max(1, two.side.length)),
        "words": math.log1p(len(one.words) + len(two.words)),
        "sentences": float(len(one.side.sentences) + len(two.side.sentences)),
        "denials": float(abs(denials[0] - denials[1])),
        "negative_words": float(abs(negative[0] - negative[1])),
    }


def places_of(aligned: Aligned) -> Floats:
    """How far each word stands from where the counterparts of the other's neighbours are, in words."""
    n, m = len(aligned.source.words), len(aligned.target.words)
    result = np.full((n, m), float(NEAREST))
    for partner, table in ((aligned.partner[0], result), (aligned.partner[1], result.T)):
        places = np.arange(table.shape[1])
        for i in range(table.shape[0]):
            for step in (-2, -1, 1, 2):
                k = i + step
                if 0 <= k < len(partner) and partner[k] >= 0:
                    far = np.abs(places - partner[k]) - 1 + abs(step) - 1
                    table[i] = np.minimum(table[i], np.where(places == partner[k], NEAREST, far))
    return result


def _neighbours(partner: Integers, own: int, other: int) -> float:
    """How many of the words around one have their counterpart around the other."""
    around = [k for k in range(own - REACH, own + REACH + 1) if k != own and 0 <= k < len(partner)]
    return float(sum(partner[k] >= 0 and abs(int(partner[k]) - other) <= REACH for k in around))


@dataclass(frozen=True, slots=True)
class _Best:
    """The best and the second best of each row of a table, and where the best stands."""

    place: Integers
    best: Floats
    second: Floats

    @classmethod
    def of(cls, table: Floats) -> "_Best":
        rows, place = np.arange(len(table)), table.argmax(axis=1)
        others = table.astype(float)
        others[rows, place] = -np.inf
        return cls(place, table[rows, place], others.max(axis=1))

    def without(self, row: int, place: int) -> float:
        """The best of a row without that of one place; less than any number where there is no other."""
        return float(self.second[row] if self.place[row] == place else self.best[row])


def _best_both_ways(table: Floats) -> tuple[_Best, _Best]:
    """Of the rows, and of the columns."""
    return _Best.of(table), _Best.of(table.T)


def _gains(aligned: Aligned, i: int, j: int, cosine: float) -> dict[str, float]:
    """How much liker the passages are without the words."""
    one, two = aligned.source, aligned.target
    without_one, without_two = one.whole - one.added[i], two.whole - two.added[j]
    return {
        "gain": cosine_of(without_one, without_two) - cosine,
        "gain_first": cosine_of(without_one, two.whole) - cosine,
        "gain_second": cosine_of(one.whole, without_two) - cosine,
    }


def _cognate(first: str, second: str, of: Bilingual) -> float:
    """Letters in which two words begin alike, as a share of the longer, the first in the second's letters."""
    written = language_of(of.equivalents.first).romanized(first).lower()
    return same_beginning(written, second) / max(len(written), len(second), 1)


def _denied(side: BeadSide, word: PlacedWord) -> bool:
    return denial_before(side.story.sentences[word.sentence].text[: word.start], side.language)
