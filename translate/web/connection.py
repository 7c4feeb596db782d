"""One connection to a server of the web: to a checked address, and closed when its time is up, whatever drips in."""

import ssl
from collections.abc import Iterable
from functools import cache
from time import monotonic
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore

from translate.web.address import WebAddress, WebError
from translate.web.guard import AddressRefused, checked_addresses
from translate.wording.phrase import Phrase

LOOK_UP = 5.0  # seconds for a name that a proxy will look up as well


class OutOfTime(httpcore.TimeoutException):
    """All the time for one page is used up."""


class Deadline:
    """The moment at which everything has to be done."""

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds

    @property
    def passed(self) -> bool:
        """Whether no time is left."""
        return monotonic() >= self._until

    def left(self, most: float | None = None) -> float:
        """Seconds until then, at most so many.

        Raises:
            OutOfTime: There are none.
        """
        left = self._until - monotonic()
        if left <= 0:
            raise OutOfTime
        return left if most is None else min(left, most)


def connections(address: WebAddress, deadline: Deadline, *, allow_private: bool) -> httpcore.ConnectionPool:
    """What makes the connection to a server: straight, or through the proxy that the environment names for it.

    A proxy looks up names by itself and may reach what this machine cannot. So of an address behind one only that is
    refused which is private as seen from here; what else it must not reach is for the proxy to say.

    Raises:
        AddressRefused: The server stands in a private network.
        WebError: The proxy is of a kind that is not known here.
    """
    proxy = _proxy_for(address)
    secured = _certificates() if address.scheme == "https" else None
    if proxy is None:
        return httpcore.ConnectionPool(
            ssl_context=secured, network_backend=_Network(deadline, allow_private=allow_private)
        )
    if not allow_private:
        _require_public(address, deadline)
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        what = Phrase("cannot be read through the proxy of this machine, which is neither http nor https.")
        raise WebError(str(address), what)
    known = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return httpcore.HTTPProxy(
        parts._replace(netloc=parts.netloc.rpartition("@")[2], path="").geturl(),
        proxy_auth=known,
        ssl_context=secured,
        network_backend=_Network(deadline, allow_private=True),
    )


def _proxy_for(address: WebAddress) -> str | None:
    proxies = getproxies()
    proxy = proxies.get(address.scheme) or proxies.get("all")
    return None if not proxy or proxy_bypass(f"{address.host}:{address.port}") else proxy


def _require_public(address: WebAddress, deadline: Deadline) -> None:
    try:
        checked_addresses(address.host, address.port, deadline.left(LOOK_UP))
    except OSError:
        return  # behind a proxy, names of the internet are often not known here


@cache
def _certificates() -> ssl.SSLContext:
    """Those of the authorities that browsers trust, and those that this machine trusts besides."""
    context = httpcore.default_ssl_context()
    context.load_default_certs()
    return context


class _Network(httpcore.NetworkBackend):
    """Connects to checked addresses; certificates and the header Host keep to the name."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline, self._allow_private = deadline, allow_private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            found = checked_addresses(host, port, self._deadline.left(timeout), allow_private=self._allow_private)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        except OSError as error:
            raise httpcore.ConnectError(error.strerror or str(error)) from error
        failure: Exception = AddressRefused(host)
        for each in found:
            try:
                connected = self._plain.connect_tcp(
                    each, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(connected, self._deadline)
        raise failure


class _Stream(httpcore.NetworkStream):
    """A connection on which no step lasts beyond the deadline."""

    def __init__(self, plain: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._plain, self._deadline = plain, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._plain.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._plain.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._plain.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._plain.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._plain.get_extra_info(info)
