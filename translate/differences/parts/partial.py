"""Partial coverage: which part of a matched sentence the other side does not have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from translate.counterparts.judgement import Judgement
from translate.counterparts.relation import is_retelling
from translate.differences.about import part_found_only
from translate.differences.bead_side import BeadSide
from translate.differences.contrast import Contrast, Words
from translate.differences.parts.partial_features import (
    FEATURES,
    FEATURES_OF_BOTH,
    Measure,
    measures,
    usual_length_ratio,
)
from translate.differences.parts.retold_parts import LEASTS, retold_probability
from translate.differences.parts.trimming import trimmed
from translate.engines.protocols import Embedder
from translate.models.logistic import Calibration, calibration_from
from translate.models.stored import read_model, require_features
from translate.models.trees import Trees, trees_from
from translate.story.states import is_of_both, judged_by
from translate.text.sides import in_order
from translate.wording.phrase import Phrase

# Probabilities from which a part is told of. benchmarks/fit/partial.py prints what each finds, cross-validated:
# "balanced" keeps below one flag per 100 untouched pairs of news.
CAREFUL = 0.7
BALANCED = 0.5
SENSITIVE = 0.25

BESIDE = 2  # characters between two parts, a space and a mark, that are told of as one
FIT = FEATURES.index("fit")


@dataclass(frozen=True, slots=True)
class PartialFinding:
    """A part of a sentence without counterpart.

    Attributes:
        sentence: Compared sentence in which it stands, on its own side.
        start, end: Offsets into that sentence, normalised.
        probability: That a careful reader misses it on the other side.
        fit: Best cosine of the part with anything as long on the other side.
        lone: Values and names in it that the other side does not give.
        nearest: Where the other side comes nearest to it: compared sentence, start and end; None if it says nothing.
    """

    sentence: int
    start: int
    end: int
    probability: float
    fit: float
    lone: tuple[str, ...]
    nearest: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class PartialModel:
    """The judgement of stretches, as benchmarks/fit/partial.py wrote it.

    Attributes:
        trees: They weigh FEATURES, or FEATURES_OF_BOTH where the second encoder takes part.
        calibration: Of what the trees say.
        second: Whether it does.
    """

    trees: Trees
    calibration: Calibration
    second: bool = False

    def probability(self, found: Sequence[Measure]) -> list[float]:
        """Of each stretch to be missing on the other side."""
        if not found:
            return []
        said = self.trees.probability(np.array([measure.features for measure in found]))
        return [float(value) for value in self.calibration.corrected(said)]


def find_partial(
    own: BeadSide,
    other: BeadSide,
    embedder: Embedder,
    *,
    least: float = BALANCED,
    usual_ratio: float | None = None,
    judged: Judgement | None = None,
) -> tuple[PartialFinding, ...]:
    """Parts of one side of a bead that the other does not have, in reading order.

    Args:
        own, other: The side that is searched, and the one opposite.
        embedder: The encoder that told the stories.
        least: Probability from which a part is told of: CAREFUL, BALANCED, SENSITIVE or another.
        usual_ratio: Log ratio of the lengths of corresponding sentences of the two stories, own to other, see
            `translate.differences.parts.partial_features.usual_length_ratio`; that of news if not told.
        judged: Of both stories; where they retell each other, a judgement of its own decides.

    Returns:
        Parts that do not overlap; of two that would, the likelier, and of two side by side both as one.
    """
    if not any(letter.isalnum() for text in other.texts for letter in text):
        return ()
    if usual_ratio is None:
        usual_ratio = usual_length_ratio(own.story, other.story, [])
    model = partial_model(judged_by(own.encoder))
    found = measures(own, other, usual_ratio, embedder, second=model.second)
    said = model.probability(found)
    if judged and is_retelling(judged.relation):
        said, least = retold_probability(found, said, own, other, judged), LEASTS.get(least, least)
    ranked = sorted(zip(found, said, strict=True), key=lambda item: -item[1])
    chosen: list[tuple[Measure, float]] = []
    for measure, probability in ranked:
        apart = all(measure.stretch.common_share(other.stretch) == 0 for other, _ in chosen)
        if probability >= least and apart:
            chosen.append((measure, probability))
    findings: list[PartialFinding] = []
    for measure, probability in sorted(chosen, key=lambda item: (item[0].stretch.sentence, item[0].stretch.start)):
        finding = _finding(measure, probability)
        if findings and _side_by_side(findings[-1], finding):
            findings[-1] = _joined(findings[-1], finding)
        else:
            findings.append(finding)
    return tuple(_trimmed(finding, own) for finding in findings)


def partial_contrasts(
    own: BeadSide,
    other: BeadSide,
    embedder: Embedder,
    *,
    least: float,
    usual_ratio: float,
    judged: Judgement | None = None,
) -> Iterator[Contrast]:
    """The parts of one side of a bead that the other does not have, as a reader is told of them."""
    for finding in find_partial(own, other, embedder, least=least, usual_ratio=usual_ratio, judged=judged):
        reason = Phrase("The rest of the sentence has its counterpart in {other}.", other=other.version)
        if finding.nearest:
            sentence, start, end = finding.nearest
            reason = Phrase(
                "The rest of the sentence has its counterpart in {other}. The nearest words there, “{words}”, have a "
                "similarity of {similarity:.2f} on a scale from 0 to 1.",
                other=other.version,
                words=other.story.sentences[sentence].text[start:end].strip(" ,;:."),
                similarity=max(0.0, finding.fit),
            )
        words = Words(finding.sentence, finding.start, finding.end, "")
        in_source, in_target = in_order(own.name, (words,), ())
        inside = own.story.mentions_in(finding.sentence, finding.start, finding.end)
        yield Contrast(
            kind="partial",
            side=own.name,
            severity="major",
            confidence=finding.probability,
            source=in_source,
            target=in_target,
            message=part_found_only(own.version, inside, own.story.sentences[finding.sentence].text[: finding.end]),
            reason=reason,
            lone=tuple(mention for mention in inside if mention.text in finding.lone),
        )


def _finding(measure: Measure, probability: float) -> PartialFinding:
    lone = tuple(mention.text for mention in measure.lone)
    at = measure.stretch
    return PartialFinding(at.sentence, at.start, at.end, probability, measure.features[FIT], lone, measure.nearest)


def _trimmed(finding: PartialFinding, own: BeadSide) -> PartialFinding:
    text = own.story.sentences[finding.sentence].text
    start, end = trimmed(text, finding.start, finding.end, own.language)
    return replace(finding, start=start, end=end)


def _side_by_side(one: PartialFinding, two: PartialFinding) -> bool:
    return one.sentence == two.sentence and two.start - one.end <= BESIDE


def _joined(one: PartialFinding, two: PartialFinding) -> PartialFinding:
    """Two neighbours as one finding, with what is said of the likelier."""
    surer = max(one, two, key=lambda finding: finding.probability)
    return replace(surer, start=one.start, end=two.end, lone=one.lone + two.lone)


@cache
def partial_model(encoder: str) -> PartialModel:
    """The model fitted for an encoder, or for both, see `judged_by`.

    Raises:
        ModelMismatch, StaleModel: There is none, or one for other features.
    """
    record = read_model("partial", encoder)
    second = is_of_both(encoder)
    require_features(record["features"], FEATURES_OF_BOTH if second else FEATURES, "partial")
    return PartialModel(trees_from(record["trees"]), calibration_from(record["calibration"]), second)
