"""Time and memory of one comparison.

    python -m benchmarks.measure.speed [--runs 5]

Cold: a new process from its start to the finished JSON. Warm: compare() once the models are loaded, without machine
translation, on stories that it has not seen. Prints medians and the peak resident memory, and for all samples read as
one long story the share of the time that each stage takes and the words compared in a second.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from translate import Options, compare
from translate.samples import load_sample, sample_names
from translate.text.reading import read_document

ROOT = Path(__file__).resolve().parents[2]
GLOSS = Options(engine="gloss")
SENTENCES = 30  # a side, of a usual story
COLD = """
import resource, sys
from translate import Options, compare
from translate.report import render
source, target = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
render(compare(source, target, Options(engine="gloss")), "json")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def timed(run: Callable[[], object]) -> float:
    """Seconds of wall time."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def cold(paths: list[str]) -> tuple[float, float]:
    """Seconds and MiB of one new process that compares two files."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", COLD, *paths], capture_output=True, text=True, check=True, cwd=ROOT)
    return time.perf_counter() - start, float(done.stdout)


def story(first: str, second: str) -> tuple[str, str]:
    """Both versions of a story of 30 sentences a side, made of two samples."""
    sides = []
    for side in ("source", "target"):
        texts: list[str] = []
        for name in (first, second):
            document = read_document(getattr(load_sample(name), side))
            texts += [document.sentence_text(i) for i in document.compared]
        sides.append("\n\n".join(texts[:SENTENCES]))
    return sides[0], sides[1]


def print_stages() -> None:
    """What translate/ui/waiting.py tells a waiting visitor from."""
    source, target = (
        "\n\n".join(getattr(load_sample(name), side) for name in sample_names()) for side in ("source", "target")
    )
    begun: dict[str, float] = {}
    compare(source, target, GLOSS, progress=lambda stage, done, total: begun.setdefault(stage, time.perf_counter()))
    times = [*begun.values(), time.perf_counter()]
    whole = times[-1] - times[0]
    spans = zip(begun, pairwise(times), strict=True)
    shares = [f"{stage} {(end - start) / whole:.2f}" for stage, (start, end) in spans]
    words = len(source.split()) + len(target.split())
    print(f"a story of {words} words: {words / whole:.0f} words a second; {', '.join(shares)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    os.environ["PARALLAX_CACHE_MB"] = "0"  # nothing is to be fed from an earlier run
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, name)) for name in ("ru.txt", "en.txt")]
        for path, text in zip(paths, story("economy", "flood"), strict=True):
            Path(path).write_text(text, encoding="utf-8")
        cold(paths)  # writes the .pyc files, as an installed program has them
        starts = [cold(paths) for _ in range(runs)]
    print(f"a story of {SENTENCES} sentences a side, with word gloss")
    print(f"cold start to the finished result: {statistics.median(seconds for seconds, _ in starts):.2f} s")
    print(f"peak memory of that process: {max(mib for _, mib in starts):.0f} MiB")
    names = sample_names()
    pairs = [story(one, other) for one in names for other in names if one != other][: runs + 1]
    compare(*pairs[0], GLOSS)
    warm = [timed(lambda pair=pair: compare(*pair, GLOSS)) for pair in pairs[1:]]  # type: ignore[misc]
    print(f"warm, a story not seen before: {statistics.median(warm):.2f} s")
    print(
        f"peak memory after {len(pairs)} stories: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )
    print_stages()


if __name__ == "__main__":
    main()
