"""One file from the web onto the disk: whole in the end, and continued where an earlier try broke off."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from filelock import FileLock, Timeout

from translate.errors import EngineError
from translate.wording.phrase import Phrase

TIMEOUT = 20  # seconds without an answer
BLOCK = 1 << 16  # bytes
NO_SUCH_RANGE = 416  # as HTTP numbers it

Progress = Callable[[int, int], None]


class ConnectionLost(Exception):
    """The web has failed, not the disk: no answer, a refusal, or less than was announced.

    It is no OSError, so that whoever writes to the disk at the same time can tell the two apart.

    Attributes:
        what: Went wrong, as a sentence without its end.
        status: Of the answer, as HTTP numbers them; None where none came.
    """

    def __init__(self, what: str, status: int | None = None) -> None:
        self.what, self.status = what, status
        super().__init__(what)


def fetch(links: Sequence[str], part: Path, limit: int, progress: Progress, begins: bytes = b"") -> None:
    """Download a file from the first address that gives it whole; the last failure counts.

    What came before the connection broke stays, with a note of its address and ETag beside it, where the server gives
    a strong ETag: the next call then asks for the rest of that very version. Otherwise a failure leaves nothing.

    Args:
        links: Addresses of the same file, one at least.
        part: Where to write; nobody else may write there meanwhile.
        limit: Bytes; a longer file is refused.
        progress: Called with the bytes that are there and those expected (0 if not known).
        begins: First bytes of every such file. An address that answers with others, as the page does on which a hotel
            or a firewall asks for a name, has not given it; what type the server says it is counts for nothing.

    Raises:
        ConnectionLost: No address gives the file.
        OSError: It cannot be written.
    """
    for link in links[:-1]:
        try:
            return _fetch(link, part, limit, progress, begins)
        except ConnectionLost:
            continue  # the next address may do better, and the last one's failure is reported
    return _fetch(links[-1], part, limit, progress, begins)


def discard(part: Path) -> None:
    """Delete what is there of a file, and the note beside it."""
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)


def broken_off(what: str, error: ConnectionLost, advice: Phrase, *, kept: bool) -> EngineError:
    """What is told of a download that failed.

    Args:
        what: Failed, as a sentence without its end.
        error: Why.
        advice: What else can be done.
        kept: Whether a part of it is there, from which the next try goes on.
    """
    if kept:
        advice = Phrase("What came is kept: the next try goes on from there. {advice}", advice=advice)
    return EngineError(Phrase("{what}: {error}. {advice}", what=what, error=error.what, advice=advice))


def unwatched(received: int, expected: int) -> None:
    """Progress that nobody watches."""


@contextmanager
def alone(part: Path, what: str) -> Iterator[None]:
    """Keeps other processes from downloading the same thing: they would write into each other's file.

    Args:
        part: Where it is written to; its folder is made.
        what: Cannot be done meanwhile, as a sentence without its end.

    Raises:
        EngineError: Another process is downloading it.
    """
    part.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(part.with_name(f".{part.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise EngineError(
            Phrase(
                "{what}: another download of it is under way. Wait for it to end, then see: "
                "python -m translate packages list",
                what=what,
            )
        ) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def opened(address: str, headers: Mapping[str, str] | None = None) -> Iterator[HTTPResponse]:
    """The answer from a web address.

    Raises:
        ConnectionLost: This is no web address, there is no answer, or it is a refusal.
    """
    if not address.startswith(("https://", "http://")):
        raise ConnectionLost(Phrase("{address} is no web address", address=address))
    with _lost():
        answer = urlopen(Request(address, headers={"User-Agent": "Parallax", **(headers or {})}), timeout=TIMEOUT)
    with answer:
        yield answer


def read(answer: HTTPResponse, size: int) -> bytes:
    """At most so many bytes of an answer; none at its end.

    Raises:
        ConnectionLost: The connection broke.
    """
    with _lost():
        return answer.read(size)


def _fetch(link: str, part: Path, limit: int, progress: Progress, begins: bytes) -> None:
    tag, there = _left(part, link)
    asked = {"Range": f"bytes={there}-", "If-Range": tag} if there else {}
    try:
        with opened(link, asked) as answer:
            start, expected = _place(answer, there)
            block = read(answer, BLOCK)
            if start == 0:
                if not block.startswith(begins):
                    raise _another_thing(answer)
                _begin(part, link, answer.headers.get("ETag", ""))
            _receive(answer, block, part, start, expected, limit, progress)
    except OSError:  # a full disk needs the room
        discard(part)
        raise
    except BaseException as error:
        if there and isinstance(error, ConnectionLost) and error.status == NO_SUCH_RANGE:
            discard(part)
            return _fetch(link, part, limit, progress, begins)
        if not _note(part).exists():
            discard(part)
        raise


def _place(answer: HTTPResponse, there: int) -> tuple[int, int]:
    """Where an answer begins in the file, and how long the whole file is, 0 if that is not told."""
    length = answer.headers.get("Content-Length", "")
    if answer.status == 200:  # the whole of it: not asked for a range, no such thing here, or a newer version
        return 0, int(length) if re.fullmatch("[0-9]{1,15}", length) else 0
    span = re.fullmatch("bytes ([0-9]{1,15})-[0-9]+/([0-9]{1,15})", answer.headers.get("Content-Range", ""))
    if answer.status != 206 or span is None or not there or int(span[1]) != there:
        what = Phrase("the server answers with another part of the file than was asked for")
        raise ConnectionLost(what, NO_SUCH_RANGE)
    return there, int(span[2])


def _another_thing(answer: HTTPResponse) -> ConnectionLost:
    kind = answer.headers.get_content_type()
    return ConnectionLost(Phrase("the server answers with something else ({kind}) than the file", kind=kind))


def _receive(
    answer: HTTPResponse, block: bytes, part: Path, start: int, expected: int, limit: int, progress: Progress
) -> None:
    """Write an answer, of which the first block has been read."""
    with part.open("ab" if start else "wb") as out:
        received = start
        while block:
            received += len(block)
            if received > limit:
                discard(part)
                raise ConnectionLost(Phrase("the file has more than {limit:,} bytes", limit=limit))
            out.write(block)
            progress(received, expected)
            block = read(answer, BLOCK)
    if expected and received != expected:
        raise ConnectionLost(
            Phrase(
                "the connection broke after {received:,} of {expected:,} bytes", received=received, expected=expected
            )
        )


def _begin(part: Path, link: str, tag: str) -> None:
    """Make room for a version of a file; noted before its first byte, so that no other's ever counts as its own."""
    discard(part)
    if re.fullmatch('"[^"]*"', tag):  # a weak one, W/"...", may stand for other bytes
        _note(part).write_text(json.dumps([link, tag]), encoding="utf-8")


def _left(part: Path, link: str) -> tuple[str, int]:
    """ETag and bytes of what an earlier try left from this address; "" and 0 where nothing can be continued."""
    try:
        known, tag = json.loads(_note(part).read_text(encoding="utf-8"))
        there = part.stat().st_size
    except (FileNotFoundError, ValueError, TypeError):  # no note, or half of one
        return "", 0
    return (str(tag), there) if known == link and there else ("", 0)


def _note(part: Path) -> Path:
    return part.with_name(f"{part.name}.version")


@contextmanager
def _lost() -> Iterator[None]:
    """Turns what connections raise into one error."""
    try:
        yield
    except HTTPError as error:
        with error:
            what = Phrase("the server answers {status} {reason}", status=str(error.code), reason=error.reason)
            raise ConnectionLost(what, error.code) from error
    except (OSError, HTTPException, ValueError) as error:  # URLError and a timeout are kinds of OSError
        reason = getattr(error, "reason", None) or error
        if isinstance(reason, TimeoutError):
            what = Phrase("the server gave no answer within {seconds} seconds", seconds=TIMEOUT)
            raise ConnectionLost(what) from error
        raise ConnectionLost(getattr(reason, "strerror", None) or str(reason) or type(reason).__name__) from error
