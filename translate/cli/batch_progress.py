"""How far work on many files has come, on standard error: a bar on a terminal, a line a minute in a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from translate.batch.progress import BatchProgress
from translate.cli.command import complain
from translate.wording.phrase import Phrase, counted, joined, said

EVERY = 60.0  # seconds between two lines


@contextmanager
def batch_bar() -> Iterator[Callable[[BatchProgress], None]]:
    """What shows the progress of a batch while its block runs."""
    with _shown() as show:
        yield lambda progress: show(told(progress), progress.done, progress.total)


@contextmanager
def files_bar() -> Iterator[Callable[[int], None]]:
    """The same of files that are read one after the other, and nobody knows how many."""
    begun = time.monotonic()
    with _shown() as show:
        yield lambda done: show(files_told(done, time.monotonic() - begun), done, None)


@contextmanager
def _shown() -> Iterator[Callable[[Phrase, int, int | None], None]]:
    """What shows words, how much is done, and of how much."""
    if not sys.stderr.isatty():
        yield _Lines().show
        return
    columns = (BarColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(words: Phrase, done: int, total: int | None) -> None:
            bar.update(task, description=said(words), completed=done, total=total)

        yield show


class _Lines:
    def __init__(self) -> None:
        self._told = time.monotonic()

    def show(self, words: Phrase, done: int, total: int | None) -> None:
        """Tell a line, unless one was told a moment ago."""
        if time.monotonic() - self._told >= EVERY:
            self._told = time.monotonic()
            complain(words)


def told(progress: BatchProgress) -> Phrase:
    """The progress in words.

    Example:
        >>> told(BatchProgress(done=90, errors=2, resumed=30, total=180, seconds=30))
        '90 of 180 pairs, 120 a minute, 45 s left, 2 errors'
    """
    parts = [
        counted("{count} pair", "{count} pairs", progress.done)
        if progress.total is None
        else counted("{done:,} of {count:,} pair", "{done:,} of {count:,} pairs", progress.total, done=progress.done)
    ]
    if progress.per_minute:
        parts.append(Phrase("{rate:,.0f} a minute", rate=progress.per_minute))
    if progress.left is not None and progress.done != progress.total:
        parts.append(_time_left(progress.left))
    if progress.errors:
        parts.append(counted("{count} error", "{count} errors", progress.errors))
    return joined(", ", parts)


def files_told(done: int, seconds: float) -> Phrase:
    """Files that were read, and how quickly.

    Example:
        >>> files_told(1400, 10.0), files_told(0, 0.0)
        ('1,400 files, 140 a second', '0 files')
    """
    files = counted("{count:,} file", "{count:,} files", done)
    if not done or seconds <= 0:
        return files
    return joined(", ", [files, Phrase("{rate:,.0f} a second", rate=done / seconds)])


def _time_left(seconds: float) -> Phrase:
    """In the unit that suits.

    Example:
        >>> [str(_time_left(seconds)) for seconds in (45, 400, 40000)]
        ['45 s left', '7 min left', '11.1 h left']
    """
    if seconds < 90:
        return Phrase("{seconds:.0f} s left", seconds=seconds)
    if seconds < 90 * 60:
        return Phrase("{minutes:.0f} min left", minutes=seconds / 60)
    return Phrase("{hours:.1f} h left", hours=seconds / 3600)
