"""The server of the page as a process: where it listens, whom it answers, and that it asks nobody anything."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from server import ROOT, free_port, wait_for

from translate.ui import serving

# Every look-up and connection of the process goes into a file, whatever library makes it.
WATCHED = """
import runpy, sys
def watch(event, details):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        with open({log!r}, "a") as file:
            print(event, details[1:] if event == "socket.connect" else details, file=file)
sys.addaudithook(watch)
sys.argv = ["streamlit", "run", "app.py", "--server.headless=true", "--server.port={port}",
            "--server.fileWatcherType=none"]
runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """Port of a page started as the README says, and the file of what it asked others."""
    folder, port = tmp_path_factory.mktemp("served"), free_port()
    asked = folder / "asked"
    asked.touch()
    code = WATCHED.format(log=str(asked), port=port)
    with (folder / "log").open("wb") as output:
        process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, folder / "log")
            yield port, asked
        finally:
            process.terminate()
            process.wait(timeout=20)


def answer(port: int, *headers: str, path: str = "/_stcore/stream") -> str:
    """First line of what the server says to the beginning of a page's connection."""
    wanted = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
    wanted += ["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: streamlit"]
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall("\r\n".join([f"GET {path} HTTP/1.1", *headers, *wanted, "", ""]).encode())
        return connection.recv(4096).split(b"\r\n")[0].decode()


def outside(asked: Path) -> list[str]:
    lines = asked.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not any(own in line for own in ("127.0.0.1", "localhost", "::1"))]


def test_a_foreign_page_gets_no_connection_and_nobody_is_asked_about_it(served):
    port, asked = served
    for host in (f"localhost:{port}", "127.0.0.1", "news.example"):
        assert " 403 " in answer(port, f"Host: {host}", "Origin: http://evil.example")
    assert " 101 " in answer(port, f"Host: localhost:{port}", f"Origin: http://localhost:{port}")
    assert outside(asked) == []


def test_it_listens_on_this_machine_alone(served):
    port, _ = served
    with socket.socket() as probe:  # another address of this machine is free, so the page does not listen there
        probe.bind(("127.0.0.2", port))


def test_the_settings_keep_visitors_safe(served):
    from streamlit import config

    config.get_config_options(force_reparse=True)
    expected = {
        "server.address": "localhost",
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.maxUploadSize": 20,
        "client.disableDataExport": True,
        "client.showErrorDetails": "none",
        "browser.gatherUsageStats": False,
        "runner.postScriptGC": False,
    }
    assert {name: config.get_option(name) for name in expected} == expected


@pytest.mark.parametrize("headless", [True, False])
def test_the_browser_is_opened_unless_there_is_none(monkeypatch, headless):
    import asyncio

    opened = []
    told = {"server.headless": headless, "browser.serverAddress": "localhost", "server.port": 8600}
    monkeypatch.setattr(serving.config, "get_option", told.get)
    monkeypatch.setattr(serving.webbrowser, "open", opened.append)

    async def started() -> None:
        async with serving.opening_the_browser(None):
            pass

    asyncio.run(started())
    assert opened == ([] if headless else ["http://localhost:8600"])
