"""Whether two texts tell the same story at all: unrelated ones are not answered with a list of omissions."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from translate.alignment.bead import Bead
from translate.story.story import Story

# Logistic regression on the three measures of `same_story_features`; benchmarks/fit/same_story.py prints and checks it.
WEIGHTS = (3.55, 10.41, 2.73)
INTERCEPT = -6.81


@dataclass(frozen=True, slots=True)
class SameStory:
    """Probability in [0, 1] that the two texts tell the same story."""

    probability: float

    @property
    def likely(self) -> bool:
        """Whether the two texts are worth comparing sentence by sentence."""
        return self.probability >= 0.5


def same_story(source: Story, target: Story, beads: Sequence[Bead]) -> SameStory:
    """Judge two aligned stories; 0 where one of them has no compared sentence."""
    if not source.number or not target.number:
        return SameStory(0.0)
    features = same_story_features(source, target, beads)
    log_odds = INTERCEPT + sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))
    return SameStory(1 / (1 + math.exp(-log_odds)))


def same_story_features(source: Story, target: Story, beads: Sequence[Bead]) -> tuple[float, float, float]:
    """Covered share of the better covered side, cosine of the mean embeddings, share of common facts and names."""
    covered = []
    for story, side in ((source, "source"), (target, "target")):
        lengths = story.vectors.lengths
        inside = sum(
            bead.similarity * bead.probability * float(lengths[list(getattr(bead, side))].sum())
            for bead in beads
            if bead.two_sided
        )
        covered.append(inside / float(lengths.sum()))
    means = [story.vectors.runs[0].mean(axis=0) for story in (source, target)]
    cosine = float(means[0] @ means[1] / (np.linalg.norm(means[0]) * np.linalg.norm(means[1])))
    keys = [frozenset[str]().union(*story.vectors.anchors) for story in (source, target)]
    common = len(keys[0] & keys[1]) / max(1, min(len(key) for key in keys))
    return max(covered), cosine, common
