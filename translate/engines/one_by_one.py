"""Texts through the network of the built-in sentence encoder, each to the bit as its library encodes it alone.

The weights, 13 MB, are more than a processor's cache holds, and reading them anew for every text took longer than the
sums. So the texts go through the network side by side: none is multiplied by the next matrix before all have been by
the last. Each multiplication is one text's own, for in other company its last bits would be others.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from translate.engines.in_context import batches
from translate.engines.protocols import Embeddings
from translate.engines.shared_windows import normalize
from translate.engines.summands import BATCH, ORDERS, windows
from translate.settings.limits import go_on


def each_alone(texts: Sequence[Sequence[int]], network: Any) -> Embeddings:
    """Embeddings of length 1 of texts, given as their pieces, at least one."""
    rows: list[Embeddings] = []
    for batch in batches(texts, BATCH):
        go_on()
        steps = zip(*(_steps(text, network) for text in batch), strict=True)  # all take one before any takes the next
        (made,) = deque(steps, maxlen=1)
        rows += made
    return np.concatenate(rows)


def _steps(text: Sequence[int], network: Any) -> Iterator[Embeddings]:
    """The sums of the library for one text, with a pause before each of its larger matrices; its row comes last."""
    pieces, count = np.array(text, dtype=np.int64), len(text)
    features = np.empty((count, network._feat_dim), dtype=np.float32)
    read = features[:, : network.proj_W.shape[0]]
    tables = pieces % len(network.scale)
    np.copyto(read, network.table[pieces])
    read *= network.scale[tables, None]
    read += network.lo[tables, None]
    yield features
    bare = read @ network.proj_W
    bare += network.proj_b
    normalize(bare, network.ln_g_all, network.ln_b_all, network.eps)
    width = bare.shape[1] // len(ORDERS)
    around = np.zeros((count + 1, width), dtype=np.float32)  # the last row stands for what is outside of the text
    for k, (order, before) in enumerate(ORDERS):
        seen = windows([count], order, before)
        one = bare[:, k * width : (k + 1) * width]
        for weights, bias in ((network.w1[k], network.b1[k]), (network.w2[k], network.b2[k])):
            yield features
            around[:count] = one
            folded = around[seen].reshape(count, order * width) @ weights
            folded += bias
            np.maximum(folded, 0, out=folded)
            folded += one
            one = folded
        start = read.shape[1] + k * width
        features[:, start : start + width] = one
    normalize(features, network.ln_g, network.ln_b, network.eps)
    yield features
    mean = np.add.reduceat(features, [0], axis=0) @ network.cnn_W
    size = np.array([count], dtype=np.float32)
    mean += size[:, None] * network.cnn_b
    mean *= np.reciprocal(np.sqrt(size))[:, None]
    yield mean
    first = np.maximum(mean @ network.d0, 0)
    hidden = mean @ network.p1
    hidden += first @ network.d1
    np.maximum(hidden, 0, out=hidden)
    yield hidden
    second = np.maximum(hidden @ network.d2, 0)
    row = hidden @ network.p3
    row += second @ network.d3
    np.tanh(row, out=row)
    row *= np.reciprocal(np.sqrt(np.clip(np.einsum("ij,ij->i", row, row), network.eps, None)))[:, None]
    yield row
