"""The server that listens: uvicorn, which ends when it is told to once the requests under way are answered."""

from contextvars import Context
from pathlib import Path
from typing import Final

import uvicorn

from translate.processes.workers import workers
from translate.service.application import application
from translate.service.at_work import Service
from translate.service.bounds import Bounds
from translate.service.keys import Keys

PATIENCE: Final = 10  # seconds that requests under way have when the service is told to end
CONNECTIONS: Final = 512  # at once


def serve(bounds: Bounds, keys: Keys, folder: Path, address: str, port: int) -> None:
    """Serve until the process is told to end.

    Args:
        bounds: What the service takes.
        keys: Of its clients.
        folder: Of its jobs.
        address, port: Where it listens.

    Raises:
        OptionError: The folder cannot be used, or PARALLAX_WORKERS is no number of processes.
    """
    service = Service(bounds, keys, folder, workers())
    service.take_folder()
    try:
        Context().run(server(service, address, port).run)  # the time of a command, an hour, is not for the service
    finally:
        service.end()  # which uvicorn leaves out where it is told to end twice


def server(service: Service, address: str, port: int) -> uvicorn.Server:
    """The server of a service, which does not listen yet."""
    config = uvicorn.Config(
        application(service),
        host=address,
        port=port,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=PATIENCE,
        ws="none",
        http="h11",  # the other one that uvicorn knows, httptools, reads headers of any size
    )
    return uvicorn.Server(config)
