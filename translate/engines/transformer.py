"""The network of the second encoder: twelve layers in which the pieces of a text look at one another.

A BERT of 384 numbers a piece (multilingual-e5-small), computed with numpy. The pieces of several texts go through each
layer together, for large matrices are multiplied faster; only where pieces look at one another is each text by itself.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from translate.engines.in_context import batches
from translate.engines.packed_weights import Floats, PackedWeights

BATCH = 256  # pieces worked on at once: more is not faster, and the arrays leave a processor's cache
# Gaussian error linear unit, by the usual formula with tanh: numpy has no error function.
GELU_SLOPE, GELU_CUBE = 0.7978845608, 0.044715


@dataclass(frozen=True, slots=True)
class Norm:
    """Rows are brought to mean 0 and deviation 1, scaled and shifted."""

    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of a layer; matrices of shape (in, out).

    Attributes:
        looking: What a piece asks for, offers and tells, side by side.
        looked: From what it was told.
        widening, narrowing: Of the small network for each piece by itself.
    """

    looking: Floats
    looking_bias: Floats
    looked: Floats
    looked_bias: Floats
    after_looking: Norm
    widening: Floats
    widening_bias: Floats
    narrowing: Floats
    narrowing_bias: Floats
    after_all: Norm


class Transformer:
    """The network; reads a layer at its first use, 7 MB each. Threads may share it."""

    def __init__(self, weights: PackedWeights) -> None:
        self._weights = weights
        self._shape = weights.shape
        self._positions = weights.vector("emb.pos").reshape(-1, self._shape.width)
        # What is added to the first of two texts: there is no other.
        self._positions += weights.vector("emb.type")[: self._shape.width]
        self._at_first = self._norm("emb.ln")
        self._reading = threading.Lock()
        self._layers: list[Layer] = []

    def states(self, texts: Sequence[NDArray[np.int64]], layer: int) -> list[Floats]:
        """State of every piece of each text behind a layer, shape (pieces, width).

        Args:
            texts: Numbers of their pieces, marks of beginning and end among them; at most as many as `Shape.longest`.
            layer: 1 to the number of layers; 0 for what goes into the first.
        """
        layers = self._read(layer)
        return [rows for batch in batches(texts, BATCH) for rows in self._of_batch(batch, layers)]

    def _of_batch(self, batch: Sequence[NDArray[np.int64]], layers: Sequence[Layer]) -> list[Floats]:
        lengths = [len(text) for text in batch]
        borders = np.cumsum([0, *lengths])
        texts = [slice(a, b) for a, b in pairwise(borders)]
        x = self._weights.rows("emb.word", self._shape.width, np.concatenate(batch))
        x += self._positions[np.concatenate([np.arange(length) for length in lengths])]
        _normalize(x, self._at_first, self._shape.epsilon)
        for layer in layers:
            self._through(x, layer, texts)
        return [x[text] for text in texts]

    def _through(self, x: Floats, layer: Layer, texts: Sequence[slice]) -> None:
        """Change states to those behind a layer."""
        asked = x @ layer.looking
        asked += layer.looking_bias
        told = self._told(asked, texts)
        x += told @ layer.looked
        x += layer.looked_bias
        _normalize(x, layer.after_looking, self._shape.epsilon)
        wide = x @ layer.widening
        wide += layer.widening_bias
        x += _doubled_gelu(wide) @ layer.narrowing
        x += layer.narrowing_bias
        _normalize(x, layer.after_all, self._shape.epsilon)

    def _told(self, asked: Floats, texts: Sequence[slice]) -> Floats:
        """What each piece is told by those of its text, by how much they offer what it asks for."""
        width, heads = self._shape.width, self._shape.heads
        told = np.empty((len(asked), width), dtype=np.float32)
        for text in texts:
            by_head = asked[text].reshape(-1, 3, heads, width // heads).transpose(1, 2, 0, 3)
            shares = by_head[0] @ by_head[1].transpose(0, 2, 1)
            shares -= shares.max(axis=2, keepdims=True)
            np.exp(shares, out=shares)
            shares /= shares.sum(axis=2, keepdims=True)
            told[text].reshape(-1, heads, width // heads)[:] = (shares @ by_head[2]).transpose(1, 0, 2)
        return told

    def _read(self, count: int) -> list[Layer]:
        with self._reading:
            while len(self._layers) < count:
                self._layers.append(self._layer(f"l{len(self._layers)}"))
            return self._layers[:count]

    def _layer(self, name: str) -> Layer:
        width, vector = self._shape.width, self._weights.vector
        softness = np.float32((width / self._shape.heads) ** -0.5)
        questions = self._matrix(f"{name}.q.w", width) * softness, vector(f"{name}.q.b") * softness
        widening_bias = vector(f"{name}.fi.b")
        return Layer(
            np.hstack([questions[0], *(self._matrix(f"{name}.{part}.w", width) for part in "kv")]),
            np.concatenate([questions[1], *(vector(f"{name}.{part}.b") for part in "kv")]),
            self._matrix(f"{name}.ao.w", width),
            vector(f"{name}.ao.b"),
            self._norm(f"{name}.aln"),
            self._matrix(f"{name}.fi.w", width),
            widening_bias,
            self._matrix(f"{name}.fo.w", len(widening_bias)) / 2,  # the other half of _doubled_gelu
            vector(f"{name}.fo.b"),
            self._norm(f"{name}.oln"),
        )

    def _matrix(self, name: str, width: int) -> Floats:
        return np.ascontiguousarray(self._weights.matrix(name, width).T)

    def _norm(self, name: str) -> Norm:
        return Norm(self._weights.vector(f"{name}.w"), self._weights.vector(f"{name}.b"))


def _normalize(x: Floats, norm: Norm, epsilon: float) -> None:
    x -= x.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x) / x.shape[1]
    x *= (1 / np.sqrt(variance + epsilon)).astype(np.float32)[:, None]
    x *= norm.scale
    x += norm.shift


def _doubled_gelu(x: Floats) -> Floats:
    """Twice the Gaussian error linear unit."""
    gate = x * x
    gate *= GELU_SLOPE * GELU_CUBE
    gate += GELU_SLOPE
    gate *= x
    np.tanh(gate, out=gate)
    gate += 1
    gate *= x
    return gate
