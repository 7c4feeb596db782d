"""Texts in pieces for the second encoder, and where in the text each of them stands."""

import pytest
from tiny_second_encoder import MARKS, PIECES, tiny_second_encoder

from translate.engines.packed_weights import PackedWeights
from translate.engines.unigram import Unigram

LISTED = (*MARKS, *PIECES)


@pytest.fixture(scope="module")
def unigram(tmp_path_factory):
    path = tmp_path_factory.mktemp("weights") / "weights.bin"
    tiny_second_encoder(path)
    return Unigram(PackedWeights(path).piece_list)


@pytest.mark.parametrize(
    ("text", "pieces", "places"),  # places: what of the text each piece stands for
    [
        ("мост", "▁мост", "мост"),  # -5 is likelier than -6 - 6
        ("моста, the", "▁мост а , ▁the", "мост|а|,|the"),
        ("the  мост", "▁the ▁мост", "the|мост"),
        ("\u00a0the\nмост ", "▁the ▁мост ▁", "the|мост|"),
        ("мо\u200dст", "▁мост", "мо\u200dст"),
        ("the ﬁа", "▁the ▁ <unk> <unk> а", "the||ﬁ|ﬁ|а"),
        ("the▁", "▁the ▁", "the|"),
        ("", "▁", ""),
        (" ", "▁", ""),
    ],
)
def test_the_likeliest_pieces_and_their_places(unigram, text, pieces, places):
    cut = unigram.cut(text)
    assert [LISTED[number] for number in cut.numbers] == pieces.split()
    assert [text[start:end] for start, end in zip(cut.starts, cut.ends, strict=True)] == places.split("|")
    assert (cut.starts[1:] >= cut.starts[:-1]).all()
    assert (cut.ends[1:] >= cut.ends[:-1]).all()
