"""What a sentence encoder makes of each word where it stands, before it adds the words up to a sentence.

The summands of a word, read in its sentence, tell its translation better than the word encoded alone, and the vector of
any part of a sentence, or of the sentence without it, comes from one sum instead of one more encoding. Where an encoder
cannot tell them, each word is encoded alone.
"""

import re
from collections.abc import Iterator, Sequence, Sized
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from translate.engines.protocols import ContextualEmbedder, Embedder, Embeddings, InContext

CHUNK = re.compile(r"\S+")
BLOCK = 256  # rows worked on at once: half a megabyte, which a processor's cache holds

Pieces = TypeVar("Pieces", bound=Sized)


def read_in_context(texts: Sequence[str], embedder: Embedder) -> list[InContext]:
    """Each text with its chunks, as the encoder reads them or else encoded alone.

    The same list of texts gives the same bytes; one that comes again is read once.
    """
    different = list(dict.fromkeys(texts))
    if isinstance(embedder, ContextualEmbedder):
        read = embedder.in_context(different)
    else:
        read = [_alone(text, embedder) for text in different]
    known = dict(zip(different, read, strict=True))
    return [known[text] for text in texts]


def pooled(sums: Embeddings, sizes: NDArray[np.int64], embedder: Embedder) -> Embeddings:
    """Embeddings of length 1 from sums over any pieces and their numbers, as `encode` makes them of whole texts."""
    return embedder.pooled(sums, sizes) if isinstance(embedder, ContextualEmbedder) else unit(sums)


def chunks_of(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of what white space separates.

    Example:
        >>> chunks_of("He left, alone.")
        ((0, 2), (3, 8), (9, 15))
    """
    return tuple(match.span() for match in CHUNK.finditer(text))


def batches(texts: Sequence[Pieces], most: int) -> Iterator[list[Pieces]]:
    """Texts in order, each given as its pieces, as many at once as hold `most` of these; a longer one by itself."""
    batch: list[Pieces] = []
    for text in texts:
        if batch and sum(map(len, batch)) + len(text) > most:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def unit(rows: Embeddings) -> Embeddings:
    """Rows brought to length 1; a row of zeros stays."""
    made = np.empty(rows.shape, dtype=np.float32)
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        made[start : start + BLOCK] = block / np.maximum(np.linalg.norm(block, axis=1, keepdims=True), 1e-12)
    return made


def _alone(text: str, embedder: Embedder) -> InContext:
    chunks = chunks_of(text)
    rows = embedder.encode([text[start:end] for start, end in chunks])
    return InContext(chunks, rows, np.ones(len(chunks), dtype=np.int64), np.zeros(rows.shape[1], dtype=np.float32))
