"""Comparison: all that was found about two versions of a story, and all that a report may draw."""

from dataclasses import dataclass

from translate.alignment.bead import Bead
from translate.differences.conflicts.fact import Fact
from translate.differences.difference import Difference
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Translations
from translate.text.document import Document


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that one run found; `source` is always the first argument, whatever its language.

    Attributes:
        source, target: The two documents.
        beads: Alignment in reading order of the source; every compared sentence stands in exactly one bead.
        differences: In reading order, those left out that a reviewer rejected. Empty where `same_story` is unlikely.
        coverage: How much of each side the other side covers.
        same_story: Whether the two texts are about the same events at all.
        translation: Both texts in the other language.
        signature: Every setting, model and version that shaped the result, as "name:value" joined by "|".
        facts: Every number, date and name that either version gives, in reading order; empty like the differences, and
            in a comparison that was read from a file of an earlier version.
        rejected: Differences that a reviewer rejected, in reading order; empty before a review.
    """

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    differences: tuple[Difference, ...]
    coverage: Coverage
    same_story: SameStory
    translation: Translations
    signature: str
    facts: tuple[Fact, ...] = ()
    rejected: tuple[Difference, ...] = ()
