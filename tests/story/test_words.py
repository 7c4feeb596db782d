"""The embeddings of single words, found by the word."""

import numpy as np

from translate.story.story import tell
from translate.story.words import word_vectors
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def test_words_of_the_sentences_asked_for_have_their_embedding() -> None:
    story = tell(document_of_sentences(["The river in Samara rose.", "A bridge fell."], "en"), LetterEmbedder())
    assert list(word_vectors(story, [0])) == ["the", "river", "rose"]
    assert list(word_vectors(story, [1])) == ["bridge", "fell"]
    assert list(word_vectors(story, [])) == []
    found = word_vectors(story, [0, 1])
    assert np.allclose(np.array(list(found.values())), LetterEmbedder().encode(list(found)))


def test_german_nouns_are_words() -> None:
    story = tell(document_of_sentences(["Der Fluss stieg."], "de"), LetterEmbedder(), plain_facts=True)
    assert list(word_vectors(story, [0])) == ["der", "fluss", "stieg"]
