"""A Dask cluster on this machine against the pool of processes: overhead, throughput, and a worker that is killed.

    python -m benchmarks.measure.cluster [--data ../shared/eval] [--pairs 40] [--tasks 1000] [--workers 1 2]

Prints what Dask takes for a task that does nothing; pairs a minute, by the clock and by a minute of processor time of
whoever compares, of the pool and of Dask with each number of workers, and from the best of these the core hours for a
million pairs; and what becomes of a batch one of whose workers is killed in the middle. The pairs are those of
benchmarks.measure.batch. Linux alone tells who takes how much. Five minutes on two cores.
"""

import os
import signal
import tempfile
import time
from contextlib import nullcontext
from itertools import islice
from pathlib import Path

from benchmarks.data.development import STORIES, asked, data_parser, rows
from benchmarks.measure.batch import WARM, Measured, pairs_of_stories, processor_seconds
from benchmarks.measure.load import children
from translate.batch import BatchProgress, Dask, Pair, run
from translate.batch.home import LOCK
from translate.batch.journal import NAME as JOURNAL
from translate.options import Options
from translate.settings.limits import Progress

MILLION = 1_000_000
NOT_ITS_RESULT = (JOURNAL, LOCK)


class Nothing:
    """A job that does nothing."""

    def do(self, progress: Progress) -> None:
        """Nothing."""


def overhead(tasks: int, workers: int) -> float:
    """Milliseconds a task that does nothing takes, told in a line with whose processor time that is."""
    with Dask("local", workers) as dask:
        list(dask.in_order([Nothing()] * (tasks // 10)))  # what is loaded at first
        begun, own, theirs = time.monotonic(), time.process_time(), processor_seconds(children())
        list(dask.in_order([Nothing()] * tasks))
        each = 1000 / tasks
        clock = (time.monotonic() - begun) * each
        own = (time.process_time() - own) * each
        theirs = (processor_seconds(children()) - theirs) * each
    print(
        f"a task that does nothing, workers: {workers}: {clock:.1f} ms by the clock; of processor time {own:.1f} ms in "
        f"the client and scheduler, {theirs:.1f} ms in the workers",
        flush=True,
    )
    return own + theirs


def throughput(pairs: list[Pair], workers: int, *, by_dask: bool) -> float:
    """Pairs in a minute of processor time, told in a line."""
    measured = Measured(WARM * workers, children())  # what Dask began earlier to look after its processes stays
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as out, Dask("local", workers) if by_dask else nullcontext() as executor:
        ready = time.monotonic() - begun
        result = run(pairs, out, Options(engine="none"), workers=workers, executor=executor, progress=measured.watch)
    who = "Dask" if by_dask else "pool"
    print(
        f"{who}, workers: {workers}: {measured.per_minute:.0f} pairs a minute, {measured.per_processor_minute:.0f} in "
        f"a minute of processor time, ready after {ready:.1f} s, errors: {result.errors}",
        flush=True,
    )
    return measured.per_processor_minute


def killed(pairs: list[Pair]) -> None:
    """One of two workers is killed in the middle."""
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder) / "whole", Path(folder) / "broken"
        run(pairs, whole, Options(engine="none"), workers=2)
        ended: list[int] = []
        with Dask("local", 2) as dask:
            workers = sorted(dask._client.run(os.getpid).values())

            def kill(told: BatchProgress) -> None:
                if not ended and told.done >= len(pairs) // 3:
                    ended.append(workers[0])
                    os.kill(workers[0], signal.SIGKILL)

            result = run(pairs, broken, Options(engine="none"), executor=dask, progress=kill)
        same = _contents(whole) == _contents(broken)
    print(
        f"workers killed: {len(ended)} of 2; pairs: {result.pairs}, errors: {result.errors}, the same files as the "
        f"pool's: {'yes' if same else 'NO'}",
        flush=True,
    )


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in NOT_ITS_RESULT
    }


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--sentences", type=int, default=30, help="of a version, at least")
    parser.add_argument("--tasks", type=int, default=1000, help="that do nothing")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    given = asked(parser)
    pairs = list(islice(pairs_of_stories(rows(given.data, *STORIES), given.sentences), given.pairs))
    took = [overhead(given.tasks, workers) for workers in given.workers]
    rates = {
        (by_dask, workers): throughput(pairs, workers, by_dask=by_dask)
        for workers in given.workers
        for by_dask in (False, True)
    }
    best = max(rates[True, workers] for workers in given.workers)
    if best:
        print(
            f"a million pairs on Dask: {MILLION / best / 60:,.0f} core hours of comparing and "
            f"{MILLION * min(took) / 3.6e6:,.1f} of handing out tasks"
        )
    killed(pairs)


if __name__ == "__main__":
    main()
