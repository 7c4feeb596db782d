"""A page saved as one file (MHTML, "Webpage, Single File") -> the HTML inside it."""

import re
from email import message_from_bytes, policy

from translate.text.decoding import decoded

MAX_HEADERS = 4096  # bytes in which such a file says what it is

_HEADER = re.compile(rb"[\w-]+:")


def page_in_archive(data: bytes) -> bytes | None:
    """The first page of HTML in the bytes of such a file; None if they are none, or hold none."""
    headers = re.split(rb"\r?\n\r?\n", data[:MAX_HEADERS], maxsplit=1)[0]
    if not _HEADER.match(headers) or b"multipart/related" not in headers.lower():
        return None
    for part in message_from_bytes(data, policy=policy.default).walk():
        page = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(page, bytes):
            return _as_utf8(page, part.get_content_charset())
    return None


def _as_utf8(page: bytes, charset: str | None) -> bytes:
    """A page in UTF-8 where the archive names its encoding; as it is where it is left to the page to do so."""
    text = decoded(page, charset, errors="replace") if charset else None
    return page if text is None else text.encode(errors="replace")
