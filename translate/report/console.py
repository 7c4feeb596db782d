"""A Comparison for a terminal: summary, then the differences with both texts; plain text in a pipe."""

import io
from collections.abc import Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from translate.comparison import Comparison
from translate.differences.difference import Difference, Severity
from translate.differences.kinds import KINDS, Family
from translate.report.by_eye import ToCheck, to_check
from translate.report.lone_passages import Entry, entries, weightiest_first
from translate.report.numbers import number_of, numbers_of
from translate.report.origins import notes_of
from translate.report.page_lines import correction_notes
from translate.report.passages import passage
from translate.report.told_words import (
    checked_words,
    coverage_sentence,
    passage_words,
    relation_sentence,
)
from translate.report.verdict import verdict_of
from translate.report.weighed import weighed_line
from translate.report.wording import (
    capital,
    counts_line,
    kind_name,
    reading_line,
    review_words,
    same_story_sentence,
    severity_name,
    side_name,
    sureness,
    translation_label,
    version_of,
    where,
)
from translate.text.shown import one_line
from translate.text.sides import SIDES, SideName, on_side
from translate.wording.phrase import Phrase, in_context, said, say

PIPE_WIDTH = 100  # columns where no terminal tells: readable in a mail, a log and an editor

SECTIONS: dict[Severity, Phrase] = {"major": in_context("section", "Major"), "minor": in_context("section", "Minor")}
TO_CHECK = in_context("section", "To check by eye")
STYLES: dict[Family, str] = {"only": "bold blue", "part": "blue", "conflict": "bold red", "moved": "bold cyan"}


def console_report(comparison: Comparison, *, width: int = PIPE_WIDTH) -> str:
    """The report as plain text without a single escape code, for a file or a pipe."""
    page = io.StringIO()
    draw(comparison, Console(file=page, width=width, no_color=True, force_terminal=False, legacy_windows=False))
    # rich pads lines to the full width
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def draw(comparison: Comparison, console: Console | None = None) -> None:
    """Write the report to a console; the default one takes width and colour from the terminal it meets.

    Args:
        console: Where to write; `Console()` writes to standard output and leaves colour out unless that is a terminal.
    """
    console = console or Console(highlight=False)
    source, target = (version_of(comparison, side) for side in SIDES)
    versions = capital(say("{source:kind} and {target:kind} version", source=source, target=target))
    console.print(Rule(Text(versions, "bold"), align="left", style="dim"))
    console.print(Text(verdict_of(comparison), "bold"))
    console.print(Text(same_story_sentence(comparison), "" if comparison.same_story.likely else "bold yellow"))
    if relation := relation_sentence(comparison):
        console.print(Text(relation))
    for side in SIDES:
        console.print(Text(coverage_sentence(comparison, side)))
    console.print(Text(counts_line(comparison)))
    for heading, words in correction_notes(comparison):
        console.print(Text(f"{heading} {words}"))
    for warning in notes_of(comparison):
        console.print(Text(say("Note: {note}", note=one_line(said(warning))), "yellow"))
    numbers = numbers_of(comparison)
    shown: Severity | None = None
    for entry in weightiest_first(entries(comparison)):
        if entry.severity != shown:
            shown = entry.severity
            _section(console, SECTIONS[shown])
        console.print()
        told = _passage if entry.passage else _difference
        console.print(told(comparison, entry, numbers))
    if weak := to_check(comparison):
        _section(console, TO_CHECK)
        for found in weak:
            console.print()
            console.print(_to_check(comparison, found))


def _section(console: Console, name: Phrase) -> None:
    console.print()
    console.print(Rule(Text(name.told(), "bold"), align="left", style="dim"))


def _head(comparison: Comparison, entry: Entry, numbers: Mapping[str, int]) -> Text:
    difference = entry.differences[0]
    head = Text(f"{number_of(entry, numbers)}.", "dim")
    head.append("  ")
    head.append(kind_name(comparison, difference.kind), STYLES[KINDS[difference.kind].family])
    if KINDS[difference.kind].family != "only":  # "only in Russian" already names its side
        head.append(f" · {where(comparison, difference.side)}")
    sure = sureness(entry.confidence, by_hand=entry.by_hand)
    head.append(f" · {severity_name(entry.severity)} · {sure}", "dim")
    return head


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    return grid


def _passage(comparison: Comparison, entry: Entry, numbers: Mapping[str, int]) -> RenderableType:
    """Sentences in a row, each under its own number."""
    grid = _grid()
    for difference in entry.differences:
        side: SideName = "source" if difference.side == "source" else "target"
        _add_passage(grid, comparison, difference, side, str(numbers[difference.id]))
        if review := review_words(comparison, difference):
            grid.add_row("", Text(say("Review: {decision}", decision=one_line(review)), "dim"))
    words = Text(passage_words(comparison, entry))
    return Group(_head(comparison, entry, numbers), Padding(Group(words, grid), (0, 0, 0, 4)))


def _to_check(comparison: Comparison, weak: ToCheck) -> RenderableType:
    grid = _grid()
    for side in SIDES:
        for i in on_side(weak.found, side):
            text = on_side(comparison, side).sentence_text(i)
            grid.add_row(Text(side_name(comparison, side)), Text(one_line(text)))
            if translation := one_line(on_side(comparison.translation, side).shown(i)):
                label = translation_label(on_side(comparison.translation, side))
                grid.add_row("", Text(f"({label}) {translation}", "italic"))
    return Group(Text(capital(checked_words(weak)), "dim"), Padding(grid, (0, 0, 0, 4)))


def _difference(comparison: Comparison, entry: Entry, numbers: Mapping[str, int]) -> RenderableType:
    difference = entry.differences[0]
    grid = _grid()
    for side in SIDES:
        _add_passage(grid, comparison, difference, side)
    if difference.evidence.readings:
        read = "; ".join(one_line(reading_line(comparison, reading)) for reading in difference.evidence.readings)
        grid.add_row(say("read as"), Text(read))
    if weighed := weighed_line(comparison, difference):
        grid.add_row(weighed[0], Text(one_line(weighed[1])))
    grid.add_row(say("why"), Text(one_line(said(difference.evidence.reason))))
    if review := review_words(comparison, difference):
        grid.add_row(say("review"), Text(one_line(review)))
    message = Text(one_line(said(difference.message)))
    return Group(_head(comparison, entry, numbers), Padding(Group(message, grid), (0, 0, 0, 4)))


def _add_passage(grid: Table, comparison: Comparison, difference: Difference, side: SideName, label: str = "") -> None:
    """What a side says there, under its name if no other label is told."""
    found = passage(comparison, difference, side)
    label = label or side_name(comparison, side)
    if not found.sentences:
        grid.add_row(Text(label), Text(say("no counterpart found"), "dim italic"))
        return
    words = Text()
    for piece in found.pieces:  # as Text, never as str: rich would read [markup] in it
        # collapsed piece by piece, keeping one blank at either end, so that marks stay where they are
        inner = one_line(piece.text)
        words.append(" " if piece.text[:1].isspace() else "")
        words.append(inner, "underline" if piece.marks else "")
        words.append(" " if piece.text[-1:].isspace() and inner else "")
    grid.add_row(Text(label), words)
    if found.place:
        grid.add_row("", Text(found.place, "dim"))
    if found.translation:
        translation = on_side(comparison.translation, side)
        grid.add_row("", Text(f"({translation_label(translation)}) {found.translation}", "italic"))
