"""Partial coverage: which clause of a matched sentence the other side does not have."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from translate.alignment.similarity import Floats
from translate.differences.facts import unmatched_facts
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
GAIN = FEATURES.index("deletion_gain")
LARGEST_GAIN = 0.2  # no deletion gains more; a clause that would need more is not tried
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
    """One clause of a bead with its features, before judgement.

    Attributes:
        sentence, start, end: Its place, as in a PartialFinding.
        features: In the order of FEATURES; the deletion gain is 0 until `with_gains` has tried it.
        lone: Values and names in it that the other side does not give.
        rest: The bead's side without it.
    """

    sentence: int
    start: int
    end: int
    features: tuple[float, ...]
    lone: tuple[str, ...]
    rest: str

    @property
    def log_odds(self) -> float:
        """Of the clause being missed on the other side."""
        return INTERCEPT + sum(weight * value for weight, value in zip(WEIGHTS, self.features, strict=True))


def find_partial(
    own: Story, others: Story, sentences: Sequence[int], counterparts: Sequence[int], embedder: Embedder
) -> tuple[PartialFinding, ...]:
    """Clauses of `sentences` (of `own`) that `counterparts` (of `others`) do not cover, in reading order."""
    measures = clause_measures(own, others, sentences, counterparts, embedder)
    needed = math.log(THRESHOLD / (1 - THRESHOLD))
    within_reach = [measure for measure in measures if measure.log_odds + WEIGHTS[GAIN] * LARGEST_GAIN >= needed]
    return tuple(
        PartialFinding(
            measure.sentence,
            measure.start,
            measure.end,
            1 / (1 + math.exp(-measure.log_odds)),
            measure.features[0],
            measure.lone,
        )
        for measure in with_gains(within_reach, own, others, sentences, counterparts, embedder)
        if measure.log_odds >= needed
    )


def clause_measures(
    own: Story, others: Story, sentences: Sequence[int], counterparts: Sequence[int], embedder: Embedder
) -> list[ClauseMeasure]:
    """Features of every clause that could be missing; none where a side is one clause or blank, or all fit well."""
    places = [(i, start, end) for i in sentences for start, end in own.clauses[i]]
    own_length = sum(len(own.sentences[i].text) for i in sentences)
    other_length = sum(len(others.sentences[j].text) for j in counterparts)
    if len(places) < 2 or not own_length or not other_length:
        return []
    fits = _fits(own, others, sentences, counterparts)
    language = own.document.language
    ratio = _log_ratio(own_length, other_length, language)
    similarity = float(_run(own, sentences, embedder) @ _run(others, counterparts, embedder))
    lone, shared = _facts(own, others, sentences, counterparts)
    measures = []
    for place, (i, start, end) in enumerate(places):
        share = (end - start) / own_length
        if fits[place] > PLAUSIBLE_FIT or share > LARGEST_SHARE:
            continue
        inside = [text for sentence, first, text in lone if sentence == i and start <= first < end]
        features = (
            float(fits[place]),
            float(np.delete(fits, place).mean()),
            share,
            ratio,
            abs(ratio) - abs(_log_ratio(own_length - (end - start), other_length, language)),
            float(min(2, len(inside))),
            float(min(2, sum(sentence == i and start <= first < end for sentence, first in shared))),
            0.0,
            similarity,
            math.log(len(places)),
        )
        measures.append(ClauseMeasure(i, start, end, features, tuple(inside), _rest(own, sentences, i, start, end)))
    return measures


def with_gains(
    measures: Sequence[ClauseMeasure],
    own: Story,
    others: Story,
    sentences: Sequence[int],
    counterparts: Sequence[int],
    embedder: Embedder,
) -> list[ClauseMeasure]:
    """The same measures, with what the similarity of the two sides gains when the clause is left out."""
    if not measures:
        return []
    other = _run(others, counterparts, embedder)
    similarity = float(_run(own, sentences, embedder) @ other)
    gains = embedder.encode([measure.rest for measure in measures]) @ other - similarity
    return [
        replace(measure, features=(*measure.features[:GAIN], float(gain), *measure.features[GAIN + 1 :]))
        for measure, gain in zip(measures, gains, strict=True)
    ]


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
    everything = [(i, mention.start) for i in sentences for mention in own.facts[i].mentions]
    return missing, [place for place in everything if place not in known]


def _rest(own: Story, sentences: Sequence[int], sentence: int, start: int, end: int) -> str:
    """Text of the sentences with one stretch of one of them left out."""
    texts = {k: own.sentences[k].text for k in sentences}
    texts[sentence] = f"{texts[sentence][:start].rstrip()} {texts[sentence][end:].lstrip()}".strip()
    return " ".join(texts.values())


def _log_ratio(own: int, other: int, language: str) -> float:
    """Logarithm of the length ratio, less what the two languages differ by as such."""
    usual = RUSSIAN_LENGTH if language == "ru" else -RUSSIAN_LENGTH
    return math.log((own + 5) / (other + 5)) - usual
