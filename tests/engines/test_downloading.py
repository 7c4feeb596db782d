"""Downloading a file from a small server on this machine that breaks off, changes its mind and lies."""

import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from local_server import answering

from translate.engines import downloading
from translate.engines.downloading import ConnectionLost, fetch

FILE = bytes(range(256)) * 2000
OTHER = FILE[::-1]
LIMIT = 10_000_000


@dataclass
class Site:
    """Serves `content`; `breaks` are the bytes after which each of the next answers ends."""

    content: bytes = FILE
    tag: str = '"v1"'
    ranges: bool = True
    span: str = ""  # said in place of the true Content-Range
    breaks: list[int] = field(default_factory=list)
    asked: list[tuple[str | None, int]] = field(default_factory=list)  # range asked for, status given
    url: str = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        wanted = handler.headers.get("Range")
        start = 0
        if wanted and self.ranges and handler.headers.get("If-Range") == self.tag:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
        status = 200 if not start else 206 if start < len(self.content) else 416
        self.asked.append((wanted, status))
        body = b"" if status == 416 else self.content[start:]
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        if self.tag:
            handler.send_header("ETag", self.tag)
        if status == 206:
            whole = len(self.content)
            handler.send_header("Content-Range", self.span or f"bytes {start}-{whole - 1}/{whole}")
        handler.end_headers()
        handler.wfile.write(body[: self.breaks.pop(0)] if self.breaks else body)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    with answering(site.answer) as address:
        site.url = f"{address}/file"
        yield site


@pytest.fixture
def part(tmp_path: Path) -> Path:
    (tmp_path / "downloads").mkdir()
    return tmp_path / "downloads" / "file.part"


def got(site: Site, part: Path, limit: int = LIMIT) -> list[tuple[int, int]]:
    steps: list[tuple[int, int]] = []
    fetch([site.url], part, limit, lambda *step: steps.append(step))
    return steps


def broken(site: Site, part: Path, after: int) -> None:
    site.breaks.append(after)
    with pytest.raises(ConnectionLost, match=f"broke after {after:,} of {len(site.content):,} bytes"):
        got(site, part)


def test_a_file_comes_whole(site: Site, part: Path) -> None:
    steps = got(site, part)
    assert part.read_bytes() == FILE
    assert steps[-1] == (len(FILE), len(FILE))


def test_a_broken_download_goes_on_from_where_it_was(site: Site, part: Path) -> None:
    broken(site, part, 300_000)
    assert part.read_bytes() == FILE[:300_000]
    steps = got(site, part)
    assert part.read_bytes() == FILE
    assert steps[0][0] > 300_000
    assert steps[-1] == (len(FILE), len(FILE))
    assert site.asked == [(None, 200), ("bytes=300000-", 206)]


def test_it_may_break_more_than_once(site: Site, part: Path) -> None:
    for after, there in ((100_000, 100_000), (50_000, 150_000)):
        site.breaks.append(after)
        with pytest.raises(ConnectionLost, match=f"broke after {there:,}"):
            got(site, part)
    got(site, part)
    assert part.read_bytes() == FILE


def test_a_newer_version_is_begun_anew(site: Site, part: Path) -> None:
    broken(site, part, 300_000)
    site.content, site.tag = OTHER, '"v2"'
    got(site, part)
    assert part.read_bytes() == OTHER
    assert site.asked[-1] == ("bytes=300000-", 200)


def test_another_address_is_begun_anew(site: Site, part: Path) -> None:
    broken(site, part, 300_000)
    site.url += "-elsewhere"
    got(site, part)
    assert part.read_bytes() == FILE
    assert site.asked[-1] == (None, 200)


def test_a_server_that_knows_no_ranges_gives_the_whole(site: Site, part: Path) -> None:
    site.ranges = False
    broken(site, part, 300_000)
    got(site, part)
    assert part.read_bytes() == FILE


@pytest.mark.parametrize("tag", ["", 'W/"v1"', "v1"])
def test_without_a_strong_version_nothing_is_kept(site: Site, part: Path, tag: str) -> None:
    site.tag = tag
    broken(site, part, 300_000)
    assert list(part.parent.iterdir()) == []
    got(site, part)
    assert part.read_bytes() == FILE


@pytest.mark.parametrize("span", ["bytes 0-511999/512000", "bytes 300001-511999/512000", "bytes */512000", "nonsense"])
def test_an_answer_with_another_part_is_not_appended(site: Site, part: Path, span: str) -> None:
    broken(site, part, 300_000)
    site.span = span
    got(site, part)
    assert part.read_bytes() == FILE
    assert site.asked[-1] == (None, 200)


def test_what_is_longer_than_the_file_is_begun_anew(site: Site, part: Path) -> None:
    broken(site, part, 300_000)
    part.write_bytes(FILE + b"more")
    got(site, part)
    assert part.read_bytes() == FILE
    assert [status for _, status in site.asked] == [200, 416, 200]


@pytest.mark.parametrize("note", ["", "{", "[]", '["a"]', "7", "null"])
def test_a_damaged_note_is_begun_anew(site: Site, part: Path, note: str) -> None:
    broken(site, part, 300_000)
    part.with_name("file.part.version").write_text(note)
    got(site, part)
    assert part.read_bytes() == FILE
    assert site.asked[-1] == (None, 200)


def test_an_interrupted_download_is_kept(site: Site, part: Path) -> None:
    def stop(received: int, expected: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch([site.url], part, LIMIT, stop)
    assert 0 < part.stat().st_size < len(FILE)
    got(site, part)
    assert part.read_bytes() == FILE


def test_a_file_beyond_the_limit_is_refused(site: Site, part: Path) -> None:
    with pytest.raises(ConnectionLost, match="more than 100,000 bytes"):
        got(site, part, 100_000)
    assert list(part.parent.iterdir()) == []


def test_a_full_disk_gets_its_room_back(site: Site, part: Path) -> None:
    def full(received: int, expected: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")  # as `write` does, whose turn is just before

    with pytest.raises(OSError, match="No space left"):
        fetch([site.url], part, LIMIT, full)
    assert list(part.parent.iterdir()) == []


def test_the_next_address_is_tried(site: Site, part: Path) -> None:
    site.breaks = [1000]
    fetch([site.url, "http://127.0.0.1:9/absent", f"{site.url}-2"], part, LIMIT, lambda *_: None)
    assert part.read_bytes() == FILE


def test_an_address_that_is_none_is_told(part: Path) -> None:
    with pytest.raises(ConnectionLost, match="file:///etc/passwd is no web address"):
        fetch(["file:///etc/passwd"], part, LIMIT, lambda *_: None)


def test_a_silent_server_is_told(monkeypatch: pytest.MonkeyPatch, part: Path) -> None:
    monkeypatch.setattr(downloading, "TIMEOUT", 0.1)
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)  # takes the connection, serves nobody
    with server, pytest.raises(ConnectionLost, match=r"no answer within 0\.1 seconds"):
        fetch([f"http://127.0.0.1:{server.server_port}/"], part, LIMIT, lambda *_: None)
