"""What the sentence encoder makes of each word where it stands, before it adds the words up to a sentence.

The encoder (multilingual Universal Sentence Encoder 3, convolutions over up to nine pieces of words) sums one vector
for each piece and sends the sum through a small network. The summands of a word, read in its sentence, tell its
translation better than the word encoded alone, and the vector of any part of a sentence, or of the sentence without it,
comes from one sum instead of one more encoding.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.encoder import default_encoder
from translate.engines.one_thread import one_thread
from translate.engines.protocols import Embedder, Embeddings

ORDERS = ((2, 0), (3, 1), (5, 2))  # pieces that a convolution of each branch sees, and how many of them stand before
BATCH = 384  # pieces worked on at once: what keeps the arrays in a processor's cache
CHUNK = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class InContext:
    """A text as the encoder reads it.

    Attributes:
        chunks: Offsets of what white space separates: words with the punctuation at them.
        sums: Summand of each chunk, shape (n, 512).
        sizes: Pieces in each chunk, shape (n,).
        edges: Summand of the beginning and the end of the text, shape (512,), two pieces.
    """

    chunks: tuple[tuple[int, int], ...]
    sums: Embeddings
    sizes: NDArray[np.int64]
    edges: Embeddings


def read_in_context(texts: Sequence[str], embedder: Embedder) -> list[InContext]:
    """Each text with its chunks; those of another encoder than Parallax's own are encoded alone.

    The same list of texts gives the same bytes.
    """
    places = [tuple(match.span() for match in CHUNK.finditer(text)) for text in texts]
    if embedder.name != default_encoder().name:
        return [_alone(text, chunks, embedder) for text, chunks in zip(texts, places, strict=True)]
    network, tokenizer = default_encoder().parts()
    pieces = [[_pieces(text[start:end]) for start, end in chunks] for text, chunks in zip(texts, places, strict=True)]
    first, *_, last = tokenizer.encode("", out_type=int, add_bos=True, add_eos=True)
    rows: list[Embeddings] = []
    with one_thread():
        for batch in _batches([[first, *(piece for chunk in text for piece in chunk), last] for text in pieces]):
            rows += _summands(batch, network)
    return [_summed(chunks, text, row) for chunks, text, row in zip(places, pieces, rows, strict=True)]


@lru_cache(maxsize=20000)
def _pieces(chunk: str) -> tuple[int, ...]:
    """Pieces of one chunk; half of the words of a story stand there more than once."""
    _, tokenizer = default_encoder().parts()
    return tuple(tokenizer.encode(chunk, out_type=int, add_bos=False, add_eos=False))


def pooled(sums: Embeddings, sizes: NDArray[np.int64], embedder: Embedder) -> Embeddings:
    """Embeddings of length 1 from sums over any pieces and their numbers, as `encode` makes them of whole texts."""
    if embedder.name != default_encoder().name:
        return _unit(sums)
    network, _ = default_encoder().parts()
    mean = sums / np.sqrt(np.maximum(1, sizes)).astype(np.float32)[:, None]
    with one_thread():
        hidden = np.maximum(mean @ network.p1 + np.maximum(mean @ network.d0, 0) @ network.d1, 0)
        return _unit(np.tanh(hidden @ network.p3 + np.maximum(hidden @ network.d2, 0) @ network.d3))


def _alone(text: str, chunks: tuple[tuple[int, int], ...], embedder: Embedder) -> InContext:
    rows = embedder.encode([text[start:end] for start, end in chunks])
    return InContext(chunks, rows, np.ones(len(chunks), dtype=np.int64), np.zeros(rows.shape[1], dtype=np.float32))


def _summed(chunks: tuple[tuple[int, int], ...], pieces: Sequence[Sequence[int]], rows: Embeddings) -> InContext:
    sizes = np.array([len(chunk) for chunk in pieces], dtype=np.int64)
    owner = np.repeat(np.arange(len(chunks)), sizes)
    sums = np.zeros((len(chunks), rows.shape[1]), dtype=np.float32)
    np.add.at(sums, owner, rows[1:-1])
    return InContext(chunks, sums, sizes, rows[0] + rows[-1])


def _batches(texts: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    """Texts in order, as many at once as hold BATCH pieces; a longer one by itself."""
    batch: list[list[int]] = []
    for text in texts:
        if batch and sum(map(len, batch)) + len(text) > BATCH:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def _summands(batch: Sequence[Sequence[int]], network: Any) -> list[Embeddings]:
    """What each piece of each text adds to the sum, as the encoder computes it."""
    lengths = [len(text) for text in batch]
    pieces = np.concatenate([np.array(text, dtype=np.int64) for text in batch])
    tables = pieces % len(network.scale)
    features = [network.table[pieces] * network.scale[tables, None] + network.lo[tables, None]]
    bare = features[0] @ network.proj_W + network.proj_b
    bare = _normalized(bare, network.ln_g_all, network.ln_b_all, network.eps)
    width = bare.shape[1] // len(ORDERS)
    for k, (order, before) in enumerate(ORDERS):
        windows = _windows(lengths, order, before)
        one = bare[:, k * width : (k + 1) * width]
        for weights, bias in ((network.w1[k], network.b1[k]), (network.w2[k], network.b2[k])):
            padded = np.concatenate([one, np.zeros((1, width), dtype=np.float32)])
            one = one + np.maximum(padded[windows].reshape(len(pieces), order * width) @ weights + bias, 0)
        features.append(one)
    together = _normalized(np.concatenate(features, axis=1), network.ln_g, network.ln_b, network.eps)
    rows = np.asarray(together @ network.cnn_W + network.cnn_b, dtype=np.float32)
    return np.split(rows, np.cumsum(lengths)[:-1])


def _windows(lengths: Sequence[int], order: int, before: int) -> NDArray[np.int64]:
    """Pieces that a convolution sees from each piece; outside of the text the one behind all of them, which is zero."""
    total = sum(lengths)
    ends = np.repeat(np.cumsum(lengths), lengths)[:, None]
    starts = ends - np.repeat(lengths, lengths)[:, None]
    seen = np.arange(total)[:, None] + np.arange(-before, order - before)
    return np.where((seen >= starts) & (seen < ends), seen, total)


def _normalized(rows: Embeddings, gain: Embeddings, bias: Embeddings, eps: float) -> Embeddings:
    """Rows of mean 0 and variance 1 over their columns, scaled and shifted."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    normal: Embeddings = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + np.float32(eps)) * gain + bias
    return normal


def _unit(rows: Embeddings) -> Embeddings:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Embeddings = (rows / np.maximum(lengths, 1e-12)).astype(np.float32)
    return unit
