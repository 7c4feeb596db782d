"""Whether two texts translate or retell each other."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from translate.alignment.similarity import Floats
from translate.counterparts.unit_features import UNIT_FEATURES

Kind = Literal["translation", "retelling"]
# Of the whole stories, among the features of their sentences: how near the counterparts come, in what order they stand,
# and how much is told at all.
STORY_FEATURES = ("closeness", "close_cover", "in_order", "sure_share", "told", "told_there", "usual")


@dataclass(frozen=True, slots=True)
class Relation:
    """How two texts stand to each other.

    Attributes:
        kind: "translation" where one was made from the other, or both from a third, be it with cuts; "retelling" where
            two newsrooms wrote about one event.
        probability: Probability, in [0, 1], of that kind.
    """

    kind: Kind
    probability: float

    @property
    def translation(self) -> float:
        """Probability, in [0, 1], of a translation."""
        return self.probability if self.kind == "translation" else 1 - self.probability


def is_retelling(relation: Relation | None) -> bool:
    """Whether two texts retell one event; no if nothing is known of them.

    Example:
        >>> is_retelling(relation_of(0.2)), is_retelling(None)
        (True, False)
    """
    return relation is not None and relation.kind == "retelling"


def relation_of(translation: float) -> Relation:
    """The relation of two texts that are a translation with this probability.

    Example:
        >>> relation_of(0.2)
        Relation(kind='retelling', probability=0.8)
    """
    return Relation("translation", translation) if translation >= 0.5 else Relation("retelling", 1 - translation)


def story_features(of_sentences: tuple[Floats, Floats]) -> Floats:
    """STORY_FEATURES of two stories from the features of the sentences of each, shape (features,); 0 for empty ones."""
    columns = [UNIT_FEATURES.index(name) for name in STORY_FEATURES]
    rows = [side[0, columns] for side in of_sentences if len(side)]
    return np.asarray(np.mean(rows, axis=0)) if rows else np.zeros(len(columns))
