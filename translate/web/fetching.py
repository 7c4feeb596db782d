"""One page from the web, whole and under limits: of time, of bytes, of redirects, and of where it may be.

The page is fetched once, because a person asked for it, as a browser would: robots.txt, which speaks to programs that
follow links by themselves, is not asked. No cookie is kept, and nothing else of the page is loaded.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from email.message import Message
from ssl import SSLCertVerificationError
from typing import Final

import httpcore

from translate.web.address import WebAddress, WebError, read_address
from translate.web.connection import Deadline, connections
from translate.web.guard import AddressRefused
from translate.wording.phrase import Phrase, in_context

SENT: Final[Mapping[bytes | str, bytes | str]] = {
    "User-Agent": "Mozilla/5.0 (compatible; Parallax)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
REDIRECTS: Final = (301, 302, 303, 307, 308)
OPEN_IT = Phrase("Open it in a browser, copy the story and paste that.")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost.

    Attributes:
        connect: Seconds until the server is reached.
        read: Seconds without a byte.
        total: Seconds for everything, redirects included.
        size: Bytes, after decompression.
        redirects: How often the server may send on to another address.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    size: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a server answered.

    Attributes:
        address: Where it was in the end.
        data: The whole of it, decompressed.
        charset: That the server names; "" where it names none.
        unsecured: Whether it came over http although https was asked for, so that anybody on the way could change it.
    """

    address: WebAddress
    data: bytes
    charset: str
    unsecured: bool = False


USUAL = Limits()


def fetch_page(address: str, *, allow_private: bool = False, limits: Limits = USUAL) -> WebPage:
    """Fetch one page.

    Args:
        address: It begins with http:// or https://.
        allow_private: Whether it, or what it redirects to, may stand on this machine or in a private network.
        limits: Of time, bytes and redirects.

    Raises:
        WebError: This is no address of a page, it is not allowed, or it does not answer with a page within the limits.
    """
    deadline = Deadline(limits.total)
    place, seen = read_address(address), set[WebAddress]()
    secured = False
    while place not in seen:
        if len(seen) > limits.redirects:
            what = Phrase("sends on more than {count} times. {advice}", count=limits.redirects, advice=OPEN_IT)
            raise WebError(str(place), what)
        seen.add(place)
        secured |= place.scheme == "https"
        found = _asked(place, deadline, limits, allow_private)
        if isinstance(found, WebPage):
            return replace(found, unsecured=secured and place.scheme == "http")
        place = found
    what = Phrase("sends on in a circle, as pages do that want to leave a cookie first. {advice}", advice=OPEN_IT)
    raise WebError(str(place), what)


def _asked(place: WebAddress, deadline: Deadline, limits: Limits, allow_private: bool) -> WebPage | WebAddress:
    """The page at an address, or where the server sends on to."""
    try:
        with (
            connections(place, deadline, allow_private=allow_private) as pool,
            pool.stream(
                "GET",
                str(place),
                headers=SENT,
                extensions={"timeout": {"connect": limits.connect, "read": limits.read, "write": limits.read}},
            ) as answer,
        ):
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
            if answer.status in REDIRECTS and headers.get("location"):
                return place.led_to(headers["location"])
            if answer.status != 200:
                raise WebError(str(place), _refusal(answer.status, headers), answer.status)
            return WebPage(place, _body(answer, headers, place, limits.size), _charset(headers))
    except AddressRefused as error:
        raise WebError(
            str(place),
            Phrase(
                "leads to this machine or a private network ({host}), which is not read. On the command line, "
                "--allow-private reads it.",
                host=error.host,
            ),
        ) from error
    except httpcore.TimeoutException as error:
        what = Phrase("gave no answer for {seconds:g} seconds. Try again later.", seconds=limits.read)
        if deadline.passed:
            what = Phrase(
                "did not come whole within {seconds:g} seconds. Try again later. {advice}",
                seconds=limits.total,
                advice=OPEN_IT,
            )
        raise WebError(str(place), what) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
        if isinstance(error.__context__, SSLCertVerificationError):
            raise WebError(
                str(place),
                Phrase(
                    "does not prove that it is {host}: its certificate is refused ({reason}). See whether the address "
                    "and the clock of this machine are right. {advice}",
                    host=place.host,
                    reason=error.__context__.verify_message.rstrip("."),
                    advice=OPEN_IT,
                ),
            ) from error
        raise WebError(
            str(place),
            Phrase(
                "cannot be reached: {reason}. See whether the address is right and this machine is online.",
                reason=str(error) or type(error).__name__,
            ),
        ) from error


def _body(answer: httpcore.Response, headers: Mapping[str, str], place: WebAddress, most: int) -> bytes:
    """The whole of an answer; never more of it is decompressed than may be kept."""
    packed = headers.get("content-encoding", "identity").strip().lower() or "identity"
    if packed not in ("identity", "gzip", "x-gzip"):
        raise WebError(
            str(place),
            Phrase("is packed in a way that was not asked for ({name}). {advice}", name=packed, advice=OPEN_IT),
        )
    unpack = zlib.decompressobj(wbits=31) if packed != "identity" else None  # 31: gzip alone
    body = bytearray()
    try:
        for block in answer.iter_stream():
            body += block if unpack is None else unpack.decompress(block, most + 1 - len(body))
            if len(body) > most:
                what = Phrase("is longer than {most:,} bytes, which no story is. {advice}", most=most, advice=OPEN_IT)
                raise WebError(str(place), what)
    except zlib.error as error:
        raise WebError(
            str(place), Phrase("is packed in a way that cannot be read. {advice}", advice=OPEN_IT)
        ) from error
    if unpack is not None and body and not unpack.eof:
        raise WebError(str(place), Phrase("came cut off. Try again."))
    return bytes(body)


def _charset(headers: Mapping[str, str]) -> str:
    named = Message()
    named["content-type"] = headers.get("content-type", "")
    return named.get_content_charset("")


def _refusal(status: int, headers: Mapping[str, str]) -> Phrase:
    """What an answer other than a page means, and what to do about it."""
    if headers.get("cf-mitigated") or status in (403, 429) or (status == 503 and "cf-ray" in headers):
        return Phrase("turns programs away (status {status}). {advice}", status=str(status), advice=OPEN_IT)
    if status in (401, 402, 407):
        return Phrase(
            "is for those who log in or subscribe (status {status}). If you do, {advice}",
            status=str(status),
            advice=in_context("in a sentence", "open it in a browser, copy the story and paste that."),
        )
    if status in (404, 410):
        return Phrase("is not there (status {status}). See whether the address is complete.", status=str(status))
    if status == 451:
        return Phrase("is not shown here for legal reasons (status 451). {advice}", advice=OPEN_IT)
    if status >= 500:
        return Phrase("cannot be shown by its server now (status {status}). Try again later.", status=str(status))
    return Phrase("is not given out by its server (status {status}). {advice}", status=str(status), advice=OPEN_IT)
