"""Servers of strangers: what they send is drawn byte by byte, and where they lead on to as well.

Strategies of hypothesis and a server on this machine, for benchmarks.measure.fuzz and for tests.
"""

import gzip
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import Any
from unittest.mock import patch

from hypothesis import strategies as st

from benchmarks.data.hostile_files import valid_files
from benchmarks.data.hostile_texts import PIECES, anything
from translate.web.guard import literal

LOCAL = (ip_address("127.0.0.1"), ip_address("::1"))
_LOOK_UP = socket.getaddrinfo

PATIENCE = 1.0  # seconds until a request is there
PLACES = (
    "/", "?", "#", "//", "///", "/a b", "//[", "http://[::1", "http://", "https:", "http:///x", "http://%00/",
    "http://a@b:c@127.0.0.1/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://127.0.0.1/",
    "http://127.0.0.1:0/", "http://127.0.0.1:99999/", "http://127.0.0.1:x/", "http://xn--/", "http://.../",
    "http://\u2024/", "http://" + "a" * 70 + ".test/", "http://" + "a." * 200, "/" + "a" * 9_000, "\\\\127.0.0.1\\x",
    "http://127.0.0.1\\@x/", "/%zz%00", "/\x1b[31m", "/новости", "http://[v1.x]/", "http://[::1%25lo]:1/",
    "http://\ufffd/", "http://1.2.3.4.5/", "http://0x7f.1:1/", "http://a..b/", "http://-/", "http://\u3002/",
)  # fmt: skip
FIELDS = (
    "Content-Length: 5", "Content-Length: -1", "Content-Length: 9999999999", "Content-Length: 5, 5",
    "Content-Length: x", "Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Content-Encoding: gzip",
    "Content-Encoding: br", "Content-Encoding: ", "Content-Type: ", "Content-Type: text/html; charset=idna",
    "Content-Type: text/html; charset=\"", "Content-Type: text/html; charset=hex", "Content-Type: ;;;",
    "Content-Type: text/html; charset*=utf-8''%ff", "Content-Type: a/b; charset*0*=x; charset*9=y", " folded",
    "Content-Type: text/html; charset=" + "x" * 3_000, "Content-Type: =?utf-8?q?=ff?=", "cf-mitigated: challenge",
    "Connection: upgrade", "Set-Cookie: a=b", "X: " + "y" * 70_000, "X\x00: y", ": y", "no colon", "Location:",
)  # fmt: skip
LINES = (
    "HTTP/1.1 200 OK", "HTTP/1.1 200", "HTTP/1.0 200 OK", "HTTP/1.1 302 Found", "HTTP/1.1 301 ", "HTTP/1.1 308 x",
    "HTTP/1.1 100 Continue", "HTTP/1.1 101 x", "HTTP/1.1 204 x", "HTTP/1.1 304 x", "HTTP/1.1 404 x", "HTTP/1.1 503 x",
    "HTTP/1.1 999 x", "HTTP/1.1 000 x", "HTTP/1.1 20", "HTTP/2 200", "HTTP/9.9 200 OK", "ICY 200 OK", "", "\x00",
    "<html>",
)  # fmt: skip


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """What somebody gives for the address of a page, which leads nowhere."""
    begin = draw(st.sampled_from(("http://", "https://", "HTTP://", " http://", "http:/", "", "http:\\\\")))
    return draw(st.one_of(st.sampled_from(PLACES), anything().map(lambda text: begin + text), st.just(begin)))


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    """All that a server sends for one request."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=200))
    line = draw(st.sampled_from(LINES[:1] * 6 + LINES[3:5] * 4 + LINES))
    fields = draw(st.lists(st.sampled_from(FIELDS), max_size=3))
    if draw(st.integers(0, 1)) or "30" in line:
        place = draw(st.one_of(st.sampled_from(PLACES), st.sampled_from(("/a", "/b", "/c")), anything()))
        fields.append(f"Location: {place}")
    head = "".join(f"{part}\r\n" for part in (line, *fields)).encode(errors="replace")
    return head + b"\r\n" + draw(_bodies())


@st.composite
def _bodies(draw: st.DrawFn) -> bytes:
    """A page, another file, something packed, chunks, or anything."""
    files = valid_files()
    body = draw(
        st.one_of(
            st.just(files["story.html"]),
            st.sampled_from(sorted(files)).map(files.__getitem__),
            st.sampled_from(PIECES).map(lambda piece: f"<html><p>{piece}".encode(errors="replace")),
            st.binary(max_size=100),
        )
    )
    form = draw(st.sampled_from(("plain", "plain", "gzip", "cut gzip", "chunks", "wrong chunks")))
    if "gzip" in form:
        packed = gzip.compress(body, mtime=0)
        return packed[: draw(st.integers(0, len(packed)))] if form == "cut gzip" else packed
    if form == "chunks":
        return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    return b"-1\r\n%b\r\nzz\r\n" % body if form == "wrong chunks" else body


@contextmanager
def serving(sent: Sequence[bytes]) -> Iterator[str]:
    """Serve these bytes, one after the other for each connection, and hang up; the address.

    Meanwhile no name leads anywhere and no other machine is asked, wherever an answer leads on to.
    """
    with socket.create_server(("127.0.0.1", 0)) as server, patch("socket.getaddrinfo", _looked_up):
        served = threading.Thread(target=_serve, args=(server, sent))
        served.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        finally:
            with suppress(OSError):  # closed by then
                server.shutdown(socket.SHUT_RDWR)
            served.join()


def _looked_up(host: str, *asked: Any, **how: Any) -> Any:
    if literal(host) in LOCAL:
        return _LOOK_UP(host, *asked, **how)
    raise socket.gaierror(socket.EAI_NONAME, "no machine is asked")


def _serve(server: socket.socket, sent: Sequence[bytes]) -> None:
    with suppress(OSError):  # the test is over, or whoever asked has gone
        for data in sent:
            connection, _ = server.accept()
            with connection, suppress(OSError):
                connection.settimeout(PATIENCE)
                connection.recv(65_536)
                connection.sendall(data)
    server.close()  # whoever asks more is turned away
