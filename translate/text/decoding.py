"""Bytes of a file -> text: Unicode first, then what a web page says of itself, then the Cyrillic code pages.

The rule for code pages: bytes that are no UTF-8 are read in each of windows-1251, koi8-r, ibm866, Mac Cyrillic,
ISO 8859-5 and windows-1252, and the reading whose neighbouring letters look most like a language wins. A wrong Cyrillic
code page turns small letters into capitals or signs, so a letter pair of mixed case inside a word, and a rare letter,
count against a reading.
"""

import codecs
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Final

from translate.errors import BinaryInput
from translate.languages.registry import compared_languages, language_of
from translate.settings.limits import require_size
from translate.text.normalization import replace_surrogates
from translate.wording.phrase import Phrase

CODE_PAGES: Final = ("cp1251", "koi8-r", "cp866", "cp1252")  # in the order of preference where two read alike
RARE_PAGES: Final = ("mac-cyrillic", "iso8859-5")  # taken where they read far better than all of those
MUCH_LIKELIER = (
    9.0  # in the unit of `_likelihood`; single words of the usual pages reach 8, a paragraph of Mac Cyrillic 20
)
DECLARED_WITHIN = 4096  # bytes in which a page names its encoding; browsers look at 1024
MAX_CONTROL_SHARE = 0.02  # of the characters; a text pasted from a terminal has fewer, a program file far more
MAX_NUL_SHARE = 0.1  # more zero characters are the padding of a data file
MAX_UNREAD_SHARE = 0.2  # of characters that the encoding does not have
_MAGIC: Final = (
    (b"%PDF", Phrase("a PDF file")),
    (b"PK\x03\x04", Phrase("a ZIP archive or an Office document (docx, xlsx, odt, epub)")),
    (b"\xd0\xcf\x11\xe0", Phrase("an old Office document (doc, xls)")),
    (b"{\\rtf", Phrase("an RTF document")),
    (b"\x89PNG", Phrase("a PNG picture")),
    (b"\xff\xd8\xff", Phrase("a JPEG picture")),
    (b"GIF8", Phrase("a GIF picture")),
    (b"\x1f\x8b", Phrase("a gzip archive")),
    (b"7z\xbc\xaf", Phrase("a 7z archive")),
    (b"Rar!", Phrase("a RAR archive")),
    (b"\x7fELF", Phrase("a program")),
    (b"SQLite format 3\x00", Phrase("a database")),
)
_BOMS: Final = (  # the longer mark first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)\s[^<>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_LATIN_NAMES: Final = ("ascii", "iso-8859-1", "latin1", "us-ascii")  # which browsers all read as windows-1252
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NUL = "\x00"
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-zA-Zà-ÿÀ-ß]")
# Latin letters of western languages and typographic signs, which is all that windows-1252 is wanted for
_WESTERN = frozenset("éèêëáàâäãåçñíìîïóòôöõøúùûüýßæœšžÉÈÁÀÂÄÅÇÑÍÓÖØÚÜÆŒŠŽ£€©®°²³½¼«»“”‘’–—…•§ ")


def decode(data: bytes, name: str) -> str:
    """Text of a file, whatever its encoding.

    Args:
        data: The whole file.
        name: What to call it in an error, usually its file name.

    Raises:
        FileTooLarge: There are more than any text needs that can be compared.
        BinaryInput: The bytes are no text.

    Example:
        >>> decode("Путин поручил".encode("koi8-r"), "story.txt")
        'Путин поручил'
    """
    require_size(len(data), name)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise BinaryInput(name, kind)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"), name)
    wide = _unmarked_utf16(data)
    if wide:
        return _checked(data.decode(wide, errors="replace"), name)
    try:
        return _checked(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return _checked(data[: error.start].decode("utf-8"), name)  # cut in the middle of its last letter
    declared = _declared(data)
    if declared:
        return _checked(data.decode(declared, errors="replace"), name)
    usual, rare = _likeliest(data, CODE_PAGES), _likeliest(data, RARE_PAGES)
    return _checked(rare[1] if rare[0] > usual[0] + MUCH_LIKELIER else usual[1], name)


def decoded(data: bytes, encoding: str, errors: str = "strict") -> str | None:
    """Text in an encoding that a stranger names; None where there is none of that name, or the data are not in it.

    Example:
        >>> decoded(b"a", "koi8-r"), decoded(b"a", "idna", errors="replace"), decoded(b"a", "none")
        ('a', None, None)
    """
    try:
        return data.decode(encoding, errors)
    except (LookupError, ValueError):  # UnicodeError is a ValueError, which is also raised for a name with a NUL
        return None


def _likeliest(data: bytes, pages: Sequence[str]) -> tuple[float, str]:
    """The likeliest of some readings, behind its likelihood."""
    readings = [data.decode(page, errors="replace") for page in pages]
    return max(((_likelihood(text), text) for text in readings), key=itemgetter(0))  # max keeps the first of equals


def _declared(data: bytes) -> str | None:
    """The encoding that a web page names at its beginning, if there is such a one."""
    named = _CHARSET.search(data, 0, DECLARED_WITHIN)
    if named is None:
        return None
    encoding = named.group(1).decode("ascii").lower()
    encoding = "cp1252" if encoding in _LATIN_NAMES else encoding
    # What was found as ASCII is in no encoding that has other bytes for it, such as UTF-16, whatever the page says.
    return encoding if decoded(b"<a>", encoding, errors="replace") == "<a>" else None


def _checked(text: str, name: str) -> str:
    """The text itself, unless its control characters show that it is none."""
    controls, nuls = len(_CONTROL.findall(text)), text.count(_NUL)
    unread = text.count("\ufffd")
    if controls > max(1, MAX_CONTROL_SHARE * len(text)) or nuls > max(1, MAX_NUL_SHARE * len(text)):
        raise BinaryInput(
            name,
            Phrase("binary data ({count} control characters in {length})", count=controls + nuls, length=len(text)),
        )
    if unread > MAX_UNREAD_SHARE * len(text):
        raise BinaryInput(
            name, Phrase("binary data ({count} of {length} characters cannot be read)", count=unread, length=len(text))
        )
    return replace_surrogates(text)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte is the zero of Latin or the four of Cyrillic letters."""
    if len(data) < 4:
        return None
    even, odd = data[::2], data[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        named = high.count(0) + high.count(4)
        if named > 0.9 * len(high) and low.count(0) + low.count(4) < 0.3 * len(low):
            return encoding
    return None


def _likelihood(text: str) -> float:
    """How much a reading looks like language: log frequencies of its letters, less its oddities.

    Only good for comparing readings of the same bytes, which are equally long and have the same ASCII characters.
    """
    listed = _frequencies(compared_languages())
    score = sum(count * _weight(character, listed) for character, count in Counter(text).items())
    words = _LETTERS.findall(text)
    odd = [word for word in words if not (word.islower() or word.isupper() or word.istitle())]
    shouting = sum(len(word) for word in words if len(word) > 1 and word.isupper())
    mixed = [word for word in words if not listed.keys().isdisjoint(word.lower()) and _LATIN.search(word)]
    return score - 0.5 * shouting - 3.0 * (len(odd) + len(mixed))


@cache
def _frequencies(languages: tuple[str, ...]) -> Mapping[str, float]:
    """Small letters beyond ASCII of the languages that say how frequent theirs are, per 1,000."""
    tables = [language_of(code).table("letters").get("frequency", {}) for code in languages]
    return {letter: max(table.get(letter, 0) for table in tables) for table in tables for letter in table}


def _weight(character: str, listed: Mapping[str, float]) -> float:
    """Log frequency of one character among those listed; signs are neutral, what is neither counts as rare."""
    frequency = listed.get(character.lower())
    if frequency:
        return math.log(frequency / 1e3)
    if character in _WESTERN:
        return math.log(0.02)
    return math.log(0.0002)
