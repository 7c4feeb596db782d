"""Sketches of a whole collection, in this process or in several, in the order of its articles."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

from translate.batch.cluster import Dask
from translate.batch.pool import Pool
from translate.engines.cache import default_cache
from translate.engines.cached import caching
from translate.engines.encoder import default_encoder
from translate.engines.protocols import Embedder
from translate.errors import TranslateError
from translate.matching.articles import Article, Complain
from translate.matching.sketches import Sketch, sketch_articles
from translate.settings.limits import Progress

CHUNK = 64  # articles read and encoded together
JOBS = 1000  # chunks after which a process makes room for a fresh one
AHEAD = 2  # chunks for each process that are read before they are asked for

Outcomes = list[Sketch | TranslateError]
Chunk = tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Sketching:
    """A chunk of articles to be sketched in another process."""

    articles: Chunk

    def do(self, progress: Progress) -> Outcomes:
        """What `sketch_articles` gives."""
        return sketch_articles(self.articles, remembering(None))


def remembering(embedder: Embedder | None) -> Embedder:
    """The encoder, with what it has encoded before in the user's cache; so a row depends on its text alone."""
    return caching(default_encoder() if embedder is None else embedder, default_cache())


def sketched(
    articles: Iterable[Article],
    complain: Complain,
    *,
    workers: int = 0,
    executor: Dask | None = None,
    embedder: Embedder | None = None,
    told: Callable[[int], None] = lambda done: None,
) -> Iterator[tuple[Article, Sketch]]:
    """Each article that can be read with its sketch, in their order, however many processes there are.

    Args:
        articles: Read as they are asked for; those that have an address are given back without their text.
        complain: Told of those that cannot be read.
        workers: Processes; 0 for none beside this one.
        executor: A cluster that does it in their place.
        embedder: The encoder; with one of the caller's there are no other processes and no cluster.
        told: Called with the number of articles that are done.
    """
    chunks = _chunks(articles)
    done = 0
    for chunk, sketches in _outcomes(chunks, workers, executor, embedder):
        for article, sketch in zip(chunk, sketches, strict=True):
            if isinstance(sketch, TranslateError):
                complain(article.name, sketch)
            else:
                yield (replace(article, text="") if article.address else article), sketch
        done += len(chunk)
        told(done)


def _outcomes(
    chunks: Iterable[Chunk], workers: int, executor: Dask | None, embedder: Embedder | None
) -> Iterator[tuple[Chunk, Outcomes]]:
    """Each chunk with what came of it, in their order."""
    if embedder is None and executor is not None:
        for job, outcomes in executor.in_order(map(Sketching, chunks)):
            yield job.articles, outcomes
    elif embedder is None and workers:
        yield from _in_processes(chunks, workers)
    else:
        for chunk in chunks:
            yield chunk, sketch_articles(chunk, remembering(embedder))


def _chunks(articles: Iterable[Article]) -> Iterator[Chunk]:
    left = iter(articles)
    while chunk := tuple(islice(left, CHUNK)):
        yield chunk


def _in_processes(chunks: Iterable[Chunk], workers: int) -> Iterator[tuple[Chunk, Outcomes]]:
    """The same in several processes; those end with the block."""
    pool = Pool(JOBS)
    pending: deque[tuple[Chunk, Future[Outcomes]]] = deque()
    with ThreadPoolExecutor(workers) as threads:
        try:
            for chunk in chunks:
                pending.append((chunk, threads.submit(pool.done, Sketching(chunk))))
                if len(pending) >= AHEAD * workers:
                    first, future = pending.popleft()
                    yield first, future.result()
            while pending:
                first, future = pending.popleft()
                yield first, future.result()
        finally:
            for _, future in pending:
                future.cancel()
            pool.end()
