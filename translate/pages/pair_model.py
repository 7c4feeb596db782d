"""How likely each line of a page is furniture or the headline, and of which kind, when the other version is at hand.

Like page_model.py, whose first answers it begins with; benchmarks/fit/page_pairs.py fits it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import numpy as np

from translate.models.softmax import Softmax, softmax_from
from translate.models.stored import read_model, require_features
from translate.models.trees import Floats, Trees, trees_from
from translate.pages.kinds import (
    FURNITURE_KINDS,
    KINDS,
    around_kinds,
    block_features,
    kind_features,
    kinds_seen,
    names_of_kinds,
)
from translate.pages.witness import OF_WITNESS, Witness, witness_features
from translate.text.document import Label
from translate.text.line_features import feature_names
from translate.text.lines import Line
from translate.text.page_model import OF_GUESSES, Judgement, second_features


@dataclass(frozen=True, slots=True, eq=False)
class Facing:
    """A page that faces the other version.

    Attributes:
        lines: Of the page, n of them.
        features: Of the lines, without the other version, shape (n, k).
        witness: What is compared with the other version.
    """

    lines: Sequence[Line]
    features: Floats
    witness: Witness


@dataclass(frozen=True, slots=True, eq=False)
class PairModel:
    """What is fitted for pages that face another version.

    Attributes:
        kinds: First answer: of which of KINDS a line seems to be.
        labels: Second answer: of which of FURNITURE_KINDS it is, if it is furniture.
        furniture, headline: Trees over all that is known.
    """

    kinds: Softmax
    labels: Softmax
    furniture: Trees
    headline: Trees


@dataclass(frozen=True, slots=True, eq=False)
class PairJudgement:
    """What the lines of a page are likely to be.

    Attributes:
        lines: Their probabilities.
        labels: The likeliest kind of each, if it is furniture.
        leads: Probability of each that it is a lead, shape (n,).
    """

    lines: Judgement
    labels: tuple[Label, ...]
    leads: Floats


def judge_facing(own: Facing, other: Witness, model: PairModel) -> PairJudgement:
    """Judge the lines of a page with the other version as the witness."""
    first = first_kinds(own, model.kinds)
    features = pair_features(own, other, first)
    named = model.labels.probabilities(around_kinds(first)).argmax(axis=1)
    return PairJudgement(
        Judgement(model.furniture.probability(features), model.headline.probability(features)),
        tuple(cast(Label, model.labels.classes[number]) for number in named.tolist()),
        first[:, KINDS.index("lead")],
    )


def first_kinds(own: Facing, kinds: Softmax) -> Floats:
    """Of which of KINDS each line seems to be, shape (n, c)."""
    return kinds.probabilities(kind_features(own.lines, own.features, own.witness.owner.tolist(), own.witness.rows))


def pair_features(own: Facing, other: Witness, first: Floats) -> Floats:
    """All that the trees are asked about, in the order of `names_of_pair_features`."""
    guesses = own.witness.guesses
    return np.hstack(
        [
            second_features(own.lines, own.features, guesses),
            witness_features(own.witness, other),
            kinds_seen(first),
            block_features(own.lines, first, guesses.furniture),
        ]
    )


def names_of_pair_features() -> tuple[str, ...]:
    """Names of the features, in their order."""
    return (*feature_names(), *OF_GUESSES, *OF_WITNESS, *names_of_kinds())


def pair_model_from(record: Mapping[str, Any]) -> PairModel:
    """The model from a record of fitted numbers.

    Raises:
        StaleModel: It was fitted on other features or for other kinds.
    """
    require_features(record["features"], names_of_pair_features(), "page_pairs")
    require_features(record["kinds"]["classes"], KINDS, "page_pairs")
    require_features(record["labels"]["classes"], FURNITURE_KINDS, "page_pairs")
    return PairModel(
        softmax_from(record["kinds"]),
        softmax_from(record["labels"]),
        trees_from(record["furniture"]),
        trees_from(record["headline"]),
    )


@cache
def pair_model(encoder: str) -> PairModel:
    """What was fitted for an encoder.

    Raises:
        ModelMismatch, StaleModel: Nothing was, or for other features.
    """
    return pair_model_from(read_model("page_pairs", encoder))
