"""match(): which articles of two collections tell the same story."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from os import PathLike, fspath
from typing import Any

import numpy as np

from translate.batch.cluster import Dask
from translate.engines.encoder import default_encoder
from translate.engines.protocols import Embedder, fitted_name
from translate.errors import OptionError, TranslateError
from translate.matching.articles import Article, articles_of
from translate.matching.evidence import Floats
from translate.matching.probability import Candidates, candidates, matching_model, probabilities
from translate.matching.sketches import Sketches, sketches_of
from translate.matching.sketching import sketched
from translate.settings.environment import HIGHEST
from translate.settings.limits import Progress, limits, unwatched, watched
from translate.wording.phrase import Phrase

WINDOW = 3  # days: outlets write on an event until two days after it, and count the day in zones of their own
LEAST = 0.5  # probability; benchmarks/measure/match.py prints what others reach
DIGITS = 4  # of a probability

Collection = str | PathLike[str] | Iterable[Article]


@dataclass(frozen=True, slots=True)
class Match:
    """Two articles that tell the same story.

    Attributes:
        source, target: Of the first and the second collection; without its text where it has an address.
        probability: That they do, in [0, 1].
    """

    source: Article
    target: Article
    probability: float


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found in two collections.

    Attributes:
        pairs: In the order of the first collection, the most probable of an article first.
        alone: The articles of both without a counterpart.
        unread: Names of articles that could not be read, with the reason; those of the first collection first.
    """

    pairs: tuple[Match, ...]
    alone: tuple[tuple[Article, ...], tuple[Article, ...]]
    unread: tuple[tuple[str, TranslateError], ...]


def match(
    source: Collection,
    target: Collection,
    *,
    window: int | None = WINDOW,
    many: bool = False,
    least: float = LEAST,
    workers: int = 0,
    executor: Dask | None = None,
    embedder: Embedder | None = None,
    progress: Progress | None = None,
) -> Matches:
    """Find the articles of two collections that tell the same story in different languages.

    The same collections and settings give the same matches, whatever the number of workers and whoever they are.

    Args:
        source, target: Each the path of a folder, of a table or of a feed, the address of a feed, or articles.
        window: Days that the articles of a pair may lie apart; None for any number. An article without a day may be the
            counterpart of every other one.
        many: Whether an article may have several counterparts; otherwise each has one at most, the most probable pairs
            being taken first, and what else is near to an article speaks against a pair.
        least: Probability from which a pair is given, in [0, 1].
        workers: Processes that read and encode, 0 for none beside this one; then as many threads search.
        executor: A cluster that reads and encodes in the place of processes.
        embedder: The sentence encoder; the one that comes with Parallax if None.
        progress: Called as progress(stage, done, total) with the stages "sketching" (articles, total 0 as it is not
            known) and "searching".

    Raises:
        InputError: A collection cannot be read.
        OptionError: A setting is out of its range.
        ModelMismatch: Nothing was fitted for the encoder.
        LibraryMissing: A collection takes a library that is not installed.
    """
    _require(window, least, workers)
    model = matching_model(fitted_name(default_encoder() if embedder is None else embedder))
    show = progress or unwatched
    unread: list[tuple[str, TranslateError]] = []
    sides: list[Sketches] = []
    for collection in (source, target):
        before = sum(map(len, sides))
        told = _counting(show, before)
        articles = _articles(collection, unread)
        complain = _noting(unread)
        done = sketched(articles, complain, workers=workers, executor=executor, embedder=embedder, told=told)
        sides.append(sketches_of(done))
    with watched(replace(limits(), seconds=HIGHEST), progress) as tick:  # so much as it takes: articles are many
        tick("searching", 0, 1)
        found = candidates(sides[0], sides[1], model.background, window=window, threads=max(workers, 1))
        probability = np.round(probabilities(found, model.many if many else model.one), DIGITS)
        tick("searching", 1, 1)
    return _matches(sides[0], sides[1], found, probability, chosen(found, probability, least, many=many), unread)


def chosen(found: Candidates, probability: Floats, least: float, *, many: bool) -> list[int]:
    """Which candidates are given, ascending.

    Args:
        found: The candidates.
        probability: Of each.
        least: From which one is given.
        many: Whether an article may have several counterparts.
    """
    rows = np.flatnonzero(probability >= least)
    if many:
        return [int(row) for row in rows]
    taken: tuple[set[int], set[int]] = (set(), set())
    kept = []
    for row in rows[np.lexsort((found.target[rows], found.source[rows], -probability[rows]))]:
        i, j = int(found.source[row]), int(found.target[row])
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            kept.append(int(row))
    return sorted(kept)


def _matches(
    source: Sketches,
    target: Sketches,
    found: Candidates,
    probability: Floats,
    kept: Sequence[int],
    unread: Iterable[tuple[str, TranslateError]],
) -> Matches:
    order = sorted(kept, key=lambda row: (found.source[row], -probability[row], found.target[row]))
    pairs = tuple(
        Match(source.articles[found.source[row]], target.articles[found.target[row]], float(probability[row]))
        for row in order
    )
    matched = {int(found.source[row]) for row in kept}, {int(found.target[row]) for row in kept}
    alone = tuple(
        tuple(article for row, article in enumerate(side.articles) if row not in taken)
        for side, taken in zip((source, target), matched, strict=True)
    )
    return Matches(pairs, (alone[0], alone[1]), tuple(unread))


def _articles(collection: Collection, unread: list[tuple[str, TranslateError]]) -> Iterable[Article]:
    if isinstance(collection, str | PathLike):
        return articles_of(fspath(collection), _noting(unread))
    return collection


def _noting(unread: list[tuple[str, TranslateError]]) -> Callable[[str, TranslateError], None]:
    return lambda name, error: unread.append((name, error))


def _counting(show: Progress, before: int) -> Callable[[int], None]:
    return lambda done: show("sketching", before + done, 0)


def _require(window: Any, least: Any, workers: Any) -> None:
    """Refuse settings out of their range."""
    whole = [("workers", workers), *([] if window is None else [("window", window)])]
    for name, value in whole:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise OptionError(
                Phrase("{setting} must be a whole number from 0 on, not {value}.", setting=name, value=repr(value)[:40])
            )
    if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= 1:
        raise OptionError(Phrase("least must be a number from 0 to 1, not {value}.", value=repr(least)[:40]))
