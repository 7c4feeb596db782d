"""Models kept in memory between translations: shared by all threads, let go once nobody has used them for a while."""

import threading
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

IDLE_SECONDS = 15 * 60  # a model of Argos's size holds 130 MB and is loaded again in a second

Key = TypeVar("Key", bound=Hashable)
Loaded = TypeVar("Loaded")


@dataclass(slots=True)
class _Held(Generic[Loaded]):
    loaded: Loaded
    state: Hashable
    users: int = 0
    last_used: float = 0.0  # on the monotonic clock, s


class Kept(Generic[Key, Loaded]):
    """What is loaded at its first use, each thing once, and let go when it has been idle.

    Letting go is dropping the reference: a translation under way has one of its own and is not disturbed.
    """

    def __init__(
        self,
        load: Callable[[Key], Loaded],
        state: Callable[[Key], Hashable],
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        """
        Args:
            load: Loads the thing of a key; called in one thread at a time.
            state: Of the files of a key, such as when they were written; where it is another, the thing is loaded anew.
            idle_seconds: Without use, after which it is let go.
        """
        self._load, self._state, self._idle_seconds = load, state, idle_seconds
        self._held: dict[Key, _Held[Loaded]] = {}
        self._lock = threading.Lock()  # held while loading, so that two threads do not load the same thing twice

    @contextmanager
    def lent(self, key: Key) -> Iterator[Loaded]:
        """The key's thing for the time of the `with`; loaded if it is not, and anew where its files have changed."""
        with self._lock:
            held = self._current(key)
            held.users += 1
        try:
            yield held.loaded
        finally:
            with self._lock:
                held.users -= 1
                held.last_used = time.monotonic()

    def _current(self, key: Key) -> _Held[Loaded]:
        state = self._state(key)
        held = self._held.get(key)
        if held is None or held.state != state:
            held = _Held(self._load(key), state)
        if not self._held:
            self._look_later()
        self._held[key] = held
        return held

    def _look_later(self) -> None:
        # One sleeping thread while anything is loaded, none otherwise; a third: unloaded after 15 to 20 minutes.
        timer = threading.Timer(self._idle_seconds / 3, self._unload_idle)
        timer.daemon = True
        timer.start()

    def _unload_idle(self) -> None:
        with self._lock:
            latest = time.monotonic() - self._idle_seconds
            self._held = {key: held for key, held in self._held.items() if held.users or held.last_used > latest}
            if self._held:
                self._look_later()
