"""The network of the built-in sentence encoder in two halves: what each piece of a word adds, and what the sum becomes.

The encoder (multilingual Universal Sentence Encoder 3, convolutions over up to nine pieces of words) sums one vector
for each piece and sends the sum through a small network. Its library tells the result alone, so its weights are used
here; tests/engines/test_in_context.py holds both against each other.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.in_context import batches, unit
from translate.engines.protocols import Embeddings, InContext
from translate.settings.limits import go_on

ORDERS = ((2, 0), (3, 1), (5, 2))  # pieces that a convolution of each branch sees, and how many of them stand before
BATCH = 384  # pieces worked on at once: what keeps the arrays in a processor's cache


def summands(texts: Sequence[Sequence[int]], network: Any) -> list[Embeddings]:
    """For each text, given as its pieces, what each of them adds to the sum, shape (pieces, dim)."""
    rows: list[Embeddings] = []
    for batch in batches(texts, BATCH):
        go_on()
        rows += _of_batch(batch, network)
    return rows


def embedded(sums: Embeddings, sizes: NDArray[np.int64], network: Any) -> Embeddings:
    """Embeddings of length 1 from sums over any pieces and their numbers."""
    mean = sums / np.sqrt(np.maximum(1, sizes)).astype(np.float32)[:, None]
    hidden = np.maximum(mean @ network.p1 + np.maximum(mean @ network.d0, 0) @ network.d1, 0)
    return unit(np.tanh(hidden @ network.p3 + np.maximum(hidden @ network.d2, 0) @ network.d3))


def by_chunk(chunks: tuple[tuple[int, int], ...], pieces: Sequence[Sequence[int]], rows: Embeddings) -> InContext:
    """The summands of a text, its beginning and its end among them, added up for each chunk."""
    sizes = np.array([len(chunk) for chunk in pieces], dtype=np.int64)
    owner = np.repeat(np.arange(len(chunks)), sizes)
    sums = np.zeros((len(chunks), rows.shape[1]), dtype=np.float32)
    np.add.at(sums, owner, rows[1:-1])
    return InContext(chunks, sums, sizes, rows[0] + rows[-1])


def _of_batch(batch: Sequence[Sequence[int]], network: Any) -> list[Embeddings]:
    """What each piece of each text adds to the sum, as the encoder computes it."""
    lengths = [len(text) for text in batch]
    pieces = np.concatenate([np.array(text, dtype=np.int64) for text in batch])
    features = [rows_of(pieces, network)]
    bare = features[0] @ network.proj_W
    bare += network.proj_b
    _normalize(bare, network.ln_g_all, network.ln_b_all, network.eps)
    width = bare.shape[1] // len(ORDERS)
    for k, (order, before) in enumerate(ORDERS):
        seen = windows(lengths, order, before)
        one = bare[:, k * width : (k + 1) * width]
        for weights, bias in ((network.w1[k], network.b1[k]), (network.w2[k], network.b2[k])):
            padded = np.concatenate([one, np.zeros((1, width), dtype=np.float32)])
            seen_there = padded[seen].reshape(len(pieces), order * width) @ weights
            seen_there += bias
            np.maximum(seen_there, 0, out=seen_there)
            seen_there += one
            one = seen_there
        features.append(one)
    together = np.concatenate(features, axis=1)
    _normalize(together, network.ln_g, network.ln_b, network.eps)
    rows = np.asarray(together @ network.cnn_W, dtype=np.float32)
    rows += network.cnn_b
    return np.split(rows, np.cumsum(lengths)[:-1])


def rows_of(pieces: NDArray[np.int64], network: Any) -> Embeddings:
    """What the encoder's table has for each piece."""
    tables = pieces % len(network.scale)
    return np.asarray(network.table[pieces] * network.scale[tables, None] + network.lo[tables, None])


def windows(lengths: Sequence[int], order: int, before: int) -> NDArray[np.int64]:
    """Pieces that a convolution sees from each piece; outside of the text the one behind all of them, which is zero."""
    total = sum(lengths)
    ends = np.repeat(np.cumsum(lengths), lengths)[:, None]
    starts = ends - np.repeat(lengths, lengths)[:, None]
    seen = np.arange(total)[:, None] + np.arange(-before, order - before)
    return np.where((seen >= starts) & (seen < ends), seen, total)


def _normalize(rows: Embeddings, gain: Embeddings, bias: Embeddings, eps: float) -> None:
    """Bring rows to mean 0 and variance 1 over their columns, scaled and shifted, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows /= np.sqrt((rows**2).mean(axis=1, keepdims=True) + np.float32(eps))
    rows *= gain
    rows += bias
