"""The view model of the reading view: a Comparison turned into plain values that a template draws without thinking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.differences.difference import Difference
from translate.differences.kinds import KINDS, Family
from translate.report.passages import Passage, Piece, cut, one_line, passage, sentences_under, visible
from translate.report.view_words import word
from translate.report.weighed import Weighed, heading, weighed
from translate.report.wording import (
    coverage_sentence,
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
    translation_label,
    where,
)
from translate.text.document import Span
from translate.text.sides import SIDES, SideName, on_side, other_side
from translate.wording.phrase import Phrase, joined, said, say_counted

# By whether a sentence has a counterpart, and whether a reviewer said so.
MATCHES = {
    (True, False): Phrase("counterpart"),
    (False, False): Phrase("no counterpart found"),
    (True, True): Phrase("counterpart, linked by a reviewer"),
    (False, True): Phrase("set apart by a reviewer"),
}

# Where a sentence has several differences, the first of these gives it its colour.
_PRIORITY: tuple[Family, ...] = ("only", "conflict", "part", "moved")


@dataclass(frozen=True, slots=True)
class TagView:
    """A label inside the text: what kind of difference lies here."""

    difference: str
    family: Family
    label: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence as drawn.

    Attributes:
        gap: White space (or stray text) between it and the sentence before.
        state: "matched", "only", "part", "conflict", "moved", "furniture" or "plain".
        bead: Index of its bead; None for page furniture and in texts that do not tell one story.
        translation: "" where there is none.
        match: "counterpart, probability 97 %, similarity 0.81" or the like; "" where nothing was compared.
        length: In code points, at least 1.
    """

    index: int
    gap: str
    state: str
    bead: int | None
    pieces: tuple[Piece, ...]
    tags: tuple[TagView, ...]
    translation: str
    match: str
    length: int

    @property
    def label(self) -> str:
        """State in words, for those who do not see the colour."""
        return word(f"state_{self.state}")


@dataclass(frozen=True, slots=True)
class BlockView:
    """Sentences drawn as one block: kind is "headline", "body" or "furniture" (one or more paragraphs of it)."""

    kind: str
    paragraphs: tuple[tuple[SentenceView, ...], ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """One version of the story."""

    side: SideName
    language: str
    name: str
    other_language: str
    blocks: tuple[BlockView, ...]
    coverage: float
    coverage_words: str
    translation_label: str
    translated: bool

    @property
    def sentences(self) -> tuple[SentenceView, ...]:
        """All sentences in reading order."""
        return tuple(s for block in self.blocks for paragraph in block.paragraphs for s in paragraph)


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
        texts=(_text(comparison, "source"), _text(comparison, "target")),
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


def _text(comparison: Comparison, side: SideName) -> TextView:
    translation = on_side(comparison.translation, side)
    return TextView(
        side=side,
        language=on_side(comparison, side).language,
        name=side_name(comparison, side),
        other_language=on_side(comparison, other_side(side)).language,
        blocks=_blocks(_sentences(comparison, side), comparison, side),
        coverage=on_side(comparison.coverage, side),
        coverage_words=coverage_sentence(comparison, side),
        translation_label=translation_label(translation),
        translated=any(translation.sentences),
    )


def _sentences(comparison: Comparison, side: SideName) -> list[SentenceView]:
    document = on_side(comparison, side)
    translation = on_side(comparison.translation, side)
    # Links between two unrelated texts would be noise, like their differences.
    beads = {
        i: number
        for number, bead in enumerate(comparison.beads if comparison.same_story.likely else ())
        for i in on_side(bead, side)
    }
    found: dict[int, list[Difference]] = {}
    for difference in comparison.differences:
        for i in _places(comparison, difference, side):
            found.setdefault(i, []).append(difference)
    views = []
    reached = 0
    for i, sentence in enumerate(document.sentences):
        here = found.get(i, [])
        # A one-sided sentence is marked as a whole; a span inside it would only repeat that.
        inner: list[tuple[Span, str]] = [
            (span, difference.id)
            for difference in here
            for span in on_side(difference, side)
            if span.start > sentence.start or span.end < sentence.end
        ]
        views.append(
            SentenceView(
                index=i,
                gap=visible(document.text[reached : sentence.start]),
                state=_state(comparison, beads.get(i), here, sentence.role == "boilerplate"),
                bead=beads.get(i),
                pieces=cut(document.text, sentence.start, sentence.end, inner),
                tags=tuple(TagView(d.id, KINDS[d.kind].family, tag(d.kind)) for d in here),
                translation=visible(translation.shown(i)),
                match=_match(comparison, beads.get(i)),
                length=max(1, sentence.end - sentence.start),
            )
        )
        reached = sentence.end
    return views


def _places(comparison: Comparison, difference: Difference, side: SideName) -> tuple[int, ...]:
    """Sentences of one side that carry the difference's tag."""
    spans = on_side(difference, side)
    if spans:
        return sentences_under(on_side(comparison, side), spans)
    if difference.side not in (side, "both"):
        return ()
    return on_side(comparison.beads[difference.bead], side)


def _state(comparison: Comparison, bead: int | None, differences: Sequence[Difference], furniture: bool) -> str:
    if furniture:
        return "furniture"
    if bead is None:
        return "plain"
    families = {KINDS[difference.kind].family for difference in differences}
    for family in _PRIORITY:
        if family in families:
            return family
    if not comparison.beads[bead].two_sided:
        return "only"
    return "moved" if comparison.beads[bead].moved else "matched"


def _match(comparison: Comparison, bead: int | None) -> str:
    if bead is None:
        return ""
    found = comparison.beads[bead]
    what = MATCHES[found.two_sided, bool(found.explanation and found.explanation.by_hand)]
    words: list[str] = [what, Phrase(", probability {share}", share=percent(found.probability))]
    if not found.two_sided:
        words.append(Phrase(", similarity of the nearest sentence {similarity:.2f}", similarity=found.similarity))
        return joined("", words).told()
    words.append(Phrase(", similarity {similarity:.2f}", similarity=found.similarity))
    if found.explanation and found.explanation.rejected:
        words.append(Phrase(", next best {similarity:.2f}", similarity=found.explanation.rejected[0].similarity))
    return joined("", words).told()


def _blocks(sentences: Sequence[SentenceView], comparison: Comparison, side: SideName) -> tuple[BlockView, ...]:
    """Group sentences by paragraph, and neighbouring paragraphs of furniture into one block."""
    document = on_side(comparison, side)
    paragraphs: dict[int, list[SentenceView]] = {}
    for view in sentences:
        paragraphs.setdefault(document.sentences[view.index].paragraph, []).append(view)
    blocks: list[BlockView] = []
    for paragraph in paragraphs.values():
        roles = {document.sentences[view.index].role for view in paragraph}
        kind = "furniture" if roles == {"boilerplate"} else "headline" if roles == {"headline"} else "body"
        if kind == "furniture" and blocks and blocks[-1].kind == kind:
            blocks[-1] = BlockView(kind, (*blocks[-1].paragraphs, tuple(paragraph)))
        else:
            blocks.append(BlockView(kind, (tuple(paragraph),)))
    return tuple(blocks)


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
    )
