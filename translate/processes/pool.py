"""Processes that do jobs for several threads: each job is tried again where its process ends."""

from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TypeVar

from translate.processes.process import ComparisonEnded, Worker
from translate.processes.worker import Work
from translate.settings.limits import unwatched

TRIES = 2  # for a job whose process ended: what memory was short of may have been another's

Result = TypeVar("Result")


class Pool:
    """As many processes as there are threads that ask at once."""

    def __init__(self, most: int) -> None:
        """
        Args:
            most: Jobs after which a process makes room for a fresh one.
        """
        self._most = most
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._all: set[Worker] = set()
        self._ended = False

    def done(self, job: Work[Result]) -> Result:
        """What comes of a job; one whose process ends is tried again in a fresh one.

        Raises:
            ComparisonEnded: Its processes ended TRIES times, or the pool did.
            TranslateError: It cannot be done.
        """
        ended = ComparisonEnded()
        for _ in range(TRIES):
            if self._ended:
                break
            try:
                return self.done_once(job)
            except ComparisonEnded as error:
                ended = error
        raise ended

    def done_once(self, job: Work[Result]) -> Result:
        """What comes of a job; errors as for `done`, where its process ends for the first time."""
        worker = self._lent()
        try:
            return worker.done(job, unwatched)
        finally:
            self._returned(worker)

    def end(self) -> None:
        """End all, whatever they are doing."""
        self._ended = True
        for worker in list(self._all):
            worker.end()

    def _lent(self) -> Worker:
        with suppress(Empty):
            return self._free.get_nowait()
        worker = Worker(self._most)
        self._all.add(worker)
        return worker

    def _returned(self, worker: Worker) -> None:
        if worker.usable:
            self._free.put(worker)
        else:
            self._all.discard(worker)
            worker.end()
