"""How far a flag can be trusted: what its finder says, corrected by what came true, and from where on it is shown.

benchmarks/fit/confidence.py fits the corrections, and prints what each operating point reaches.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from translate.differences.contrasts import certainty, negation, quotes
from translate.differences.difference import Kind
from translate.differences.parts import partial
from translate.models.logistic import Calibration, calibration_from
from translate.models.stored import read_model

# Confidence in [0, 1] from which a flag inside a two-sided bead is shown, at each operating point. "balanced" keeps the
# flags in untouched news rare; parts of sentences are shown from where three flags of five are right.
# benchmarks/fit/confidence.py, fit_contrasts.py and fit_partial.py print what each point reaches.
LEAST_SHOWN: Mapping[str, Mapping[Kind, float]] = {
    "careful": {
        "number": 0.75, "date": 0.75, "name": 0.75, "negation": 0.75, "quote": 0.8, "certainty": 0.8,
        "partial": partial.CAREFUL,
    },
    "balanced": {
        "number": 0.4, "date": 0.4, "name": 0.4, "negation": negation.BALANCED, "quote": quotes.BALANCED,
        "certainty": certainty.BALANCED, "partial": partial.BALANCED,
    },
    "sensitive": {
        "number": 0.2, "date": 0.2, "name": 0.2, "negation": 0.25, "quote": 0.28, "certainty": 0.28,
        "partial": partial.SENSITIVE,
    },
}  # fmt: skip


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
