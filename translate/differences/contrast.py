"""A contrast: two corresponding passages that differ in how they say something.

The finders of such contrasts give it in this form; finding.py makes a difference of it.
"""

from dataclasses import dataclass
from typing import Literal

from translate.differences.difference import Severity, Side


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of one compared sentence, and what was read there.

    Attributes:
        sentence: Index among the story's compared sentences.
        start, end: Half-open offsets into the normalised sentence, in code points.
        value: What was read, for the evidence: "not", "likely", "Petrov: ..."; "" for words that only show the place.
    """

    sentence: int
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """One contrast inside a two-sided bead.

    Attributes:
        kind: "quote", "negation" or "certainty".
        side: The side that has what the other lacks; "both" where the two disagree.
        severity: "major" or "minor".
        confidence: Probability in [0, 1] that a careful reader would agree, given that the sentences correspond.
        source, target: The words on either side; empty on a side that has none.
        message: One neutral sentence for the reader.
        reason: One plain sentence on what was compared, understandable with one of the languages.
    """

    kind: Literal["quote", "negation", "certainty"]
    side: Side
    severity: Severity
    confidence: float
    source: tuple[Words, ...]
    target: tuple[Words, ...]
    message: str
    reason: str
