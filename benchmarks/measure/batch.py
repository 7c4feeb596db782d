"""Throughput of a batch: pairs a minute, memory of its processes, and what the time goes into.

    python -m benchmarks.measure.batch [--data ../shared/eval] [--pairs 60] [--workers 1 2] [--rows 100000]

The pairs are development stories one behind the other until a version has --sentences sentences; none is in two.
Prints for each number of processes how many pairs a minute they compare once their models are loaded, by the clock and,
since other programs make a machine slower, by a minute of processor time, with what a process holds in memory: without
machine translation, with the demonstration packages, and both texts' vectors from the cache; then the share of each
stage in the processor time of one process; at last what a table of --rows rows takes besides comparing. Linux alone
tells the memory. Five minutes on two cores.
"""

import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from benchmarks.data.development import STORIES, asked, data_parser, rows
from benchmarks.measure.load import children, resident
from translate.batch import BatchProgress, Given, Outcome, Pair, run
from translate.batch.outcome import failed
from translate.batch.task import Plan, Task
from translate.engines.cache import LIMIT_VARIABLE
from translate.options import Options

CACHE_HOME = "XDG_CACHE_HOME"
WARM = 3  # pairs for each process before the clock starts


def pairs_of_stories(stories: Iterable[dict[str, list[str]]], sentences: int) -> Iterator[Pair]:
    """Pairs of at least that many sentences a side, numbered from 1."""
    ru: list[str] = []
    en: list[str] = []
    number = 0
    for story in stories:
        ru, en = [*ru, *story["ru"]], [*en, *story["en"]]
        if min(len(ru), len(en)) >= sentences:
            number += 1
            yield Pair(number, str(number), Given("text", "\n".join(ru)), Given("text", "\n".join(en)))
            ru, en = [], []


class Measured:
    """What the processes of a batch take from the moment that they are warm."""

    def __init__(self, warm: int, others: Iterable[int] = ()) -> None:
        """
        Args:
            warm: Pairs before the clock starts.
            others: Processes of ours that compare nothing.
        """
        self._warm, self._others = warm, frozenset(others)
        self._first: tuple[int, float, float] | None = None
        self.per_minute = self.per_processor_minute = self.memory = 0.0

    def watch(self, progress: BatchProgress) -> None:
        """Take note of the progress, and of the memory of the processes."""
        with suppress(OSError):  # a process has just ended
            running = [process for process in children() if process not in self._others]
            if not running or progress.done < self._warm:
                return
            now = (progress.done, progress.seconds, processor_seconds(running))
            self._first = self._first or now
            pairs, seconds, used = (b - a for a, b in zip(self._first, now, strict=True))
            if pairs:
                self.per_minute, self.per_processor_minute = 60 * pairs / seconds, 60 * pairs / used
            self.memory = max(self.memory, resident(running) / len(running))


def processor_seconds(processes: Iterable[int]) -> float:
    """That processes have taken so far."""
    ticks = 0
    for process in processes:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def throughput(pairs: list[Pair], options: Options, workers: int, what: str) -> float:
    """Pairs a minute of processes, told in a line."""
    measured = Measured(WARM * workers)
    with tempfile.TemporaryDirectory() as out:
        result = run(pairs, out, options, workers=workers, progress=measured.watch)
    print(
        f"{what}, processes: {workers}: {measured.per_minute:.0f} pairs a minute, "
        f"{measured.per_processor_minute:.0f} in a minute of processor time, {measured.memory:.0f} MiB a process"
        + (f", errors: {result.errors}" if result.errors else ""),
        flush=True,
    )
    return measured.per_minute


def shares(pairs: list[Pair], options: Options) -> None:
    """Where the processor time of one process goes."""
    spent: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as out:
        plan = Plan(out, options, ("html",))
        Task(pairs[0], plan).do()  # loads the models
        for pair in pairs[1:]:
            stage, since = "reading", time.process_time()

            def tick(now: str, done: int, total: int) -> None:
                nonlocal stage, since
                spent[stage] += time.process_time() - since
                stage, since = now if done < total or now == "encoding" else "the rest", time.process_time()

            Task(pair, plan).do(tick)
            spent["JSON and HTML, written"] += time.process_time() - since
    whole = sum(spent.values())
    print(f"processor time of a pair {whole / (len(pairs) - 1):.2f} s, of which:")
    for stage, seconds in spent.most_common():
        print(f"  {stage:24}{seconds / whole:6.1%}")


class Nobody:
    """An executor that compares nothing: what is left is the table, the journal and the summary."""

    def map(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        return (failed(task.pair, 2, "not compared") for task in tasks)


def table(length: int) -> None:
    """Seconds and memory of a table, its journal and its summary."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pairs.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number in range(length):
                file.write(
                    json.dumps({"id": number, "source": f"ru/{number}.txt", "target": f"en/{number}.txt"}) + "\n"
                )
        before = resident([os.getpid()])
        most = before
        told = 0.0

        def watch(progress: BatchProgress) -> None:
            nonlocal most, told
            if progress.seconds - told > 1:
                told, most = progress.seconds, max(most, resident([os.getpid()]))

        begun = time.process_time()
        run(path, Path(folder) / "out", Options(engine="none"), executor=Nobody(), progress=watch)
        took = time.process_time() - begun
        most = max(most, resident([os.getpid()]))
        begun = time.process_time()
        run(path, Path(folder) / "out", Options(engine="none"), executor=Nobody())
        again = time.process_time() - begun
    print(
        f"a table of {length:,} rows besides comparing: {1000 * took / length:.2f} ms a row, {most - before:.0f} MiB "
        f"more; going on where all is done: {1000 * again / length:.2f} ms a row",
        flush=True,
    )


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--pairs", type=int, default=60)
    parser.add_argument("--sentences", type=int, default=30, help="of a version, at least")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rows", type=int, default=100_000, help="of the table that is not compared")
    given = asked(parser)
    pairs = list(islice(pairs_of_stories(rows(given.data, *STORIES), given.sentences), given.pairs))
    plain = Options(engine="none")
    for length in (given.rows // 10, given.rows):
        table(length)
    with tempfile.TemporaryDirectory() as home:
        os.environ[CACHE_HOME] = home
        os.environ[LIMIT_VARIABLE] = "0"
        for what, options in (
            ("without translation", plain),
            ("with the demonstration packages", Options(engine="demonstration")),
        ):
            rates = [throughput(pairs, options, workers, what) for workers in given.workers]
            if len(rates) > 1 and rates[0]:
                print(f"  {rates[-1] / rates[0]:.2f} times as many with {given.workers[-1]} as with {given.workers[0]}")
        shares(pairs[:20], plain)
        del os.environ[LIMIT_VARIABLE]
        throughput(pairs, plain, given.workers[-1], "while the cache is filled")
        throughput(pairs, plain, given.workers[0], "from the cache")


if __name__ == "__main__":
    main()
