"""An alignment for people: what `align` prints."""

import io

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from translate.alignment.bead import Bead
from translate.languages.registry import LANGUAGES
from translate.report.wording import percent, tag
from translate.text.document import Document
from translate.text.shown import one_line
from translate.wording.interface import number
from translate.wording.naming import LanguageName
from translate.wording.phrase import say

PIPE_WIDTH = 120  # columns: two columns of text need more than one


def alignment_table(source: Document, target: Document, beads: tuple[Bead, ...], *, width: int = PIPE_WIDTH) -> str:
    """The alignment as a table with a row for each bead, as wide as `width` columns."""
    table = Table(box=box.HORIZONTALS, show_lines=True, expand=True, show_edge=False)
    for document in (source, target):
        known = LANGUAGES.get(document.language)
        name = say("{language:capital}", language=LanguageName(document.language, known.name if known else ""))
        table.add_column(name, ratio=1, overflow="fold")
    table.add_column(f"{say('similarity')}\n{say('probability')}", justify="right", no_wrap=True)
    for bead in beads:
        scores = [number(bead.similarity, ".2f"), percent(bead.probability)]
        if bead.moved:
            scores.append(tag("moved"))
        table.add_row(_cell(source, bead.source), _cell(target, bead.target), "\n".join(scores))
    page = io.StringIO()
    console = Console(file=page, width=width, no_color=True, force_terminal=False, legacy_windows=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _cell(document: Document, sentences: tuple[int, ...]) -> Text:
    """Sentences with their numbers, as in the JSON; Text, because rich would read [markup] in a str."""
    return Text("\n".join(f"{i}  {one_line(document.sentence_text(i))}" for i in sentences) or "-")
