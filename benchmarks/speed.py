"""Time and memory of one comparison.

    python benchmarks/speed.py [--runs 5]

Cold: a new process from its start to the finished JSON of a sample story. Warm: compare() once the models are loaded,
without machine translation, on a story that it has not seen. Prints medians and the peak resident memory.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from translate import Options, compare  # noqa: E402
from translate.samples import load_sample, sample_names  # noqa: E402

GLOSS = Options(engine="gloss")
COLD = """
import resource, sys
from translate import Options, compare
from translate.report import render
from translate.samples import load_sample
sample = load_sample(sys.argv[1])
render(compare(sample.source, sample.target, Options(engine="gloss")), "json")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def timed(run: Callable[[], object]) -> float:
    """Seconds of wall time."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def cold(name: str) -> tuple[float, float]:
    """Seconds and MiB of one new process that compares a sample."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", COLD, name], capture_output=True, text=True, check=True, cwd=ROOT)
    return time.perf_counter() - start, float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    samples = [load_sample(name) for name in sample_names()]
    cold("telescope")  # writes the .pyc files, as an installed program has them
    starts = [cold("flood") for _ in range(runs)]
    print(f"cold start to the first result: {statistics.median(t for t, _ in starts):.2f} s")
    print(f"peak memory of that process: {max(mib for _, mib in starts):.0f} MiB")
    compare(samples[0].source, samples[0].target, GLOSS)
    for sample in samples[1:]:
        seconds = [timed(lambda sample=sample: compare(sample.source, sample.target, GLOSS)) for _ in range(runs)]
        again = statistics.median(seconds[1:])
        sentences = len(compare(sample.source, sample.target, Options(engine="none")).source.compared)
        print(f"warm, {sample.name} ({sentences} sentences a side): first {seconds[0]:.2f} s, again {again:.2f} s")
    print(f"peak memory here: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
