"""Fetching a page from a server on this machine that is slow, endless, lying, or leads astray."""

import gzip
import socket
import time
import zlib

import pytest
from awkward_site import Site

from translate.web import fetching
from translate.web.address import WebError
from translate.web.fetching import Limits, fetch_page

QUICK = Limits(connect=2, read=0.5, total=1.5, size=1_000_000)
MEGABYTE = b"a" * 1_000_000


def fetched(address, limits=QUICK):
    return fetch_page(address, allow_private=True, limits=limits)


def refused(address, **how):
    """What is told where an address is not read."""
    with pytest.raises(WebError) as caught:
        fetch_page(address, **{"allow_private": True, "limits": QUICK, **how})
    return str(caught.value)


def test_a_page_comes_as_it_is(site: Site):
    page = fetched(site.page("/a?b=%20", "Привет", Content_Type="text/plain; charset=UTF-8"))
    assert (page.data.decode(), page.charset, str(page.address)) == ("Привет", "utf-8", f"{site.url}/a?b=%20")
    ((_, headers),) = site.asked
    assert headers["Host"] == site.url.removeprefix("http://")
    assert "Parallax" in headers["User-Agent"]
    assert "Cookie" not in headers


def test_a_packed_page_is_unpacked(site: Site):
    assert fetched(site.page("/a", gzip.compress(b"story"), Content_Encoding="gzip")).data == b"story"


def test_redirects_are_followed(site: Site):
    site.page("/there", "story")
    site.sends_on("/b", "/there", 308)
    page = fetched(site.sends_on("/a", f"{site.url}/b", 301))
    assert page.data == b"story"
    assert page.address.target == "/there"


def test_a_loop_of_redirects_ends(site: Site):
    site.sends_on("/b", "/a")
    assert "in a circle" in refused(site.sends_on("/a", "/b"))
    assert [path for path, _ in site.asked] == ["/a", "/b"]


def test_a_long_row_of_redirects_ends(site: Site):
    for number in range(20):
        site.sends_on(f"/{number}", f"/{number + 1}")
    assert "more than 5 times" in refused(f"{site.url}/0")
    assert len(site.asked) == 6


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://example.org/a", "data:text/html,hello", "gopher://a/"])
def test_a_redirect_to_no_page_is_refused(site: Site, place: str):
    assert "no page of the web" in refused(site.sends_on("/a", place))


def test_a_redirect_without_a_place_is_told(site: Site):
    assert "status 302" in refused(site.page("/a", b"", 302))


def drip(part: bytes, head: bytes = b""):
    """Sends one piece again and again, ten a second."""

    def answer(handler) -> None:
        handler.wfile.write(head)
        while True:
            handler.wfile.write(part)
            time.sleep(0.1)

    return answer


@pytest.mark.parametrize(
    "answer",
    [
        drip(b"a", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        drip(b"1\r\na\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
        drip(b"X-A: b\r\n", b"HTTP/1.1 200 OK\r\n"),
        drip(b"H"),
    ],
    ids=["body", "chunks", "headers", "nothing"],
)
def test_a_slow_drip_ends_when_the_time_is_up(site: Site, answer):
    begun = time.monotonic()
    told = refused(site.answered("/a", answer))
    assert time.monotonic() - begun < 3
    assert "within 1.5 seconds" in told or "cannot be reached" in told  # "HHHH" is no answer


def test_silence_ends(site: Site):
    begun = time.monotonic()
    assert "no answer for 0.5 seconds" in refused(site.answered("/a", lambda _: time.sleep(2)))
    assert time.monotonic() - begun < 1.5


def test_time_is_counted_over_all_redirects(site: Site):
    for number in range(5):

        def late(handler, number=number) -> None:
            time.sleep(0.35)
            site.sends_on("/x", f"/{number + 1}")
            site.pages["/x"](handler)

        site.answered(f"/{number}", late)
    assert "within 1.5 seconds" in refused(f"{site.url}/0")


def test_fifty_megabytes_are_not_read(site: Site):
    sent = 0

    def answer(handler) -> None:
        nonlocal sent
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(50):
            handler.wfile.write(MEGABYTE)
            sent += 1

    assert "longer than 1,000,000 bytes" in refused(site.answered("/a", answer))
    time.sleep(0.2)
    assert sent < 20  # what was on its way


def test_a_bomb_is_not_unpacked(site: Site, monkeypatch):
    """A hundred megabytes of one letter, a thousand times smaller; what is unpacked at once is bounded."""
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join([*(packer.compress(MEGABYTE) for _ in range(100)), packer.flush()])
    unpacked = []

    class Watched:
        def __init__(self, **how):
            self.real = zlib.decompressobj(**how)

        def decompress(self, data, most):
            unpacked.append(len(found := self.real.decompress(data, most)))
            return found

    watched = type("zlib", (), {"decompressobj": Watched, "error": zlib.error})
    monkeypatch.setattr(fetching, "zlib", watched)
    assert "longer than" in refused(site.page("/a", bomb, Content_Encoding="gzip"))
    assert sum(unpacked) <= QUICK.size + 1


@pytest.mark.parametrize(
    ("body", "headers", "told"),
    [
        (b"story", {"Content_Encoding": "br"}, "not asked for (br)"),
        (b"story", {"Content_Encoding": "gzip, gzip"}, "not asked for"),
        (b"story", {"Content_Encoding": "gzip"}, "packed in a way that cannot be read"),
        (gzip.compress(b"story" * 1000, mtime=0)[:-9], {"Content_Encoding": "gzip"}, "cut off"),
        (b"story", {"Content_Length": "500"}, "cannot be reached"),
    ],
)
def test_what_cannot_be_unpacked_is_told(site: Site, body, headers, told):
    assert told in refused(site.page("/a", body, **headers))


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "log in or subscribe"),
        (402, "log in or subscribe"),
        (403, "turns programs away"),
        (404, "is not there"),
        (410, "is not there"),
        (418, "not given out"),
        (429, "turns programs away"),
        (451, "legal reasons"),
        (500, "Try again later"),
        (204, "not given out"),
    ],
)
def test_a_refusal_is_told_with_what_to_do(site: Site, status, told):
    message = refused(site.page("/a", b"", status))
    assert told in message
    assert message.endswith(".")


def test_nobody_there_is_told():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert "cannot be reached" in refused(f"http://127.0.0.1:{port}/")


def test_a_certificate_for_nobody_is_told(site: Site):
    assert "cannot be reached" in refused(site.url.replace("http:", "https:"))


def test_a_private_page_is_refused_unless_it_is_allowed(site: Site):
    address = site.page("/a", "story")
    assert "--allow-private" in refused(address, allow_private=False)
    assert "--allow-private" in refused(address.replace("127.0.0.1", "localhost"), allow_private=False)
    assert site.asked == []
    assert fetched(address).data == b"story"
