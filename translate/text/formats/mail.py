"""A mail saved as a file (.eml): the text that its reader sees, who wrote it, and when."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from translate.errors import UnreadableFile
from translate.text.decoding import decode, decoded
from translate.text.html_page import plain_text
from translate.text.origin import FileText, Origin
from translate.wording.phrase import Phrase

BEGINS = 8192  # bytes in which a mail says what it is

_HEADER = re.compile(rb"(?:[\w-]+:|From )")
_OWN = re.compile(rb"^mime-version\s*:|^received\s*:|^message-id\s*:", re.IGNORECASE | re.MULTILINE)


def is_mail(data: bytes) -> bool:
    """Whether the bytes begin with the headers of a mail."""
    headers = re.split(rb"\r?\n\r?\n", data[:BEGINS], maxsplit=1)[0]
    return _HEADER.match(headers) is not None and _OWN.search(headers) is not None


def read_mail(data: bytes, name: str) -> FileText:
    """The text of a mail, that of its HTML where it has no plain one; attachments are left out.

    Args:
        data: The whole file.
        name: What to call it in an error.

    Raises:
        BinaryInput, HtmlInput: Its text is none.
        UnreadableFile: It holds no text.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        if body is None:
            raise UnreadableFile(name, Phrase("there is no text in this mail."))
        content = body.get_payload(decode=True)
        charset = body.get_content_charset()
        about = {header: str(message.get(header, "")) for header in ("subject", "from", "date")}
    # The parser is lenient with what mails get wrong, but for some headers.
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableFile(name, Phrase("its headers are damaged.")) from error
    if not isinstance(content, bytes):
        raise UnreadableFile(name, Phrase("there is no text in this mail."))
    text = plain_text(_decoded(content, charset, name)).replace("\r\n", "\n")
    return FileText(text, Origin(name, about["subject"], about["from"], _day(about["date"])))


def _decoded(content: bytes, charset: str | None, name: str) -> str:
    """Text in the encoding that the mail names; where it names none, or a wrong one, in the likeliest."""
    text = decoded(content, charset) if charset else None
    return decode(content, name) if text is None else text


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        return ""
