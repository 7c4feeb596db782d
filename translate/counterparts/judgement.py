"""Judging every sentence of two stories against the whole other text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.bead import Bead
from translate.alignment.similarity import Floats, Integers
from translate.counterparts.context import context_features
from translate.counterparts.model import Models, models
from translate.counterparts.pair_features import Both, pair_features
from translate.counterparts.reading import read_both
from translate.counterparts.relation import Relation, relation_of, story_features
from translate.counterparts.told import Counterpart, Told
from translate.counterparts.unit_features import unit_features
from translate.counterparts.units import clauses_of, sentences_of
from translate.counterparts.word_features import word_features
from translate.counterparts.words import Words
from translate.engines.protocols import Embedder
from translate.story.states import judged_by
from translate.story.story import Story

LINKED = 0.5  # probability from which two sentences are counterparts


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """What was judged, over the compared sentences of both stories.

    Attributes:
        told: The verdict on each sentence of the source, and of the target.
        source, target: Sentences of each pair that was weighed, shape (p,).
        links: Probability that they tell of the same thing, shape (p,).
        words: Of both sides, see `Words`.
        told_words: Probability that what a word says is told over there, of each word of both sides.
        relation: Whether the texts translate or retell each other.
    """

    told: tuple[tuple[Told, ...], tuple[Told, ...]]
    source: Integers
    target: Integers
    links: Floats
    words: tuple[Words, Words]
    told_words: tuple[Floats, Floats]
    relation: Relation

    def partners(self, side: int, sentence: int, least: float = LINKED) -> tuple[int, ...]:
        """The counterparts of one sentence of a side, ascending."""
        own, other = (self.source, self.target) if side == 0 else (self.target, self.source)
        return tuple(sorted(other[(own == sentence) & (self.links >= least)].tolist()))


def judge(
    source: Story, target: Story, beads: Sequence[Bead], embedder: Embedder, fitted: Models | None = None
) -> Judgement:
    """Judge two aligned stories.

    Args:
        source, target: The stories.
        beads: Their alignment over the compared sentences; what a reviewer linked or set apart by hand stands.
        embedder: The encoder that told the stories.
        fitted: Models; those fitted for the encoder, or for both, if None.

    Raises:
        ModelMismatch, StaleModel: Nothing was fitted for the encoder.
    """
    chosen = fitted or models(judged_by(source.vectors.encoder))
    both = read_both(source, target, beads, embedder, second=chosen.states)
    first, links = judged_pairs(both, chosen)
    of_sentences = (
        unit_features(both, 0, sentences_of(source, both.words[0]), links, first),
        unit_features(both, 1, sentences_of(target, both.words[1]), links, first),
    )
    translation = chosen.translation(story_features(of_sentences))
    told, told_words = [], []
    for side, (story, words, sentences) in enumerate(zip((source, target), both.words, of_sentences, strict=True)):
        clauses = unit_features(both, side, clauses_of(story, words), links, first)
        none, full = (model.probability(sentences, translation) for model in (chosen.none, chosen.full))
        told.append(
            [Told(float((1 - n) * f), float((1 - n) * (1 - f)), float(n)) for n, f in zip(none, full, strict=True)]
        )
        told_words.append(chosen.word.probability(word_features(both, side, links, sentences, clauses)))
    links = _by_hand(both, links, told)
    return Judgement(
        told=(tuple(told[0]), tuple(told[1])),
        source=both.pairs.source,
        target=both.pairs.target,
        links=links,
        words=both.words,
        told_words=(told_words[0], told_words[1]),
        relation=relation_of(translation),
    )


def judged_pairs(both: Both, fitted: Models) -> tuple[Floats, Floats]:
    """Probability of every pair before and after the pairs around it were asked."""
    features = pair_features(both)
    first = fitted.first.probability(features)
    second = fitted.second.probability(np.concatenate([features, context_features(both.pairs, first)], axis=1))
    return first, fitted.link.corrected(second)


def counterparts_of(judged: Judgement) -> tuple[Counterpart, ...]:
    """The sentences that tell of the same thing, in reading order of the source.

    One sentence with those that all have it for their only counterpart is one counterpart; other pairs stand alone.
    """
    likely = np.flatnonzero(judged.links >= LINKED)
    pairs = list(zip(judged.source[likely].tolist(), judged.target[likely].tolist(), strict=True))
    probability = dict(zip(pairs, judged.links[likely].tolist(), strict=True))
    of_source: dict[int, list[int]] = {}
    of_target: dict[int, list[int]] = {}
    for i, j in pairs:
        of_source.setdefault(i, []).append(j)
        of_target.setdefault(j, []).append(i)
    groups: dict[tuple[tuple[int, ...], tuple[int, ...]], None] = {}
    for i, j in pairs:
        if all(of_target[other] == [i] for other in of_source[i]):
            groups[(i,), tuple(of_source[i])] = None
        elif all(of_source[other] == [j] for other in of_target[j]):
            groups[tuple(of_target[j]), (j,)] = None
        else:
            groups[(i,), (j,)] = None
    return tuple(_counterpart(judged, *group, probability) for group in sorted(groups))


def _counterpart(
    judged: Judgement, source: tuple[int, ...], target: tuple[int, ...], probability: dict[tuple[int, int], float]
) -> Counterpart:
    left, right = ([judged.told[side][k] for k in members] for side, members in enumerate((source, target)))
    full = any(all(told.strength == "full" for told in side) for side in (left, right))
    mean = sum(probability[i, j] for i in source for j in target) / (len(source) * len(target))
    return Counterpart(source, target, "full" if full else "part", mean)


def _by_hand(both: Both, links: Floats, told: Sequence[list[Told]]) -> Floats:
    """The links with those that a reviewer made, and without the sentences that were set apart; told in place."""
    links = links.copy()
    for bead in both.beads:
        if bead.explanation is None or not bead.explanation.by_hand:
            continue
        for side, members, places in ((0, bead.source, both.pairs.source), (1, bead.target, both.pairs.target)):
            links[np.isin(places, members)] = 0.0
            for k in members:
                left = told[side][k]
                known = max(1e-9, left.full + left.part)
                told[side][k] = (
                    Told(left.full / known, left.part / known, 0.0) if bead.two_sided else Told(0.0, 0.0, 1.0)
                )
        inside = np.isin(both.pairs.source, bead.source) & np.isin(both.pairs.target, bead.target)
        links[inside] = 1.0
    return links
