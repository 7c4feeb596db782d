"""How far a flag can be trusted: what its finder says, corrected by what came true, and from where on it is shown.

benchmarks/fit/confidence.py fits the corrections, and prints what each operating point reaches.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from translate.differences.difference import Kind
from translate.models.logistic import Calibration, calibration_from
from translate.models.stored import read_model


@cache
def fitted(encoder: str) -> Mapping[Kind, Calibration]:
    """The corrections fitted for an encoder; a kind without one is calibrated by its finder.

    Raises:
        ModelMismatch: There are none.
    """
    return {kind: calibration_from(of) for kind, of in read_model("confidence", encoder)["kinds"].items()}


@dataclass(frozen=True, slots=True)
class Trust:
    """How the flags inside two-sided beads are judged.

    Attributes:
        least: For each kind the corrected confidence, in [0, 1], below which a flag is not shown; 0 for others.
        corrections: For each kind what makes its finder's confidence come true as often as it says.
    """

    least: Mapping[Kind, float]
    corrections: Mapping[Kind, Calibration]

    def confidence(self, kind: Kind, said: float) -> float:
        """Probability in [0, 1] that a careful reader agrees, given that the sentences correspond."""
        correction = self.corrections.get(kind)
        return said if correction is None else float(correction.corrected(np.array([said]))[0])

    def shows(self, kind: Kind, confidence: float) -> bool:
        """Whether a flag of this corrected confidence is shown."""
        return confidence >= self.least.get(kind, 0.0)
