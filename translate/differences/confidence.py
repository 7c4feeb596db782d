"""How far a flag can be trusted: what its finder says, corrected by what came true, and from where on it is shown.

confidence.json is written by benchmarks/fit/confidence.py, which also prints what each operating point reaches.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np

from translate.alignment.probability import Calibration
from translate.differences.difference import Kind
from translate.differences.kinds import least_shown


@cache
def fitted() -> Mapping[Kind, Calibration]:
    """The corrections that come with the package; a kind without one is calibrated by its finder."""
    record = json.loads(files("translate.differences").joinpath("confidence.json").read_text(encoding="utf-8"))
    return {kind: Calibration(of["slope"], of["offset"]) for kind, of in record.items()}


@dataclass(frozen=True, slots=True)
class Trust:
    """How the flags inside two-sided beads are judged.

    Attributes:
        least: For each kind the corrected confidence, in [0, 1], below which a flag is not shown; 0 for others.
        corrections: For each kind what makes its finder's confidence come true as often as it says.
    """

    least: Mapping[Kind, float] = field(default_factory=lambda: least_shown("balanced"))
    corrections: Mapping[Kind, Calibration] = field(default_factory=fitted)

    def confidence(self, kind: Kind, said: float) -> float:
        """Probability in [0, 1] that a careful reader agrees, given that the sentences correspond."""
        correction = self.corrections.get(kind)
        return said if correction is None else float(correction.corrected(np.array([said]))[0])

    def shows(self, kind: Kind, confidence: float) -> bool:
        """Whether a flag of this corrected confidence is shown."""
        return confidence >= self.least.get(kind, 0.0)
