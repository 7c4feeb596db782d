"""A Comparison as a workbook: summary, differences, alignment, facts and translation, one sheet each."""

from collections import Counter
from collections.abc import Iterator, Sequence

from translate.alignment.bead import Bead
from translate.comparison import Comparison
from translate.report.fact_rows import CAVEAT, FactSide, fact_rows
from translate.report.passages import one_line, passage
from translate.report.weighed import weighed_line
from translate.report.wording import (
    SIDES,
    SideName,
    coverage_sentence,
    kind_counts,
    kind_name,
    pairing_sentence,
    read_as,
    review_words,
    same_story_sentence,
    side_name,
    translation_label,
)
from translate.report.workbook import Column, Sheet, Value, workbook_bytes

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
        title=f"{side_name(comparison, 'source')} and {side_name(comparison, 'target')} version compared",
    )


def _summary(comparison: Comparison) -> Sheet:
    columns = (Column("Figure", 34), Column("Value", 14, shares=True), Column("In words", 90))
    return Sheet("Summary", columns, list(_figures(comparison)))


def _figures(comparison: Comparison) -> Iterator[tuple[str, Value, str]]:
    yield "Same story", comparison.same_story.probability, same_story_sentence(comparison)
    for side in SIDES:
        share = comparison.coverage.source if side == "source" else comparison.coverage.target
        yield f"{side_name(comparison, side)} text covered", share, coverage_sentence(comparison, side)
    for side in SIDES:
        document = comparison.source if side == "source" else comparison.target
        compared = len(document.compared)
        left_out = len(document.sentences) - compared
        yield f"{side_name(comparison, side)} sentences", compared, f"{left_out} more were taken for page furniture"
    major = Counter(d.kind for d in comparison.differences if d.severity == "major")
    yield "Differences", len(comparison.differences), f"{major.total()} of them major"
    for kind, count in kind_counts(comparison):
        yield f"Differences: {kind_name(comparison, kind)}", count, f"{major[kind]} of them major"
    if comparison.rejected:
        yield "Rejected in review", len(comparison.rejected), "Left out of the differences"
    statuses = Counter(row.status for row in fact_rows(comparison))
    for status in sorted(statuses):
        yield f"Facts: {status}", statuses[status], CAVEAT if status.endswith("not recognised") else ""
    for side in SIDES:
        made = comparison.translation.source if side == "source" else comparison.translation.target
        yield f"Translation of the {side_name(comparison, side)} text", None, translation_label(made)
    for warning in comparison.translation.warnings:
        yield "Note", None, one_line(warning)
    yield "Settings", None, comparison.signature


def _differences(comparison: Comparison) -> Sheet:
    """The differences; after a review with what was decided about each, those that were rejected left out."""
    reviewed = any(difference.review for difference in comparison.differences)
    names = [side_name(comparison, side) for side in SIDES]
    columns = (
        Column("Id", 6),
        Column("Kind", 16),
        Column("Side", 10),
        Column("Severity", 10),
        Column("Confidence", 11, shares=True),
        *(Column(f"{name} sentences", 11) for name in names),
        *(Column(f"{name} text", _TEXT) for name in names),
        *(Column(f"{name} text translated", _TEXT) for name in names),
        Column("Message", 45),
        Column("Reason", 45),
        Column("Readings", 40),
        Column("Why compared", 40),
        Column("Considered", 40),
        *([Column("Review", 40)] if reviewed else []),
    )
    rows: list[list[Value]] = []
    for difference in comparison.differences:
        found = [passage(comparison, difference, side) for side in SIDES]
        considered = weighed_line(comparison, difference)
        rows.append(
            [
                difference.id,
                kind_name(comparison, difference.kind),
                side_name(comparison, difference.side),
                difference.severity,
                round(float(difference.confidence), 4),
                *(_numbers(side.sentences) for side in found),
                *(side.text for side in found),
                *(side.translation for side in found),
                one_line(difference.message),
                one_line(difference.evidence.reason),
                "; ".join(
                    f"{side_name(comparison, reading.side)} {one_line(reading.text)} = "
                    f"{one_line(read_as(difference, reading))}"
                    for reading in difference.evidence.readings
                ),
                one_line(pairing_sentence(comparison.beads[difference.bead])),
                one_line(": ".join(considered)) if considered else "",
                *([one_line(review_words(comparison, difference))] if reviewed else []),
            ]
        )
    return Sheet("Differences", columns, rows)


def _alignment(comparison: Comparison) -> Sheet:
    names = [side_name(comparison, side) for side in SIDES]
    columns = (
        *(Column(f"{name} sentences", 11) for name in names),
        *(Column(f"{name} text", _TEXT + 10) for name in names),
        Column("Found", 18),
        Column("Probability", 11, shares=True),
        Column("Similarity", 11),
    )
    rows: list[list[Value]] = [
        [
            *(_numbers(_sentences(bead, side)) for side in SIDES),
            *(_words(comparison, bead, side) for side in SIDES),
            _found(comparison, bead),
            round(float(bead.probability), 4),
            round(float(bead.similarity), 4),
        ]
        for bead in comparison.beads
    ]
    return Sheet("Alignment", columns, rows)


def _facts(comparison: Comparison) -> Sheet:
    names = [side_name(comparison, side) for side in SIDES]
    columns = [Column("Kind", 10), Column("Found", 26)]
    for name in names:
        columns += [Column(f"{name} text", 30), Column(f"{name}: read as", 24), Column(f"{name} sentences", 14)]
    rows = [
        [row.kind, row.status, *_fact_cells(row.source), *_fact_cells(row.target), row.difference]
        for row in fact_rows(comparison)
    ]
    return Sheet("Facts", [*columns, Column("Difference", 11)], rows)


def _fact_cells(side: FactSide) -> tuple[str, str, str]:
    return side.words, side.value, side.numbers


def _translation(comparison: Comparison) -> Sheet:
    columns = (
        Column("Version", 10),
        Column("Sentence", 10),
        Column("Role", 14),
        Column("Text", _TEXT + 15),
        Column("Translation", _TEXT + 15),
        Column("Translated by", 24),
    )
    rows: list[list[Value]] = []
    for side in SIDES:
        document, made = comparison.source, comparison.translation.source
        if side == "target":
            document, made = comparison.target, comparison.translation.target
        for i, sentence in enumerate(document.sentences):
            shown = one_line(made.shown(i))
            label = translation_label(made) if shown else ""
            role = "page furniture" if sentence.role == "boilerplate" else sentence.role
            rows.append([side_name(comparison, side), i + 1, role, one_line(document.sentence_text(i)), shown, label])
    return Sheet("Translation", columns, rows)


def _found(comparison: Comparison, bead: Bead) -> str:
    """What the alignment says of a bead; texts that tell different stories have nothing in common worth the word."""
    if not bead.two_sided:
        return kind_name(comparison, "omission" if bead.source else "addition")
    return "in both, moved" if bead.moved else "in both"


def _sentences(bead: Bead, side: SideName) -> tuple[int, ...]:
    return bead.source if side == "source" else bead.target


def _words(comparison: Comparison, bead: Bead, side: SideName) -> str:
    document = comparison.source if side == "source" else comparison.target
    return " ".join(one_line(document.sentence_text(i)) for i in _sentences(bead, side))


def _numbers(sentences: Sequence[int]) -> str:
    """Sentences as a reader counts them, from 1."""
    return ", ".join(str(i + 1) for i in sentences)
