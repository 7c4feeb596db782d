"""A batch from its pairs to its summary."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from translate import __version__
from translate.batch.cluster_worker import SWITCHES
from translate.batch.executor import Executor, Here, Processes
from translate.batch.home import Home
from translate.batch.index_page import Index
from translate.batch.journal import Journal, Settings
from translate.batch.outcome import Outcome
from translate.batch.pairs import USUAL, Columns, Pair, numbered, pairs_of
from translate.batch.process import cores
from translate.batch.progress import BatchProgress
from translate.batch.summary import CSV_NAME, JSONL_NAME, Summary, outcomes_in
from translate.batch.task import Plan, Task
from translate.errors import OptionError
from translate.languages.glossary import Glossary
from translate.options import Options, require_options
from translate.report import FORMATS
from translate.settings import environment
from translate.text.places import MEMORY, scheme_of
from translate.wording.interface import DEFAULT, InterfaceLanguage
from translate.wording.phrase import Phrase

SECRET = frozenset(["api_key"])  # of the settings, what no file holds
OFTEN = 0.1  # seconds between two pairs after which progress is told

Progress = Callable[[BatchProgress], None]
Source = str | os.PathLike[str] | tuple[str | os.PathLike[str], str | os.PathLike[str]] | Iterable[Pair]


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What a batch came to.

    Attributes:
        folder: Of its files: summary.csv, summary.jsonl, index.html, results/. One in a store behaves as a path, too.
        pairs: How many there are.
        errors: How many of them could not be compared; the summary says why.
        resumed: How many an earlier run had done.
        seconds: That this run took.
    """

    folder: Path
    pairs: int
    errors: int
    resumed: int
    seconds: float

    def outcomes(self) -> Iterator[Outcome]:
        """What came of each pair, in their order, read from the summary as they are asked for."""
        return outcomes_in(self.folder / JSONL_NAME)


def run(
    pairs: Source,
    out: str | os.PathLike[str],
    options: Options | None = None,
    *,
    formats: Sequence[str] = (),
    workers: int | None = None,
    executor: Executor | None = None,
    columns: Columns = USUAL,
    sentences: bool = False,
    allow_private: bool = False,
    language: InterfaceLanguage = DEFAULT,
    anew: bool = False,
    retry_errors: bool = False,
    progress: Progress | None = None,
) -> BatchResult:
    """Compare many pairs and write down what was found: the same files however many processes there are.

    The folder gets, for each pair, results/.../NUMBER.json and the reports that are asked for; and for all of them
    summary.csv, summary.jsonl and index.html. A run that was killed is gone on with by running it again: what is in
    the folder's journal is not compared again, unless the pair or one of its files has changed. What is wrong with a
    pair stands in the summary and stops nothing. Pairs are read as they are needed, so that memory stays the same
    however many there are, but for the names of the files in two folders and eight bytes a pair.

    Args:
        pairs: The path of a table (.csv, .tsv, .jsonl, .ndjson, .parquet), two folders whose files are called alike, or
            Pairs numbered from 1. Here and in a table, paths may be addresses in a store such as s3://BUCKET/FILE;
            a file that changes there is not noticed.
        out: The folder, or its address in a store; it is made.
        options: Settings of the comparisons.
        formats: Keys of FORMATS, of the reports beside the JSON of each pair.
        workers: Processes that compare; as many as there are cores if None, and 0 for none but this one.
        executor: Who does the work, in place of processes of this machine: for a cluster, a Dask.
        columns: Of a table, where the versions stand.
        sentences: Whether the files hold one sentence a line, which is taken as it is.
        allow_private: Whether pages may stand on this machine or in a private network.
        language: Of the reports and of index.html.
        anew: Whether to begin anew where the folder holds a batch; its results are written over.
        retry_errors: Whether to try again what an earlier run could not compare.
        progress: Called at the beginning, at the end, and now and then between them.

    Raises:
        InputError: The table cannot be read, or has no columns of versions; a folder is none.
        OptionError: A setting is wrong.
        OutputError: The folder cannot be written, holds a batch with other settings, or another run is at work in it.

    Example:
        >>> import translate.batch
        >>> translate.batch.run("no_such.csv", "out")
        Traceback (most recent call last):
        translate.errors.UnreadableFile: Cannot read no_such.csv: No such file or directory.
    """
    options = require_options(options)
    plan = Plan(str(out), options, _formats(formats), sentences, allow_private, language)
    done_by = executor or _processes(workers)
    _require_seen(plan.out, done_by)
    is_given = isinstance(pairs, str | os.PathLike | tuple)
    total = sum(1 for _ in _pairs(pairs, columns)) if is_given else None  # and a damaged table is told before all work
    home = Home(plan.out)
    with ExitStack() as stack:
        stack.callback(home.locked().release)
        home.begin(anew=anew)
        journal = Journal(home.journal, _settings(plan), home.folder)
        stack.callback(journal.close)
        batch = _Batch(plan, home, journal, _Counting(total, progress), retry_errors=retry_errors)
        batch.compare(_pairs(pairs, columns), done_by)
        return batch.finish()


class _Counting:
    """The counts of one run, told to whoever watches."""

    def __init__(self, total: int | None, progress: Progress | None) -> None:
        self.done = self.errors = self.resumed = 0
        self._total, self._progress = total, progress
        self._begun = time.monotonic()
        self._told = 0.0

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._begun

    def count(self, outcome: Outcome, *, resumed: bool = False) -> None:
        """Count a pair that is done."""
        self.done += 1
        self.errors += bool(outcome.exit_status)
        self.resumed += resumed
        if self.seconds - self._told > OFTEN:
            self.tell()

    def tell(self) -> None:
        """Say how far it is."""
        self._told = self.seconds
        if self._progress is not None:
            self._progress(BatchProgress(self.done, self.errors, self.resumed, self._total, self.seconds))


class _Batch:
    """One run."""

    def __init__(self, plan: Plan, home: Home, journal: Journal, counting: _Counting, *, retry_errors: bool) -> None:
        self._plan, self._home, self._journal, self._counting = plan, home, journal, counting
        self._retry_errors = retry_errors
        self._last = 0

    def compare(self, pairs: Iterable[Pair], executor: Executor) -> None:
        """Compare what the journal does not know."""
        self._counting.tell()
        digests: dict[int, str] = {}  # of the pairs under way, as few as the executor takes at once
        for outcome in executor.map(self._tasks(pairs, digests)):
            self._journal.note(outcome, digests.pop(outcome.number))
            self._counting.count(outcome)
            self._home.copy()

    def finish(self) -> BatchResult:
        """Write the summary of all."""
        with ExitStack() as stack:
            table, lines = (stack.enter_context(self._home.written(name)) for name in (CSV_NAME, JSONL_NAME))
            summary = Summary(table, lines)
            index = Index(self._home.folder, self._last, self._counting.errors, self._plan.language)
            for number in range(1, self._last + 1):
                found = self._journal.outcome(number)
                assert found is not None  # each of them was just looked up or noted
                summary.add(found[0])
                index.add(found[0])
            index.end()
        self._home.copy(now=True)
        self._counting.tell()
        counted = self._counting
        return BatchResult(self._home.folder, self._last, counted.errors, counted.resumed, counted.seconds)

    def _tasks(self, pairs: Iterable[Pair], digests: dict[int, str]) -> Iterator[Task]:
        for pair in numbered(pairs):
            self._last = pair.number
            digest = pair.digest  # of its files as they are before they are read
            before = self._done_before(pair.number, digest)
            if before is not None:
                self._counting.count(before, resumed=True)
            else:
                digests[pair.number] = digest
                yield Task(pair, self._plan)

    def _done_before(self, number: int, digest: str) -> Outcome | None:
        """What came of a pair in an earlier run, where that still holds and its files are there."""
        found = self._journal.outcome(number)
        if found is None or found[1] != digest or (found[0].exit_status and self._retry_errors):
            return None
        outcome = found[0]
        files = (outcome.result, *outcome.reports.values())
        return outcome if all(self._home.has(name) for name in files if name) else None


def _pairs(given: Source, columns: Columns) -> Iterable[Pair]:
    if isinstance(given, tuple) and len(given) == 2 and not isinstance(given[0], Pair):
        return pairs_of((os.fspath(given[0]), os.fspath(given[1])), columns)
    if isinstance(given, str | os.PathLike):
        return pairs_of(os.fspath(given), columns)
    return given


def _processes(workers: int | None) -> Executor:
    if workers is None:
        workers = cores()
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 0:
        raise OptionError(
            Phrase("workers must be a number of processes, or 0 to compare in this one, not {given}.", given=workers)
        )
    return Processes(workers) if workers else Here()


def _formats(given: Sequence[str]) -> tuple[str, ...]:
    for format in given:
        if format not in FORMATS:
            raise OptionError(
                Phrase("Unknown format {format}. Known: {known}.", format=repr(format), known=", ".join(FORMATS))
            )
    return tuple(format for format in FORMATS if format in given and format != "json")


def _require_seen(out: str, executor: Executor) -> None:
    """Refuse results that no other process would see."""
    if scheme_of(out) == MEMORY and not isinstance(executor, Here):
        raise OptionError(
            Phrase(
                "{out} is in the memory of one process, and others compare. Give another place, or let this process "
                "compare with 0 workers.",
                out=out,
            )
        )


def _settings(plan: Plan) -> Settings:
    """What the results depend on besides the pairs, as the journal holds it."""
    options: dict[str, Any] = {
        each.name: getattr(plan.options, each.name) for each in fields(plan.options) if each.name not in SECRET
    }
    glossary = options["glossary"]
    options["glossary"] = glossary.digest if isinstance(glossary, Glossary) else None
    options["models"] = list(plan.options.models)
    return {
        "version": __version__,
        **options,
        "formats": list(plan.formats),
        "sentences": plan.sentences,
        "allow_private": plan.allow_private,
        "language": plan.language,
        **{name: environment.told(name) for name in SWITCHES},
    }
