"""Text -> Document: the one place that knows the order of the stages in this room."""

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.errors import EmptyText, HtmlInput, TextTooShort
from translate.settings.limits import go_on, require_length
from translate.text.cleaning import judged_alone, sentences_of, verdict
from translate.text.detection import detect_language, foreign_sentences
from translate.text.document import Document, document_of_sentences
from translate.text.given import require_within_limits
from translate.text.html_page import plain_text, source_tags
from translate.text.lines import lines_of
from translate.text.normalization import replace_surrogates
from translate.text.origin import FileText
from translate.text.segmentation import split_paragraphs, split_sentences
from translate.wording.phrase import Phrase

MIN_LETTERS = 8  # of a text: a short headline has more
MIN_WORDS = 2

_WORD = re.compile(r"[^\W\d_]+")


def read_document(text: str, language: str | None = None) -> Document:
    """Read one version of a story: paragraphs, sentences, roles and foreign sentences.

    Args:
        text: The story, the whole page around it, or that page's HTML, which is read as the lines that a browser
            copies. Offsets count code points of the text, or of those lines; only lone surrogates, which no file could
            hold, are replaced, one for one.
        language: Its code; detected in the body where it is None. Any language is read: whether two texts make a pair
            is for `require_pair` to say.

    Raises:
        EmptyText, TextTooShort, TextTooLong, TooManySentences, HtmlInput: The text cannot be compared.

    Example:
        >>> document = read_document("Storm hits city\\nTwo people were hurt. Trains stopped.", "en")
        >>> [sentence.role for sentence in document.sentences]
        ['headline', 'body', 'body']
    """
    require_length(len(text))
    return _read(plain_text(replace_surrogates(text)), language)


def read_file_text(given: FileText, language: str | None = None) -> Document:
    """Read what a file holds; arguments and errors as for `read_document`."""
    if given.sentences is not None:
        document = read_list(given.sentences, language or given.language or None)
    else:
        require_length(len(given.text))
        document = _read(replace_surrogates(given.text), language)
    return replace(document, origin=given.origin) if given.origin.tells else document


def _read(text: str, language: str | None) -> Document:
    """Read a text that is no HTML."""
    _require_words(text)
    if language is None:
        language = detect_language(text).language
    paragraphs = []
    for start, end in split_paragraphs(text):
        go_on()
        spans = split_sentences(text[start:end], language)
        if spans:
            paragraphs.append([(start + first, start + last) for first, last in spans])
    lines = list(lines_of(text, paragraphs))
    found = judged_alone(lines)
    sentences = sentences_of(text, paragraphs, lines, found, verdict(lines, found))
    return with_foreign(require_within_limits(Document(language, text, sentences)))


def read_list(sentences: Sequence[str], language: str | None = None) -> Document:
    """Read sentences that are already split: kept as given, all body, no cleaning; empty ones stay where they are.

    Args:
        sentences: In reading order.
        language: ISO 639-1 code, which need not be one that is compared; detected where it is None.

    Raises:
        EmptyText, TextTooShort, TextTooLong, TooManySentences, HtmlInput: The sentences together cannot be compared.
        SentenceTooLong: One of them cannot.

    Example:
        >>> read_list(["Putin gave an order.", "It was signed today."]).language
        'en'
    """
    require_length(sum(map(len, sentences)) + len(sentences) - 1)
    text = "\n".join(sentences)
    _require_words(text)
    if tags := source_tags(text):
        raise HtmlInput(tags, Phrase("a list of sentences is read as it is"))
    language = language or detect_language(text).language
    document = document_of_sentences([replace_surrogates(sentence) for sentence in sentences], language)
    return with_foreign(require_within_limits(document))


def _require_words(text: str) -> None:
    """Refuse what is no story, saying why."""
    words = 0
    letters = 0
    for match in _WORD.finditer(text):
        words += 1
        letters += len(match.group())
        if words >= MIN_WORDS and letters >= MIN_LETTERS:
            break
    if not letters:
        raise EmptyText(len(text.strip()))
    if words < MIN_WORDS or letters < MIN_LETTERS:
        raise TextTooShort(letters, words, MIN_LETTERS, MIN_WORDS)


def with_foreign(document: Document) -> Document:
    """The same document, with the compared sentences that are in another language named."""
    compared = document.compared
    found = foreign_sentences([document.sentence_text(i) for i in compared], document.language)
    return replace(document, foreign=tuple(compared[i] for i in found))
