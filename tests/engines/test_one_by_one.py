"""Texts that go through the network side by side are to the bit what the encoder's library makes of each alone."""

import numpy as np
import pytest

from translate.engines import one_by_one
from translate.engines.encoder import default_encoder
from translate.engines.one_by_one import each_alone
from translate.engines.one_thread import one_thread

pytestmark = pytest.mark.model
TEXTS = ["", "мост", "The", "5 %", "Мост через реку закрыли на ремонт, который продлится до осени.", "«Да», — said he."]


def test_every_bit_is_that_of_a_text_alone():
    encoder = default_encoder()
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert encoder.encode_each(TEXTS).tobytes() == alone.tobytes()


def test_batches_change_nothing(monkeypatch):
    encoder = default_encoder()
    together = encoder.encode_each(TEXTS)
    monkeypatch.setattr(one_by_one, "BATCH", 5)
    pieces = [encoder._model._tokenizer.encode(text) for text in TEXTS]
    with one_thread():
        assert each_alone(pieces, encoder._model._model).tobytes() == together.tobytes()
