"""Words, what they weigh, and how near the other text comes to them."""

import numpy as np
import pytest

from translate.counterparts.words import match_words, nearest_anywhere, rarity, read_words
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()


def story(*sentences: str) -> Story:
    return tell(document_of_sentences(sentences, "en"), EMBEDDER)


def test_names_and_numbers_are_words_without_weight() -> None:
    words = read_words(story("Rivers near Samara rose by 340 metres.", "Fog."), EMBEDDER)
    text = "Rivers near Samara rose by 340 metres."
    texts = [text[start:end] for start, end in zip(words.start[:-1], words.end[:-1], strict=True)]
    assert {"Rivers", "Samara", "rose", "340", "metres"} <= set(texts)
    weighed = dict(zip(texts, words.weights, strict=False))
    assert weighed["Samara"] == weighed["340"] == 0.0
    assert weighed["Rivers"] > 0.0
    assert words.first.tolist() == [0, len(words.start) - 1, len(words.start)]


def test_a_rare_word_says_more() -> None:
    assert rarity("time", "en") < rarity("parliament", "en") < rarity("mudslide", "en") == 1.0
    assert rarity("годами", "ru") == rarity("год", "ru")  # the list has dictionary forms


def test_every_word_finds_the_nearest_of_a_pair() -> None:
    one, two = story("aaaa bbbb."), story("bbbb cccc.", "dddd.")
    words = read_words(one, EMBEDDER), read_words(two, EMBEDDER)
    found = match_words(words, np.array([0, 0]), np.array([0, 1]))
    assert found.first[0].tolist() == [0, 2, 4]
    assert found.best[0][1] == pytest.approx(1.0, abs=1e-5)
    assert found.best[0][0] < 0.9
    assert found.best[1][0] == pytest.approx(1.0, abs=1e-5)
    assert found.first[1].tolist() == [0, 2, 3]


def test_a_word_is_looked_for_in_the_whole_text() -> None:
    one, two = story("aaaa bbbb."), story("cccc.", "dddd bbbb.")
    near = nearest_anywhere(one, two)
    assert near[1] == pytest.approx(1.0, abs=1e-5)
    assert near[0] < 0.9
    assert nearest_anywhere(one, story()).tolist() == [-1.0, -1.0]
