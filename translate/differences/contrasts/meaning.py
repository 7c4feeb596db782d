"""Words in the same place of corresponding sentences that say something else: an opposite, or another thing.

The words of both passages are aligned by the dictionary and by their vectors; two that are left without a counterpart
and stand where the other stands are judged: those at opposite ends of a scale by a regression, for the scale says most
of it, all others by boosted trees.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.contrasts.aligned_words import PlacedWord
from translate.differences.contrasts.meaning_features import FEATURES, OF_OPPOSITES, MeaningMeasure, meaning_measures
from translate.engines.protocols import Embedder
from translate.languages.dictionary import dictionary
from translate.models.logistic import Calibration, Logistic, calibration_from, logistic_from
from translate.models.stored import read_model, require_features
from translate.models.trees import Floats, Trees, trees_from
from translate.text.sides import in_order
from translate.wording.phrase import Phrase

# Probabilities from which the opposite ends of a scale are told of; so much more is asked of all other words. On news
# and pairs that were not fitted on, balanced finds two opposites of five and a sixth of the replaced words, at 0.4
# flags per 100 untouched pairs: benchmarks/fit/meaning.py prints the like.
CAREFUL, BALANCED, SENSITIVE = 0.67, 0.6, 0.2
MORE = 0.2
BESIDE = 1  # characters between two words that are told of as one
TOLD = 4  # translations of a word that a reader is told


@dataclass(frozen=True, slots=True)
class MeaningModel:
    """The judgement of pairs of words, as benchmarks/fit/meaning.py wrote it."""

    trees: Trees
    of_trees: Calibration
    opposites: Logistic
    of_opposites: Calibration

    def probability(self, found: Sequence[MeaningMeasure]) -> Floats:
        """Of each pair, that a careful reader would say that the two say something else in the same place."""
        rows = np.array([measure.features for measure in found]).reshape(-1, len(FEATURES))
        said = self.of_trees.corrected(self.trees.probability(rows))
        for k, measure in enumerate(found):
            if measure.poles:
                odds = self.opposites.probability(dict(zip(FEATURES, measure.features, strict=True)))
                said[k] = self.of_opposites.corrected(np.array([odds]))[0]
        return said


@cache
def meaning_model(encoder: str) -> MeaningModel:
    """What was fitted for an encoder.

    Raises:
        ModelMismatch, StaleModel: Nothing was, or for other features.
    """
    record = read_model("meaning", encoder)
    require_features(record["features"], FEATURES, "meaning")
    return MeaningModel(
        trees_from(record["trees"]),
        calibration_from(record["calibration"]),
        logistic_from(record["opposites"], OF_OPPOSITES, "meaning"),
        calibration_from(record["opposites"]["calibration"]),
    )


def find_meanings(
    source: BeadSide, target: BeadSide, embedder: Embedder, *, least: float = BALANCED
) -> tuple[Contrast, ...]:
    """Contrasts of kind "meaning" in one two-sided bead, in reading order; none without a dictionary of both languages.

    Args:
        source, target: The two sides of the bead.
        embedder: The encoder that told the stories.
        least: Probability in [0, 1] from which opposite ends of a scale are told of; other words from MORE above it.
    """
    measures = meaning_measures(source, target, embedder)
    if not measures:
        return ()
    said = meaning_model(source.encoder).probability(measures)
    first, second = (source, target) if source.language == measures[0].language else (target, source)
    chosen: list[tuple[MeaningMeasure, float]] = []
    for k in np.argsort(-said, kind="stable"):
        measure = measures[k]
        taken = any(measure.first == other.first or measure.second == other.second for other, _ in chosen)
        if said[k] >= least + MORE * (not measure.poles) and not taken:
            chosen.append((measure, float(said[k])))
    chosen.sort(key=lambda item: (item[0].first.sentence, item[0].first.start))
    return tuple(_contrast(first, second, group) for group in _grouped(chosen))


def _grouped(chosen: Sequence[tuple[MeaningMeasure, float]]) -> Iterator[list[tuple[MeaningMeasure, float]]]:
    """Pairs that stand side by side in both passages, together."""
    group: list[tuple[MeaningMeasure, float]] = []
    for item in chosen:
        if group and not (_beside(group[-1][0].first, item[0].first) and _near(group, item)):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _near(group: Sequence[tuple[MeaningMeasure, float]], item: tuple[MeaningMeasure, float]) -> bool:
    return any(_beside(*sorted((one.second, item[0].second), key=_place)) for one, _ in group)


def _place(word: PlacedWord) -> tuple[int, int]:
    return word.sentence, word.start


def _beside(one: PlacedWord, two: PlacedWord) -> bool:
    return one.sentence == two.sentence and two.start - one.end <= BESIDE


def _contrast(first: BeadSide, second: BeadSide, group: Sequence[tuple[MeaningMeasure, float]]) -> Contrast:
    """What the reader is told of words side by side that say something else."""
    best, probability = max(group, key=lambda item: item[1])
    ours = [_words(first, second, measure.first, measure.poles) for measure, _ in group]
    theirs = [
        _words(second, first, measure.second, measure.poles)
        for measure, _ in sorted(group, key=lambda item: _place(item[0].second))
    ]
    in_source, in_target = in_order(first.name, tuple(ours), tuple(theirs))
    source, target = in_order(first.name, first, second)
    words = {"one": _text(source, in_source), "other": _text(target, in_target)}
    if best.opposite:
        reason = Phrase(
            "The words around “{one}” and “{other}” correspond; in the dictionary one is the opposite of the other.",
            **words,
        )
    else:
        reason = Phrase(
            "The words around “{one}” and “{other}” correspond; in the dictionary neither stands for the other, and "
            "neither is said elsewhere in the passage.",
            **words,
        )
    return Contrast(
        kind="meaning",
        side="both",
        severity="major",
        confidence=probability,
        source=in_source,
        target=in_target,
        message=Phrase(
            "Another word stands in this place: “{one}” in {source}, “{other}” in {target}.",
            **words,
            source=source.version,
            target=target.version,
        ),
        reason=reason,
    )


def _text(side: BeadSide, words: Sequence[Words]) -> str:
    """The words as they stand there, with what parts them."""
    text = side.story.sentences[words[0].sentence].text
    return text[words[0].start : words[-1].end]


def _words(own: BeadSide, other: BeadSide, word: PlacedWord, poles: bool) -> Words:
    """A word, or the phrase at one end of a scale in which it stands."""
    start, end = word.phrase if poles else (word.start, word.end)
    return Words(word.sentence, start, end, _said(word.text, own.language, other.language))


def _said(word: str, language: str, other: str) -> str:
    """A word with what it may say in the other language; "" for one that the dictionary does not know."""
    known = dictionary(language, other)
    headwords = known.headwords(word) if known else ()
    if not known or not headwords:
        return ""
    said = [phrase for entry in known.entries[headwords[0]] for sense in entry.senses for phrase in sense]
    return f"{headwords[0]}: {', '.join(dict.fromkeys(said[:TOLD]))}"
