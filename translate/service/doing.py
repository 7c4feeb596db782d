"""Where the work of the service is done: in its processes, or, where the operator wants none, in this one."""

import threading
from collections.abc import Callable
from typing import TypeVar

from translate.batch.pool import Pool
from translate.batch.worker import Work
from translate.batch.workers import Workers
from translate.settings.limits import Progress

Result = TypeVar("Result")


class GivenUp(BaseException):
    """Whoever asked has left, or the service ends; no `Exception`, which a batch would note as a fault of its pair."""


class Doing:
    """The processes of one service.

    Attributes:
        places: How many jobs are done at once.
    """

    def __init__(self, workers: Workers | None) -> None:
        """
        Args:
            workers: The processes; None for none but this one.
        """
        self._workers = workers
        self._alone = threading.Lock()
        self.places = workers.places if workers else 1

    def done(self, job: Work[Result], progress: Progress) -> Result:
        """Do a job; arguments and errors as for `Workers.done`."""
        if self._workers is not None:
            return self._workers.done(job, progress)
        with self._alone:
            return job.do(progress)

    def end(self) -> None:
        """End the processes that nobody uses."""
        if self._workers is not None:
            self._workers.end()


class LentPool(Pool):
    """For a batch, the processes that others use as well, who wait for a pair at most."""

    def __init__(self, doing: Doing, stopped: Callable[[], bool]) -> None:
        """
        Args:
            doing: The processes.
            stopped: Whether the batch is to be given up.
        """
        super().__init__(0)
        self._doing, self._stopped = doing, stopped

    def done_once(self, job: Work[Result]) -> Result:
        """What comes of a job.

        Raises:
            GivenUp: The batch was given up.
            ComparisonEnded, TranslateError: As for `Pool.done`.
        """
        self._go_on()
        return self._doing.done(job, self._go_on)

    def _go_on(self, *stage: object) -> None:
        if self._ended or self._stopped():
            raise GivenUp
