"""Both versions of a story as documents, each with its language: the other one helps to tell that of a short text."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from os import PathLike

from translate.errors import EmptyText, InputError, UnsplitText
from translate.languages.registry import LANGUAGES, known_language, language_of
from translate.settings.limits import require_length
from translate.text.detection import Detection, detect_language, nearest_compared, require_pair
from translate.text.document import Document, Sentence, document_of_sentences
from translate.text.given import Text, is_running, require_string, require_text, require_within_limits
from translate.text.origin import FileText
from translate.text.reading import read_document, read_file_text, read_list
from translate.text.segmentation import split_paragraphs, split_sentences
from translate.text.unending import LONGEST
from translate.wording.naming import LanguageName
from translate.wording.phrase import Phrase

SURE_WORDS = 4  # a passage of fewer is not refused for a language that its few words seem to be in
FIRST_TEXT, SECOND_TEXT = Phrase("First text"), Phrase("Second text")


def opened(text: Text, side: str) -> Text:
    """What is in a file if a path was given, so that it is read once; an error names the side."""
    with _of_side(side):
        return require_text(text) if isinstance(text, PathLike) else text


def read_versions(
    source: Text, target: Text, half_done: Callable[[], None], *, one_language: bool = False
) -> tuple[Document, Document]:
    """Two versions of a story in different languages that can be compared.

    Args:
        source, target: The two versions, each a raw text, sentences or a document.
        half_done: Called when the first is read.
        one_language: Whether they may be in one language as well.

    Raises:
        InputError: A text is empty, tiny, too long or no text.
        LanguageError: The texts are not in two different languages that can be compared.
    """
    left = read_version(source, FIRST_TEXT)
    half_done()
    right = read_version(target, SECOND_TEXT)
    left, right = beside(source, left, right, FIRST_TEXT), beside(target, right, left, SECOND_TEXT)
    require_pair(language_told(left), language_told(right), one_language=one_language)
    return left, right


def read_passages(source: str, target: str) -> tuple[Document, Document]:
    """Two passages in different languages that can be compared, each kept whole unless no sentence is so long.

    Raises:
        InputError: A text has no letters.
        LanguageError: The texts are not in two different languages that can be compared.
    """
    left, right = _passage(source, FIRST_TEXT), _passage(target, SECOND_TEXT)
    languages = _language_beside(left, right), _language_beside(right, left)
    left, right = replace(left, language=languages[0]), replace(right, language=languages[1])
    require_pair(language_told(left), language_told(right))
    return left, right


def read_version(text: Text, side: str = "", language: str | None = None) -> Document:
    """The text as a document, its language detected if not told; an error names the side where there are two."""
    with _of_side(side):
        text = require_text(text)
        if isinstance(text, Document):
            return require_within_limits(text)
        if isinstance(text, FileText):
            return read_file_text(text, language)
        return read_document(text, language) if isinstance(text, str) else read_list(text, language)


def language_told(document: Document) -> Detection:
    """The document's language, with the reason that a message about it needs."""
    if language_of(document.language).compared:
        return Detection(document.language, 1.0, "")
    return detect_language(document.text)


def beside(text: Text, read: Document, other: Document, side: str) -> Document:
    """A text of no language that can be compared read anew, as the other version of one whose language is known."""
    language = read.language if isinstance(text, Document) else _language_beside(read, other)
    return read if language == read.language else read_version(text, side, language)


def _language_beside(document: Document, other: Document) -> str:
    """Language of a document, told anew beside the other one's where it is none that can be compared."""
    if language_of(document.language).compared:
        return document.language
    return detect_language(document.text, beside=other.language).language


def read_for_alignment(text: Text, language: str | None, side: str) -> Document:
    """One side as `align` reads it: a document in one of the languages that can be aligned.

    Args:
        text: Raw text, sentences or document.
        language: Its code; None to detect it.
        side: "first" or "second", for messages.

    Raises:
        InputError, LanguageError: As `align` does.
    """
    code = None if language is None else known_language(language)
    document = read_version(text, FIRST_TEXT if side == "first" else SECOND_TEXT, code)
    if code is None and document.language in LANGUAGES:
        code = document.language
    elif code is None:
        found = detect_language(document.text)
        code = known_language(found.language, side=side, reason=found.reason)
    if is_running(text) and not LANGUAGES[code].compared:
        raise UnsplitText(side, LanguageName(code, LANGUAGES[code].name))
    return replace(document, language=code)


def _passage(text: str, side: str) -> Document:
    """One sentence or passage; so short that its letters may have to tell its language."""
    with _of_side(side):
        if not any(letter.isalpha() for letter in require_string(text)):
            raise EmptyText(len(text.strip()))
        require_length(len(text))
    language = detect_language(text).language
    if not language_of(language).compared and len(text.split()) < SURE_WORDS:
        language = nearest_compared(text)
    if len(text) > LONGEST:  # nothing may look at it as one sentence
        spans = [
            Sentence(paragraph + start, paragraph + end, number)
            for number, (paragraph, last) in enumerate(split_paragraphs(text))
            for start, end in split_sentences(text[paragraph:last], language)
        ]
        return Document(language, text, tuple(spans))
    return document_of_sentences([text], language)


@contextmanager
def _of_side(side: str) -> Iterator[None]:
    """Names the side in an error about its text."""
    try:
        yield
    except InputError as error:
        error.side = side
        raise
