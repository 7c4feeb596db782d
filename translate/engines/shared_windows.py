"""Many texts through the network of the built-in sentence encoder, what they have in common computed once.

A story is encoded by sentences, by pairs of them, by clauses and by words. What a piece of a word adds depends on the
REACH pieces before and behind it alone, and most of these windows stand in several of those texts.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from translate.engines.in_context import batches
from translate.engines.protocols import Embeddings
from translate.engines.summands import BATCH, ORDERS, embedded, rows_of, windows
from translate.settings.limits import go_on

GROUP = 4_000  # pieces of the texts that are looked through together: 20 MB
NEAR, REACH = 2, 4  # pieces on either side that the first and the second convolution see
Integers = NDArray[np.int64]


def encoded(texts: Sequence[Sequence[int]], network: Any) -> Embeddings:
    """Embeddings of length 1 of texts, given as their pieces; as the encoder's library, but for the last bits."""
    groups = [_of_group(group, network) for group in batches(texts, GROUP)]
    return np.concatenate(groups)


def _of_group(texts: Sequence[Sequence[int]], network: Any) -> Embeddings:
    lengths = [len(text) for text in texts]
    pieces = np.concatenate([np.array(text, dtype=np.int64) for text in texts])
    around = windows(lengths, 2 * REACH + 1, REACH)
    read = np.append(pieces, -1)[around]
    different, of_piece = np.unique(pieces, return_inverse=True)
    bare = _bare(different, network)
    inner, of_inner = _first_of_each(read[:, REACH - NEAR : REACH + NEAR + 1])
    outer, of_outer = _first_of_each(read)
    width = bare.shape[1] // len(ORDERS)
    features = np.empty((len(outer), network._feat_dim), dtype=np.float32)
    features[:, : -bare.shape[1]] = rows_of(pieces[outer], network)
    for k, (order, before) in enumerate(ORDERS):
        seen = around[:, REACH - before : REACH - before + order]
        rows = bare[:, k * width : (k + 1) * width]
        own = _folded(rows, of_piece, inner, seen, network.w1[k], network.b1[k])
        start = features.shape[1] - bare.shape[1] + k * width
        features[:, start : start + width] = _folded(own, of_inner, outer, seen, network.w2[k], network.b2[k])
    for block in _blocks(len(features)):
        normalize(features[block], network.ln_g, network.ln_b, network.eps)
    sizes = np.array(lengths, dtype=np.int64)
    sums = _sums(features, of_outer, lengths) @ network.cnn_W + sizes[:, None].astype(np.float32) * network.cnn_b
    return embedded(sums, sizes, network)


def _first_of_each(read: Integers) -> tuple[Integers, Integers]:
    """Where each different row stands first, and which of these each row is."""
    data, size = read.tobytes(), read.shape[1] * read.itemsize
    known: dict[bytes, int] = {}
    of = np.array([known.setdefault(data[at : at + size], len(known)) for at in range(0, len(data), size)])
    first = np.empty(len(known), dtype=np.int64)
    first[of[::-1]] = np.arange(len(of))[::-1]
    return first, of


def _bare(pieces: Integers, network: Any) -> Embeddings:
    """What the convolutions begin with, of each piece."""
    rows = rows_of(pieces, network) @ network.proj_W
    rows += network.proj_b
    normalize(rows, network.ln_g_all, network.ln_b_all, network.eps)
    return np.asarray(rows)


def _folded(
    rows: Embeddings, of: Integers, places: Integers, seen: Integers, weights: Embeddings, bias: Embeddings
) -> Embeddings:
    """One convolution at some places, from the rows of what stands around them."""
    padded = np.concatenate([rows, np.zeros((1, rows.shape[1]), dtype=np.float32)])
    row = np.append(of, len(rows))
    found = np.empty((len(places), rows.shape[1]), dtype=np.float32)
    for block in _blocks(len(places)):
        here = places[block]
        one = padded[row[seen[here]]].reshape(len(here), -1) @ weights
        one += bias
        np.maximum(one, 0, out=one)
        np.add(one, rows[of[here]], out=found[block])
    return found


def _sums(features: Embeddings, of: Integers, lengths: Sequence[int]) -> Embeddings:
    """Of each text the sum over its pieces."""
    sums, start = [], 0
    for batch in batches([range(length) for length in lengths], BATCH):
        sizes = [len(text) for text in batch]
        end = start + sum(sizes)
        sums.append(np.add.reduceat(features[of[start:end]], np.cumsum([0, *sizes[:-1]]), axis=0))
        start = end
    return np.concatenate(sums)


def normalize(rows: Embeddings, gain: Embeddings, bias: Embeddings, eps: float) -> None:
    """Bring rows to mean 0 and variance 1 over their columns, scaled and shifted, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= np.reciprocal(np.sqrt(variance + eps))[:, None]
    rows *= gain
    rows += bias


def _blocks(count: int) -> Iterator[slice]:
    """BATCH rows at a time."""
    for start in range(0, count, BATCH):
        go_on()
        yield slice(start, start + BATCH)
