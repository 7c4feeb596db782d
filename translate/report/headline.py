"""What a compared story is called: its headline, of which the names of files are made."""

import re
import unicodedata
from datetime import date

from translate.comparison import Comparison
from translate.text.document import Document
from translate.text.shown import beginning
from translate.text.sides import SIDES, on_side
from translate.wording.interface import interface_language

LONGEST = 120  # characters of a headline that are told
LONGEST_STEM = 60  # characters of a headline in the name of a file, which has a date and an ending besides
_NO_NAME = re.compile(r"[^\w]+")  # what a file system, a shell or a mail programme may stumble over


def headline_of(comparison: Comparison) -> str:
    """The headline in the language of the interface, or else the first there is; "" where neither text has one.

    It is on one line and never longer than LONGEST characters.
    """
    documents = [on_side(comparison, side) for side in SIDES]
    documents.sort(key=lambda document: document.language != interface_language())  # keeps the order of the others
    return next(filter(None, map(headline_in, documents)), "")


def file_stem(headline: str, day: date) -> str:
    """Name of a file about a story, without an ending: words of the headline and the day.

    It is safe on every file system: letters and digits of any script, with hyphens between them, and never the name
    of a device, as it ends with a date.

    Example:
        >>> file_stem("Путин поручил: «поддержать» A/B?", date(2026, 11, 29)), file_stem("…", date(2026, 1, 2))
        ('Путин-поручил-поддержать-A-B-2026-11-29', 'parallax-2026-01-02')
    """
    words = [word for word in _NO_NAME.split(unicodedata.normalize("NFC", headline).replace("_", " ")) if word]
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word[:LONGEST_STEM]
        if len(longer) > LONGEST_STEM:
            break
        stem = longer
    return f"{stem or 'parallax'}-{day.isoformat()}"


def headline_in(document: Document) -> str:
    """The first line of a text that is a headline, as headlines are told; "" where there is none."""
    found = (i for i, sentence in enumerate(document.sentences) if sentence.role == "headline")
    first = next(found, None)
    if first is None:
        return ""
    line = next(line for line in document.lines() if first in line)
    words = " ".join(document.sentence_text(i) for i in line if document.sentences[i].role == "headline")
    return beginning(words, LONGEST)


def headline_or_beginning(document: Document) -> str:
    """The headline of a text, or the beginning of its story where it has none.

    Example:
        >>> from translate.text.document import document_of_sentences
        >>> headline_or_beginning(document_of_sentences(["It rained.", "Then it stopped."], "en"))
        'It rained.'
    """
    first = document.sentence_text(document.compared[0]) if document.compared else document.text
    return headline_in(document) or beginning(first, LONGEST)
