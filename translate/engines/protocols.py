"""What the later stages ask of a sentence encoder, so that another one can take its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Embeddings: TypeAlias = NDArray[np.float32]
"""One row of length 1 for each text, shape (n, dim)."""


class Embedder(Protocol):
    """Turns texts of either language into vectors of one common space.

    What is fitted is fitted for one encoder and lies in translate/models, in a folder of its name. An encoder with
    vectors of the same kind, such as a new release with the same weights or a stand-in for tests, may have a further
    attribute `fitted_as`: the name of the encoder whose models serve it. Any other is refused by `compare` until its
    own models are fitted. An encoder that can tell words in context is a `ContextualEmbedder`; it need not be one.

    Attributes:
        name: Model and version, "use3-0.2.1"; part of every signature and cache key.
    """

    @property
    def name(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Embeddings:
        """Embeddings, shape (len(texts), dim), rows of length 1.

        The same texts give the same bytes; beyond rounding (1e-6) a text's row does not depend on the others.
        """
        ...


@dataclass(frozen=True, slots=True)
class InContext:
    """A text as an encoder reads it, word by word.

    Attributes:
        chunks: Offsets of what white space separates: words with the punctuation at them.
        sums: Summand of each chunk, shape (n, dim).
        sizes: Pieces in each chunk, shape (n,).
        edges: Summand of the beginning and the end of the text, shape (dim,), two pieces.
    """

    chunks: tuple[tuple[int, int], ...]
    sums: Embeddings
    sizes: NDArray[np.int64]
    edges: Embeddings


@runtime_checkable
class ContextualEmbedder(Embedder, Protocol):
    """An encoder that adds up a sentence from its words and can tell the summands."""

    def in_context(self, texts: Sequence[str]) -> list[InContext]:
        """Each text with what its chunks, read in it, add to its embedding; the same list gives the same bytes."""
        ...

    def pooled(self, sums: Embeddings, sizes: NDArray[np.int64]) -> Embeddings:
        """Embeddings of length 1 from sums over any pieces, shape (n, dim), and their numbers, shape (n,)."""
        ...


@runtime_checkable
class SeparateEmbedder(Embedder, Protocol):
    """An encoder that is faster with several texts even where none may have the others for company."""

    def encode_each(self, texts: Sequence[str]) -> Embeddings:
        """Row by row, to the last bit, what `encode` makes of each text by itself; at least one text."""
        ...


def fitted_name(embedder: Embedder) -> str:
    """Name of the encoder whose models serve an encoder: what its `fitted_as` says, else its own."""
    return str(getattr(embedder, "fitted_as", embedder.name))
