"""What every request passes: the key, the rate, and the count of what was answered."""

import asyncio
import time
from contextlib import suppress
from typing import Final

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from translate.service.bounds import Bounds
from translate.service.keys import Keys, key_sent
from translate.service.measured import Measured
from translate.service.rates import Rates
from translate.service.refusals import Refusal
from translate.web.guard import is_this_machine

OPEN: Final = frozenset(["/health", "/health/ready", "/openapi.json", "/docs"])  # told to whoever asks
OPENED: Final = 1_000_000  # objects and lists of a request: an empty one has three bytes there, and takes sixty here
DROPPED: Final = 100_000_000  # bytes
DIGITS: Final = 16  # of a length that is any
LINGER: Final = 10.0  # seconds
# What is answered is for programs: a browser keeps it to itself, guesses nothing and loads nothing.
HEADERS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"),
)


class Gate:
    """Stands before the application; a request that is refused here is not read."""

    def __init__(self, app: ASGIApp, keys: Keys, bounds: Bounds, measured: Measured) -> None:
        """
        Args:
            app: What answers.
            keys: Of the clients.
            bounds: What each of them may send.
            measured: Counts.
        """
        self._app, self._keys, self._measured = app, keys, measured
        self._bounds, self._rates = bounds, Rates(bounds.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.monotonic()
        status = 500
        body = _Body(receive, Headers(scope=scope), self._bounds.largest(scope["path"]))

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                await body.drop()
                status = message["status"]
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        try:
            refusal = self._refused(scope) or (Refusal("too_large") if body.is_too_large else None)
            app = self._app if refusal is None else answer(refusal)
            await app(scope, body.receive, sent)
        finally:
            route = getattr(scope.get("route"), "path", "")
            self._measured.count(scope["method"], route, status, time.monotonic() - began)

    def _refused(self, scope: Scope) -> Refusal | None:
        headers = Headers(scope=scope)
        if not self._keys.digests and not is_this_machine(headers.get("host", "")):
            return Refusal("host")  # a page of a stranger, whose name leads here
        if scope["path"] in OPEN:
            return None
        owner = self._keys.owner(key_sent(headers))
        if owner is None:
            return Refusal("unauthorized")
        if wait := self._rates.wait(owner):
            return Refusal("rate", retry_after=wait)
        scope.setdefault("state", {})["owner"] = owner
        return None


class _Body:
    """What a client sends; where nobody reads it, it is dropped, because most read no answer before they are done."""

    def __init__(self, receive: Receive, headers: Headers, limit: int) -> None:
        length = headers.get("content-length", "0")
        sends = length != "0" or "transfer-encoding" in headers
        self._receive, self._more = receive, sends and "expect" not in headers
        self._limit, self._size, self._opened = limit, 0, 0
        self.is_too_large = length.isdecimal() and (len(length) > DIGITS or int(length) > limit)

    async def receive(self) -> Message:
        """The next part.

        Raises:
            HTTPException: There is more than is taken.
        """
        message = await self._part()
        part = message.get("body", b"")
        self._size += len(part)
        self._opened += part.count(b"{") + part.count(b"[")
        if self._size > self._limit or self._opened > OPENED:
            raise HTTPException(Refusal("too_large").status)
        return message

    async def _part(self) -> Message:
        message = await self._receive()
        self._more = self._more and message["type"] == "http.request" and message.get("more_body", False)
        return message

    async def drop(self) -> None:
        """Read the rest for a while, and keep nothing of it."""
        dropped = 0
        with suppress(TimeoutError):
            async with asyncio.timeout(LINGER):
                while self._more and dropped < DROPPED:
                    dropped += len((await self._part()).get("body", b""))


def answer(refusal: Refusal) -> JSONResponse:
    """The answer to a request that is refused."""
    return JSONResponse(refusal.record, refusal.status, refusal.headers)
