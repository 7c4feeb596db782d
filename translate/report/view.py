"""The view model of the reading view: a Comparison turned into plain values that a template draws without thinking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.differences.difference import Difference
from translate.differences.kinds import KINDS, Family
from translate.report.by_eye import to_check
from translate.report.lone_passages import Entry, entries, weightiest_first
from translate.report.numbers import number_of, numbers_of
from translate.report.origins import notes_of
from translate.report.passages import Passage, passage, sentences_under, stands_alone
from translate.report.terms import TermView, terms_in
from translate.report.ties import Place, Tie, ties_of
from translate.report.told_words import checked_words, passage_words, relation_sentence, told_by
from translate.report.verdict import verdict_of
from translate.report.view_texts import TextView, text_view
from translate.report.weighed import Quote, Weighed, heading, quote, weighed
from translate.report.wording import (
    kind_counts,
    kind_name,
    pairing_sentence,
    percent,
    read_as,
    rejected_words,
    review_words,
    same_story_sentence,
    sentences_named,
    side_name,
    tag,
    title_of,
    where,
)
from translate.text.document import Document, Span
from translate.text.shown import one_line, visible
from translate.text.sides import SIDES, SideName, on_side
from translate.wording.phrase import said, say, say_counted


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One entry of the list and its evidence card.

    Attributes:
        language: That of the side which has the content.
        excerpt: What one side alone says, whole or in part, for the list; "" for the other families.
        excerpt_translation: The same in the other language; "" where there is none.
        bead: Name of the bead of its sentences in the view, see `Tie`.
        pairing: Why the sentences are taken to correspond; "" where only one side has them.
        terms: Of the user's glossary in its sentences; empty without one.
        told: For each of its sentences by which ones over there it is told; empty where that was not judged.
        weighed_heading, weighed: The candidates that were not chosen, best first, and what to call them.
        verdict: "accepted", "rejected", or "" while it is open.
        note: Of a reviewer.
        review: What a reviewer decided in words; "" where nobody did.
        doubtful: Whether some of it may be page furniture.
        lines: Sentences that a reader may call page furniture, by side: those in doubt, or else what one version alone
            has.
        rank: As an `Entry` has it.
        by_hand: Whether a reviewer flagged it; then its share of confidence is 100, which no filter leaves out.
        number: What people call it.
    """

    id: str
    number: str
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
    rank: int
    bead: str
    message: str
    reason: str
    excerpt: str
    excerpt_translation: str
    passages: Mapping[str, Passage]
    readings: tuple[tuple[str, str, str], ...]
    terms: tuple[TermView, ...]
    pairing: str
    told: tuple[str, ...]
    weighed_heading: str
    weighed: tuple[Weighed, ...]
    verdict: str
    note: str
    review: str
    doubtful: bool
    lines: tuple[tuple[SideName, tuple[int, ...]], ...]
    by_hand: bool

    @property
    def members(self) -> tuple["DifferenceView", ...]:
        """What a passage holds; a difference holds nothing else."""
        return ()


@dataclass(frozen=True, slots=True)
class PassageView:
    """An entry of the list that stands for several sentences in a row, which one version alone tells.

    Attributes:
        id, severity, rank: As an `Entry` has them.
        number: What people call it, "4-7".
        members: What was found of each sentence, in their order.
        confidence: Of the least certain.
        excerpt, excerpt_translation: The sentences one after the other, and in the other language.
    """

    id: str
    number: str
    title: str
    severity: str
    confidence: str
    confidence_share: int
    rank: int
    message: str
    excerpt: str
    excerpt_translation: str
    members: tuple[DifferenceView, ...]

    @property
    def verdict(self) -> str:
        """What was decided about all of it; "" where that is open or not the same for each."""
        verdicts = {member.verdict for member in self.members}
        return verdicts.pop() if len(verdicts) == 1 else ""

    @property
    def note(self) -> str:
        """A passage has none of its own; its sentences may."""
        return ""

    @property
    def first(self) -> DifferenceView:
        """What was found of the first sentence; the others have the same kind, side and language."""
        return self.members[0]

    @property
    def by_hand(self) -> bool:
        """Whether a reviewer flagged it; never, of several in a row."""
        return False

    @property
    def doubtful(self) -> bool:
        """Whether some of it may be page furniture."""
        return any(member.doubtful for member in self.members)

    @property
    def lines(self) -> tuple[tuple[SideName, tuple[int, ...]], ...]:
        """All its sentences, which are of one side."""
        sides = {side for member in self.members for side, _ in member.lines}
        return tuple(
            (side, tuple(i for member in self.members for own, found in member.lines if own == side for i in found))
            for side in SIDES
            if side in sides
        )


@dataclass(frozen=True, slots=True)
class CheckedView:
    """A counterpart to be checked by eye.

    Attributes:
        words: How likely it is one and how far it goes.
        quotes: Its sentences on both sides.
    """

    words: str
    quotes: tuple[Quote, ...]


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
        entries: What the list shows: the differences, or in a retelling passages, by what matters.
        relation: How they stand to each other, as a sentence; "" where that is not known.
        to_check: Counterparts to be checked by eye, the weakest first.
        verdict: What was found, in one or two sentences.
        rejected: How many differences a reviewer rejected, which are left out; "" for none.
        chips: Kinds that occur; `kinds` are all there are.
    """

    texts: tuple[TextView, TextView]
    title: str
    verdict: str
    differences: tuple[DifferenceView, ...]
    entries: tuple[DifferenceView | PassageView, ...]
    relation: str
    to_check: tuple[CheckedView, ...]
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
    def orders(self) -> dict[str, int]:
        """Place of every difference in reading order, from 1, by its id."""
        return {difference.id: place for place, difference in enumerate(self.differences, start=1)}

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
    ties = ties_of(comparison)
    listed = entries(comparison)
    ranks = {entry.id: entry.rank for entry in listed}
    numbers = numbers_of(comparison)
    differences = {
        d.id: _difference(comparison, d, ties, ranks.get(d.id, 0), str(numbers[d.id])) for d in comparison.differences
    }
    return ComparisonView(
        texts=(text_view(comparison, "source", ties), text_view(comparison, "target", ties)),
        title=title_of(comparison),
        verdict=verdict_of(comparison),
        differences=tuple(differences.values()),
        entries=tuple(_entry(comparison, entry, differences, numbers) for entry in weightiest_first(listed)),
        relation=relation_sentence(comparison),
        to_check=tuple(
            CheckedView(
                checked_words(weak),
                tuple(quote(comparison, side, i) for side in SIDES for i in on_side(weak.found, side)),
            )
            for weak in to_check(comparison)
        ),
        chips=tuple(chip for chip in kinds if chip.count),
        kinds=kinds,
        likely=comparison.same_story.likely,
        same_story=same_story_sentence(comparison),
        warnings=tuple(visible(said(warning)) for warning in notes_of(comparison)),
        signature=visible(comparison.signature),
        rejected=rejected_words(comparison),
    )


def _entry(
    comparison: Comparison, entry: Entry, differences: Mapping[str, DifferenceView], numbers: Mapping[str, int]
) -> DifferenceView | PassageView:
    members = tuple(differences[difference.id] for difference in entry.differences)
    if not entry.passage:
        return members[0]
    return PassageView(
        id=entry.id,
        number=number_of(entry, numbers),
        title=members[0].title,
        severity=entry.severity,
        confidence=percent(entry.confidence),
        confidence_share=round(entry.confidence * 100),
        rank=entry.rank,
        message=passage_words(comparison, entry),
        excerpt=" ".join(member.excerpt for member in members),
        excerpt_translation=" ".join(filter(None, (member.excerpt_translation for member in members))),
        members=members,
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


def _difference(
    comparison: Comparison, difference: Difference, ties: Mapping[Place, Tie], rank: int, number: str
) -> DifferenceView:
    passages: dict[str, Passage] = {side: passage(comparison, difference, side) for side in SIDES}
    excerpt, excerpt_translation = _excerpt(difference, passages)
    alone = stands_alone(difference)
    return DifferenceView(
        id=difference.id,
        number=number,
        kind=difference.kind,
        family=KINDS[difference.kind].family,
        tag=tag(difference.kind),
        title=kind_name(comparison, difference.kind),
        side=difference.side,
        side_name=where(comparison, difference.side),
        language=on_side(comparison, difference.side).language,
        severity=difference.severity,
        confidence=say("by hand") if difference.by_hand else percent(difference.confidence),
        confidence_share=round(difference.confidence * 100),
        rank=rank,
        bead=_bead(comparison, difference, ties),
        message=visible(said(difference.message)),
        reason=visible(said(difference.evidence.reason)),
        excerpt=excerpt,
        excerpt_translation=excerpt_translation,
        passages=passages,
        readings=tuple(
            (side_name(comparison, reading.side), visible(reading.text), visible(read_as(reading)))
            for reading in difference.evidence.readings
        ),
        terms=tuple(term for side in SIDES for term in terms_in(comparison, side, passages[side].sentences)),
        pairing="" if alone else visible(pairing_sentence(comparison.beads[difference.bead])),
        told=() if alone else _told(comparison, passages, ties),
        weighed_heading=heading(comparison, difference),
        weighed=weighed(comparison, difference),
        verdict=(difference.review and difference.review.verdict) or "",
        note=visible(difference.review.note) if difference.review else "",
        review=visible(review_words(comparison, difference)),
        doubtful=any(_doubtful(on_side(comparison, side), on_side(difference, side)) for side in SIDES),
        lines=tuple((side, found) for side in SIDES if (found := _lines(comparison, difference, side))),
        by_hand=difference.by_hand,
    )


def _doubtful(document: Document, spans: Sequence[Span]) -> bool:
    """Whether some of the words may stand in page furniture."""
    return any(document.sentences[i].doubtful for i in sentences_under(document, spans))


def _lines(comparison: Comparison, difference: Difference, side: SideName) -> tuple[int, ...]:
    document = on_side(comparison, side)
    under = sentences_under(document, on_side(difference, side))
    doubtful = tuple(i for i in under if document.sentences[i].doubtful)
    return doubtful or (under if difference.side == side and stands_alone(difference) else ())


def _bead(comparison: Comparison, difference: Difference, ties: Mapping[Place, Tie]) -> str:
    """The name of the bead that is shown with a difference: of a sentence that stands alone its own."""
    if difference.side != "both" and stands_alone(difference):
        for i in sentences_under(on_side(comparison, difference.side), on_side(difference, difference.side)):
            if (difference.side, i) in ties:
                return ties[difference.side, i].name
    return str(difference.bead)


def _told(comparison: Comparison, passages: Mapping[str, Passage], ties: Mapping[Place, Tie]) -> tuple[str, ...]:
    """By which sentences over there those of a difference are told."""
    found = []
    for side in SIDES:
        for i in passages[side].sentences:
            tie = ties.get((side, i))
            words = told_by(comparison, side, i, list(tie.partners)) if tie else ""
            if words:
                found.append(f"{sentences_named(comparison, side, (i,))}: {words}")
    return tuple(found)
