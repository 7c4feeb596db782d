"""What a caller gave for a text, checked before anything is read, so that no stage meets what it cannot hold."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TypeAlias

from translate.errors import NotText
from translate.settings.limits import require_length, require_sentences
from translate.text.document import Document
from translate.text.files import read_file
from translate.text.origin import FileText
from translate.wording.phrase import Phrase

Text: TypeAlias = str | Sequence[str] | Document | FileText | PathLike[str]

WHOLE = Phrase("Give the story as a string, a list of its sentences, a Document, or the Path of a file.")
STRING = Phrase("Give the text as a string.")


def require_text(given: Text) -> str | Sequence[str] | Document | FileText:
    """The text of a story, if it is one of the forms that a story can have; of a path, what its file holds.

    Raises:
        NotText: It is something else, or a list that holds nothing or something other than strings.
        InputError: The file cannot be read.
    """
    if isinstance(given, str | Document | FileText):
        return given
    if isinstance(given, PathLike):
        return read_file(Path(given))
    if not isinstance(given, Sequence) or isinstance(given, bytes | bytearray | memoryview):
        raise NotText(given, WHOLE)
    if not given:
        raise NotText(given, Phrase("It holds no sentences. {wanted}", wanted=WHOLE))
    for place, sentence in enumerate(given):
        if not isinstance(sentence, str):
            raise NotText(sentence, WHOLE, place)
    return given


def is_running(given: Text) -> bool:
    """Whether a text is one that was pasted or read from a file, whose lines may be page furniture."""
    return isinstance(given, str) or (isinstance(given, FileText) and given.sentences is None)


def require_string(given: str) -> str:
    """A text that can be nothing but a string.

    Raises:
        NotText: It is something else.
    """
    if not isinstance(given, str):
        raise NotText(given, STRING)
    return given


def require_within_limits(document: Document) -> Document:
    """A document that one run may compare.

    Raises:
        TextTooLong, TooManySentences, SentenceTooLong: It is longer, has more sentences, or a sentence that is longer.
    """
    require_length(len(document.text))
    require_sentences([sentence.end - sentence.start for sentence in document.sentences])
    return document
