"""Whether two texts tell the same story at all: unrelated ones are not answered with a list of omissions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from translate.alignment.similarity import Floats
from translate.counterparts.told import Told
from translate.models.logistic import Logistic, logistic_from
from translate.models.stored import read_model
from translate.story.story import Story

# Of a logistic regression, which benchmarks/fit/same_story.py fits and checks: how much of the better covered side the
# other one tells, the cosine of the mean embeddings, the share of common facts and names, the mean probability
# of the surest links, one for every five sentences of the shorter side.
FEATURES = ("covered", "cosine", "common", "linked")
LIKELY = 0.5  # the probability from which two texts are worth comparing sentence by sentence


@dataclass(frozen=True, slots=True)
class SameStory:
    """Probability in [0, 1] that the two texts tell the same story."""

    probability: float

    @property
    def likely(self) -> bool:
        """Whether the two texts are worth comparing sentence by sentence."""
        return self.probability >= LIKELY


ToldOfBoth = tuple[Sequence[Told], Sequence[Told]]
LINK_EVERY = 5  # sentences


def same_story(source: Story, target: Story, told: ToldOfBoth, links: Floats) -> SameStory:
    """Judge two stories by the verdicts on their sentences; 0 where one of them has no compared sentence.

    Args:
        source, target: The stories.
        told: The verdicts on the sentences of both.
        links: Probability that two sentences tell of the same thing, of every pair that was weighed.
    """
    if not source.number or not target.number:
        return SameStory(0.0)
    features = same_story_features(source, target, told, links)
    return SameStory(same_story_model(source.vectors.encoder).probability(dict(zip(FEATURES, features, strict=True))))


@cache
def same_story_model(encoder: str) -> Logistic:
    """What was fitted for an encoder.

    Raises:
        ModelMismatch, StaleModel: Nothing was, or for other features.
    """
    return logistic_from(read_model("same_story", encoder), FEATURES, "same_story")


def same_story_features(
    source: Story, target: Story, told: ToldOfBoth, links: Floats
) -> tuple[float, float, float, float]:
    """Values in the order of FEATURES."""
    covered = []
    for story, side in zip((source, target), told, strict=True):
        share = np.array([verdict.full + verdict.part / 2 for verdict in side])
        covered.append(float(share @ story.vectors.lengths / story.vectors.lengths.sum()))
    means = [story.vectors.runs[0].mean(axis=0) for story in (source, target)]
    norms = float(np.linalg.norm(means[0]) * np.linalg.norm(means[1]))
    cosine = float(means[0] @ means[1]) / norms if norms else 0.0  # signs alone have a vector of zeros
    keys = [frozenset[str]().union(*story.vectors.anchors) for story in (source, target)]
    common = len(keys[0] & keys[1]) / max(1, min(len(key) for key in keys))
    surest = np.sort(links)[::-1][: max(1, min(len(source.number), len(target.number)) // LINK_EVERY)]
    return max(covered), cosine, common, float(surest.mean()) if len(surest) else 0.0
