"""A web server on this machine whose pages are what a test says, for whatever is awkward about real ones."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from ssl import SSLContext

from local_server import Answer, answering

WORDS = "Three rivers burst their banks after two days of rain and the water reached the station on Monday morning. "
PROSE = f"<p>{WORDS * 2}</p><p>{WORDS * 3}</p><p>{WORDS}</p>"


def story_page(head: str = "", prose: str = PROSE, title: str = "Flood in the north of the country") -> str:
    """The source of a page with a story."""
    return f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{prose}</article></body></html>"


@dataclass
class Site:
    """Pages by their path, and the requests that came: path and headers."""

    url: str = ""
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def page(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """Serve a page; its address."""
        data = body.encode() if isinstance(body, str) else body
        told = {"Content_Type": "text/html", "Content_Length": str(len(data)), **headers}

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in told.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(data)

        return self.answered(path, answer)

    def sends_on(self, path: str, place: str, status: int = 302) -> str:
        """Serve a redirect; its address."""
        return self.page(path, b"", status, Location=place)

    def answered(self, path: str, answer: Answer) -> str:
        """Serve what a function writes; its address."""
        self.pages[path] = answer
        return f"{self.url}{path}"


@contextmanager
def awkward_site(secured: SSLContext | None = None) -> Iterator[Site]:
    """Serve until the end, over https where a certificate is given."""
    site = Site()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        site.asked.append((handler.path, dict(handler.headers)))
        missing = f"{handler.path} is no page of this test"
        with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked has gone
            site.pages.get(handler.path, lambda handler: handler.send_error(404, missing))(handler)

    with answering(answer, secured) as site.url:
        yield site
