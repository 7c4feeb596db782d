"""What a model's files say of themselves."""

import struct

import pytest
from tiny_firefox_model import FLOAT32, INTGEMM8, marian_file

from translate.engines.firefox_format import Sizes, model_sizes, require_shortlist, require_vocabulary
from translate.errors import EngineError


@pytest.fixture
def model(firefox_files):
    return firefox_files / "model.ruen.intgemm.alphas.bin"


@pytest.fixture
def vocabulary(firefox_files):
    return firefox_files / "vocab.ruen.spm"


def test_a_model_tells_how_many_tokens_it_knows(model, vocabulary):
    sizes = model_sizes(model)
    assert sizes.source == sizes.target > 300
    require_vocabulary(vocabulary, sizes.source, model)


def test_a_model_of_two_vocabularies(tmp_path):
    file = tmp_path / "model.bin"
    item = bytes(256)
    file.write_bytes(
        marian_file([("encoder_Wemb", INTGEMM8, (30, 2), item), ("decoder_Wemb", INTGEMM8, (40, 2), item)])
    )
    assert model_sizes(file) == Sizes(30, 40)


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: b"<html>captive portal</html>",
        lambda raw: raw[:100],
        lambda raw: raw[:-1],
        lambda raw: struct.pack("<Q", 2) + raw[8:],
        lambda raw: struct.pack("<QQ", 1, 1 << 60) + raw[16:],
        lambda raw: struct.pack("<QQQ", 1, 5, 1 << 40) + raw[24:],
        lambda raw: b"PK" + raw,
        lambda raw: marian_file([("Wemb", FLOAT32, (4, 2), bytes(256))]),
        lambda raw: marian_file([("other", INTGEMM8, (4, 2), bytes(256))]),
    ],
)
def test_what_is_no_model_is_told(model, tmp_path, damage):
    file = tmp_path / "model.bin"
    file.write_bytes(damage(model.read_bytes()))
    with pytest.raises(EngineError, match=r"model\.bin is no model of Firefox's translations"):
        model_sizes(file)


def test_a_vocabulary_of_another_size_does_not_fit(model, vocabulary):
    with pytest.raises(EngineError, match=r"vocab\.ruen\.spm does not fit .*the model 32,000.*same place and version"):
        require_vocabulary(vocabulary, 32_000, model)


@pytest.mark.parametrize("content", [b"", b"<html>", b"\0" * 1000])
def test_what_is_no_vocabulary_is_told(model, tmp_path, content):
    (tmp_path / "vocab.spm").write_bytes(content)
    with pytest.raises(EngineError, match=r"vocab\.spm"):
        require_vocabulary(tmp_path / "vocab.spm", 500, model)


def test_a_shortlist_is_checked_to_its_last_entry(firefox_files, model, tmp_path):
    sound = (firefox_files / "lex.50.50.ruen.s2t.bin").read_bytes()
    sizes = model_sizes(model)
    require_shortlist(firefox_files / "lex.50.50.ruen.s2t.bin", sizes)
    file = tmp_path / "lex.bin"
    for damaged in (
        b"",
        b"<html>",
        sound[:-1],
        sound[:20],
        sound[:-4] + struct.pack("<I", sizes.target),
        sound[:48] + struct.pack("<Q", 1 << 50) + sound[56:],
        sound[:32] + struct.pack("<Q", 1 << 61) + sound[40:],
        sound[:16] + struct.pack("<Q", sizes.target + 1) + sound[24:],
    ):
        file.write_bytes(damaged)
        with pytest.raises(EngineError, match=r"shortlist lex\.bin is damaged or belongs to another model"):
            require_shortlist(file, sizes)
