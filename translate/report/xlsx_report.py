"""A Comparison as a workbook: summary, differences, alignment, facts and translation, one sheet each."""

from collections import Counter
from collections.abc import Iterator, Sequence

from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.differences.difference import Difference
from translate.report.fact_rows import CAVEAT, FactSide, fact_rows, fact_status
from translate.report.numbers import numbers_of
from translate.report.origins import notes_of
from translate.report.page_lines import correction_notes, doubt_words, line_kind
from translate.report.passages import passage
from translate.report.told_words import coverage_sentence, relation_sentence, text_covered
from translate.report.verdict import verdict_of
from translate.report.weighed import weighed_line
from translate.report.wording import (
    capital,
    kind_counts,
    kind_name,
    marked_gloss,
    pairing_sentence,
    reading_line,
    review_words,
    same_story_sentence,
    sentences_name,
    severity_name,
    side_name,
    text_name,
    title_of,
    translation_label,
    version_of,
    where,
)
from translate.report.workbook import Column, Sheet, Value, workbook_bytes
from translate.text.document import Role
from translate.text.shown import one_line
from translate.text.sides import SIDES, SideName, on_side
from translate.wording.phrase import Phrase, said, say

ROLES: dict[Role, Phrase] = {
    "headline": Phrase("headline"),
    "body": Phrase("body"),
    "boilerplate": Phrase("page furniture"),
}
_TEXT = 55  # characters wide


def xlsx_report(comparison: Comparison) -> bytes:
    """The workbook; the same comparison always gives the same bytes."""
    return workbook_bytes(
        (
            _summary(comparison),
            _differences(comparison),
            _alignment(comparison),
            _facts(comparison),
            _translation(comparison),
        ),
        title=title_of(comparison),
    )


def _summary(comparison: Comparison) -> Sheet:
    columns = (Column(say("Figure"), 34), Column(say("Value"), 14, shares=True), Column(say("In words"), 90))
    return Sheet(say("Summary"), columns, list(_figures(comparison)))


def _figures(comparison: Comparison) -> Iterator[tuple[str, Value, str]]:
    yield say("In short"), None, verdict_of(comparison)
    yield say("Same story"), comparison.same_story.probability, same_story_sentence(comparison)
    if comparison.relation and (sentence := relation_sentence(comparison)):
        yield say("Translation or retelling"), comparison.relation.probability, sentence
    for side in SIDES:
        share = on_side(comparison.coverage, side)
        yield text_covered(comparison, side), share, coverage_sentence(comparison, side)
    for side in SIDES:
        document = on_side(comparison, side)
        compared = len(document.compared)
        left_out = len(document.sentences) - compared
        furniture = say("{count} more were taken for page furniture", count=left_out)
        yield sentences_name(comparison, side), compared, furniture
    major = Counter(d.kind for d in comparison.differences if d.severity == "major")
    yield say("Differences"), len(comparison.differences), say("{count} of them major", count=major.total())
    for kind, count in kind_counts(comparison):
        name = say("Differences: {kind}", kind=kind_name(comparison, kind))
        yield name, count, say("{count} of them major", count=major[kind])
    if comparison.rejected:
        yield say("Found not right in review"), len(comparison.rejected), say("Left out of the differences")
    statuses = Counter(fact_status(comparison, fact) for fact in comparison.facts)
    unclear = {fact_status(comparison, fact) for fact in comparison.facts if fact.status == "unclear"}
    for status in sorted(statuses):
        yield say("Facts: {status}", status=status), statuses[status], said(CAVEAT) if status in unclear else ""
    for side in SIDES:
        made = on_side(comparison.translation, side)
        name = say("Translation of {version:text}", version=version_of(comparison, side))
        yield name, None, translation_label(made)
    for heading, words in correction_notes(comparison):
        yield say("Correction"), None, f"{heading} {words}"
    for warning in notes_of(comparison):
        yield say("Note"), None, one_line(said(warning))
    yield say("Settings"), None, comparison.signature


def what_columns() -> tuple[Column, ...]:
    """The columns in which every sheet of differences says what one is."""
    return (
        Column(say("Kind"), 16),
        Column(say("Side"), 10),
        Column(say("Severity"), 10),
        Column(say("Confidence"), 11, shares=True),
    )


def what_cells(comparison: Comparison, difference: Difference) -> tuple[Value, ...]:
    """What stands in these columns of one difference."""
    return (
        kind_name(comparison, difference.kind),
        where(comparison, difference.side),
        severity_name(difference.severity),
        say("by hand") if difference.by_hand else round(float(difference.confidence), 4),
    )


def _differences(comparison: Comparison) -> Sheet:
    """The differences; after a review with what was decided about each, those that were rejected left out."""
    reviewed = any(difference.review for difference in comparison.differences)
    placed = [side for side in SIDES if (origin := on_side(comparison, side).origin) is not None and origin.places]
    columns = (
        Column(say("No."), 6),
        Column(say("Id"), 11),
        *what_columns(),
        *(Column(sentences_name(comparison, side), 11) for side in SIDES),
        *(Column(text_name(comparison, side), _TEXT) for side in SIDES),
        *(Column(_text_translated(comparison, side), _TEXT) for side in SIDES),
        Column(say("Message"), 45),
        Column(say("Reason"), 45),
        Column(say("Readings"), 40),
        Column(say("Why compared"), 40),
        Column(say("Considered"), 40),
        *([Column(say("Review"), 40)] if reviewed else []),
        *(Column(say("Place in {version:text}", version=version_of(comparison, side)), 20) for side in placed),
    )
    numbers = numbers_of(comparison)
    rows: list[list[Value]] = []
    for difference in comparison.differences:
        found = [passage(comparison, difference, side) for side in SIDES]
        considered = weighed_line(comparison, difference)
        rows.append(
            [
                numbers[difference.id],
                difference.id,
                *what_cells(comparison, difference),
                *(_numbers(side.sentences) for side in found),
                *(side.text for side in found),
                *(
                    marked_gloss(on_side(comparison.translation, side), there.sentences, there.translation)
                    for side, there in zip(SIDES, found, strict=True)
                ),
                one_line(said(difference.message)),
                one_line(said(difference.evidence.reason)),
                "; ".join(one_line(reading_line(comparison, reading)) for reading in difference.evidence.readings),
                one_line(pairing_sentence(comparison.beads[difference.bead])),
                one_line(": ".join(considered)) if considered else "",
                *([one_line(review_words(comparison, difference))] if reviewed else []),
                *(found[SIDES.index(side)].place for side in placed),
            ]
        )
    return Sheet(say("Differences"), columns, rows)


def _alignment(comparison: Comparison) -> Sheet:
    columns = (
        *(Column(sentences_name(comparison, side), 11) for side in SIDES),
        *(Column(text_name(comparison, side), _TEXT + 10) for side in SIDES),
        Column(say("Found"), 18),
        Column(say("Probability"), 11, shares=True),
        Column(say("Similarity"), 11),
    )
    rows: list[list[Value]] = [
        [
            *(_numbers(on_side(bead, side)) for side in SIDES),
            *(_words(comparison, bead, side) for side in SIDES),
            _found(comparison, bead),
            round(float(bead.probability), 4),
            round(float(bead.similarity), 4),
        ]
        for bead in comparison.beads
    ]
    return Sheet(say("Alignment"), columns, rows)


def _facts(comparison: Comparison) -> Sheet:
    columns = [Column(say("Kind"), 10), Column(say("Found"), 26)]
    for side in SIDES:
        read = capital(say("{version:name}: read as", version=version_of(comparison, side)))
        columns += [Column(text_name(comparison, side), 30), Column(read, 24)]
        columns.append(Column(sentences_name(comparison, side), 14))
    rows = [
        [row.kind, row.status, *_fact_cells(row.source), *_fact_cells(row.target), row.difference]
        for row in fact_rows(comparison)
    ]
    return Sheet(say("Facts"), [*columns, Column(say("Difference"), 11)], rows)


def _fact_cells(side: FactSide) -> tuple[str, str, str]:
    return side.words, side.value, side.numbers


def _translation(comparison: Comparison) -> Sheet:
    columns = (
        Column(say("Version"), 10),
        Column(say("Sentence"), 10),
        Column(say("Role"), 14),
        Column(say("Text"), _TEXT + 15),
        Column(say("Translation"), _TEXT + 15),
        Column(say("Translated by"), 24),
        Column(say("Kind"), 24),
        Column(say("Doubt"), 20),
    )
    rows: list[list[Value]] = []
    for side in SIDES:
        document, made = on_side(comparison, side), on_side(comparison.translation, side)
        for i, sentence in enumerate(document.sentences):
            shown = marked_gloss(made, (i,), one_line(made.shown(i)))
            label = translation_label(made) if shown else ""
            role = ROLES[sentence.role].told()
            words = one_line(document.sentence_text(i))
            told = (line_kind(sentence.label), doubt_words(sentence))
            rows.append([side_name(comparison, side), i + 1, role, words, shown, label, *told])
    return Sheet(say("Translation"), columns, rows)


def _text_translated(comparison: Comparison, side: SideName) -> str:
    return capital(say("{version:kind} text translated", version=version_of(comparison, side)))


def _found(comparison: Comparison, bead: Bead) -> str:
    """What the alignment says of a bead; texts that tell different stories have nothing in common worth the word."""
    if not bead.two_sided:
        return kind_name(comparison, "omission" if bead.source else "addition")
    return say("in both, moved") if bead.moved else say("in both")


def _words(comparison: Comparison, bead: Bead, side: SideName) -> str:
    document = on_side(comparison, side)
    return " ".join(one_line(document.sentence_text(i)) for i in on_side(bead, side))


def _numbers(sentences: Sequence[int]) -> str:
    """Sentences as a reader counts them, from 1."""
    return ", ".join(str(i + 1) for i in sentences)
