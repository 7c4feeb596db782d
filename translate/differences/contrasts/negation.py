"""Negations that only one of two corresponding passages has.

Plain negations are counted on both sides, idioms left out. Where one side has more, each negation without a partner is
judged by what it denies and by what the other side has instead: the same predicate in the affirmative speaks for a
contrast; a word that denies by its meaning (failed, lack, impossible) or an idiom speaks against one.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.counterpart import mean_vector
from translate.differences.contrasts.judgement import likeliest
from translate.differences.contrasts.polarity import Negation, Polarity, read_polarity
from translate.differences.contrasts.senses import find_senses, settled
from translate.languages.dictionary import opposites_of
from translate.languages.equivalents import WORD, equivalents
from translate.languages.registry import have_table
from translate.models.logistic import Logistic, logistic_from
from translate.models.stored import read_model
from translate.story.vectors import Embeddings
from translate.story.words import word_vectors
from translate.text.sides import SideName, in_order
from translate.wording.phrase import Phrase

# Of a logistic regression; benchmarks/fit/negation.py fits it and prints what it reaches.
FEATURES = (
    "verb",
    "none",
    "without",
    "part",
    "modal",
    "head",
    "heads",
    "matched",
    "weak",
    "idioms",
    "similarity",
    "length",
    "longer",
    "surplus",
    "opposed",
    "strong",
    "prefixed",
    "told",
    "told alone",
    "opposite",
)
BALANCED = 0.5  # on planted edits of stories as many flags are right as edits are found; 0.3 per 100 untouched pairs
UNKNOWN = 0.4  # likeness of a denied word that has no embedding, a name for instance: that of unrelated words
TRANSLATED = 0.65  # two words at least as near as this say the same
SHOWN = 0.6  # the counterpart of a denied word is shown if it is as near as this


@dataclass(frozen=True, slots=True)
class NegationMeasure:
    """A negation without a partner on the other side, with its features, before judgement.

    Attributes:
        side: The side that has it.
        sentence: Compared sentence in which it stands.
        negation: The negation, its offsets counting from the beginning of that sentence.
        features: In the order of FEATURES.
        encoder: Name of the one that told the stories.
        counterpart: The word of the other side that is nearest to what is denied; "" if none is near.
    """

    side: SideName
    sentence: int
    negation: Negation
    features: tuple[float, ...]
    encoder: str
    counterpart: str

    @property
    def probability(self) -> float:
        """That a careful reader would call it a contrast."""
        return negation_model(self.encoder).probability(dict(zip(FEATURES, self.features, strict=True)))


@dataclass(frozen=True, slots=True)
class _Passage:
    """One side of a bead with what it denies, and the embeddings of its words."""

    side: BeadSide
    polarities: tuple[Polarity, ...]
    vectors: Mapping[str, Embeddings]
    settled: Mapping[int, Sequence[tuple[int, int]]]

    @property
    def length(self) -> int:
        """Characters, its sentences parted by spaces."""
        return len(" ".join(self.side.texts))

    @property
    def negations(self) -> list[tuple[int, Negation]]:
        """All negations, each with its sentence, but those of what both versions say in their ways."""
        return [
            (i, negation)
            for i, polarity in zip(self.side.sentences, self.polarities, strict=True)
            for negation in polarity.negations
            if not any(start < negation.end and negation.start < end for start, end in self.settled.get(i, ()))
        ]

    @property
    def idioms(self) -> int:
        return sum(polarity.idioms for polarity in self.polarities)

    def words(self, kind: str) -> list[str]:
        """Words that deny by their meaning: "strong", "weak" or "prefixed"."""
        return [word for polarity in self.polarities for word in getattr(polarity, kind)]


@cache
def negation_model(encoder: str) -> Logistic:
    """What was fitted for an encoder.

    Raises:
        ModelMismatch, StaleModel: Nothing was, or for other features.
    """
    return logistic_from(read_model("negation", encoder), FEATURES, "negation")


def find_negations(source: BeadSide, target: BeadSide, *, least: float = BALANCED) -> tuple[Contrast, ...]:
    """Contrasts of kind "negation" in one two-sided bead.

    At most one: of what both versions say in so many words, else of a lone negation; none where one of the languages
    has no negation.toml.

    Args:
        source, target: The two sides of the bead.
        least: Probability in [0, 1] below which nothing is told.
    """
    if not have_table("negation", source.language, target.language):
        return ()
    measure = likeliest(negation_measures(source, target), least)
    senses = [each for each in find_senses(source, target) if each.confidence >= least]
    if measure is None or (senses and not _begins_with(senses[0], measure)):
        return tuple(senses)
    return (_contrast(*in_order(measure.side, source, target), measure),)


def _begins_with(sense: Contrast, measure: NegationMeasure) -> bool:
    """Whether what one version says is no more than the negation that the other has none for: "не нашла" - "found"."""
    (stretch, *_) = in_order(measure.side, sense.source, sense.target)[0]
    return (stretch.sentence, stretch.start) == (measure.sentence, measure.negation.start)


def negation_measures(source: BeadSide, target: BeadSide) -> list[NegationMeasure]:
    """Features of every negation that has no partner; none where both sides have as many."""
    same = settled(source, target)
    one, two = _passage(source, same), _passage(target, same)
    surplus = len(one.negations) - len(two.negations)
    if not surplus:
        return []
    own, other = (one, two) if surplus > 0 else (two, one)
    similarity = float(mean_vector(source) @ mean_vector(target))
    shared = _shared_features(own, other, similarity)
    return [_measure(sentence, negation, own, other, shared) for sentence, negation in _lone(own, other)]


def _passage(side: BeadSide, same: Mapping[tuple[str, int], Sequence[tuple[int, int]]]) -> _Passage:
    polarities = tuple(read_polarity(text, side.language) for text in side.texts)
    stretches = {i: same[side.name, i] for i in side.sentences if (side.name, i) in same}
    return _Passage(side, polarities, word_vectors(side.story, side.sentences), stretches)


def _lone(own: _Passage, other: _Passage) -> list[tuple[int, Negation]]:
    """Negations left when every negation of the other side has taken the one that denies the likest words."""
    left = own.negations
    partners = [negation for _, negation in other.negations]
    likeness = sorted(
        (-_likeness(mine, theirs, own, other), place, turn)
        for place, (_, mine) in enumerate(left)
        for turn, theirs in enumerate(partners)
    )
    taken: dict[int, int] = {}
    for _, place, turn in likeness:
        if place not in taken and turn not in taken.values():
            taken[place] = turn
    return [item for place, item in enumerate(left) if place not in taken]


def _likeness(mine: Negation, theirs: Negation, own: _Passage, other: _Passage) -> float:
    near = [
        float(own.vectors[word] @ other.vectors[head])
        for word in mine.heads[:2]
        for head in theirs.heads[:2]
        if word in own.vectors and head in other.vectors
    ]
    return max(near, default=0.0)


def _shared_features(own: _Passage, other: _Passage, similarity: float) -> dict[str, float]:
    """Features that all negations of a bead share."""
    denied = {head for _, negation in own.negations for head in negation.heads[:1]}
    rest = {word: vector for word, vector in own.vectors.items() if word not in denied}
    weak = _untranslated(other, "weak", own.vectors) - _untranslated(own, "weak", other.vectors)
    prefixed = _untranslated(other, "prefixed", rest) - _untranslated(own, "prefixed", other.vectors)
    return {
        "matched": float(bool(other.negations)),
        "weak": _within(weak),
        "idioms": max(0.0, float(other.idioms - own.idioms)),
        "similarity": similarity,
        "length": math.log(own.length),
        "longer": max(0.0, math.log(own.length / other.length)) if other.length else 0.0,
        "surplus": float(len(own.negations) - len(other.negations)),
        "strong": _within(len(other.words("strong")) - len(own.words("strong"))),
        "prefixed": _within(prefixed),
    }


def _within(excess: int) -> float:
    return float(min(2, max(0, excess)))


def _untranslated(passage: _Passage, kind: str, others: Mapping[str, Embeddings]) -> int:
    """How many denying words of a passage are not translations of a word of the other side."""
    vectors = np.array(list(others.values())) if others else np.zeros((1, 1))
    return sum(
        word not in passage.vectors or not others or float((vectors @ passage.vectors[word]).max()) <= TRANSLATED
        for word in passage.words(kind)
    )


def _measure(
    sentence: int, negation: Negation, own: _Passage, other: _Passage, shared: Mapping[str, float]
) -> NegationMeasure:
    opposing = set(other.words("prefixed"))
    affirmed = [word for word in other.vectors if word not in opposing and word not in set(other.words("strong"))]
    near = [_nearest(head, affirmed, own, other) for head in negation.heads if head in own.vectors]
    opposed = [
        _nearest(head, [word for word in other.vectors if word in opposing], own, other)[0]
        for head in negation.heads[:2]
        if head in own.vectors
    ]
    features = {
        **shared,
        **{form: float(negation.form == form) for form in ("verb", "none", "without", "part")},
        "modal": float(negation.modal),
        "head": near[0][0] if near else UNKNOWN,
        "heads": sum(cosine for cosine, _ in near) / len(near) if near else UNKNOWN,
        "opposed": max(opposed, default=0.0),
    }
    features |= _by_dictionary(negation, own, other, shared)
    counterpart = near[0][1] if near and near[0][0] >= SHOWN else ""
    values = tuple(features[name] for name in FEATURES)
    return NegationMeasure(own.side.name, sentence, negation, values, own.side.encoder, counterpart)


def _by_dictionary(negation: Negation, own: _Passage, other: _Passage, shared: Mapping[str, float]) -> dict[str, float]:
    """Whether the other side has, without a denial, what is denied first, alone what may deny it; or its opposite."""
    book = equivalents(own.side.language, other.side.language)
    words = [word for text in other.side.texts for word in WORD.findall(text.lower())]
    if book is None or not negation.heads or not words:
        return {"told": 0.0, "told alone": 0.0, "opposite": 0.0}
    heads = negation.heads[:2] if negation.modal else negation.heads[:1]
    told = bool(book.matrix(heads, own.side.language, words, other.side.language).any())
    opposites = opposites_of(negation.heads[0], own.side.language, other.side.language)
    opposed = bool(opposites) and bool(book.matrix(opposites, own.side.language, words, other.side.language).any())
    denied = any(shared[name] for name in ("strong", "weak", "prefixed", "idioms"))
    return {"told": float(told), "told alone": float(told and not denied), "opposite": float(opposed)}


def _nearest(head: str, words: Sequence[str], own: _Passage, other: _Passage) -> tuple[float, str]:
    """The nearest of some words of the other side, with its cosine; 0 if there are none."""
    if not words:
        return 0.0, ""
    cosines = np.array([other.vectors[word] for word in words]) @ own.vectors[head]
    best = int(cosines.argmax())
    return float(cosines[best]), words[best]


def _contrast(own: BeadSide, other: BeadSide, measure: NegationMeasure) -> Contrast:
    """What the reader is told about a negation without a partner."""
    negation = measure.negation
    text = own.story.sentences[measure.sentence].text[negation.start : negation.end]
    mine = (Words(measure.sentence, negation.start, negation.end, negation.text),)
    theirs = tuple(_places(other, measure.counterpart))
    in_source, in_target = in_order(own.name, mine, theirs)
    version, other_version = own.version, other.version
    reason = Phrase(
        "Negations were counted on both sides, set phrases left out: the {own:name} one has more of them.", own=version
    )
    if theirs:
        word = other.story.sentences[theirs[0].sentence].text[theirs[0].start : theirs[0].end]
        reason = Phrase(
            "Negations were counted on both sides, set phrases left out: the {own:name} one has more of them. What is "
            "denied there corresponds to “{word}”, which {other} does not deny.",
            own=version,
            word=word,
            other=other_version,
        )
    return Contrast(
        kind="negation",
        side=measure.side,
        severity="major",
        confidence=measure.probability,
        source=in_source,
        target=in_target,
        message=Phrase(
            "{own:capital} says this with a negation (“{words}”), {other} without one.",
            own=version,
            words=text,
            other=other_version,
        ),
        reason=reason,
    )


def _places(side: BeadSide, word: str) -> Iterator[Words]:
    """Where a word stands first on a side; nothing for an empty word."""
    for i in side.sentences if word else ():
        start = side.story.sentences[i].text.lower().find(word)
        if start >= 0:
            yield Words(i, start, start + len(word), "")
            return
