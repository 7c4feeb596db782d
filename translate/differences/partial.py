"""Partial coverage: which clause of a matched sentence the other side does not have."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.similarity import Floats
from translate.differences.facts import unmatched_facts
from translate.differences.mention import Facts, Mention
from translate.differences.story import Story
from translate.engines.protocols import Embedder

# Logistic regression on FEATURES; benchmarks/fit_partial.py writes the numbers and prints what they reach.
FEATURES = (
    "fit",
    "fit_of_others",
    "share",
    "length_ratio",
    "length_mended",
    "lone_facts",
    "shared_facts",
    "deletion_gain",
    "similarity",
    "clauses",
)
WEIGHTS = (-2.88, 1.61, 2.09, 3.34, 1.5, 1.06, -0.02, 3.74, -2.51, -0.49)
INTERCEPT = -2.38
THRESHOLD = 0.15  # about 1.5 flags per 100 untouched sentence pairs, of which the references explain some
RUSSIAN_LENGTH = 0.03  # mean log ratio of Russian to English characters in parallel news; fit_partial.py prints it
PLAUSIBLE_FIT = 0.75  # a clause that fits better than this is never flagged, and its deletion is not tried
LARGEST_SHARE = 0.75  # of its side; a larger stretch is no clause that was left out but another sentence


@dataclass(frozen=True, slots=True)
class PartialFinding:
    """A clause without counterpart.

    Attributes:
        sentence: Compared sentence in which it stands, on its own side.
        start, end: Offsets into that sentence, normalised.
        probability: That a careful reader misses it on the other side.
        fit: Best cosine of the clause with anything on the other side.
        lone: Values and names in it that the other side does not give.
    """

    sentence: int
    start: int
    end: int
    probability: float
    fit: float
    lone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseMeasure:
    """One clause of a bead with its features, before judgement."""

    sentence: int
    start: int
    end: int
    features: tuple[float, ...]
    lone: tuple[str, ...]


def find_partial(
    own: Story, others: Story, sentences: Sequence[int], counterparts: Sequence[int], embedder: Embedder
) -> tuple[PartialFinding, ...]:
    """Clauses of `sentences` (of `own`) that `counterparts` (of `others`) do not cover, in reading order."""
    findings = []
    for measure in clause_measures(own, others, sentences, counterparts, embedder):
        log_odds = INTERCEPT + sum(w * x for w, x in zip(WEIGHTS, measure.features, strict=True))
        probability = 1 / (1 + math.exp(-log_odds))
        if probability >= THRESHOLD:
            findings.append(
                PartialFinding(
                    measure.sentence, measure.start, measure.end, probability, measure.features[0], measure.lone
                )
            )
    return tuple(findings)


def clause_measures(
    own: Story, others: Story, sentences: Sequence[int], counterparts: Sequence[int], embedder: Embedder
) -> list[ClauseMeasure]:
    """Features of every clause that could be missing; none where a side is one clause or all clauses fit well."""
    places = [(i, start, end) for i in sentences for start, end in own.clauses[i]]
    if len(places) < 2:
        return []
    fits = _fits(own, others, sentences, counterparts)
    own_length = sum(len(own.sentences[i].text) for i in sentences)
    other_length = sum(len(others.sentences[j].text) for j in counterparts)
    ratio = _log_ratio(own_length, other_length, own.document.language)
    whole = _run(own, sentences, embedder)
    other = _run(others, counterparts, embedder)
    similarity = float(whole @ other)
    lone, shared = _facts(own, others, sentences, counterparts)
    measures = []
    for place, (i, start, end) in enumerate(places):
        share = (end - start) / own_length
        if fits[place] > PLAUSIBLE_FIT or share > LARGEST_SHARE:
            continue
        rest = " ".join(
            _without(own.sentences[k].text, start, end) if k == i else own.sentences[k].text for k in sentences
        )
        gain = float(embedder.encode([rest])[0] @ other) - similarity
        inside = [text for sentence, first, text in lone if sentence == i and start <= first < end]
        shared_inside = sum(sentence == i and start <= first < end for sentence, first in shared)
        without = _log_ratio(own_length - (end - start), other_length, own.document.language)
        features = (
            float(fits[place]),
            float(np.delete(fits, place).mean()),
            share,
            ratio,
            abs(ratio) - abs(without),
            float(min(2, len(inside))),
            float(min(2, shared_inside)),
            gain,
            similarity,
            math.log(len(places)),
        )
        measures.append(ClauseMeasure(i, start, end, features, tuple(inside)))
    return measures


def _fits(own: Story, others: Story, sentences: Sequence[int], counterparts: Sequence[int]) -> Floats:
    """Best cosine of each clause with the other side: its sentences, its clauses and those of the sentences beside it,
    where an attribution or a place may have gone."""
    mine = own.vectors.clauses[np.isin(own.vectors.clause_owner, sentences)]
    beside = {j + step for j in counterparts for step in (-1, 0, 1)}
    clauses = others.vectors.clauses[np.isin(others.vectors.clause_owner, sorted(beside))]
    rows = [others.vectors.runs[0][list(counterparts)], clauses]
    return np.asarray((mine @ np.concatenate(rows).T).max(axis=1), dtype=float)


def _run(story: Story, sentences: Sequence[int], embedder: Embedder) -> Floats:
    """Embedding of neighbouring sentences as one text; taken from the alignment where it has it."""
    runs = story.vectors.runs
    if len(sentences) <= len(runs) and sentences[-1] - sentences[0] == len(sentences) - 1:
        return np.asarray(runs[len(sentences) - 1][sentences[0]], dtype=float)
    return np.asarray(embedder.encode([story.text(sentences)])[0], dtype=float)


def _facts(
    own: Story, others: Story, sentences: Sequence[int], counterparts: Sequence[int]
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """Facts without counterpart as (sentence, offset, text), and those with one as (sentence, offset)."""
    near = [others.facts[j] for k in counterparts for j in (k - 1, k + 1) if 0 <= j < len(others.facts)]
    mine = [own.facts[i] for i in sentences]
    lone, _ = unmatched_facts(mine, [others.facts[j] for j in counterparts], near_target=near)
    missing = [(sentences[position], mention.start, mention.text) for position, mention in lone]
    known = {(sentence, first) for sentence, first, _ in missing}
    everything = [(i, mention.start) for i in sentences for mention in _mentions(own.facts[i])]
    return missing, [place for place in everything if place not in known]


def _mentions(facts: Facts) -> tuple[Mention, ...]:
    return (*facts.numbers, *facts.dates, *facts.names)


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()


def _log_ratio(own: int, other: int, language: str) -> float:
    """Logarithm of the length ratio, less what the two languages differ by as such."""
    usual = RUSSIAN_LENGTH if language == "ru" else -RUSSIAN_LENGTH
    return math.log((own + 5) / (other + 5)) - usual
