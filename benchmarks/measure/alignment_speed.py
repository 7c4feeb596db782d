"""Time and memory of an alignment once the sentences are encoded.

    python -m benchmarks.measure.alignment_speed [--data ../shared/eval] [--sizes 30 1500 10000] [--runs 3] [--profile]

The texts are the development documents one behind the other, with the words of all of them; only the vector of the two
sentences at a seam is made up, from those of the two. Prints the median seconds of `align_vectors`, and the peak
resident memory of a process that reads the vectors and does nothing else, also how much it was before the alignment
began. --profile adds where the time goes, function by function. --whole times `translate.align` on the same sentences
instead: reading and encoding too, nothing from a cache. The first run encodes the documents, which takes five minutes.
"""

import cProfile
import os
import pickle
import pstats
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from benchmarks.data.development import STORIES, asked, data_parser, news, rows, told
from translate import align
from translate.alignment.probability import models
from translate.alignment.search import align_vectors
from translate.story.vectors import TextVectors, content_words, with_longer_runs

SIZES = (30, 1_500, 10_000)
QUICK = 0.5  # seconds; an alignment that takes less is repeated until it took this long in all
ROOM = os.sep + os.path.join("translate", "alignment") + os.sep
Part = tuple[list[str], TextVectors]


def write_texts(folder: Path, sizes: Sequence[int], path: Path) -> None:
    """Sentences and vectors of both sides at every size, pickled as PATH/SIZE."""
    sides: tuple[list[Part], list[Part]] = ([], [])
    for row in rows(folder, *news(folder), *STORIES):
        for side, language in zip(sides, ("ru", "en"), strict=True):
            story = told(row, language)
            side.append(([sentence.text for sentence in story.sentences], story.vectors))
        if min(sum(len(texts) for texts, _ in side) for side in sides) >= max(sizes):
            break
    for size in sizes:
        texts = [[text for texts, _ in side for text in texts][:size] for side in sides]
        with (path / str(size)).open("wb") as file:
            pickle.dump((texts, [chained(side, size) for side in sides]), file)


def chained(parts: Iterable[Part], size: int) -> TextVectors:
    """The first `size` sentences of many texts as one text."""
    sentences: list[str] = []
    single, double, lengths, clauses, owners, anchors = [], [], [], [], [], []
    encoder = ""
    known: dict[str, np.ndarray] = {}
    for texts, vectors in parts:
        room = size - len(sentences)
        if room <= 0:
            break
        if sentences:
            seam = single[-1][-1:] + vectors.runs[0][:1]
            double.append(seam / np.linalg.norm(seam))
        encoder = vectors.encoder
        inside = vectors.clause_owner < room
        clauses.append(vectors.clauses[inside])
        owners.append(vectors.clause_owner[inside] + len(sentences))
        single.append(vectors.runs[0][:room])
        double.append(vectors.runs[1][: room - 1])
        lengths.append(vectors.lengths[:room])
        anchors += vectors.anchors[:room]
        known |= dict(zip(content_words(texts)[0], vectors.words, strict=True))
        sentences += texts[:room]
    words, word_rows, word_weights = content_words(sentences)
    return TextVectors(
        encoder=encoder,
        runs=with_longer_runs(np.concatenate(single), np.concatenate(double)),
        lengths=np.concatenate(lengths),
        clauses=np.concatenate(clauses),
        clause_owner=np.concatenate(owners),
        anchors=tuple(anchors),
        words=np.array([known[word] for word in words]),
        word_rows=word_rows,
        word_weights=word_weights,
    )


def measure(path: Path, runs: int, *, whole: bool, profile: bool) -> None:
    """Align one pair of texts several times and print what it took."""
    with path.open("rb") as file:
        texts, vectors = pickle.load(file)
    run: Callable[[], object] = (lambda: align(*texts)) if whole else (lambda: align_vectors(*vectors))
    models(vectors[0].encoder)
    if whole:
        del vectors
    before = peak_mib()
    seconds: list[float] = []
    while len(seconds) < runs or sum(seconds) < QUICK:
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    print(
        f"{len(texts[0]):6,} x {len(texts[1]):6,} sentences: {statistics.median(seconds):7.3f} s, "
        f"peak memory {peak_mib():5.0f} MiB ({before:.0f} before)",
        flush=True,
    )
    if profile:
        with cProfile.Profile() as profiler:
            run()
        print_profile(profiler)


def peak_mib() -> float:
    """Greatest resident memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def print_profile(profiler: cProfile.Profile) -> None:
    """Seconds in every function of the alignment, those that it calls included, slowest first."""
    found = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    lines = [
        (seconds, f"{Path(file).stem}.{name}") for (file, _, name), (*_, seconds, _) in found.items() if ROOM in file
    ]
    for seconds, name in sorted(lines, reverse=True):
        if seconds >= 0.001:
            print(f"    {seconds:8.3f} s  {name}")


def main() -> None:
    parser = data_parser(__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="sentences a side")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    parser.add_argument("--whole", action="store_true", help="time reading and encoding too")
    given = asked(parser)
    os.environ["PARALLAX_CACHE_MB"] = "0"  # nothing is to be fed from an earlier run
    with tempfile.TemporaryDirectory() as folder:
        alone(write_texts, given.data, given.sizes, Path(folder))
        for size in given.sizes:
            alone(measure, Path(folder, str(size)), given.runs, whole=given.whole, profile=given.profile)


def alone(work: Callable[..., None], *arguments: object, **named: object) -> None:
    """Do something in a new process, so that its peak memory is its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        pool.submit(work, *arguments, **named).result()


if __name__ == "__main__":
    main()
