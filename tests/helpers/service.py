"""The service in a thread of the test, without models and without processes, and a client of it."""

import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from server import free_port

from translate.service.at_work import Service
from translate.service.bounds import Bounds
from translate.service.keys import Keys
from translate.service.server import server
from translate.settings.limits import Limits

BOUNDS = Bounds(texts=Limits(10_000, 500, 60), body=500_000, waiting=4, rate=100_000, jobs=5, days=7, kept=50_000_000)
OPEN = Keys()
SECONDS = 60  # that a machine with much else to do may take


@dataclass(frozen=True)
class Reply:
    """An answer."""

    status: int
    headers: Any
    data: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.data)

    @property
    def code(self) -> str:
        """Of an error, which has to be told as all are."""
        assert set(self.json) == {"error"}
        assert set(self.json["error"]) == {"code", "message", "action"}
        assert all(self.json["error"].values())
        code: str = self.json["error"]["code"]
        return code


@dataclass(frozen=True)
class Client:
    """Asks a service."""

    address: str
    key: str = ""

    def __call__(self, path: str, body: Any = None, method: str | None = None, **headers: str) -> Reply:
        """Ask; a body that is no bytes is sent as JSON."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.key:
            sent["Authorization"] = f"Bearer {self.key}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        if body is not None:
            sent = {"Content-Type": "application/json", **sent}
        request = urllib.request.Request(self.address + path, body, sent, method=method)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return Reply(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return Reply(error.code, error.headers, error.read())

    def ended(self, id: str) -> dict[str, Any]:
        """A job, once it has ended."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            job: dict[str, Any] = self(f"/v1/jobs/{id}").json
            if job["state"] in ("done", "failed"):
                return job
            time.sleep(0.02)
        raise AssertionError(f"the job has not ended: {job}")


@contextmanager
def served(folder: Path, keys: Keys = OPEN, **bounds: Any) -> Iterator[tuple[Client, Service]]:
    """A service that listens on a free port, with a client that has no key."""
    service = Service(replace(BOUNDS, **bounds), keys, folder, None)
    service.take_folder()
    port = free_port()
    listening = server(service, "127.0.0.1", port)
    thread = threading.Thread(target=listening.run)
    thread.start()
    try:
        end = time.monotonic() + SECONDS
        while not listening.started and thread.is_alive() and time.monotonic() < end:
            time.sleep(0.01)
        yield Client(f"http://127.0.0.1:{port}"), service
    finally:
        listening.should_exit = True
        thread.join()
