"""The file of the second encoder's weights: what stands in it is what is read, and a broken one is told of."""

import numpy as np
import pytest
from tiny_second_encoder import EPSILON, HEADS, LAYERS, LONGEST, MARKS, PIECES, SPELLING, WIDTH, tiny_second_encoder

from translate.engines.packed_weights import PackedWeights, Shape, UnreadableWeights


@pytest.fixture
def path(tmp_path):
    return tmp_path / "weights.bin"


def test_numbers_are_those_that_were_written(path):
    written = tiny_second_encoder(path)
    weights = PackedWeights(path)
    for name, numbers in written.items():
        if numbers.ndim == 2:
            assert np.array_equal(weights.matrix(name, numbers.shape[1]), numbers), name
        else:
            assert np.array_equal(weights.vector(name), numbers), name


def test_some_rows_of_a_matrix(path):
    written = tiny_second_encoder(path)
    assert np.array_equal(
        PackedWeights(path).rows("emb.word", WIDTH, np.array([3, 0, 3])), written["emb.word"][[3, 0, 3]]
    )


def test_the_head_and_the_list_of_pieces(path):
    tiny_second_encoder(path)
    weights = PackedWeights(path)
    assert weights.shape == Shape(WIDTH, LAYERS, HEADS, LONGEST, np.float32(EPSILON))
    listed = weights.piece_list
    assert listed.pieces == [*MARKS, *PIECES]
    assert list(listed.scores)[len(MARKS) :] == list(PIECES.values())
    assert (listed.first, listed.last, listed.unknown) == (0, 2, 3)
    assert listed.spelling == SPELLING


@pytest.mark.parametrize("kept", [0, 3, 60, 300, -1], ids=lambda kept: f"first {kept} bytes")
def test_a_file_that_is_cut_off_is_told_of(path, kept):
    tiny_second_encoder(path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(UnreadableWeights, match=r"weights\.bin is damaged or of .*pip install") as caught:
        PackedWeights(path)
    assert caught.value.path == path


def test_another_file_and_another_release_are_told_of(path):
    tiny_second_encoder(path)
    whole = path.read_bytes()
    for other in (b"GGUF" + whole[4:], whole[:4] + b"\2" + whole[5:]):
        path.write_bytes(other)
        with pytest.raises(UnreadableWeights):
            PackedWeights(path)


def test_a_file_that_is_not_there_is_told_of(path):
    with pytest.raises(UnreadableWeights):
        PackedWeights(path)
