"""The view model of the reading view: a Comparison turned into plain values that a template draws without thinking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.differences.difference import Difference
from translate.differences.kinds import KINDS, Family
from translate.report.passages import Passage, one_line, passage, sentences_under, visible
from translate.report.view_texts import TextView, text_view
from translate.report.weighed import Weighed, heading, weighed
from translate.report.wording import (
    kind_counts,
    kind_name,
    pairing_sentence,
    percent,
    read_as,
    rejected_words,
    review_words,
    same_story_sentence,
    side_name,
    tag,
    title_of,
    where,
)
from translate.text.document import Document, Span
from translate.text.sides import SIDES, on_side
from translate.wording.phrase import said, say_counted


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One entry of the list and its evidence card.

    Attributes:
        language: That of the side which has the content.
        excerpt: What one side alone says, whole or in part, for the list; "" for the other families.
        excerpt_translation: The same in the other language; "" where there is none.
        pairing: Why the sentences are taken to correspond; "" where only one side has them.
        weighed_heading, weighed: The candidates that were not chosen, best first, and what to call them.
        verdict: "accepted", "rejected", or "" while it is open.
        note: Of a reviewer.
        review: What a reviewer decided in words; "" where nobody did.
        doubtful: Whether some of it may be page furniture.
    """

    id: str
    kind: str
    family: Family
    tag: str
    title: str
    side: str
    side_name: str
    language: str
    severity: str
    confidence: str
    confidence_share: int
    bead: int
    message: str
    reason: str
    excerpt: str
    excerpt_translation: str
    passages: Mapping[str, Passage]
    readings: tuple[tuple[str, str, str], ...]
    pairing: str
    weighed_heading: str
    weighed: tuple[Weighed, ...]
    verdict: str
    note: str
    review: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class ChipView:
    """A filter chip: a kind and how often it occurs."""

    kind: str
    family: Family
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Everything the reading view draws.

    Attributes:
        rejected: How many differences a reviewer rejected, which are left out; "" for none.
        chips: Kinds that occur; `kinds` are all there are.
    """

    texts: tuple[TextView, TextView]
    title: str
    differences: tuple[DifferenceView, ...]
    chips: tuple[ChipView, ...]
    kinds: tuple[ChipView, ...]
    likely: bool
    same_story: str
    warnings: tuple[str, ...]
    signature: str
    rejected: str

    @property
    def families(self) -> dict[str, Family]:
        """Family of every difference by its id, for the colour of its marks."""
        return {difference.id: difference.family for difference in self.differences}

    @property
    def verdict_classes(self) -> dict[str, str]:
        """What marks a decided difference in the text, by its id."""
        return {d.id: f" is-{d.verdict}" if d.verdict else "" for d in self.differences}

    @property
    def readable(self) -> tuple[TextView, ...]:
        """Languages in which both texts can be read, named by the text that is written in it."""
        first, second = self.texts
        return tuple(own for own, other in ((first, second), (second, first)) if other.translated)

    @property
    def count_words(self) -> str:
        """How many differences there are."""
        return say_counted("{count} difference", "{count} differences", len(self.differences))

    @property
    def headline(self) -> str:
        """First headline of the first text that has one, "" if none has; it names the file in a row of browser tabs."""
        for text in self.texts:
            for block in text.blocks:
                if block.kind == "headline":
                    return one_line("".join(piece.text for s in block.paragraphs[0] for piece in s.pieces))[:120]
        return ""


def view_of(comparison: Comparison) -> ComparisonView:
    """Turn a comparison into what the reading view draws."""
    counts = dict(kind_counts(comparison))
    kinds = tuple(
        ChipView(kind, KINDS[kind].family, kind_name(comparison, kind), counts.get(kind, 0)) for kind in KINDS
    )
    return ComparisonView(
        texts=(text_view(comparison, "source"), text_view(comparison, "target")),
        title=title_of(comparison),
        differences=tuple(_difference(comparison, difference) for difference in comparison.differences),
        chips=tuple(chip for chip in kinds if chip.count),
        kinds=kinds,
        likely=comparison.same_story.likely,
        same_story=same_story_sentence(comparison),
        warnings=tuple(visible(said(warning)) for warning in comparison.translation.warnings),
        signature=visible(comparison.signature),
        rejected=rejected_words(comparison),
    )


def _excerpt(difference: Difference, passages: Mapping[str, Passage]) -> tuple[str, str]:
    """What one side alone says, and its translation; of a part only the part, which has no translation of its own."""
    family = KINDS[difference.kind].family
    if difference.side == "both" or family not in ("only", "part"):
        return "", ""
    found = passages[difference.side]
    if family == "only":
        return found.text, found.translation
    return " … ".join(one_line(piece.text) for piece in found.pieces if piece.marks), ""


def _difference(comparison: Comparison, difference: Difference) -> DifferenceView:
    passages: dict[str, Passage] = {side: passage(comparison, difference, side) for side in SIDES}
    excerpt, excerpt_translation = _excerpt(difference, passages)
    return DifferenceView(
        id=difference.id,
        kind=difference.kind,
        family=KINDS[difference.kind].family,
        tag=tag(difference.kind),
        title=kind_name(comparison, difference.kind),
        side=difference.side,
        side_name=where(comparison, difference.side),
        language=on_side(comparison, difference.side).language,
        severity=difference.severity,
        confidence=percent(difference.confidence),
        confidence_share=round(difference.confidence * 100),
        bead=difference.bead,
        message=visible(said(difference.message)),
        reason=visible(said(difference.evidence.reason)),
        excerpt=excerpt,
        excerpt_translation=excerpt_translation,
        passages=passages,
        readings=tuple(
            (side_name(comparison, reading.side), visible(reading.text), visible(read_as(reading)))
            for reading in difference.evidence.readings
        ),
        pairing=visible(pairing_sentence(comparison.beads[difference.bead])),
        weighed_heading=heading(comparison, difference),
        weighed=weighed(comparison, difference),
        verdict=(difference.review and difference.review.verdict) or "",
        note=visible(difference.review.note) if difference.review else "",
        review=visible(review_words(comparison, difference)),
        doubtful=any(_doubtful(on_side(comparison, side), on_side(difference, side)) for side in SIDES),
    )


def _doubtful(document: Document, spans: Sequence[Span]) -> bool:
    """Whether some of the words may stand in page furniture."""
    return any(document.sentences[i].doubtful for i in sentences_under(document, spans))
