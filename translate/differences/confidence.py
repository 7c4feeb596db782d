"""How far a flag can be trusted: what its finder says, corrected by what came true, and from where on it is shown.

benchmarks/fit/confidence.py fits the corrections, and prints what each operating point reaches.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from translate.counterparts.relation import Relation, is_retelling
from translate.differences.difference import Kind
from translate.models.logistic import Calibration, calibration_from
from translate.models.stored import read_model

Corrections = Mapping[Kind, Calibration]


@cache
def fitted(encoder: str) -> tuple[Corrections, Corrections]:
    """The corrections fitted for an encoder, for translations and for retellings.

    A kind without one is calibrated by its finder; of retellings, as translations are.

    Raises:
        ModelMismatch: There are none.
    """
    record = read_model("confidence", encoder)
    plain, retold = (
        {kind: calibration_from(of) for kind, of in record[name].items()} for name in ("kinds", "retelling")
    )
    return plain, {**plain, **retold}


@dataclass(frozen=True, slots=True)
class Trust:
    """How the flags inside two-sided beads are judged.

    Attributes:
        least: For each kind the corrected confidence, in [0, 1], below which a flag is not shown; 0 for others.
        corrections: For each kind what makes its finder's confidence come true as often as it says.
        retelling: The same for texts that retell one another; None where it is the same.
    """

    least: Mapping[Kind, float]
    corrections: Corrections
    retelling: Corrections | None = None

    def of(self, relation: Relation | None) -> "Trust":
        """The same for texts of a relation."""
        if self.retelling is None or not is_retelling(relation):
            return self
        return replace(self, corrections=self.retelling)

    def confidence(self, kind: Kind, said: float) -> float:
        """Probability in [0, 1] that a careful reader agrees, given that the sentences correspond."""
        correction = self.corrections.get(kind)
        return said if correction is None else float(correction.corrected(np.array([said]))[0])

    def shows(self, kind: Kind, confidence: float) -> bool:
        """Whether a flag of this corrected confidence is shown."""
        return confidence >= self.least.get(kind, 0.0)
