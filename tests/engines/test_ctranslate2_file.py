"""Sizes of vocabularies that a model.bin tells."""

import json

import pytest
from tiny_package import tiny_model_folder

from translate.engines.ctranslate2_file import vocabulary_sizes
from translate.engines.demonstration import find_demonstration


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return tiny_model_folder(tmp_path_factory.mktemp("models") / "ru-en") / "model.bin"


def test_sizes_are_those_of_the_vocabularies(model):
    tokens = json.loads((model.parent / "shared_vocabulary.json").read_text(encoding="utf-8"))
    assert vocabulary_sizes(model) == (len(tokens), len(tokens))


def test_a_trained_model_that_shares_its_matrices_tells_them_too():
    folder = find_demonstration("ru", "en").path / "model"
    tokens = json.loads((folder / "shared_vocabulary.json").read_text(encoding="utf-8"))
    assert vocabulary_sizes(folder / "model.bin") == (len(tokens), len(tokens))


@pytest.mark.parametrize("length", [0, 3, 10, 40, 200, 10_000])
def test_what_is_cut_off_tells_nothing(model, tmp_path, length):
    cut = tmp_path / "model.bin"
    cut.write_bytes(model.read_bytes()[:length])
    assert vocabulary_sizes(cut) is None


def test_another_layout_tells_nothing(model, tmp_path):
    other = tmp_path / "model.bin"
    other.write_bytes(b"\x05" + model.read_bytes()[1:])
    assert vocabulary_sizes(other) is None
