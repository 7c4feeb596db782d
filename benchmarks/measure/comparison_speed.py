"""Time of a comparison by the length of the texts, and how much of it the sentence encoder takes.

    python -m benchmarks.measure.comparison_speed [--data ../shared/eval] [--sizes 40 1500] [--runs 3]

The texts are sentences of the development stories one behind the other, given as lists, other ones at every run;
models are loaded, nothing comes from a cache and nothing is translated. Prints medians of seconds of wall time and,
since other programs make a machine slower, of processor time: the whole, the stages, and in the encoder "sentences"
(also pairs of them, clauses and words alone) and "words in context" (which are read while counterparts are judged).
"""

import os
import statistics
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.data.development import STORIES, asked, data_parser, rows
from translate import Options, compare
from translate.engines.encoder import default_encoder
from translate.engines.protocols import Embeddings, InContext

SIZES = (40, 1_500)
Clock = NDArray[np.float64]  # seconds of wall time, and of processor time
Sides = tuple[list[str], list[str]]


class Timed:
    """The built-in encoder, with the time spent in it."""

    def __init__(self) -> None:
        self._encoder = default_encoder()
        self.name, self.fitted_as = self._encoder.name, self._encoder.fitted_as
        self.spent = {"sentences": np.zeros(2), "words in context": np.zeros(2)}

    def encode(self, texts: Sequence[str]) -> Embeddings:
        start = now()
        found = self._encoder.encode(texts)
        self.spent["sentences"] += now() - start
        return found

    def in_context(self, texts: Sequence[str]) -> list[InContext]:
        start = now()
        found = self._encoder.in_context(texts)
        self.spent["words in context"] += now() - start
        return found

    def pooled(self, sums: Embeddings, sizes: NDArray[np.int64]) -> Embeddings:
        return self._encoder.pooled(sums, sizes)


def now() -> Clock:
    """What the clocks show."""
    return np.array([time.perf_counter(), time.process_time()])


def texts(sides: Sides, size: int, run: int) -> Sides:
    """`size` sentences of either side; every run takes those behind the last, and begins anew at the end."""
    first = run * size % max(1, min(map(len, sides)) - size + 1)
    return sides[0][first : first + size], sides[1][first : first + size]


def timed(source: list[str], target: list[str]) -> dict[str, Clock]:
    """Time of one comparison: the whole, each stage, and what was spent in the encoder."""
    encoder, begun = Timed(), dict[str, Clock]()

    def tick(stage: str, done: int, total: int) -> None:
        begun.setdefault(stage, now())

    start = now()
    compare(source, target, Options(engine="none"), progress=tick, embedder=encoder)
    ends = [*list(begun.values())[1:], now()]
    whole = ends[-1] - start
    stages = {stage: end - begun[stage] for stage, end in zip(begun, ends, strict=True)}
    in_encoder = {f"in the encoder: {name}": spent for name, spent in encoder.spent.items()}
    return {"whole": whole, **stages, **in_encoder}


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="sentences a side")
    parser.add_argument("--runs", type=int, default=3)
    given = asked(parser)
    os.environ["PARALLAX_CACHE_MB"] = "0"  # nothing is to be fed from an earlier run
    sides: Sides = ([], [])
    for row in rows(given.data, *STORIES):
        sides[0].extend(row["ru"])
        sides[1].extend(row["en"])
    timed(*texts(sides, 10, 0))  # loads the models
    for size in given.sizes:
        found = [timed(*texts(sides, size, run + 1)) for run in range(given.runs)]
        print(f"{size:,} x {size:,} sentences: seconds, and of the processor")
        for name in found[0]:
            wall, processor = (statistics.median(run[name][clock] for run in found) for clock in (0, 1))
            print(f"  {name:34} {wall:7.2f} {processor:7.2f}")


if __name__ == "__main__":
    main()
