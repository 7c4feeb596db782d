"""A Comparison as Markdown: summary, then every difference with its evidence; no text of a story can become markup."""

import re
from collections.abc import Mapping

from translate.comparison import Comparison
from translate.differences.difference import Difference, Severity
from translate.report.by_eye import to_check
from translate.report.lone_passages import Entry, entries, weightiest_first
from translate.report.numbers import number_of, numbers_of
from translate.report.origins import notes_of
from translate.report.page_lines import correction_notes
from translate.report.passages import Passage, passage
from translate.report.told_words import checked_words, coverage_sentence, passage_words, relation_sentence
from translate.report.verdict import verdict_of
from translate.report.weighed import weighed_line
from translate.report.wording import (
    capital,
    counts_line,
    kind_name,
    read_as,
    review_words,
    same_story_sentence,
    side_name,
    sureness,
    title_of,
    translation_label,
    where,
)
from translate.text.shown import one_line
from translate.text.sides import SIDES, SideName, on_side
from translate.wording.phrase import Phrase, in_context, said, say

SECTIONS: dict[Severity, Phrase] = {"major": Phrase("Major differences"), "minor": Phrase("Minor differences")}

TO_CHECK = in_context("section", "To check by eye")

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$!@])")
_LINK = re.compile(r"(?=://)|(?<=www)(?=\.)", re.IGNORECASE)  # what GitHub would turn into a link by itself
_BLOCK_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")


def markdown_report(comparison: Comparison) -> str:
    """The comparison as CommonMark, readable as plain text too."""
    blocks = [
        f"# {title_of(comparison)}",
        f"**{escaped(verdict_of(comparison))}**",
        "\n".join(
            f"- {line}"
            for line in (
                same_story_sentence(comparison),
                relation_sentence(comparison),
                coverage_sentence(comparison, "source"),
                coverage_sentence(comparison, "target"),
                counts_line(comparison),
            )
            if line
        ),
    ]
    blocks += [f"> {heading} {escaped(words)}" for heading, words in correction_notes(comparison)]
    blocks += ["> " + say("Note: {note}", note=escaped(said(warning))) for warning in notes_of(comparison)]
    numbers = numbers_of(comparison)
    shown: Severity | None = None
    for entry in weightiest_first(entries(comparison)):
        if entry.severity != shown:
            shown = entry.severity
            blocks.append(f"## {said(SECTIONS[shown])}")
        told = _passage_entry if entry.passage else _difference
        blocks += told(comparison, entry, numbers)
    if weak := to_check(comparison):
        blocks.append(f"## {TO_CHECK.told()}")
        for found in weak:
            blocks.append(capital(checked_words(found)))
            blocks += [_sentence(comparison, side, i) for side in SIDES for i in on_side(found.found, side)]
    blocks.append("---\n\n" + say("Settings: {signature}", signature=escaped(comparison.signature)))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is.

    Example:
        >>> print(escaped("1. *bold* <b> http://x"))
        1\\. \\*bold\\* \\<b\\> http\\://x
    """
    line = _LINK.sub(r"\\", _SPECIAL.sub(r"\\\1", one_line(text)))
    return _BLOCK_START.sub(r"\1\\", line)


def _passage_entry(comparison: Comparison, entry: Entry, numbers: Mapping[str, int]) -> list[str]:
    """Sentences in a row, each under its own number."""
    title = capital(kind_name(comparison, entry.differences[0].kind))
    sure = sureness(entry.confidence)
    blocks = [f"### {number_of(entry, numbers)}: {title} ({sure})", passage_words(comparison, entry)]
    for difference in entry.differences:
        side: SideName = "source" if difference.side == "source" else "target"
        blocks.append(_passage(comparison, difference, side, str(numbers[difference.id])))
        if review := review_words(comparison, difference):
            blocks.append(say("Review: {decision}", decision=escaped(review)))
    return blocks


def _sentence(comparison: Comparison, side: SideName, sentence: int) -> str:
    """A sentence that is quoted as it is."""
    name, text = side_name(comparison, side), on_side(comparison, side).sentence_text(sentence)
    return _quoted(comparison, side, name, escaped(text), on_side(comparison.translation, side).shown(sentence))


def _difference(comparison: Comparison, entry: Entry, numbers: Mapping[str, int]) -> list[str]:
    difference = entry.differences[0]
    title = capital(kind_name(comparison, difference.kind))
    # "only in Russian" already names its side
    side = "" if difference.kind in ("omission", "addition") else f", {where(comparison, difference.side)}"
    sure = sureness(difference.confidence, by_hand=difference.by_hand)
    blocks = [
        f"### {number_of(entry, numbers)}: {title}{side} ({sure})",
        escaped(said(difference.message)),
        *(_passage(comparison, difference, side) for side in SIDES),
    ]
    if difference.evidence.readings:
        rows = [f"| {say('version')} | {say('as written')} | {say('read as')} |", "| --- | --- | --- |"]
        rows += [
            f"| {side_name(comparison, reading.side)} | {escaped(reading.text)} | {escaped(read_as(reading))} |"
            for reading in difference.evidence.readings
        ]
        blocks.append("\n".join(rows))
    if weighed := weighed_line(comparison, difference):
        blocks.append(f"{capital(weighed[0])}: {escaped(weighed[1])}")
    blocks.append(say("Why: {reason}", reason=escaped(said(difference.evidence.reason))))
    if review := review_words(comparison, difference):
        blocks.append(say("Review: {decision}", decision=escaped(review)))
    return blocks


def _passage(comparison: Comparison, difference: Difference, side: SideName, label: str = "") -> str:
    """What a side says there, under its name if no other label is told."""
    found = passage(comparison, difference, side)
    label = label or side_name(comparison, side)
    label = f"{label}, {escaped(found.place)}" if found.place else label
    words = _marked(found) if found.sentences else say("no counterpart found")
    return _quoted(comparison, side, label, words, found.translation)


def _quoted(comparison: Comparison, side: SideName, label: str, words: str, translation: str) -> str:
    lines = [f"> **{label}:** {words}"]
    if translation:
        engine = escaped(capital(translation_label(on_side(comparison.translation, side))))
        lines += [">", f"> {engine}: {escaped(translation)}"]
    return "\n".join(lines)


def _marked(found: Passage) -> str:
    """The passage with its marked pieces in bold; blanks stay outside the asterisks, or they would not count."""
    parts = []
    for piece in found.pieces:
        inner = escaped(piece.text)
        before = " " if piece.text[:1].isspace() else ""
        after = " " if piece.text[-1:].isspace() and inner else ""
        parts.append(f"{before}**{inner}**{after}" if piece.marks and inner else f"{before}{inner}{after}")
    return " ".join("".join(parts).split())
