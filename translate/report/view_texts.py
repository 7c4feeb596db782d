"""One version of a story in the reading view: its sentences with all that stands at them, and the blocks they make."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from translate.comparison import Comparison
from translate.counterparts.told import Strength
from translate.differences.difference import Difference
from translate.differences.kinds import KINDS, Family
from translate.engines.translation import GLOSS, Translation
from translate.facts.dateline import opening_length
from translate.report.page_lines import (
    TOLD,
    Correction,
    correction_heading,
    corrections,
    kinds_in_words,
    line_kind,
)
from translate.report.passages import Piece, TranslatedPiece, cut, sentences_under, translated_pieces
from translate.report.ties import Place, Tie
from translate.report.told_words import coverage_sentence, told_by
from translate.report.view_words import word
from translate.report.wording import kind_of_text, percent, side_name, tag, translation_label
from translate.text.document import Document, Label, Role, Span
from translate.text.shown import visible
from translate.text.sides import SideName, on_side, other_side
from translate.wording.phrase import Phrase, joined, say_counted

# By whether a sentence has a counterpart, and whether a reviewer said so.
MATCHES = {
    (True, False): Phrase("counterpart"),
    (False, False): Phrase("no counterpart found"),
    (True, True): Phrase("counterpart, linked by a reviewer or by its row"),
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
        bead: Name of its bead, see `Tie`; None for page furniture and in texts that do not tell one story.
        partners: The sentences over there that tell of it, each with how far; empty where that was not judged.
        told: The same in words, "told by sentences 4 and 7 of the English version, in part".
        translation: With a mark on words that no dictionary knows or that are only likely; empty where there is none.
        plain: The words of the translation alone, where more is said of it; "" elsewhere.
        match: "counterpart, probability 97 %, similarity 0.81" or the like; "" where nothing was compared.
        length: In code points, at least 1.
        opening: How many of the pieces stand in front of a headline: a dateline, a section of the paper.
        kind: Of page furniture what it is; "" where that is not known, and of the story.
        doubtful: Whether it may be furniture if it counts as the story, or the story if it does not.
    """

    index: int
    gap: str
    state: str
    bead: str | None
    partners: Mapping[int, Strength]
    told: str
    pieces: tuple[Piece, ...]
    tags: tuple[TagView, ...]
    translation: tuple[TranslatedPiece, ...]
    plain: str
    match: str
    length: int
    opening: int
    kind: Label
    doubtful: bool

    @property
    def label(self) -> str:
        """State in words, for those who do not see the colour."""
        told = (self.kind_name, word(f"state_{self.state}"), word("doubt") if self.doubtful else "")
        return ", ".join(filter(None, told))

    @property
    def kind_name(self) -> str:
        """Kind of page furniture in words."""
        return line_kind(self.kind)


@dataclass(frozen=True, slots=True)
class BlockView:
    """Sentences drawn as one block.

    Attributes:
        kind: "headline", "body", "aside" for page furniture that is shown, or "furniture" for what is folded.
        paragraphs: One, but of furniture as many as follow each other; those that are shown have one name.
    """

    kind: str
    paragraphs: tuple[tuple[SentenceView, ...], ...]

    @property
    def sentences(self) -> tuple[SentenceView, ...]:
        """All of them, in reading order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def doubtful(self) -> bool:
        """Whether one of them is in doubt."""
        return any(sentence.doubtful for sentence in self.sentences)

    @property
    def name(self) -> str:
        """What furniture that is shown is called."""
        return self.paragraphs[0][0].kind_name or word("furniture")

    @property
    def folded_words(self) -> str:
        """What furniture that is folded holds."""
        kinds = kinds_in_words(paragraph[0].kind_name for paragraph in self.paragraphs)
        count = len(self.paragraphs)
        if not kinds:
            return say_counted(
                "Page furniture, not compared ({count} line)", "Page furniture, not compared ({count} lines)", count
            )
        return say_counted(
            "Page furniture, not compared: {kinds} ({count} line)",
            "Page furniture, not compared: {kinds} ({count} lines)",
            count,
            kinds=kinds,
        )


@dataclass(frozen=True, slots=True)
class TextView:
    """One version of the story.

    Attributes:
        name, kind: What it is called by itself, and what stands before "text".
        glossed: Whether its translation is a gloss.
        corrected: What stands before the words of its corrections.
    """

    side: SideName
    language: str
    name: str
    kind: str
    other_language: str
    blocks: tuple[BlockView, ...]
    coverage: float
    coverage_words: str
    translation_label: str
    glossed: bool
    translated: bool
    corrected: str
    corrections: tuple[Correction, ...]

    @property
    def doubts(self) -> tuple[tuple[SentenceView, ...], ...]:
        """The sentences in doubt, by line."""
        lines = (tuple(s for s in paragraph if s.doubtful) for block in self.blocks for paragraph in block.paragraphs)
        return tuple(filter(None, lines))

    @property
    def doubtful(self) -> int:
        """How many lines are in doubt."""
        return len(self.doubts)

    @property
    def sentences(self) -> tuple[SentenceView, ...]:
        """All sentences in reading order."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)


def text_view(comparison: Comparison, side: SideName, ties: Mapping[Place, Tie]) -> TextView:
    """One version of a comparison turned into what the reading view draws, with the ties of its sentences."""
    translation = on_side(comparison.translation, side)
    return TextView(
        side=side,
        language=on_side(comparison, side).language,
        name=side_name(comparison, side),
        kind=kind_of_text(comparison, side),
        other_language=on_side(comparison, other_side(side)).language,
        blocks=_blocks(_sentences(comparison, side, ties), on_side(comparison, side)),
        coverage=on_side(comparison.coverage, side),
        coverage_words=coverage_sentence(comparison, side),
        translation_label=translation_label(translation),
        translated=any(translation.sentences),
        glossed=translation.engine == GLOSS,
        corrected=correction_heading(comparison, side),
        corrections=corrections(comparison, side),
    )


def _sentences(comparison: Comparison, side: SideName, ties: Mapping[Place, Tie]) -> list[SentenceView]:
    document = on_side(comparison, side)
    translation = on_side(comparison.translation, side)
    found: dict[int, list[Difference]] = {}
    for difference in comparison.differences:
        for i in _places(comparison, difference, side):
            found.setdefault(i, []).append(difference)
    views = []
    reached = 0
    for i, sentence in enumerate(document.sentences):
        here = found.get(i, [])
        tie = ties.get((side, i))
        furniture = sentence.role == "boilerplate"
        # A one-sided sentence is marked as a whole; a span inside it would only repeat that.
        inner: list[tuple[Span, str]] = [
            (span, difference.id)
            for difference in here
            for span in on_side(difference, side)
            if span.start > sentence.start or span.end < sentence.end
        ]
        opened = sentence.start + _opening_length(document, i)
        opening = cut(document.text, sentence.start, opened, inner) if opened > sentence.start else ()
        views.append(
            SentenceView(
                index=i,
                gap=visible(document.text[reached : sentence.start]),
                state="furniture" if furniture else _state(tie, here, doubtful=sentence.doubtful),
                bead=tie.name if tie else None,
                partners=tie.partners if tie else {},
                told=told_by(comparison, side, i, list(tie.partners)) if tie else "",
                pieces=(*opening, *cut(document.text, opened, sentence.end, inner)),
                tags=tuple(TagView(d.id, KINDS[d.kind].family, tag(d.kind)) for d in here),
                translation=translated_pieces(translation, i),
                plain=_plain(translation, i),
                match=_match(tie),
                length=max(1, sentence.end - sentence.start),
                opening=len(opening),
                kind=sentence.label if furniture else "",
                doubtful=sentence.doubtful,
            )
        )
        reached = sentence.end
    return views


def _plain(translation: Translation, index: int) -> str:
    """The words of a translation alone, where more than these is shown; "" elsewhere."""
    words = translation.sentences[index] if index < len(translation.sentences) else ""
    return "" if words == translation.shown(index) else visible(words)


def _opening_length(document: Document, index: int) -> int:
    """Characters in front of what a headline says; 0 for any other sentence."""
    if document.sentences[index].role != "headline":
        return 0
    return opening_length(document.sentence_text(index), document.language)


def _places(comparison: Comparison, difference: Difference, side: SideName) -> tuple[int, ...]:
    """Sentences of one side that carry the difference's tag."""
    spans = on_side(difference, side)
    if spans:
        return sentences_under(on_side(comparison, side), spans)
    if difference.side not in (side, "both"):
        return ()
    return on_side(comparison.beads[difference.bead], side)


def _state(tie: Tie | None, found: Sequence[Difference], *, doubtful: bool) -> str:
    if tie is None:
        return "plain"
    families = {KINDS[difference.kind].family for difference in found}
    for family in _PRIORITY:
        if family in families:
            return family
    if tie.paired:
        return "moved" if tie.bead.moved else "matched"
    if tie.partners:
        return "matched"
    return "plain" if doubtful else "only"  # nothing is said of what may be no part of the story


def _match(tie: Tie | None) -> str:
    """What the alignment says of a sentence; "" where only counterparts outside of its bead tell of it."""
    if tie is None or (tie.partners and not tie.paired):
        return ""
    bead = tie.bead
    by_hand = bool(bead.explanation and bead.explanation.by_hand)
    if bead.two_sided and not tie.paired:
        return MATCHES[False, by_hand].told()
    words: list[str] = [
        MATCHES[bead.two_sided, by_hand],
        Phrase(", probability {share}", share=percent(bead.probability)),
    ]
    if not bead.two_sided:
        words.append(Phrase(", similarity of the nearest sentence {similarity:.2f}", similarity=bead.similarity))
        return joined("", words).told()
    words.append(Phrase(", similarity {similarity:.2f}", similarity=bead.similarity))
    if bead.explanation and bead.explanation.rejected:
        words.append(Phrase(", next best {similarity:.2f}", similarity=bead.explanation.rejected[0].similarity))
    return joined("", words).told()


def _blocks(sentences: Sequence[SentenceView], document: Document) -> tuple[BlockView, ...]:
    """Group sentences by paragraph, and neighbouring paragraphs of furniture where one name does for both."""
    blocks: list[BlockView] = []
    for line in document.lines():
        paragraph = tuple(sentences[i] for i in line)
        kind = _block_kind({document.sentences[i].role for i in line}, paragraph)
        block = BlockView(kind, (paragraph,))
        if blocks and _one_block(blocks[-1], block):
            blocks[-1] = BlockView(kind, (*blocks[-1].paragraphs, paragraph))
        else:
            blocks.append(block)
    return tuple(blocks)


def _one_block(before: BlockView, block: BlockView) -> bool:
    """Whether two blocks of page furniture are drawn as one."""
    if before.kind != block.kind:
        return False
    return block.kind == "furniture" or (block.kind == "aside" and before.name == block.name)


def _block_kind(roles: Set[Role], paragraph: Sequence[SentenceView]) -> str:
    if roles == {"boilerplate"}:
        return "aside" if any(s.kind in TOLD or s.doubtful for s in paragraph) else "furniture"
    return "headline" if roles == {"headline"} else "body"
