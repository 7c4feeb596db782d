"""How far a comparison has come, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from translate.text.shown import one_line
from translate.wording.phrase import Phrase, said, say

STAGES = {
    "reading": Phrase("Reading the texts"),
    "encoding": Phrase("Encoding the sentences"),
    "aligning": Phrase("Aligning the sentences"),
    "comparing": Phrase("Comparing the facts"),
    "translating": Phrase("Translating"),
    "sketching": Phrase("Reading and encoding the articles"),
    "searching": Phrase("Looking for counterparts"),
}


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress bar on standard error while work goes on; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("Starting"), total=None)

        def show(stage: str, done: int, total: int) -> None:
            told = escape(one_line(said(STAGES.get(stage, stage))))
            bar.update(task, description=told, completed=done, total=total or None)

        yield show
