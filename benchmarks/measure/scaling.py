"""Whether time grows with a text no faster than it should, whatever stands in it: every function on every family.

    python -m benchmarks.measure.scaling [--sizes 50000 200000] [--limit 60] [--functions ...] [--families ...]

Prints seconds at each size, and the exponent of their growth from each size to the next: 1 is linear, 2 quadratic. A
process of its own runs each, with nothing from a cache, and is ended when it takes longer than the limit. Sizes are
bytes of each text. Growth is measured on the processor's time, so that other work on the machine does not count.
"""

import argparse
import math
import os
import resource
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection

from benchmarks.data.families import family_names, family_text
from translate import (
    Options,
    TranslateError,
    align,
    compare,
    detect_language,
    find_differences,
    load_sample,
    sample_names,
    translate,
)
from translate.text.reading import read_document

GLOSS = Options(engine="gloss")
FUNCTIONS: Mapping[str, Callable[[str, str], object]] = {
    "read": lambda source, target: (read_document(source), read_document(target)),
    "detect": lambda source, target: (detect_language(source), detect_language(target)),
    "translate": lambda source, target: translate(read_document(source, "ru"), to="en", options=GLOSS),
    "align": lambda source, target: align(read_document(source, "ru"), read_document(target, "en")),
    "compare": lambda source, target: compare(read_document(source, "ru"), read_document(target, "en"), GLOSS),
    "differences": find_differences,
}


def timed(function: str, family: str, size: int, limit: float) -> tuple[float, float, str]:
    """Processor seconds, MiB and what came of one run in a process of its own.

    Args:
        function: Of FUNCTIONS.
        family: Name of a family.
        size: Bytes of each text.
        limit: Processor seconds after which the process is ended.
    """
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(function, family, size, limit, sender))
    process.start()
    sender.close()
    try:
        found: tuple[float, float, str] = receiver.recv()
        return found
    except EOFError:
        process.join()
        came = "ended at the limit" if process.exitcode == -signal.SIGXCPU else f"ended with {process.exitcode}"
        return math.inf, math.nan, came
    finally:
        process.kill()
        process.join()


def _run(function: str, family: str, size: int, limit: float, sender: Connection) -> None:
    source, target = (family_text(family, language, size) for language in ("ru", "en"))
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + limit), most))
    start = time.process_time()
    came = ""
    try:
        FUNCTIONS[function](source, target)
    except TranslateError as error:
        came = type(error).__name__
    seconds = time.process_time() - start
    sender.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, came))


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Exponent of the growth between the last two sizes."""
    return math.log(seconds[-1] / max(seconds[-2], 1e-3)) / math.log(sizes[-1] / sizes[-2])


def main() -> None:
    """Run all that is asked for and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50_000, 200_000])
    parser.add_argument("--limit", type=float, default=60.0, help="processor seconds after which one run is ended")
    parser.add_argument("--functions", nargs="+", choices=[*FUNCTIONS], default=[*FUNCTIONS])
    parser.add_argument("--families", nargs="+", choices=family_names(), default=family_names())
    given = parser.parse_args()
    os.environ["PARALLAX_CACHE_MB"] = "0"  # nothing is to be fed from an earlier run
    sample = load_sample(sample_names()[0])
    compare(sample.source, sample.target, GLOSS)  # what is loaded once is loaded here
    print(f"{'function':12} {'family':15} " + " ".join(f"{size:>9,}" for size in given.sizes) + "   growth     MiB")
    for function in given.functions:
        for family in given.families:
            seconds, memory, came = [], math.nan, ""
            for size in given.sizes:
                took, memory, came = timed(function, family, size, given.limit)
                seconds.append(took)
                if math.isinf(took):
                    break
            cells = " ".join(f"{took:9.2f}" for took in seconds) + " " * 10 * (len(given.sizes) - len(seconds))
            power = growth(given.sizes, seconds) if len(seconds) > 1 else math.nan
            print(f"{function:12} {family:15} {cells} {power:8.2f} {memory:7.0f}  {came}", flush=True)


if __name__ == "__main__":
    main()
