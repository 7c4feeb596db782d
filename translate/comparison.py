"""Comparison: all that was found about two versions of a story, and all that a report may draw."""

import html
import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from translate.alignment.bead import Bead
from translate.counterparts.relation import Relation
from translate.counterparts.told import NOTHING_JUDGED, Counterpart, ToldSides
from translate.differences.conflicts.fact import Fact
from translate.differences.difference import Difference
from translate.differences.parts.coverage import Coverage
from translate.differences.same_story import SameStory
from translate.engines.translation import Translations
from translate.facts.terms import TermUse
from translate.text.document import Document
from translate.wording.brief import several, share
from translate.wording.naming import Version, called

# Of the frame in a notebook, in CSS pixels: the reading view needs 400 for its list, and more than a screen's height
# would hide the cells around it. A reader may drag the frame's corner.
FRAME_HEIGHT = 640


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
        counterparts: Sentences that tell of the same thing, wherever they stand and however many they are; empty in a
            comparison that was read from a file of an earlier version.
        told: For each sentence of either document whether the whole other text tells it; empty likewise.
        relation: Whether the texts translate or retell each other; None likewise.
        terms: Where either text has terms of the user's glossary; empty without one.
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
    counterparts: tuple[Counterpart, ...] = ()
    told: ToldSides = NOTHING_JUDGED
    relation: Relation | None = None
    terms: tuple[TermUse, ...] = ()

    @property
    def within_one_language(self) -> bool:
        """Whether both texts are in one language, which `compare` takes only where that is said."""
        return self.source.language == self.target.language

    def version(self, side: str) -> Version:
        """What sentences call the version on a side: "the Russian version", or which of two Russian ones it is."""
        versions: tuple[Version, Version] = called(self.source.language, self.target.language)
        return versions[side == "target"]

    def __repr__(self) -> str:
        severities = Counter(difference.severity for difference in self.differences)
        parts = [
            several(len(self.beads), "bead"),
            several(len(self.differences), "difference")
            + (f" ({severities['major']:,} major)" if self.differences else ""),
            *([f"{len(self.rejected):,} rejected"] if self.rejected else []),
            f"same story {share(self.same_story.probability)}",
        ]
        return f"<Comparison {self.source.language}-{self.target.language}: {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        """The reading view for a notebook, in a frame that can reach neither the notebook nor the network."""
        from translate.report.html_report import html_report

        view = html.escape(html_report(self, embedded=True))
        style = f"width:100%;height:{FRAME_HEIGHT}px;border:0;resize:vertical"
        # Scripts run, but in an origin of their own; the view's own policy forbids every request.
        return f'<iframe title="Parallax" sandbox="allow-scripts" style="{style}" srcdoc="{view}"></iframe>'

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain dicts, lists, strings and numbers: what the JSON report writes, key by key.

        Example:
            >>> from translate.testing import drawn_comparison
            >>> list(drawn_comparison("abc", "ac").to_dict())[:4]
            ['schema', 'source', 'target', 'beads']
        """
        from translate.records.comparison_record import json_report

        record: dict[str, Any] = json.loads(json_report(self))
        return record

    def to_records(self) -> list[dict[str, str | float | int | None]]:
        """The differences as flat dicts, all with the same keys: `pandas.DataFrame(comparison.to_records())`.

        - `id`, `kind`, `side`, `severity`, `confidence`, `bead`, `message`: as in `Difference`, but for the confidence
          of a difference by hand, which is None
        - `reason`: of its evidence
        - `source_text`, `target_text`: what either side says there, in whole sentences on one line; "" where silent
        - `source_words`, `target_words`: the part of it that differs, several parts with " … " between them
        - `source_translation`, `target_translation`: of those sentences, "" where there is none
        - `source_start`, `source_end`, `target_start`, `target_end`: from the first to behind the last code point that
          differs; None where the side is silent
        - `verdict`, `note`, `kind_found`, `severity_found`: of a reviewer; None, and "" for the note, before a review
        - `by_hand`: whether the reviewer flagged it

        Example:
            >>> from translate.testing import drawn_comparison
            >>> [record] = drawn_comparison("abc", "ac").to_records()
            >>> record["kind"], record["source_start"], record["target_start"]
            ('omission', 26, None)
        """
        from translate.report.difference_records import difference_records

        return difference_records(self)
