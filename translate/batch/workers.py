"""Processes that work for the page and the service, so that nobody waits for the long text of another."""

import reprlib
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TypeVar

from translate.batch.process import PULSE, ComparisonEnded, Worker, cores
from translate.batch.worker import Work
from translate.settings.environment import number_told
from translate.settings.limits import Progress
from translate.wording.phrase import Phrase

VARIABLE = "PARALLAX_WORKERS"
LEAST, MOST = 2, 4  # processes unless the operator says otherwise: one for a long text, and one for everybody else
HIGHEST = 64  # that an operator may ask for
QUEUED = "queued"  # the stage before the first one, while all processes are taken

Result = TypeVar("Result")


class Workers:
    """Some processes, each begun when it is needed first; who finds none free waits in the order of coming.

    Attributes:
        places: How many there are at most.
    """

    def __init__(self, most: int) -> None:
        """
        Args:
            most: Processes at once, at least 1.
        """
        self._free: list[Worker] = []
        self.places = self._places = most
        self._lacking = most - 1  # processes that were not begun before anybody needed them
        self._queue: deque[object] = deque()
        self._changed = threading.Condition()

    def get_one_ready(self) -> None:
        """Begin a process now, so that the next comparison need not wait for it."""
        with self._changed, suppress(ComparisonEnded):  # whoever compares is told
            self._free.append(Worker(rehearsed=True))

    def get_all_ready(self) -> None:
        """Begin the processes beside the first one now, unless that was done before; where many come at once."""
        with self._changed:
            lacking, self._lacking = self._lacking, 0
        for _ in range(lacking):
            self.get_one_ready()

    def done(self, job: Work[Result], progress: Progress) -> Result:
        """Do a job in one of the processes.

        Args:
            job: What to do.
            progress: Called as by `Worker.done`; before that, while others come first, with QUEUED, 0 and their
                number. It may raise, to give the comparison up.

        Raises:
            ComparisonEnded: The process ended before its work.
            TranslateError: It cannot be done.
        """
        with self._place(progress), self._lent() as worker:
            return worker.done(job, progress)

    def end(self) -> None:
        """End the processes that nobody uses."""
        with self._changed:
            free, self._free = self._free, []
        for worker in free:
            worker.end()

    @contextmanager
    def _place(self, progress: Progress) -> Iterator[None]:
        """One of the places, once it is this caller's turn."""
        ticket = object()
        with self._changed:
            self._queue.append(ticket)
        try:
            while before := self._before(ticket):
                progress(QUEUED, 0, before)
        except BaseException:
            with self._changed:
                self._queue.remove(ticket)
                self._changed.notify_all()
            raise
        try:
            yield
        finally:
            with self._changed:
                self._places += 1
                self._changed.notify_all()

    def _before(self, ticket: object) -> int:
        """How many are before this one, itself included, after a pulse of waiting; 0 once it has a place."""
        with self._changed:
            if self._changed.wait_for(lambda: self._places > 0 and self._queue[0] is ticket, PULSE):
                self._queue.popleft()
                self._places -= 1
                self._changed.notify_all()
                return 0
            return self._queue.index(ticket) + 1

    @contextmanager
    def _lent(self) -> Iterator[Worker]:
        """A process that nobody else uses; in place of one that cannot go on, a fresh one gets ready."""
        with self._changed:
            worker = self._free.pop() if self._free else Worker()
        try:
            yield worker
        finally:
            if worker.usable:
                with self._changed:
                    self._free.append(worker)
            else:
                worker.end()
                self.get_one_ready()


@cache
def workers() -> Workers | None:
    """The processes of this server, the first of them begun; None where the operator wants none.

    Raises:
        OptionError: PARALLAX_WORKERS is no number of processes.
    """
    most = _most()
    if not most:
        return None
    made = Workers(most)
    made.get_one_ready()
    return made


def _most() -> int:
    processes = number_told(VARIABLE, 0, HIGHEST, _no_number)
    return min(max(cores(), LEAST), MOST) if processes is None else processes


def _no_number(value: str) -> Phrase:
    return Phrase(
        "{variable} is {value}. Give a number of processes up to {highest}, or 0 to compare without any.",
        variable=VARIABLE,
        value=reprlib.repr(value),
        highest=HIGHEST,
    )
