"""For every test: Streamlit, models and caches as they are, but no network beyond this machine."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from standin import ENGLISH, RUSSIAN, standin_align, standin_compare

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
    """No test reads or writes the user's cache, models or stories, or what they decided for outlets; no server either.

    Drawn letters are no words, so the second encoder reads none of them, be it installed or not, unless the variable
    asks for it: PARALLAX_SECOND_ENCODER=1 python -m pytest tests/quality

    A page without a server compares in the process of the test, where stand-ins can be put; its own processes are
    tested in tests/batch/test_workers.py and in a real browser.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("PARALLAX_REMEMBER", "0")
        patch.setenv("PARALLAX_KEEP_STORIES", "0")
        patch.setenv("PARALLAX_WORKERS", "0")
        patch.setenv("PARALLAX_FIREFOX_DIR", str(tmp_path_factory.mktemp("firefox") / "models"))
        patch.delenv("PARALLAX_FORCED_DECODING", raising=False)
        patch.setenv("PARALLAX_SECOND_ENCODER", os.environ.get("PARALLAX_SECOND_ENCODER", "0"))
        yield


@pytest.fixture
def remembering(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder in which decisions about outlets are kept for this test."""
    monkeypatch.delenv("PARALLAX_REMEMBER")
    monkeypatch.setattr("translate.review.memory.user_data_path", lambda name: tmp_path / "data" / name)
    return tmp_path / "data" / "parallax"


@pytest.fixture
def keeping(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file in which the page keeps stories for this test."""
    monkeypatch.delenv("PARALLAX_KEEP_STORIES")
    monkeypatch.setattr("translate.desk.store.user_data_path", lambda name: tmp_path / "data" / name)
    return tmp_path / "data" / "parallax" / "stories.sqlite"


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line compares and aligns with stand-ins."""
    monkeypatch.setattr("translate.compare", standin_compare)
    monkeypatch.setattr("translate.align", standin_align)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two files to compare, the Russian one first."""
    (tmp_path / "ru.txt").write_text(RUSSIAN, encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    return str(tmp_path / "ru.txt"), str(tmp_path / "en.txt")
