"""How far a flag can be trusted: what its finder says, corrected by what came true, and from where on it is shown.

confidence.json is written by benchmarks/fit_confidence.py, which also prints what each operating point reaches.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np

from translate.alignment.probability import Calibration
from translate.differences.difference import Kind

BALANCED = 0.4
# Confidence in [0, 1] from which a flag inside a two-sided bead is shown, at each operating point.
LEAST_SHOWN: Mapping[str, float] = {"careful": 0.75, "balanced": BALANCED, "sensitive": 0.2}


@cache
def fitted() -> Mapping[Kind, Calibration]:
    """The corrections that come with the package; a kind without one is calibrated by its finder."""
    record = json.loads(files("translate.differences").joinpath("confidence.json").read_text(encoding="utf-8"))
    return {kind: Calibration(of["slope"], of["offset"]) for kind, of in record.items()}


@dataclass(frozen=True, slots=True)
class Trust:
    """How the flags inside two-sided beads are judged.

    Attributes:
        least: The corrected confidence, in [0, 1], below which a flag is not shown.
        corrections: For each kind what makes its finder's confidence come true as often as it says.
    """

    least: float = BALANCED
    corrections: Mapping[Kind, Calibration] = field(default_factory=fitted)

    def confidence(self, kind: Kind, said: float) -> float:
        """Probability in [0, 1] that a careful reader agrees, given that the sentences correspond."""
        correction = self.corrections.get(kind)
        return said if correction is None else float(correction.corrected(np.array([said]))[0])
