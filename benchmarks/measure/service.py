"""What `parallax serve` costs: time of /v1/compare beside the library alone, and requests a second.

    python -m benchmarks.measure.service [--requests 40]

Compares pairs of about 20 sentences, none of which is of the same texts as another, with nothing from the cache and
without machine translation: by the library in this process, by a service with one process that is asked one request
after the other, and by one with two that is asked by four clients at once; and checks that the bytes are the same.
Processor time, which a busy machine changes little, is that of all processes. Two minutes on two cores; Linux alone.
"""

import argparse
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from translate.engines.cache import LIMIT_VARIABLE
from translate.options import Options
from translate.pipeline import compare
from translate.report import render_bytes
from translate.samples import load_sample

SAMPLE = "supercomputers"
WARM = 4  # requests before the clock starts
CLIENTS = 4
OPTIONS = Options(engine="none", max_characters=1_000_000, max_sentences=20_000, max_seconds=3600)


def story(number: int) -> tuple[str, str]:
    """Texts that are no others'."""
    sample = load_sample(SAMPLE)
    return (
        f"{sample.source}\n\nИх номер в списке был {number + 1000}.",
        f"{sample.target}\n\nTheir number in the list was {number + 1000}.",
    )


def by_the_library(number: int) -> bytes:
    """The answer without a service."""
    return render_bytes(compare(*story(number), OPTIONS), "json")


@contextmanager
def served(workers: int) -> Iterator[tuple[Callable[[int], bytes], int]]:
    """What asks a service with so many processes, and the number of its own one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"

    def ask(number: int) -> bytes:
        source, target = story(number)
        body = json.dumps({"source": source, "target": target, "options": {"engine": "none"}}).encode()
        request = urllib.request.Request(f"{address}/v1/compare", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            data: bytes = answer.read()
        return data

    with tempfile.TemporaryDirectory() as jobs:
        command = [sys.executable, "-m", "translate", "serve", "--port", str(port), "--jobs", jobs]
        environment = os.environ | {"PARALLAX_WORKERS": str(workers), "PARALLAX_SERVE_RATE": "1000000"}
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while process.poll() is None:
                try:
                    urllib.request.urlopen(f"{address}/health/ready").close()
                    break
                except OSError:
                    time.sleep(0.2)
            yield ask, process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def processor_seconds(process: int) -> float:
    """That a process and those that it has begun have taken so far."""
    seconds = 0.0
    for task in Path(f"/proc/{process}/task").glob("*"):
        user, system = (task / "stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[11:13]
        seconds += (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        for child in (task / "children").read_text(encoding="ascii").split():
            seconds += processor_seconds(int(child))
    return seconds


@dataclass(frozen=True)
class Timed:
    """Seconds of each request, seconds and processor seconds of all together, and the answers."""

    each: tuple[float, ...]
    together: float
    processor: float
    answers: tuple[bytes, ...]


def timed(ask: Callable[[int], bytes], numbers: range, clients: int, process: int) -> Timed:
    """Ask for all pairs, once a few others have been asked for."""

    def one(number: int) -> tuple[float, bytes]:
        start = time.perf_counter()
        data = ask(number)
        return time.perf_counter() - start, data

    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(one, range(-WARM, 0)))
        start, before = time.perf_counter(), processor_seconds(process)
        each, answers = zip(*pool.map(one, numbers), strict=True)
        return Timed(each, time.perf_counter() - start, processor_seconds(process) - before, answers)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=40, help="comparisons of each kind (default: %(default)s)")
    numbers = range(parser.parse_args().requests)
    os.environ[LIMIT_VARIABLE] = "0"
    found = compare(*story(0), OPTIONS)
    print(f"{len(found.source.compared)} and {len(found.target.compared)} sentences, {len(numbers)} pairs")
    expected = told("library, this process", timed(by_the_library, numbers, 1, os.getpid()))
    for workers, clients in ((1, 1), (2, CLIENTS)):
        with served(workers) as (ask, process):
            answers = told(f"service, processes: {workers}, clients: {clients}", timed(ask, numbers, clients, process))
        print(f"{'':38} same bytes: {sum(map(bytes.__eq__, answers, expected))} of {len(expected)}")


def told(name: str, measured: Timed) -> tuple[bytes, ...]:
    """Print a line, and hand the answers on."""
    milliseconds = sorted(1000 * seconds for seconds in measured.each)
    count = len(milliseconds)
    print(
        f"{name:38} {count / measured.together:6.2f} a second, median {statistics.median(milliseconds):5.0f} ms, "
        f"slowest {milliseconds[-1]:5.0f} ms, processor {1000 * measured.processor / count:5.0f} ms",
        flush=True,
    )
    return measured.answers


if __name__ == "__main__":
    main()
