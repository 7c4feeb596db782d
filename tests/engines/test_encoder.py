from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from translate.engines.encoder import DIMENSIONS, SentenceEncoder, default_encoder

pytestmark = pytest.mark.model
SENTENCES = ["Правительство утвердило бюджет.", "The government approved the budget.", "Der Hund schläft.", "Кот спит."]


def test_rows_have_length_one():
    rows = default_encoder().encode(SENTENCES)
    assert rows.shape == (4, DIMENSIONS)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_no_texts_no_rows():
    assert default_encoder().encode([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b", "\0", "🙂", "а" * 20_000])
def test_odd_texts_give_numbers(text):
    assert np.isfinite(default_encoder().encode([text])).all()


def test_translations_are_neighbours():
    rows = default_encoder().encode(SENTENCES)
    assert int(np.argmax((rows @ rows[0])[1:])) == 0


def test_same_texts_give_the_same_bytes():
    encoder = default_encoder()
    assert encoder.encode(SENTENCES).tobytes() == encoder.encode(SENTENCES).tobytes()


def test_company_changes_only_the_last_bits():
    encoder = default_encoder()
    alone = np.concatenate([encoder.encode([sentence]) for sentence in SENTENCES])
    assert np.allclose(encoder.encode(SENTENCES), alone, atol=1e-6)


def test_threads_load_one_model():
    encoder = SentenceEncoder()
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda _: encoder.encode(SENTENCES), range(4)))
    assert all(row.tobytes() == rows[0].tobytes() for row in rows)


def test_default_encoder_is_shared_and_named():
    assert default_encoder() is default_encoder()
    assert default_encoder().name.startswith("use3-")
