"""Whether a stretch of a retold sentence is missing over there: a second judgement, beside that of translations.

Two newsrooms say little in the same words, so the first judgement, which knows translations, misses most of what only
one of them says. This one sees beside it what was judged of every word of the stretch, and of the rest of the sentence.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

import numpy as np

from translate.alignment.similarity import Floats
from translate.counterparts.judgement import Judgement
from translate.differences.bead_side import BeadSide
from translate.differences.parts.partial_features import FEATURES, Measure
from translate.differences.parts.state_cover import STATE_FEATURES
from translate.models.logistic import log_odds
from translate.models.stored import read_model, require_features
from translate.models.trees import sigmoid
from translate.story.states import is_of_both, of_both

RETOLD_FEATURES = (
    "said",
    "told_mean",
    "told_least",
    "told_most",
    "told_median",
    "rest_mean",
    "rest_least",
    "words_inside",
    "words_outside",
    "full",
    "part",
    "none",
    "translation",
    "counterparts",
    "sentences",
    "characters",
    *FEATURES,
)
RETOLD_FEATURES_OF_BOTH = (*RETOLD_FEATURES, *STATE_FEATURES)
# Probabilities from which a stretch is told of, for those of the first judgement; benchmarks/fit/retold_parts.py prints
# what each reaches.
LEASTS: Mapping[float, float] = MappingProxyType({0.7: 0.7, 0.5: 0.55, 0.25: 0.4})


def retold_probability(
    found: Sequence[Measure], said: Sequence[float], own: BeadSide, other: BeadSide, judged: Judgement
) -> list[float]:
    """Of each stretch to be missing on the other side.

    Args:
        found: The stretches.
        said: What the first judgement says of each.
        own, other: The side in which they stand, and what tells of it.
        judged: Of both stories.
    """
    if not found:
        return []
    second = len(found[0].features) > len(FEATURES)  # as the stretches were measured
    intercept, weights = retold_model(of_both(own.encoder) if second else own.encoder)
    features = retold_features(found, said, own, other, judged)
    return [float(value) for value in sigmoid(intercept + features @ weights)]


def retold_features(
    found: Sequence[Measure], said: Sequence[float], own: BeadSide, other: BeadSide, judged: Judgement
) -> Floats:
    """Features of one stretch or more, shape (n, features).

    They stand in the order of RETOLD_FEATURES, or of RETOLD_FEATURES_OF_BOTH where the stretches were measured so.
    """
    side = int(own.name == "target")
    words, told_words = judged.words[side], judged.told_words[side]
    rows = []
    for measure, probability in zip(found, said, strict=True):
        stretch = measure.stretch
        first, last = int(words.first[stretch.sentence]), int(words.first[stretch.sentence + 1])
        starts, told = words.start[first:last], told_words[first:last]
        within = (starts >= stretch.start) & (starts < stretch.end)
        inside, rest = _or_unsure(told[within]), _or_unsure(told[~within])
        verdict = judged.told[side][stretch.sentence]
        rows.append(
            (
                float(log_odds(np.array(probability))),
                inside.mean(),
                inside.min(),
                inside.max(),
                float(np.median(inside)),
                rest.mean(),
                rest.min(),
                len(inside),
                len(rest),
                verdict.full,
                verdict.part,
                verdict.none,
                judged.relation.translation,
                len(other.sentences),
                len(own.sentences),
                stretch.end - stretch.start,
                *measure.features,
            )
        )
    return np.array(rows, dtype=float)


def _or_unsure(told: Floats) -> Floats:
    """The probabilities of some words; a half where there are none."""
    return told if len(told) else np.array([0.5])


@cache
def retold_model(encoder: str) -> tuple[float, Floats]:
    """Intercept and weights of the regression fitted for an encoder, or for both, see `of_both`.

    Raises:
        ModelMismatch, StaleModel: There is none, or one for other features.
    """
    record = read_model("retold_parts", encoder)
    require_features(
        record["features"], RETOLD_FEATURES_OF_BOTH if is_of_both(encoder) else RETOLD_FEATURES, "retold_parts"
    )
    return float(record["intercept"]), np.array(record["weights"], dtype=float)
