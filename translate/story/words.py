"""The embeddings of single words that a story carries, found by the word, and its words where they stand."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from translate.engines.in_context import read_in_context
from translate.engines.protocols import Embedder, InContext
from translate.languages.registry import language_of
from translate.story.story import Story
from translate.story.vectors import Embeddings, content_words

_words: WeakKeyDictionary[Story, tuple[str, ...]] = WeakKeyDictionary()  # of the rows of `story.vectors.words`
_read: WeakKeyDictionary[Story, list[InContext]] = WeakKeyDictionary()


def in_context(story: Story, embedder: Embedder) -> list[InContext]:
    """The compared sentences of a story as the encoder reads their words; all are read at the first call."""
    if story not in _read:
        _read[story] = read_in_context([sentence.text for sentence in story.sentences], embedder)
    return _read[story]


def listed(story: Story) -> tuple[str, ...]:
    """The words whose embeddings are the rows of `story.vectors.words`, in small letters."""
    words = _words.get(story)
    if words is None:
        language = language_of(story.document.language)
        texts = [sentence.text for sentence in story.sentences]
        words = _words[story] = tuple(content_words(texts, capital_nouns=language.capital_nouns)[0])
    return words


def word_vectors(story: Story, sentences: Sequence[int]) -> dict[str, Embeddings]:
    """Content words of some compared sentences, in small letters, with their embeddings of length 1.

    Names inside a sentence and words of one or two letters have none.
    """
    words = listed(story)
    rows = sorted({int(row) for i in sentences for row in story.vectors.word_rows[i]})
    return {words[row]: story.vectors.words[row] for row in rows}
