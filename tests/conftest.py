"""For every test: Streamlit, models and caches as they are, but no network beyond this machine."""

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

LOCAL = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in Parallax opens a socket but the commands that say so; tests of those talk to this machine only."""

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def attempt(self: socket.socket, address: Any, *rest: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOCAL:
                raise AssertionError(f"a socket was opened to {address}")
            return real(self, address, *rest)

        return attempt

    def looked_up(host: Any, *rest: Any, **named: Any) -> Any:
        if host not in (*LOCAL, None, ""):
            raise AssertionError(f"the address of {host} was looked up")
        return look_up(host, *rest, **named)

    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", looked_up)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
