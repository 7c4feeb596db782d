"""What is counted of the service, as Prometheus reads it."""

from collections.abc import Mapping
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from translate.service.jobs import State

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
SECONDS: Final = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300)
METHODS: Final = frozenset(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
OTHER: Final = "other"  # what strangers make up is not counted by its name, of which there is no end


class Measured:
    """The counts of one service."""

    def __init__(self, version: str) -> None:
        """
        Args:
            version: Of Parallax.
        """
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "parallax_requests", "Requests answered.", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "parallax_request_seconds",
            "Time of a request, waiting included.",
            ("method", "route"),
            buckets=SECONDS,
            registry=self._registry,
        )
        self._jobs = Gauge("parallax_jobs", "Jobs that are kept.", ("state",), registry=self._registry)
        self._ready = Gauge("parallax_ready", "Whether a process has read its models.", registry=self._registry)
        self._version = Gauge("parallax_version", "Version of Parallax.", ("version",), registry=self._registry)
        self._version.labels(version).set(1)
        self.at_work = Gauge(
            "parallax_requests_at_work", "Requests that a process does or that wait for one.", registry=self._registry
        )

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request.

        Args:
            method: As it was sent.
            route: The pattern of its address; "" where there is none.
            status: Of the answer.
            seconds: That it took.
        """
        named = method if method in METHODS else OTHER, route or OTHER
        self._requests.labels(*named, str(status)).inc()
        self._seconds.labels(*named).observe(seconds)

    def text(self, jobs: Mapping[State, int], *, ready: bool) -> bytes:
        """All of it.

        Args:
            jobs: How many are in each state.
            ready: Whether a process has read its models.
        """
        for state, count in jobs.items():
            self._jobs.labels(state).set(count)
        self._ready.set(ready)
        return generate_latest(self._registry)
