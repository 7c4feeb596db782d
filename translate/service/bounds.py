"""How much the service takes of its clients, as the environment says."""

from dataclasses import dataclass

from translate.settings import environment
from translate.settings.limits import Limits, limits

MEGABYTE = 1_000_000
JOBS = "/v1/jobs"
ESCAPED = 6  # bytes of a character that JSON escapes
BESIDE = 100_000  # bytes beside two texts


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one service allows.

    Attributes:
        texts: Of each comparison.
        body: Bytes of the largest request.
        waiting: Requests that may wait for a process.
        rate: Requests of a key in a minute.
        jobs: Jobs of a key that may wait.
        days: Time after which a job that has ended is deleted.
        kept: Bytes of all jobs with their results.
        urls: Whether clients may name addresses of pages.
        allow_private: Whether these may be of this machine or of private networks.
    """

    texts: Limits
    body: int
    waiting: int
    rate: int
    jobs: int
    days: int
    kept: int
    urls: bool = False
    allow_private: bool = False

    def largest(self, path: str) -> int:
        """Bytes of a request to an address: of a job as many as are taken at all, of others as two texts may have."""
        return self.body if path.startswith(JOBS) else min(self.body, 2 * ESCAPED * self.texts.characters + BESIDE)


def bounds_told() -> Bounds:
    """Those of the environment.

    Raises:
        OptionError: A variable says what it cannot.
    """
    return Bounds(
        texts=limits(),
        body=environment.limit(environment.SERVE_MB) * MEGABYTE,
        waiting=environment.limit(environment.SERVE_WAITING),
        rate=environment.limit(environment.SERVE_RATE),
        jobs=environment.limit(environment.JOBS_WAITING),
        days=environment.limit(environment.JOBS_DAYS),
        kept=environment.limit(environment.JOBS_MB) * MEGABYTE,
        urls=environment.is_on(environment.SERVE_URLS),
        allow_private=environment.is_on(environment.ALLOW_PRIVATE),
    )
