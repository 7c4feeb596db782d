"""The embeddings of single words that a story carries, found by the word."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from translate.languages.registry import language_of
from translate.story.story import Story
from translate.story.vectors import Embeddings, content_words

_words: WeakKeyDictionary[Story, tuple[str, ...]] = WeakKeyDictionary()  # of the rows of `story.vectors.words`


def word_vectors(story: Story, sentences: Sequence[int]) -> dict[str, Embeddings]:
    """Content words of some compared sentences, in small letters, with their embeddings of length 1.

    Names inside a sentence and words of one or two letters have none.
    """
    words = _words.get(story)
    if words is None:
        language = language_of(story.document.language)
        texts = [sentence.text for sentence in story.sentences]
        words = _words[story] = tuple(content_words(texts, capital_nouns=language.capital_nouns)[0])
    rows = sorted({int(row) for i in sentences for row in story.vectors.word_rows[i]})
    return {words[row]: story.vectors.words[row] for row in rows}
