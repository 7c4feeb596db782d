"""What the page's processes do under load, and whether their memory stays.

    python -m benchmarks.measure.load [--visitors 20] [--comparisons 500] [--workers N]

Prints how long as many comparisons take one after the other as the page's own process does them, and at once in its
processes (PARALLAX_WORKERS of them unless --workers says otherwise), whether both find the same, how long a short text
waits beside long ones, and the memory of all processes over --comparisons of them. No comparison is of the same texts
as another, and nothing is taken from the cache. Linux alone tells the memory. Ten minutes on two cores.
"""

import argparse
import os
import statistics
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from translate.batch.worker import Job
from translate.batch.workers import Workers, workers
from translate.engines.cache import LIMIT_VARIABLE
from translate.options import Options
from translate.pipeline import compare
from translate.samples import load_sample, sample_names

OPTIONS = Options(engine="none")
LONG = 40  # times a story's length
TOLD = 10  # lines about the memory


def story(number: int, length: int = 1) -> Job:
    """Texts that are no others'.

    Args:
        number: Names it.
        length: In sample stories.
    """
    names = sample_names()
    sides: tuple[list[str], list[str]] = ([], [])
    for part in range(length):
        sample = load_sample(names[(number + part) % len(names)])
        told = number * length + part + 1000
        sides[0].append(f"{sample.source}\n\nИх номер в списке был {told}.")
        sides[1].append(f"{sample.target}\n\nTheir number in the list was {told}.")
    return Job("\n\n".join(sides[0]), "\n\n".join(sides[1]), OPTIONS)


def silent(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def simultaneous(pool: Workers, visitors: int) -> None:
    """The same comparisons one after the other and at once."""
    jobs = [story(number) for number in range(visitors)]
    compare(jobs[0].source, jobs[0].target, OPTIONS)  # the models are loaded
    at_once(pool, jobs)  # so are those of all processes
    start = time.perf_counter()
    expected = [compare(job.source, job.target, job.options) for job in jobs]
    alone = time.perf_counter() - start
    start = time.perf_counter()
    waited, found = zip(*at_once(pool, jobs), strict=True)
    together = time.perf_counter() - start
    right = sum(a == b for a, b in zip(expected, found, strict=True))
    print(
        f"{visitors} comparisons: {alone:.1f} s one after the other, {together:.1f} s at once "
        f"({alone / together:.2f} times as quick), {right} of {visitors} find the same; "
        f"a visitor waits {statistics.median(waited):.1f} s, at most {max(waited):.1f} s"
    )


def at_once(pool: Workers, jobs: Sequence[Job]) -> list[tuple[float, object]]:
    """Seconds that each took from the beginning of all, and what was found."""
    start = time.perf_counter()

    def visit(job: Job) -> tuple[float, object]:
        found = pool.done(job, silent)
        return time.perf_counter() - start, found

    with ThreadPoolExecutor(len(jobs)) as visitors:
        return list(visitors.map(visit, jobs))


def beside_a_long_text(pool: Workers) -> None:
    """How long a short text takes while a long one is compared."""
    start = time.perf_counter()
    pool.done(story(1), silent)
    alone = time.perf_counter() - start
    with ThreadPoolExecutor(1) as other:
        long = other.submit(pool.done, story(2, LONG), silent)
        time.sleep(1)
        start = time.perf_counter()
        pool.done(story(3), silent)
        beside = time.perf_counter() - start
        still = not long.done()
        long.result()
    print(
        f"a story alone {alone:.1f} s, beside one of {LONG} times its length {beside:.1f} s"
        + ("" if still else " (the long one was done first)")
    )


def memory(pool: Workers, comparisons: int, visitors: int) -> None:
    """Of all processes together, over many comparisons."""
    step = max(1, comparisons // TOLD)
    for first in range(0, comparisons, step):
        jobs = [story(5000 + number) for number in range(first, min(first + step, comparisons))]
        with ThreadPoolExecutor(visitors) as many:
            list(many.map(lambda job: pool.done(job, silent), jobs))
        own, others = resident([os.getpid()]), resident(children())
        print(
            f"after {first + len(jobs)} comparisons: page {own:.0f} MiB, {len(children())} processes {others:.0f} MiB"
        )


def children() -> list[int]:
    """Processes that this one has begun."""
    found: list[int] = []
    for task in Path("/proc/self/task").glob("*/children"):
        with suppress(FileNotFoundError):  # a thread that has ended, whose processes are listed under another one
            found += map(int, task.read_text(encoding="ascii").split())
    return found


def resident(processes: Iterable[int]) -> float:
    """MiB that processes hold, what they share counted in parts."""
    kib = 0
    for process in processes:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
        kib += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kib / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visitors", type=int, default=20, help="comparisons at once (default: 20)")
    parser.add_argument("--comparisons", type=int, default=500, help="over which memory is told (default: 500)")
    parser.add_argument("--workers", type=int, help="processes (default: as on the page)")
    args = parser.parse_args()
    os.environ[LIMIT_VARIABLE] = "0"
    pool = Workers(args.workers) if args.workers else workers()
    if pool is None:
        parser.error("PARALLAX_WORKERS is 0: there are no processes to measure")
    simultaneous(pool, args.visitors)
    beside_a_long_text(pool)
    memory(pool, args.comparisons, args.visitors)
    pool.end()


if __name__ == "__main__":
    main()
