"""Whether two values of a retelling are given for the same thing: by what stands around them, and by their size.

In a translation a number stands where the other one does. In a retelling each version gives values of its own: "seven
months" of a pregnancy answer no "four regions", and "a profit of 1.9 billion" no "expenses of 2.8 billion".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from translate.counterparts.judgement import Judgement
from translate.differences.bead_side import BeadSide
from translate.differences.conflicts.opposition import Lone
from translate.differences.conflicts.strange_names import words_of
from translate.differences.conflicts.values_apart import is_given, likeness
from translate.facts.mention import Mention, NumberMention, Quantity
from translate.facts.number_words import dimensions
from translate.facts.quantities import DATED, TIME
from translate.languages.equivalents import equivalents
from translate.models.logistic import Logistic, logistic_from
from translate.models.stored import read_model

# Logistic regression on these, see benchmarks/fit/retold_values.py.
FEATURES = (
    "link", "window", "size", "counted", "counted_near", "around", "same_unit", "one_unit", "given", "fraction",
    "others", "one_spelled",
)  # fmt: skip
_COUNTED, _BEFORE = 3, 4  # words behind and before a value in which what it measures may be told
_NEAR = 2  # of them the first, in which what is counted stands but for an adjective
_MOST_AROUND, _FARTHEST, _MOST_OTHERS = 3, 3.0, 6  # from where more says no more
_TIMED = {"single": TIME, "spans": TIME, "counts": ""}  # dimensions of quantities
_SIZELESS = DATED | {"clock", "date", "often"}
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class SameThing:
    """Judges values of two sides that were aligned or told to correspond, and of which little else is known.

    Attributes:
        source, target: The sides.
        judged: What is told of both stories.
    """

    source: BeadSide
    target: BeadSide
    judged: Judgement

    def probability(self, one: Lone[Mention], other: Lone[Mention], others: int) -> float:
        """That two values, of the source and of the target, are given for the same thing, in [0, 1].

        Args:
            one, other: Values without counterpart.
            others: How many such values the two sides have together.
        """
        features = self.features(one, other, others)
        model = values_model(self.source.encoder)
        return model.probability(dict(zip(FEATURES, features, strict=True)))

    def features(self, one: Lone[Mention], other: Lone[Mention], others: int) -> tuple[float, ...]:
        """What is measured of two values, in the order of FEATURES."""
        i, j = self.source.sentences[one.sentence], self.target.sentences[other.sentence]
        ours, theirs = _meanings(self.source, one, self.target), _meanings(self.target, other, self.source)
        near, near_there = (_joined(behind[:_NEAR]) for behind, _ in (ours, theirs))
        around, around_there = (_joined((*behind, *before)) for behind, before in (ours, theirs))
        measures = [_measure(at.mention) for at in (one, other)]
        spelled = [_DIGIT.search(at.mention.text) is None for at in (one, other)]
        given = [
            is_given(at.mention, side.story.facts)
            for at, side in ((one, self.target), (other, self.source))
            if isinstance(at.mention, NumberMention)
        ]
        return (
            self._link(i, j),
            likeness(self.judged.words, (i, one.mention), (j, other.mention)),
            _apart(*measures),
            float(bool(ours[0] and theirs[0] and ours[0][0] & theirs[0][0])),
            float(bool(near & near_there)),
            float(min(_MOST_AROUND, len(around & around_there))),
            float(measures[0][0] != "" and measures[0][0] == measures[1][0]),
            float((measures[0][0] == "") != (measures[1][0] == "")),
            float(sum(given)),
            float(_has_fraction(one.mention) != _has_fraction(other.mention)),
            float(min(_MOST_OTHERS, others)),
            float(spelled[0] != spelled[1]),
        )

    def _link(self, i: int, j: int) -> float:
        """Probability that two sentences tell of the same thing; 0 where that was not weighed."""
        found = self.judged.links[(self.judged.source == i) & (self.judged.target == j)]
        return float(found[0]) if found.size else 0.0


def values_model(encoder: str) -> Logistic:
    """What was fitted for an encoder.

    Raises:
        ModelMismatch, StaleModel: Nothing was, or for other features.
    """
    return logistic_from(read_model("retold_values", encoder), FEATURES, "retold_values")


def _meanings(side: BeadSide, at: Lone[Mention], other: BeadSide) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """What the words behind and before a value may say; nothing without a dictionary of the two languages."""
    known = equivalents(side.language, other.language)
    if known is None:
        return [], []
    words = words_of((side.texts[at.sentence],), side.language)
    behind = [word for word in words if word.start >= at.mention.end][:_COUNTED]
    before = [word for word in words if word.end <= at.mention.start][-_BEFORE:]
    said, said_before = ([known.meanings(word.text, side.language) for word in part] for part in (behind, before))
    return said, said_before


def _joined(meanings: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*meanings)


def _measure(mention: Mention) -> tuple[str, float]:
    """What a value measures, and how much of it in the base unit of that; "" for a mere count."""
    if isinstance(mention, NumberMention):
        dimension, factor = dimensions().get(mention.unit or "", (mention.unit or "", 1.0))
        return dimension, abs(mention.amounts[0]) * factor
    if isinstance(mention, Quantity):
        amount = (mention.low + mention.high) / 2
        return ("share", 100 * amount) if mention.of == "shares" else (_TIMED.get(mention.of, mention.of), amount)
    return mention.kind, 0.0


def _apart(one: tuple[str, float], other: tuple[str, float]) -> float:
    """Log ratio of two amounts, at most _FARTHEST; 0 for what has no size."""
    if one[0] in _SIZELESS or other[0] in _SIZELESS:
        return 0.0
    left, right = one[1], other[1]
    return min(_FARTHEST, abs(log(left / right))) if left and right else _FARTHEST


def _has_fraction(mention: Mention) -> bool:
    return isinstance(mention, NumberMention) and bool(mention.amounts[0] % 1)
