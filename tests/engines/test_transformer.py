"""The network of the second encoder, beside its formulas written out for one piece after the other."""

import math

import numpy as np
import pytest
from tiny_second_encoder import EPSILON, HEADS, LAYERS, WIDTH, tiny_second_encoder

from translate.engines import transformer
from translate.engines.packed_weights import PackedWeights
from translate.engines.transformer import Transformer

TEXTS = [np.array(numbers) for numbers in ([0, 5, 2], [0, 4, 6, 7, 11, 2], [0, 2])]


@pytest.fixture
def tiny(tmp_path):
    """The network, and the arrays that it is made of."""
    arrays = tiny_second_encoder(tmp_path / "weights.bin")
    return Transformer(PackedWeights(tmp_path / "weights.bin")), arrays


def normalized(x, arrays, name):
    return (x - x.mean()) / math.sqrt(x.var() + EPSILON) * arrays[f"{name}.w"] + arrays[f"{name}.b"]


def gelu(x):
    return np.array([value * (1 + math.erf(value / math.sqrt(2))) / 2 for value in x])


def by_formula(text, arrays, layers):
    positions = arrays["emb.pos"].reshape(-1, WIDTH)
    embedded = [arrays["emb.word"][n] + positions[k] + arrays["emb.type"][:WIDTH] for k, n in enumerate(text)]
    rows = [normalized(row, arrays, "emb.ln") for row in embedded]
    for layer in (f"l{k}" for k in range(layers)):
        asked, offered, told = (
            [arrays[f"{layer}.{part}.w"] @ row + arrays[f"{layer}.{part}.b"] for row in rows] for part in "qkv"
        )
        heads = [slice(k * WIDTH // HEADS, (k + 1) * WIDTH // HEADS) for k in range(HEADS)]
        for k, row in enumerate(rows):
            heard = []
            for head in heads:
                shares = np.exp([asked[k][head] @ other[head] / math.sqrt(WIDTH / HEADS) for other in offered])
                heard.append(sum(s * other[head] for s, other in zip(shares / shares.sum(), told, strict=True)))
            looked = arrays[f"{layer}.ao.w"] @ np.concatenate(heard) + arrays[f"{layer}.ao.b"]
            after = normalized(row + looked, arrays, f"{layer}.aln")
            wide = gelu(arrays[f"{layer}.fi.w"] @ after + arrays[f"{layer}.fi.b"])
            narrow = arrays[f"{layer}.fo.w"] @ wide + arrays[f"{layer}.fo.b"]
            rows[k] = normalized(after + narrow, arrays, f"{layer}.oln")
    return np.array(rows)


@pytest.mark.parametrize("layer", range(LAYERS + 1))
def test_states_are_those_of_the_formulas(tiny, layer):
    network, arrays = tiny
    for text, rows in zip(TEXTS, network.states(TEXTS, layer), strict=True):
        assert np.allclose(rows, by_formula(text, arrays, layer), atol=0.01)  # tanh stands for the error function


def test_batches_change_nothing(tiny, monkeypatch):
    network, _ = tiny
    together = network.states(TEXTS, LAYERS)
    monkeypatch.setattr(transformer, "BATCH", 4)
    for rows, alone in zip(together, network.states(TEXTS, LAYERS), strict=True):
        assert np.allclose(rows, alone, atol=1e-5)


def test_no_texts_no_states(tiny):
    assert tiny[0].states([], LAYERS) == []
