"""What the cache of translations and embeddings saves.

    python -m benchmarks.measure.cache [--data ../shared/eval]

The translator is a stand-in that waits 20 ms for each sentence, what a greedy Argos model takes on two slow cores; the
sentence encoder is the real one. Texts are development stories with the pairs of neighbours and clauses that a
comparison encodes. The cache is a new file in a temporary folder. Also prints how often the company of a text changes
its embedding, and by how much the grid that stands against this moves a cosine.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.data.development import data_folder, rows
from translate.engines.cache import Cache
from translate.engines.cached import STEPS, CachingEmbedder, cached_translations
from translate.engines.encoder import default_encoder
from translate.engines.protocols import Embedder, Embeddings
from translate.story.vectors import runs_of
from translate.text.clauses import split_clauses

SECONDS_A_SENTENCE = 0.02
STORIES = 20
SENTENCES = 150  # for the slow translator, of one long text
EDITED = 3
BLOCK = 256  # texts in one call, as a comparison asks

Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds of wall time, and the result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def in_blocks(embedder: Embedder, texts: list[str]) -> Embeddings:
    return np.concatenate([embedder.encode(texts[i : i + BLOCK]) for i in range(0, len(texts), BLOCK)])


def translations(sentences: list[str], folder: Path) -> None:
    asked: list[int] = []

    def slow(missing: list[str]) -> list[str]:
        asked.append(len(missing))
        time.sleep(SECONDS_A_SENTENCE * len(missing))
        return [sentence[::-1] for sentence in missing]

    def run(texts: list[str]) -> list[str]:
        # A new object is a new process: it opens the file anew.
        return cached_translations(texts, "stand-in-1", slow, Cache(folder / "translations.sqlite"))

    first, made = timed(lambda: run(sentences))
    second, found = timed(lambda: run(sentences))
    if made != found:
        sys.exit("the cache gave other translations back")
    edited = list(sentences)
    for place in random.Random(1).sample(range(len(edited)), EDITED):
        edited[place] += " Это добавлено."
    again, _ = timed(lambda: run(edited))
    print(f"translations, {len(sentences)} sentences, stand-in of {SECONDS_A_SENTENCE * 1000:.0f} ms a sentence")
    print(f"  first run {first:.3f} s, second {second * 1000:.1f} ms: {first / second:.0f} times faster")
    print(f"  {EDITED} sentences edited: {asked[-1]} translated again, {again:.3f} s")


def embeddings(texts: list[str], folder: Path) -> None:
    encoder = default_encoder()
    encoder.encode(["loads the model"])
    plain, _ = timed(lambda: in_blocks(encoder, texts))
    off, _ = timed(lambda: in_blocks(CachingEmbedder(encoder, Cache(folder / "off", 0)), texts))
    file = folder / "embeddings.sqlite"
    first, made = timed(lambda: in_blocks(CachingEmbedder(encoder, Cache(file)), texts))
    second, found = timed(lambda: in_blocks(CachingEmbedder(encoder, Cache(file)), texts))
    if made.tobytes() != found.tobytes():
        sys.exit("the cache gave other embeddings back")
    print(f"embeddings, {len(texts)} texts of {np.mean([len(text) for text in texts]):.0f} characters, ms a text")
    for name, seconds in (("encoder", plain), ("with grid", off), ("and writing", first), ("from the cache", second)):
        print(f"  {name:15} {1000 * seconds / len(texts):7.3f}")
    print(f"  from the cache {plain / second:.0f} times faster than the encoder, {first / second:.0f} than a first run")
    size = Cache(file).info().bytes
    print(f"  file: {size / len(texts):.0f} bytes an embedding")


def company(texts: list[str], folder: Path) -> None:
    encoder = default_encoder()
    shuffled = random.Random(2).sample(range(len(texts)), len(texts))
    ours = CachingEmbedder(encoder, Cache(folder / "off", 0))
    print(f"rows that other company changes, grid of 1/{STEPS}")
    for name, embedder in (("encoder", encoder), ("with grid", ours)):
        one = in_blocks(embedder, texts)
        other = np.empty_like(one)
        for start in range(0, len(texts), 37):
            places = shuffled[start : start + 37]
            other[places] = embedder.encode([texts[i] for i in places])
        change = np.abs(one - other).max(axis=1)
        print(f"  {name:10} {(change > 0).sum():5} of {len(texts)}, at most {change.max():.1e}")
    raw, grid = in_blocks(encoder, texts[:500]), in_blocks(ours, texts[:500])
    moved = np.abs(raw @ raw.T - grid @ grid.T)[np.triu_indices(len(raw), 1)]
    print(f"  a cosine moves by {moved.mean():.4f} on average, {moved.max():.4f} at most")


def main() -> None:
    stories = rows(data_folder(__doc__), "dev_stories_medium")[:STORIES]
    texts: list[str] = []
    for story in stories:
        for language in ("ru", "en"):
            sentences = story[language]
            texts += [*sentences, *runs_of(sentences, 2)]
            texts += [text[start:end] for text in sentences for start, end in split_clauses(text)]
    russian = list(dict.fromkeys(text for story in stories for text in story["ru"]))[:SENTENCES]
    with tempfile.TemporaryDirectory() as folder:
        translations(russian, Path(folder))
        embeddings(list(dict.fromkeys(texts)), Path(folder))
        company(list(dict.fromkeys(texts)), Path(folder))


if __name__ == "__main__":
    main()
