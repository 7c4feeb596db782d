"""Bytes of a file -> text: Unicode first, then what a web page says of itself, then the likeliest old code page."""

import codecs
import re
from typing import Final

from translate.errors import BinaryInput
from translate.settings.limits import require_size
from translate.text.code_pages import likeliest_page
from translate.text.normalization import replace_surrogates
from translate.wording.phrase import Phrase

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
        # Cut in the middle of its last letter; where that byte is the only one, it is the accent of an old code page.
        cut = data[: error.start]
        if error.reason == "unexpected end of data" and not (cut.isascii() and error.start + 1 == len(data)):
            return _checked(cut.decode("utf-8"), name)
    declared = _declared(data)
    if declared:
        return _checked(data.decode(declared, errors="replace"), name)
    return _checked(data.decode(likeliest_page(data), errors="replace"), name)


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
