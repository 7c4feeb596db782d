"""A server on this machine for the time of a `with`; what it answers is the test's."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext

Answer = Callable[[BaseHTTPRequestHandler], None]
SECONDS_TO_STOP = 0.02  # half a second by default, at the end of every test


@contextmanager
def served(handler: Callable[..., BaseHTTPRequestHandler], secured: SSLContext | None = None) -> Iterator[str]:
    """Serve what a class of handlers answers; the address, without a path, which is a name where it is secured."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    if secured is not None:
        server.socket = secured.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(SECONDS_TO_STOP,), daemon=True).start()
    try:
        yield f"{'http://127.0.0.1' if secured is None else 'https://localhost'}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def answering(answer: Answer, secured: SSLContext | None = None) -> Iterator[str]:
    """Serve what a function writes for every GET; the address, without a path."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: object) -> None:
            pass

    with served(Handler, secured) as address:
        yield address
