from concurrent.futures import ThreadPoolExecutor

import pytest

from translate.engines.argos import translate_sentences
from translate.engines.packages import install_file
from translate.errors import EngineError


@pytest.fixture
def package(tmp_path, tiny_package):
    return install_file(tiny_package(tmp_path))


@pytest.mark.parametrize("quality", ["fast", "careful"])
def test_sentences_keep_their_places(package, quality):
    """The longest goes first through the model and comes back where it was."""
    sentences = ["Кот.", "Собака спит дома, дома, дома.", "", "  ", "Кот спит."]
    expected = ["Cat.", "Dog sleeps home, home, home.", "", "", "Cat sleeps."]
    assert translate_sentences(sentences, package, quality) == expected


def test_nothing_to_translate(package):
    assert translate_sentences([], package) == []


def test_overlong_sentence_is_not_cut(package):
    """1,800 tokens, far more than the model takes."""
    assert translate_sentences([", ".join(["Кот спит дома"] * 300)], package) == [", ".join(["Cat sleeps home"] * 300)]


def test_overlong_word_is_not_cut(package):
    (output,) = translate_sentences(["а" * 5000], package)
    assert output.replace(" ", "") == "а" * 5000


def test_target_prefix_is_given_and_taken_off(tmp_path, tiny_package):
    """The copying model spends its first step on the prefix, so the first word is what it cannot see."""
    package = install_file(tiny_package(tmp_path, prefix="▁>>en<<"))
    assert package.target_prefix == "▁>>en<<"
    assert translate_sentences(["Кот спит дома."], package) == ["sleeps home."]


def test_progress_counts_to_the_end(package):
    calls = []
    translate_sentences(["Кот спит."] * 300, package, progress=lambda done, total: calls.append((done, total)))
    assert calls == [(256, 300), (300, 300)]


def test_threads_share_one_model(package):
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: translate_sentences(["Кот спит дома."] * 20, package), range(8)))
    assert results == [["Cat sleeps home."] * 20] * 8


@pytest.mark.parametrize("content", [b"", b"x" * 1000])
def test_broken_model_is_an_engine_error(package, content):
    (package.path / "model" / "model.bin").write_bytes(content)
    with pytest.raises(EngineError, match=package.name):
        translate_sentences(["Кот."], package)


def test_truncated_model_is_an_engine_error(package):
    model = package.path / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:-1000])
    with pytest.raises(EngineError, match="To replace it"):
        translate_sentences(["Кот."], package)
