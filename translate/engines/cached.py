"""Encoding and translating with a memory: what the cache has is not computed again."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from translate.engines.cache import Cache
from translate.engines.protocols import (
    ContextualEmbedder,
    Embedder,
    Embeddings,
    InContext,
    SeparateEmbedder,
    fitted_name,
)

STEPS = 256  # steps from 0 to 1 of a stored coordinate; a cosine moves by 0.0013 on average, 0.008 at most
# Twice the same text in other company: 3 coordinates in 100,000 differ by more than 2e-7, none of 1.3 million by more
# than 3.2e-7. What is left to chance is a coordinate that differs by more and has a border in between.
COMPANY = 3e-7

RECENT = 20_000  # texts whose rows an embedder holds itself, 1 KB each: a comparison asks for a sentence several times
# Single words whose rows the process holds, 1 KB each. They are three quarters of what a comparison encodes, and of
# those in the news three in five have stood in one of the last thirty stories.
WORDS, LONGEST = 20_000, 40  # letters of one
CHUNK = 256  # sentences translated between two writes: seconds of work, and enough to fill the engine's batches
EMBEDDING, TRANSLATION = "embedding", "translation"


class _Words:
    """Rows of single words that outlive an embedder, those that were met first forgotten first; threads share them."""

    def __init__(self) -> None:
        self._rows: dict[str, NDArray[np.int16]] = {}

    def known(self, texts: Sequence[str]) -> dict[str, NDArray[np.int16]]:
        """Rows of those texts that are words met before."""
        rows = self._rows
        return {text: row for text in texts if (row := rows.get(text)) is not None}

    def learn(self, fresh: Mapping[str, NDArray[np.int16]]) -> None:
        """Remember those that are single words."""
        words = {text: row.copy() for text, row in fresh.items() if len(text) <= LONGEST and " " not in text}
        if len(self._rows) + len(words) > WORDS:
            # A new one: another thread may be reading the old one.
            self._rows = dict(islice(self._rows.copy().items(), WORDS // 2, None))
        self._rows.update(words)


_words: WeakKeyDictionary[Cache, WeakKeyDictionary[Embedder, _Words]] = WeakKeyDictionary()


def _words_of(embedder: Embedder, cache: Cache) -> _Words:
    """Those of an embedder before one cache: another cache is to be given every word."""
    try:
        return _words.setdefault(cache, WeakKeyDictionary()).setdefault(embedder, _Words())
    except TypeError:  # an object of a user's that no table can hold
        return _Words()


class CachingEmbedder:
    """An embedder that asks another one only for texts that the cache does not have.

    The encoder's rows differ in their last bits with the company of a text, and so would results with what is in the
    cache. Therefore every row, fresh or cached, stands on a grid of 1/256, brought to length 1 again, and a text
    with a coordinate so near a border of the grid that company could carry it across is encoded once more by
    itself. A row then depends on its text alone, whether the cache is on, off, empty or full.
    """

    def __init__(self, embedder: Embedder, cache: Cache) -> None:
        self._embedder = embedder
        self._cache = cache
        self._recent: dict[str, NDArray[np.int16]] = {}
        self._words = _words_of(embedder, cache)

    @property
    def name(self) -> str:
        """Model and version of the embedder behind."""
        return self._embedder.name

    @property
    def fitted_as(self) -> str:
        """Name of the encoder whose models serve the embedder behind."""
        return fitted_name(self._embedder)

    def encode(self, texts: Sequence[str]) -> Embeddings:
        """Embeddings, shape (len(texts), dim), rows of length 1; a repeated text is encoded once."""
        if not texts:
            return self._embedder.encode(texts)
        model = f"{self.name}|grid{STEPS}"
        recent = self._recent
        steps = {text: recent[text] for text in texts if text in recent}
        steps.update(self._words.known(texts))
        stored = self._cache.get_many(EMBEDDING, model, [text for text in texts if text not in steps])
        steps.update((text, np.frombuffer(value, dtype="<i2")) for text, value in stored.items())
        missing = [text for text in dict.fromkeys(texts) if text not in steps]
        if missing:
            fresh = dict(zip(missing, self._in_steps(missing), strict=True))
            self._cache.put_many(EMBEDDING, model, {text: row.tobytes() for text, row in fresh.items()})
            steps.update(fresh)
            self._words.learn(fresh)
        if len(recent) + len(steps) > RECENT:
            recent = self._recent = {}  # a new one: another thread may be reading the old one
        recent.update(steps)
        return _unit(np.stack([steps[text] for text in texts]))

    def _in_steps(self, texts: Sequence[str]) -> NDArray[np.int16]:
        """Whole steps of the grid, as each text would get them by itself."""
        rows = self._embedder.encode(texts) * np.float64(STEPS)
        steps = np.rint(rows)
        unsure = (np.abs(rows - steps) > 0.5 - COMPANY * STEPS).any(axis=1)
        if unsure.any():
            steps[unsure] = np.rint(self._each([texts[i] for i in np.flatnonzero(unsure)]) * np.float64(STEPS))
        whole: NDArray[np.int16] = steps.astype("<i2")
        return whole

    def _each(self, texts: Sequence[str]) -> Embeddings:
        """Each encoded by itself."""
        if isinstance(self._embedder, SeparateEmbedder):
            return self._embedder.encode_each(texts)
        return np.concatenate([self._embedder.encode([text]) for text in texts])


class CachingContextualEmbedder(CachingEmbedder):
    """A caching embedder before one that tells words in context; those are computed each time."""

    def __init__(self, embedder: ContextualEmbedder, cache: Cache) -> None:
        super().__init__(embedder, cache)
        self._contextual = embedder

    def in_context(self, texts: Sequence[str]) -> list[InContext]:
        """As the embedder behind tells it."""
        return self._contextual.in_context(texts)

    def pooled(self, sums: Embeddings, sizes: NDArray[np.int64]) -> Embeddings:
        """As the embedder behind makes them."""
        return self._contextual.pooled(sums, sizes)


def caching(embedder: Embedder, cache: Cache) -> CachingEmbedder:
    """An embedder with a memory, which can do what the one behind can."""
    if isinstance(embedder, ContextualEmbedder):
        return CachingContextualEmbedder(embedder, cache)
    return CachingEmbedder(embedder, cache)


def cached_translations(
    sentences: Sequence[str], model_key: str, translate: Callable[[list[str]], list[str]], cache: Cache
) -> list[str]:
    """Translations of sentences; only those that the cache does not have are translated, each once.

    A sentence keeps the translation that it got first, until the model's key changes or the entry is evicted. Whoever
    stops in the middle of a long text loses what was done of one chunk, and nothing that the cache has taken before.

    Args:
        sentences: In one language.
        model_key: Everything that shapes a translation: package, version, direction, quality.
        translate: Gives one translation for each sentence; called with at most CHUNK of them, and not at all if nothing
            is missing.
        cache: Where translations are kept.
    """
    stored = cache.get_many(TRANSLATION, model_key, sentences)
    done = {sentence: value.decode("utf-8", "surrogatepass") for sentence, value in stored.items()}
    missing = [sentence for sentence in dict.fromkeys(sentences) if sentence not in done]
    if len(missing) > CHUNK:
        missing.sort(key=len, reverse=True)  # sentences of one length share a batch without padding
    for start in range(0, len(missing), CHUNK):
        chunk = missing[start : start + CHUNK]
        fresh = dict(zip(chunk, translate(chunk), strict=True))
        values = {sentence: text.encode("utf-8", "surrogatepass") for sentence, text in fresh.items()}
        cache.put_many(TRANSLATION, model_key, values)
        done.update(fresh)
    return [done[sentence] for sentence in sentences]


def _unit(steps: NDArray[np.int16]) -> Embeddings:
    """Rows of length 1; a row of zeros stays."""
    whole = steps.astype(np.float64)
    lengths = np.sqrt((whole * whole).sum(axis=1, keepdims=True))  # squares of whole numbers: exact in any order
    rows: Embeddings = (whole / np.maximum(lengths, 1.0)).astype(np.float32)
    return rows
