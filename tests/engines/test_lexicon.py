import numpy as np
import pytest

from translate.engines import lexicon as module
from translate.engines.encoder import default_encoder
from translate.engines.lexicon import Lexicon, listed_words

PAIR = ("ru", "en")


class Spelling:
    """An embedder without a model: the nearest word is the one with the most letters in common."""

    name = "spelling/1"

    def __init__(self):
        self.calls = 0

    def encode(self, texts):
        self.calls += 1
        rows = np.zeros((len(texts), 256), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % 256] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def cache_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "user_cache_path", lambda _name: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_lists_hold_distinct_words(language):
    words = listed_words(language)
    assert len(words) == len(set(words)) == 10_000


def test_another_embedder_gets_vectors_of_its_own_once(cache_folder):
    first, second = Spelling(), Spelling()
    answers = Lexicon(first, PAIR).neighbours(["bank", "tax"], "ru", k=3)
    assert Lexicon(second, PAIR).neighbours(["bank", "tax"], "ru", k=3) == answers
    assert (first.calls, second.calls) == (3, 1)  # two lists and the words, then the words alone
    assert [len(answer) for answer in answers] == [3, 3]
    assert [path.suffix for path in cache_folder.iterdir()] == [".npz"]


@pytest.mark.parametrize("content", [b"", b"x" * 100, b"PK\x03\x04broken"])
def test_broken_cache_is_made_anew(cache_folder, content):
    answers = Lexicon(Spelling(), PAIR).neighbours(["bank"], "ru")
    (path,) = cache_folder.iterdir()
    path.write_bytes(content)
    assert Lexicon(Spelling(), PAIR).neighbours(["bank"], "ru") == answers
    assert path.stat().st_size > 1000


def test_cache_that_cannot_be_written_does_no_harm(tmp_path, cache_folder):
    cache_folder.write_text("a file where the folder should be")
    assert Lexicon(Spelling(), PAIR).neighbours(["bank"], "ru", k=1)[0]


def test_no_words():
    assert Lexicon(Spelling(), PAIR).neighbours([], "ru") == []
    assert Lexicon(Spelling(), PAIR).similarity([], ["a"]).shape == (0, 1)


@pytest.mark.model
def test_vectors_fit_the_installed_encoder():
    """Otherwise everybody waits for them at the first gloss: run benchmarks.build.lexicon."""
    assert Lexicon(default_encoder(), ("ru", "en"))._found() is not None


@pytest.mark.model
@pytest.mark.parametrize(
    ("word", "to", "expected"),
    [
        ("взрыв", "en", "explosion"),
        ("переговоры", "en", "negotiations"),
        ("бюджет", "en", "budget"),
        ("explosion", "ru", "взрыв"),
        ("hospital", "ru", "больница"),
        ("victory", "ru", "победа"),
    ],
)
def test_nearest_word_is_the_translation(word, to, expected):
    ((best, cosine),) = Lexicon(default_encoder(), PAIR).neighbours([word], to, k=1)[0]
    assert best == expected
    assert 0.6 < cosine <= 1


@pytest.mark.model
def test_similarity_is_highest_for_translations():
    matrix = Lexicon(default_encoder(), PAIR).similarity(["налог", "больница"], ["hospital", "tax"])
    assert matrix.argmax(axis=1).tolist() == [1, 0]
