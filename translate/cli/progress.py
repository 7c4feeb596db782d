"""How far a comparison has come, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from translate.wording.phrase import Phrase, said, say

STAGES = {
    "reading": Phrase("Reading the texts"),
    "encoding": Phrase("Encoding the sentences"),
    "aligning": Phrase("Aligning the sentences"),
    "comparing": Phrase("Comparing the facts"),
    "translating": Phrase("Translating"),
}


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress bar on standard error while work goes on; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("Starting"), total=None)

        def show(stage: str, done: int, total: int) -> None:
            bar.update(task, description=said(STAGES.get(stage, stage)), completed=done, total=total or None)

        yield show
