"""Words as the encoder reads them inside a sentence."""

import numpy as np
import pytest

from translate.engines.encoder import default_encoder
from translate.engines.in_context import batches, pooled, read_in_context
from translate.testing import LetterEmbedder

TEXTS = ["Мост закрыли на ремонт, который продлится до осени.", "The bridge was closed for repairs.", "", "Да."]


@pytest.mark.model
def test_the_words_of_a_sentence_add_up_to_its_embedding() -> None:
    """What is computed here from the encoder's weights must stay what the encoder computes."""
    read = read_in_context(TEXTS, default_encoder())
    sums = np.array([text.sums.sum(axis=0) + text.edges for text in read])
    sizes = np.array([text.sizes.sum() + 2 for text in read])
    together = pooled(sums, sizes, default_encoder())
    assert np.allclose(together[[0, 1, 3]], default_encoder().encode(TEXTS)[[0, 1, 3]], atol=1e-5)


@pytest.mark.model
def test_chunks_are_what_white_space_separates() -> None:
    (read,) = read_in_context(["He left, alone."], default_encoder())
    assert ["He left, alone."[start:end] for start, end in read.chunks] == ["He", "left,", "alone."]
    assert read.sums.shape == (3, 512)


def test_another_encoder_encodes_each_word_alone() -> None:
    embedder = LetterEmbedder()
    (read,) = read_in_context(["ab c"], embedder)
    assert np.allclose(read.sums, embedder.encode(["ab", "c"]))
    assert np.allclose(np.linalg.norm(pooled(read.sums.sum(axis=0)[None], np.array([2]), embedder)), 1.0)


def test_texts_are_put_together_in_order_up_to_so_many_pieces() -> None:
    assert list(batches(["ab", "c", "defgh", "", "i"], 3)) == [["ab", "c"], ["defgh"], ["", "i"]]
    assert list(batches([], 3)) == []
