"""Words inside quotation marks on both sides: whether the two quotations say the same.

What is quoted is translated closely, or it is told without marks; so a word in marks without a counterpart in the other
version tells more than one elsewhere, and so do all of a quotation together.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.similarity import Floats
from translate.differences.bead_side import BeadSide
from translate.differences.contrasts.aligned_words import (
    Aligned,
    Passage,
    PlacedWord,
    align_words,
    cosine_of,
    of_words,
)
from translate.differences.contrasts.word_judgement import word_judgement
from translate.engines.protocols import Embedder
from translate.languages.bilingual import Bilingual, bilingual, relation_of
from translate.languages.concepts import agree, exclude
from translate.models.trees import sigmoid

MOST = 4.0  # what counts of a number of words
LEAST = -10.0  # log odds of there being no other word


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """What two quotations are found to have.

    Attributes:
        features: By name.
        least_told: By language the word that is most surely told by an equivalent and has none over there; None where
            each has its counterpart.
    """

    features: Mapping[str, float]
    least_told: Mapping[str, PlacedWord | None]


def quoted_words(source: BeadSide, target: BeadSide, embedder: Embedder) -> QuotedWords | None:
    """Compare what stands in quotation marks; None where a side has no such word, or every one has its counterpart."""
    of = bilingual(source.language, target.language)
    if of is None:
        return None
    one, two = (source, target) if source.language == of.equivalents.first else (target, source)
    aligned = align_words(one, two, embedder, of)
    passages = aligned.source, aligned.target
    inside = [[k for k, word in enumerate(passage.words) if word.quoted] for passage in passages]
    if not all(inside):
        return None
    free = [
        [k for k in places if aligned.partner[side][k] < 0 and not passages[side].words[k].fact]
        for side, places in enumerate(inside)
    ]
    if not free[0] and not free[1]:
        return None
    judgement = word_judgement(one.encoder)
    same = judgement.same(aligned.source.alone, aligned.target.alone)
    expected = [
        sigmoid(judgement.faithfully(passage.alone, of_words(passage), side)) for side, passage in enumerate(passages)
    ]
    least = [_least_told(places, expected[side]) for side, places in enumerate(free)]
    features = _of_passages(aligned, inside, free)
    for side, name in enumerate(("first", "second")):
        best = same.max(axis=1 - side, initial=LEAST)
        told = [float(expected[side][k]) for k in free[side]]
        features[f"expected {name}"] = max(told, default=0.0)
        features[f"all expected {name}"] = min(MOST, sum(told))
        features[f"unlike {name}"] = -float(min((best[k] for k in free[side]), default=0.0)) / 10
        features[f"linked {name}"] = float(any(aligned.linked.any(axis=1 - side)[k] for k in free[side]))
    features |= _of_pairs(aligned, of, free, same)
    if least[0] is not None and least[1] is not None:
        features["another"] = judgement.another_thing(aligned.source.alone[least[0]], aligned.target.alone[least[1]])
    words = {
        passages[side].side.language: None if k is None else passages[side].words[k] for side, k in enumerate(least)
    }
    return QuotedWords(features, words)


def _least_told(places: Sequence[int], expected: Floats) -> int | None:
    """The word that is most surely told by an equivalent, and has none."""
    return max(places, key=lambda k: float(expected[k]), default=None)


def _of_passages(aligned: Aligned, inside: Sequence[Sequence[int]], free: Sequence[Sequence[int]]) -> dict[str, float]:
    """How much of the quotations, and of what stands around them, has its counterpart."""
    one, two = aligned.source, aligned.target
    shares = [len(free[side]) / len(inside[side]) for side in (0, 1)]
    around = [
        [k for k, word in enumerate(passage.words) if not word.quoted and not word.fact] for passage in (one, two)
    ]
    lost = [sum(aligned.partner[side][k] < 0 for k in around[side]) / max(1, len(around[side])) for side in (0, 1)]
    cosine = cosine_of(_sum(one, inside[0]), _sum(two, inside[1]))
    return {
        "free": min(MOST, float(len(free[0]) + len(free[1]))),
        "both": float(bool(free[0]) and bool(free[1])),
        "one each": float(len(free[0]) == 1 and len(free[1]) == 1),
        "share": sum(shares) / 2,
        "least share": min(shares),
        "around": sum(lost) / 2,
        "more than around": sum(shares) / 2 - sum(lost) / 2,
        "words": math.log(len(inside[0]) + len(inside[1])),
        "longer": abs(math.log((len(inside[0]) + 1) / (len(inside[1]) + 1))),
        "cosine": cosine,
        "cosine of all": cosine_of(one.whole, two.whole),
        "better without": cosine_of(
            _sum(one, [k for k in inside[0] if k not in free[0]]), _sum(two, [k for k in inside[1] if k not in free[1]])
        )
        - cosine,
    }


def _of_pairs(aligned: Aligned, of: Bilingual, free: Sequence[Sequence[int]], same: Floats) -> dict[str, float]:
    """What is known of the words without a counterpart, two by two."""
    opposite = excluded = agreed = 0.0
    likest = LEAST
    for i in free[0]:
        for j in free[1]:
            first, second = aligned.source.words[i], aligned.target.words[j]
            relation = relation_of(of, first.text, second.text, first.behind, second.behind)
            opposite = max(opposite, float(relation.opposite))
            excluded = max(excluded, float(bool(exclude(first.concepts, second.concepts))))
            agreed = max(agreed, float(bool(agree(first.concepts, second.concepts))))
            likest = max(likest, float(same[i, j]))
    return {"opposite": opposite, "excludes": excluded, "agrees": agreed, "likest": likest / 10}


def _sum(passage: Passage, places: Sequence[int]) -> Floats:
    return np.asarray(passage.inside[list(places)].sum(axis=0)) if places else np.zeros(passage.inside.shape[1])
