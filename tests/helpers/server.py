"""The page as a process of its own, for a real browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 120  # of a machine that has much else to do


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Server:
    """`streamlit run app.py`, which can be killed and started again at the same address.

    Attributes:
        address: Of the page.
    """

    def __init__(self, log: Path, **environment: str) -> None:
        """A server that is not started yet.

        Args:
            log: Takes what it prints.
            environment: Variables, beside those of the test.
        """
        self._log, self._environment, self._port = log, environment, free_port()
        self.address = f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it, and wait until it answers.

        Raises:
            RuntimeError: It did not start; the message holds what it printed.
        """
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
        command += [f"--server.port={self._port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
        with self._log.open("ab") as output:
            environment = os.environ | self._environment
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        wait_for(f"{self.address}/_stcore/health", self._process, self._log)

    def kill(self) -> None:
        """End it without a word of warning."""
        self._process.kill()
        self._process.wait(timeout=20)

    def stop(self) -> None:
        """End it as an operator does."""
        self._process.terminate()
        self._process.wait(timeout=20)


@contextmanager
def serving(log: Path, **environment: str) -> Iterator[Server]:
    """Start the page on a free port; stopped at the end.

    Args:
        log: Takes what it prints.
        environment: Variables, beside those of the test.

    Raises:
        RuntimeError: It did not start; the message holds what it printed.
    """
    server = Server(log, **environment)
    try:
        server.start()
        yield server
    finally:
        server.stop()


@contextmanager
def page_server(log: Path, workers: str = "") -> Iterator[str]:
    """The address of a page that is started for a while, as `serving` does.

    Args:
        log: Takes what it prints.
        workers: What PARALLAX_WORKERS says.
    """
    with serving(log, PARALLAX_WORKERS=workers) as server:
        yield server.address


def wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until a page answers there.

    Raises:
        RuntimeError: It did not start; the message holds what it printed.
    """
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"The page did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
