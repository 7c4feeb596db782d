"""What texts have in common is computed once, and their embeddings stay what the encoder's library makes of them."""

import numpy as np
import pytest

from translate.engines import shared_windows
from translate.engines.encoder import default_encoder
from translate.engines.shared_windows import encoded

pytestmark = pytest.mark.model
FIRST = "Мост через реку закрыли на ремонт, который продлится до осени."
SECOND = "Движение пустили в объезд."
TEXTS = ["", "мост", FIRST, SECOND, f"{FIRST} {SECOND}", "который продлится до осени", "The bridge was closed.", "The"]
LAST_BITS = 5e-7  # the library itself differs by 4e-7 where it encodes a text alone and among others


@pytest.fixture
def model():
    default_encoder().encode([""])
    return default_encoder()._model


@pytest.fixture
def pieces(model):
    return [model._tokenizer.encode(text) for text in TEXTS]


def test_embeddings_are_those_of_the_library(model, pieces):
    alone = np.concatenate([model.encode([text]) for text in TEXTS])
    rows = encoded(pieces, model._model)
    assert rows.dtype == np.float32
    assert np.abs(rows - alone).max() < LAST_BITS


def test_a_text_is_the_same_in_any_group(model, pieces, monkeypatch):
    """Also one that has more pieces than a group or a batch may have."""
    rows = encoded(pieces, model._model)
    monkeypatch.setattr(shared_windows, "GROUP", 9)
    monkeypatch.setattr(shared_windows, "BATCH", 5)
    assert np.abs(encoded(pieces, model._model) - rows).max() < LAST_BITS


def test_a_window_that_stands_in_several_texts_is_computed_once(model, pieces, monkeypatch):
    computed = []

    def counted(rows, of, places, seen, weights, bias, folded=shared_windows._folded):
        computed.append(len(places))
        return folded(rows, of, places, seen, weights, bias)

    monkeypatch.setattr(shared_windows, "_folded", counted)
    both = [pieces[2], pieces[4]]  # a sentence, and the same with its neighbour
    encoded(both, model._model)
    shared = len(pieces[2]) - 1  # all but the mark of its end, as far as the convolutions see nothing of the neighbour
    assert computed[0] == sum(map(len, both)) - (shared - shared_windows.NEAR)
    assert computed[1] == sum(map(len, both)) - (shared - shared_windows.REACH)
