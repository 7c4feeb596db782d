"""The address of a page: read as browsers read it, and refused where it is none."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from translate.errors import InputError
from translate.wording.brief import excerpt
from translate.wording.phrase import Phrase

SCHEMES: Final = {"http": 80, "https": 443}  # with the port that each is served on
LONGEST = 4000  # characters; servers take 8,000 at most

_HOST = re.compile(r"[\w.-]+|[0-9a-f:.]+(?:%[\w.-]+)?", re.ASCII | re.IGNORECASE)  # a name, or an address of IPv6
_SIGNS: Final = "%/:=&?~+!$,;'@()*[]"  # that stand in an address as they are


class WebError(InputError):
    """A page of the web cannot be read.

    Attributes:
        address: As it is shown.
        status: Of the server's answer, as HTTP numbers them; None where none came.
    """

    def __init__(self, address: str, what: str, status: int | None = None) -> None:
        self.address, self.status = address, status
        super().__init__(Phrase("{address} {what}", address=address, what=what))


@dataclass(frozen=True, slots=True)
class WebAddress:
    """Where a page is.

    Attributes:
        scheme: "http" or "https".
        host: A name in ASCII, or an address; one of IPv6 without its brackets.
        port: That is connected to.
        target: Path and question, in ASCII.
    """

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == SCHEMES[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    def led_to(self, place: str) -> "WebAddress":
        """Where a redirect leads from here.

        Raises:
            WebError: To no page of the web.
        """
        try:
            there = urljoin(str(self), place.strip())
        except ValueError:  # brackets that hold no address of IPv6
            raise _none(place.strip()) from None
        return read_address(there)


def is_web_address(name: str) -> bool:
    """Whether the name of an input is the address of a page, and no file's."""
    return name.lstrip().lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def read_address(text: str) -> WebAddress:
    """The address that a text is.

    Raises:
        WebError: It is none, of another kind than http and https, or it holds a user's name or password.

    Example:
        >>> str(read_address("https://пример.рф/новости?день=1#top"))
        'https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?%D0%B4%D0%B5%D0%BD%D1%8C=1'
    """
    given = text.strip()
    try:
        parts = urlsplit(given)
        host = parts.hostname or ""
        name = host if ":" in host else host.encode("idna").decode("ascii")
        port = parts.port
    except ValueError:  # no name, or a port that is no number
        raise _none(given) from None
    if parts.scheme not in SCHEMES:
        raise WebError(
            _shown(given),
            Phrase("is no page of the web that can be read: its address begins with http:// or https://."),
        )
    if not _HOST.fullmatch(name) or port == 0 or len(given) > LONGEST or re.search(r"[\s\\\x00-\x1f\x7f]", given):
        raise _none(given)
    if "@" in parts.netloc:
        raise WebError(
            f"{parts.scheme}://…@{name}",
            Phrase("holds a user's name or password, which are not sent. Give the address without them."),
        )
    question = f"?{quote(parts.query, _SIGNS)}" if parts.query else ""
    return WebAddress(
        parts.scheme, name, port or SCHEMES[parts.scheme], f"{quote(parts.path, _SIGNS) or '/'}{question}"
    )


def _none(given: str) -> WebError:
    return WebError(_shown(given), Phrase("is no address of a page. Copy it from the browser, from http on."))


def _shown(given: str) -> str:
    """An address for a message, without what may be a password."""
    return excerpt(given.rpartition("@")[2] if "@" in given else given)
