"""A story from the web: the page that was fetched, read as a file is, with the day of its publication."""

from dataclasses import dataclass
from datetime import date

from translate.errors import BinaryInput, EmptyText, HtmlInput, LibraryMissing
from translate.installation import has_libraries
from translate.text.decoding import decode, decoded
from translate.text.files import one_version
from translate.text.origin import FileText, Origin
from translate.web.address import WebError
from translate.web.obstacles import is_cut_off, obstacle
from translate.wording.phrase import Phrase

UNREAD = "\ufffd"
CUT_OFF = Phrase("This page shows the whole story to subscribers alone, as it says; what was read may be cut off.")
UNSECURED = Phrase("This page came over http although https was asked for; anybody on the way could change its text.")


@dataclass(frozen=True, slots=True)
class WebStory:
    """What a page tells.

    Attributes:
        address: Where it was read in the end.
        file: Its story, as a file's is read, with the day on which the page says that it was published.
        doubt: What speaks against its being whole; "" for nothing.
    """

    address: str
    file: FileText
    doubt: Phrase | str = ""

    @property
    def text(self) -> str:
        """The lines of the story."""
        return self.file.text

    @property
    def published(self) -> date | None:
        """The day that the page tells beside its text; None where it tells none."""
        return date.fromisoformat(self.file.origin.published) if self.file.origin.published else None


def read_url(address: str, *, allow_private: bool = False) -> FileText:
    """The story of a page on the web, as `compare` takes it; this opens a connection to that server.

    Its origin has the day on which the page says that it was published, so that "yesterday" is understood.

    Args:
        address: It begins with http:// or https://.
        allow_private: Whether the page may stand on this machine or in a private network.

    Raises:
        WebError: The page cannot be fetched, or it shows no story.
        InputError: What is there is no text.
    """
    return read_story(address, allow_private=allow_private).file


def read_story(address: str, *, allow_private: bool = False) -> WebStory:
    """The story of a page on the web, with what else is told of it; see `read_url`."""
    if not has_libraries("httpcore"):
        raise LibraryMissing(Phrase("Reading pages of the web"), "httpcore", "web")
    from translate.web.fetching import fetch_page

    page = fetch_page(address, allow_private=allow_private)
    place = str(page.address)
    data, source = _read(page.data, page.charset, place)
    try:
        found = one_version(data, place)
    except (EmptyText, HtmlInput):
        found = FileText("", Origin(place))
    hindered = obstacle(place, source, found.text)
    if hindered is not None:
        raise WebError(place, hindered)
    return WebStory(place, found, CUT_OFF if is_cut_off(source) else UNSECURED if page.unsecured else "")


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
