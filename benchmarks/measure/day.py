"""A day of a monitor, end to end: articles are matched, and the pairs that were found compared, as a user would do it.

    python -m benchmarks.measure.day [--articles 100] [--workers 2] [--memory 1024]

Makes about so many Russian and so many English articles of one day (benchmarks/data/many_articles.py), of which is
known which tell the same story; then runs `parallax match` and `parallax batch` on them in a fresh folder with an empty
cache, no process of theirs with more than --memory MiB of data. Does so for a quarter, a half and all of them, and
matches, which takes less, two, four and eight times as many. Prints for each stage the time, processor time and peak
memory of its processes, the pairs that are right, and from the growth what a day of 10,000 x 10,000 takes. The search,
which alone holds all against all, is measured at that size on vectors that are made up. Linux alone tells the memory.
Three minutes on two quiet cores.

The articles are made up: five to seven sentences each, of eight kinds of events, so that many on one day are alike but
for places, names and figures. Real ones are longer and take longer in proportion to their characters, which are printed
too; and none of them is as unlike the others or as like its counterpart. So the share of right pairs says here that the
stages fit together, and benchmarks.measure.match how well real articles are matched.
"""

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import nnls

from benchmarks.data.fitted import leave_out_second
from benchmarks.data.many_articles import ALONE, SIDES, articles
from benchmarks.measure.load import resident
from benchmarks.measure.match import made_sketches
from translate.matching.matches import WINDOW
from translate.matching.probability import candidates
from translate.matching.sketching import CHUNK

COMPARED, MATCHED = (0.25, 0.5, 1), (2, 4, 8)  # of the articles asked for, those only matched behind the others
POWERS = np.arange(1, 2.21, 0.01)  # of the number of articles or pairs, tried as what a stage grows with
DAY = 10_000  # articles of either language
SECONDS = 0.2  # between two looks at the memory
SMALLEST, LEAST = 2, 16  # articles that tell what starting takes; articles that may be asked for
LIMITED = 'ulimit -d "$0" && exec "$@"'  # KiB of data, and the command


@dataclass(frozen=True, slots=True)
class Stage:
    """What a command took.

    Attributes:
        seconds: By the clock.
        processor: Seconds of all its processes.
        memory: MiB that all its processes held at most at once, what they share counted once.
    """

    seconds: float
    processor: float
    memory: float


@dataclass(frozen=True, slots=True)
class Day:
    """What a day took.

    Attributes:
        articles: Of either language, on average.
        stages: By their names.
        known, found, right: Stories that both sides have, pairs that were given, and how many of those are right.
        compared: Pairs that were compared without an error.
        characters: Of both texts of a pair, on average.
        bytes: That the results take on the disk.
    """

    articles: float
    stages: dict[str, Stage]
    known: int
    found: int
    right: int
    compared: int
    characters: float
    bytes: int


def command(arguments: Sequence[str], folder: Path, memory: int) -> Stage:
    """Run a command of Parallax in a folder with a home of its own there.

    Raises:
        CalledProcessError: It failed.
    """
    own = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CACHE", "DATA", "CONFIG")}
    package = str(Path(__file__).parents[2])
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(
        ["sh", "-c", LIMITED, str(memory * 1024), sys.executable, "-m", "translate", *arguments],
        cwd=folder,
        env={**os.environ, **own, "PYTHONPATH": package},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        peak: list[float] = [0.0]
        watching = threading.Thread(target=watch, args=(process, peak))
        watching.start()
        _, said = process.communicate()
        watching.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, arguments, stderr=said)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Stage(time.perf_counter() - started, processor, peak[0])


def watch(process: "subprocess.Popen[str]", peak: list[float]) -> None:
    """Note the most memory of a process and all that it began, until it ends."""
    while process.poll() is None:
        with suppress(OSError):  # one of them has just ended
            peak[0] = max(peak[0], resident(family(process.pid)))
        time.sleep(SECONDS)


def family(process: int) -> list[int]:
    """A process and all that descend from it."""
    found = [process]
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            found += [one for child in task.read_text(encoding="ascii").split() for one in family(int(child))]
    return found


def day(count: int, workers: int, memory: int, *, compare: bool = True) -> Day:
    """One day with so many articles of either language, in a folder that is deleted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        told = [write(folder / f"{side}.jsonl", count, number) for number, side in enumerate(SIDES)]
        each = ["--workers", str(workers)]
        stages = {"match": command(["match", "ru.jsonl", "en.jsonl", "-o", "pairs.csv", *each], folder, memory)}
        pairs = [[part.strip() for part in row["id"].split("|")] for row in table(folder / "pairs.csv")]
        compared = 0
        if compare:
            stages["batch"] = command(["batch", "pairs.csv", "-o", "out", "--engine", "none", *each], folder, memory)
            compared = sum(not row["error"] for row in table(folder / "out" / "summary.csv"))
        return Day(
            articles=sum(map(len, told)) / 2,
            stages=stages,
            known=len(told[0].keys() & told[1].keys()),
            found=len(pairs),
            right=sum(one == other for one, other in pairs),
            compared=compared,
            characters=sum(told[0][one] + told[1][other] for one, other in pairs) / max(1, len(pairs)),
            bytes=sum(path.stat().st_size for path in (folder / "out").rglob("*") if path.is_file()),
        )


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, count: int, side: int) -> dict[str, int]:
    """A table of articles; the characters of each by its name."""
    told = {}
    with path.open("w", encoding="utf-8") as file:
        for article in articles(round(count / (1 - ALONE / 2)), side, days=1):
            row = {"id": article.name, "text": article.text, "date": str(article.published)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            told[article.name] = len(article.text)
    return told


def growth(name: str, sizes: Sequence[float], seconds: Sequence[float], whole: float) -> float:
    """Hours of a processor for a day, told with the best fit: what starting takes, what one does, and the power."""
    fits = []
    for power in POWERS:
        columns = np.stack([np.ones(len(sizes)), np.power(sizes, power)], axis=1) / np.array(seconds)[:, None]
        found, left = nnls(columns, np.ones(len(sizes)))
        fits.append((left, float(found[0]), float(found[1]), float(power)))
    _, start, each, power = min(fits)
    hours = (start + each * whole**power) / 3600
    print(
        f"{name}: {start:.1f} s of a processor and {each:.4f} s times their number to the power {power:.2f}: "
        f"{hours:.2f} core hours for {whole:,.0f}"
    )
    return hours


def report(days: Sequence[Day]) -> None:
    """A line for each stage of each day, then what grows how and what a day of DAY articles takes."""
    print("articles a side  stage   seconds  processor s  peak MiB   pairs known, given, right, compared")
    for one in days:
        for name, stage in one.stages.items():
            took = f"{stage.seconds:8.1f} {stage.processor:12.1f} {stage.memory:9.0f}"
            pairs = f"{one.known:6d} {one.found:6d} {one.right:6d} {one.compared:6d}"
            print(f"{one.articles:15.0f}  {name:6s} {took}   {pairs}")
    last = [one for one in days if one.compared][-1]
    kilobytes = last.bytes / last.compared / 1000
    print(f"\nA pair: {last.characters:,.0f} characters, and its result {kilobytes:.0f} kB on the disk")
    busy = [one for one in days if one.articles > CHUNK]  # fewer are read by one process, and the others do not start
    matched = busy if len(busy) >= len(COMPARED) else days
    hours = growth(
        "match, articles of either language",
        [one.articles for one in matched],
        [one.stages["match"].processor for one in matched],
        DAY,
    )
    given = [one for one in days if one.compared]
    hours += growth(
        "batch, pairs, one for each story that both languages have",
        [one.compared for one in given],
        [one.stages["batch"].processor for one in given],
        DAY * days[-1].known / days[-1].articles,
    )
    sides = made_sketches(DAY, 0, days=1), made_sketches(DAY, 1, days=1)
    begun = time.process_time()
    candidates(*sides, {}, window=WINDOW)
    searched = time.process_time() - begun
    print(
        f"of which the search among {DAY:,} x {DAY:,} articles of one day, measured: {searched:.0f} s of a processor\n"
        f"A day of {DAY:,} x {DAY:,} such articles: {hours:.1f} core hours"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100, help="of either language (default: 100)")
    parser.add_argument("--workers", type=int, default=2, help="processes of either command (default: 2)")
    parser.add_argument("--memory", type=int, default=1024, help="MiB that each process may use (default: 1024)")
    given = parser.parse_args()
    if given.articles < LEAST:
        parser.error(f"--articles must be at least {LEAST}")
    leave_out_second()
    sizes = [(SMALLEST, True), *((round(part * given.articles), part in COMPARED) for part in (*COMPARED, *MATCHED))]
    report([day(size, given.workers, given.memory, compare=compare) for size, compare in sizes])


if __name__ == "__main__":
    main()
