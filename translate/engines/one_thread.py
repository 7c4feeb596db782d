"""One thread for the small matrices of the encoders, however many callers work at once.

Sentences make small matrices: a second thread gains 5 % on a quiet machine, and on a busy one the threads spin against
the other processes and take twenty times as long. The number of threads also decides in which order products are
summed, so it must not change while anybody encodes: the limit is set by the first caller and lifted by the last.
"""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

_COUNTING = threading.Lock()
_limit = ExitStack()
_callers = 0


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold the matrix libraries of this process to one thread inside the block."""
    global _callers  # noqa: PLW0603
    with _COUNTING:
        if not _callers:
            _limit.enter_context(_libraries().limit(limits=1, user_api="blas"))
        _callers += 1
    try:
        yield
    finally:
        with _COUNTING:
            _callers -= 1
            if not _callers:
                _limit.close()


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
