"""A story from the web: the page that was fetched, read as a file is, with the day of its publication."""

from dataclasses import dataclass
from datetime import date

from translate.errors import BinaryInput, EmptyText, HtmlInput, LibraryMissing
from translate.facts.publication import publication_day
from translate.installation import has_libraries
from translate.text.decoding import decode, decoded
from translate.text.files import one_version
from translate.text.published import publication_date
from translate.text.reading import read_document
from translate.web.address import WebError
from translate.web.obstacles import is_cut_off, obstacle
from translate.wording.phrase import Phrase

UNREAD = "\ufffd"
CUT_OFF = Phrase("This page shows the whole story to subscribers alone, as it says; what was read may be cut off.")


@dataclass(frozen=True, slots=True)
class WebStory:
    """What a page tells.

    Attributes:
        address: Where it was read in the end.
        text: The lines of its story; the day of publication stands below the first where no line told it.
        published: The day that the page tells, be it in its text or beside it; None where it tells none.
        doubt: What speaks against its being whole; "" for nothing.
    """

    address: str
    text: str
    published: date | None
    doubt: Phrase | str = ""


def read_url(address: str, *, allow_private: bool = False) -> str:
    """The story of a page on the web, as `compare` takes it; this opens a connection to that server.

    The day on which the page says that it was published stands below the headline, so that "yesterday" is understood.

    Args:
        address: It begins with http:// or https://.
        allow_private: Whether the page may stand on this machine or in a private network.

    Raises:
        WebError: The page cannot be fetched, or it shows no story.
        InputError: What is there is no text.
    """
    return read_story(address, allow_private=allow_private).text


def read_story(address: str, *, allow_private: bool = False) -> WebStory:
    """The story of a page on the web, with what else is told of it; see `read_url`."""
    if not has_libraries("httpcore"):
        raise LibraryMissing(Phrase("Reading pages of the web"), "httpcore", "web")
    from translate.web.fetching import fetch_page

    page = fetch_page(address, allow_private=allow_private)
    place = str(page.address)
    data, source = _read(page.data, page.charset, place)
    try:
        text = one_version(data, place).text
    except (EmptyText, HtmlInput):
        text = ""
    hindered = obstacle(place, source, text)
    if hindered is not None:
        raise WebError(place, hindered)
    published = publication_date(source)
    if published is not None:
        text = _dated(text, published)
    return WebStory(place, text, published, CUT_OFF if is_cut_off(source) else "")


def _source(data: bytes, name: str) -> str:
    """The source of a page; "" where the data are of another kind, which its reader knows or refuses."""
    try:
        return decode(data, name)
    except BinaryInput:
        return ""


def _read(data: bytes, charset: str, name: str) -> tuple[bytes, str]:
    """The data as they are where they tell their encoding, else in the one that the server names; with their source.

    Servers are wrong about it more often than pages: whole folders are served as ISO 8859-1 whatever they hold.
    """
    source = _source(data, name)
    if not charset or UNREAD not in (source or UNREAD):
        return data, source
    text = decoded(data, charset)
    if text is None:
        return data, source
    data = text.encode(errors="replace")
    return data, _source(data, name)


def _dated(text: str, published: date) -> str:
    """The text with the day of its publication below its first line, unless one of its own tells when it is from."""
    if publication_day(read_document(text)) is not None:
        return text
    first, _, rest = text.partition("\n")
    return f"{first}\n\n{published.isoformat()}\n{rest}"
