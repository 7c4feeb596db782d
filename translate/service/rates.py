"""How often each client may ask."""

import math
import time
from collections.abc import Callable

MINUTE = 60.0


class Rates:
    """So many requests a minute for each client, as many of them at once; not for several threads."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """
        Args:
            a_minute: How many.
            clock: Tells the seconds.
        """
        self._most, self._clock = float(a_minute), clock
        self._left: dict[str, tuple[float, float]] = {}  # by client; as many as there are keys

    def wait(self, client: str) -> int:
        """Seconds until a client may ask; 0 where it may now, which counts as a request.

        Example:
            >>> rates = Rates(2, clock=iter([0.0, 1.0, 2.0, 32.0]).__next__)
            >>> [rates.wait("a") for _ in range(4)]
            [0, 0, 28, 0]
        """
        now = self._clock()
        left, then = self._left.get(client, (self._most, now))
        left = min(self._most, left + (now - then) * self._most / MINUTE)
        if left < 1:
            self._left[client] = left, now
            return math.ceil((1 - left) * MINUTE / self._most)
        self._left[client] = left - 1, now
        return 0
