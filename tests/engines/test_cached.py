import numpy as np
import pytest

from translate.engines import cached
from translate.engines.cache import Cache
from translate.engines.cached import CachingEmbedder, cached_translations, caching
from translate.engines.encoder import default_encoder
from translate.engines.protocols import ContextualEmbedder, fitted_name
from translate.testing import LetterEmbedder

STORY = ["Мост открыли.", "Кот спит.", "Мост открыли.", "Река вышла из берегов.", ""]


class Watched:
    """Letters as vectors; keeps what it was asked, and disturbs rows in company as the sentence encoder does."""

    def __init__(self, name="letters-1", noise=0.0):
        self.name, self.noise = name, noise
        self.asked = []

    def encode(self, texts):
        self.asked.append(list(texts))
        rows = LetterEmbedder().encode(texts)
        if len(texts) > 1:
            rows += np.float32(self.noise) * np.random.default_rng(len(texts)).uniform(-1, 1, rows.shape)
        return rows.astype(np.float32)


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache.sqlite")


def test_each_text_is_encoded_once(cache):
    watched = Watched()
    embedder = CachingEmbedder(watched, cache)
    first = embedder.encode(STORY)
    again = embedder.encode(list(reversed(STORY)))
    assert [len(texts) for texts in watched.asked if len(texts) > 1] == [4]
    assert np.array_equal(first, again[::-1])


def test_without_a_cache_an_embedder_knows_what_it_has_just_encoded(tmp_path, monkeypatch):
    watched = Watched()
    embedder = CachingEmbedder(watched, Cache(tmp_path / "off", 0))
    first = embedder.encode(STORY)
    watched.asked.clear()
    assert np.array_equal(embedder.encode(STORY), first)
    assert not watched.asked
    monkeypatch.setattr(cached, "RECENT", 4)  # full: the next text takes the place of all these
    embedder.encode(["Кот проснулся."])
    embedder.encode(STORY[:1])
    assert [STORY[0]] in watched.asked


def test_words_are_known_from_the_story_before(tmp_path, monkeypatch):
    watched, off = Watched(), Cache(tmp_path / "off", 0)
    CachingEmbedder(watched, off).encode(["мост", "река", "Мост открыли."])
    watched.asked.clear()
    CachingEmbedder(watched, off).encode(["мост", "Мост открыли."])
    assert watched.asked[0] == ["Мост открыли."]
    monkeypatch.setattr(cached, "WORDS", 2)  # full: those that were met first are forgotten first
    CachingEmbedder(watched, off).encode(["кот"])
    watched.asked.clear()
    CachingEmbedder(watched, off).encode(["кот", "река", "мост"])
    assert watched.asked[0] == ["мост"]


def test_another_cache_is_given_every_word(tmp_path, cache):
    watched = Watched()
    CachingEmbedder(watched, Cache(tmp_path / "off", 0)).encode(["мост"])
    CachingEmbedder(watched, cache).encode(["мост"])
    assert cache.info().entries == {"embedding": 1}


def test_an_embedder_that_no_table_can_hold_is_asked_each_time(tmp_path):
    class Slots(LetterEmbedder):
        __hash__ = None

    off = Cache(tmp_path / "off", 0)
    assert np.array_equal(*(CachingEmbedder(Slots(), off).encode(["мост"]) for _ in range(2)))


def test_only_the_edited_text_is_encoded(cache):
    watched = Watched()
    CachingEmbedder(watched, cache).encode(STORY)
    watched.asked.clear()
    CachingEmbedder(watched, cache).encode([*STORY[:3], "Кот проснулся."])
    assert watched.asked[0] == ["Кот проснулся."]


def test_rows_have_length_one_and_stay_near(cache):
    rows = CachingEmbedder(Watched(), cache).encode(STORY)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows[:4], axis=1), 1, atol=1e-6)
    assert not rows[4].any()  # this stand-in has no vector for a text without letters
    assert np.abs(rows - LetterEmbedder().encode(STORY)).max() < 1 / 256


def test_no_texts_no_rows(cache):
    assert CachingEmbedder(Watched(), cache).encode([]).shape == (0, 64)


def test_another_version_of_the_model_starts_afresh(cache):
    CachingEmbedder(Watched("letters-1"), cache).encode(STORY)
    newer = Watched("letters-2")
    CachingEmbedder(newer, cache).encode(STORY)
    assert len(newer.asked[0]) == 4


def test_company_does_not_change_a_row(tmp_path):
    """Cache off, cache empty, everything at once or one by one: the same bytes."""
    texts = [f"{a}{b}{c}" for a in "абвгдежз" for b in "клмнопрс" for c in "abcdefgh"]
    alone = CachingEmbedder(Watched(noise=cached.COMPANY), Cache(tmp_path / "off", 0))
    together = CachingEmbedder(Watched(noise=cached.COMPANY), Cache(tmp_path / "one.sqlite"))
    rows = together.encode(texts)
    assert rows.tobytes() == np.concatenate([alone.encode([text]) for text in texts]).tobytes()
    assert rows.tobytes() == together.encode(texts).tobytes()
    assert rows[100:170].tobytes() == alone.encode(texts[100:170]).tobytes()


@pytest.mark.model
def test_company_does_not_change_a_row_of_the_encoder(tmp_path):
    sentence = "Правительство утвердило бюджет на 2024 год, сообщил министр в понедельник."
    texts = [sentence[i:j] for i in range(0, 40, 5) for j in range(i + 5, len(sentence), 7)]
    embedder = CachingEmbedder(default_encoder(), Cache(tmp_path / "off", 0))
    alone = np.concatenate([embedder.encode([text]) for text in texts])
    assert embedder.encode(texts).tobytes() == alone.tobytes()
    assert np.abs(alone - default_encoder().encode(texts)).max() < 1 / 256


def upper(asked):
    def translate(sentences):
        asked.append(list(sentences))
        return [sentence.upper() for sentence in sentences]

    return translate


def test_each_sentence_is_translated_once(cache):
    asked = []
    for _ in range(2):
        assert cached_translations(STORY, "m", upper(asked), cache) == [sentence.upper() for sentence in STORY]
    assert asked == [[STORY[0], STORY[1], STORY[3], STORY[4]]]


def test_only_the_edited_sentence_is_translated(cache):
    asked = []
    cached_translations(STORY, "m", upper(asked), cache)
    edited = [*STORY[:1], "Кот проснулся.", *STORY[2:]]
    assert cached_translations(edited, "m", upper(asked), cache)[1] == "КОТ ПРОСНУЛСЯ."
    assert asked[1:] == [["Кот проснулся."]]


def test_who_is_stopped_loses_one_chunk_at_most(cache, monkeypatch):
    """The next run translates what is left, in the very chunks that it would have had."""
    monkeypatch.setattr(cached, "CHUNK", 3)
    texts = [f"{'кот' * length}{number}" for length in (1, 5, 3) for number in range(3)]
    whole, asked = [], []
    expected = cached_translations(texts, "whole", upper(whole), cache)

    def stopped(sentences):
        if len(asked) == 2:
            raise KeyboardInterrupt
        return upper(asked)(sentences)

    with pytest.raises(KeyboardInterrupt):
        cached_translations(texts, "m", stopped, cache)
    assert cached_translations(texts, "m", upper(asked), cache) == expected
    assert asked == whole
    assert [len(chunk) for chunk in whole] == [3, 3, 3]


def test_long_sentences_come_first_where_there_are_several_chunks(cache, monkeypatch):
    """So that those of one length share a batch; within one chunk the order is that of the text."""
    asked = []
    cached_translations(STORY, "m", upper(asked), cache)
    monkeypatch.setattr(cached, "CHUNK", 2)
    cached_translations(STORY, "n", upper(asked), cache)
    assert asked == [[STORY[0], STORY[1], STORY[3], ""], [STORY[3], STORY[0]], [STORY[1], ""]]


def test_chunks_fill_the_batches_of_the_engine():
    assert cached.CHUNK >= 256


def test_another_package_translates_afresh(cache):
    asked = []
    for key in ("ru_en-1.0", "ru_en-1.1"):
        cached_translations(["Мост."], key, upper(asked), cache)
    assert len(asked) == 2


def test_without_a_cache_everything_is_translated(tmp_path):
    asked = []
    for _ in range(2):
        cached_translations(["Мост."], "m", upper(asked), Cache(tmp_path / "off", 0))
    assert len(asked) == 2


def test_nothing_is_kept_of_a_translation_that_fails(cache):
    def failing(sentences):
        raise RuntimeError("damaged")

    with pytest.raises(RuntimeError, match="damaged"):
        cached_translations(["Мост."], "m", failing, cache)
    assert cached_translations(["Мост."], "m", upper([]), cache) == ["МОСТ."]


def test_a_caching_embedder_can_do_what_the_one_behind_can(tmp_path):
    """Words in context are told where the encoder tells them, and its models serve."""
    cache = Cache(tmp_path, 1_000_000)
    letters, ours = caching(LetterEmbedder(), cache), caching(default_encoder(), cache)
    assert not isinstance(letters, ContextualEmbedder)
    assert isinstance(ours, ContextualEmbedder)
    for made, behind in ((letters, LetterEmbedder()), (ours, default_encoder())):
        assert (made.name, fitted_name(made)) == (behind.name, fitted_name(behind))


@pytest.mark.model
def test_words_in_context_are_those_of_the_encoder_behind(tmp_path):
    (read,), (ours,) = (
        embedder.in_context(["He left."])
        for embedder in (caching(default_encoder(), Cache(tmp_path, 0)), default_encoder())
    )
    assert read.chunks == ours.chunks
    assert (read.sums == ours.sums).all()
