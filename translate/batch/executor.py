"""Where the pairs of a batch are compared: the seam between reading them and writing down what came of them."""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Protocol

from translate.batch.outcome import Outcome, failed
from translate.batch.process import ComparisonEnded, Worker
from translate.batch.task import UNFORESEEN, Task
from translate.wording.phrase import Phrase

JOBS = 2000  # after which a process makes room for a fresh one, which takes a second or two to begin
TRIES = 2  # for a pair whose process ended: what memory was short of may have been another's
AHEAD = 2  # tasks for each process that are taken before they can be begun, so that none waits for the table


class Executor(Protocol):
    """Does the tasks of a batch, wherever that is."""

    def map(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """What comes of each task, in whatever order they are done.

        Tasks are taken as there is room for them, so that there may be more than memory holds; each is done at least
        once and answered exactly once. Where its doer ends over and over, that is answered as an error of the task.

        Raises:
            TranslateError: Of a task, where `Task.do` raises it: no other one would do any better.
        """
        ...


class Here:
    """This process: nothing is begun, and a crash of it ends the batch, which may be gone on with."""

    def map(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """One after the other; see `Executor`."""
        for task in tasks:
            yield task.do()


class Processes:
    """Processes of this machine, which load the models once."""

    def __init__(self, workers: int) -> None:
        """
        Args:
            workers: How many, at least 1.
        """
        self._workers = workers

    def map(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """In any order; see `Executor`. Where the caller stops, so do the processes."""
        pool = _Pool()
        with ThreadPoolExecutor(self._workers) as threads:
            try:
                pending: set[Future[Outcome]] = set()
                for task in tasks:
                    pending.add(threads.submit(pool.done, task))
                    if len(pending) >= AHEAD * self._workers:
                        done, pending = wait(pending, return_when=FIRST_COMPLETED)
                        for each in done:
                            yield each.result()
                while pending:
                    done, pending = wait(pending, return_when=FIRST_COMPLETED)
                    for each in done:
                        yield each.result()
            finally:
                for each in pending:
                    each.cancel()
                pool.end()


class _Pool:
    """The processes of one batch; as many as there are threads that ask at once."""

    def __init__(self) -> None:
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._all: set[Worker] = set()
        self._ended = False

    def done(self, task: Task) -> Outcome:
        """What comes of a task; one whose process ends is tried again in a fresh one."""
        status = None
        for _ in range(TRIES):
            if self._ended:
                break
            try:
                worker = self._lent()
                try:
                    return worker.done(task, _silent)
                finally:
                    self._returned(worker)
            except ComparisonEnded as error:
                status = error.status
        return failed(task.pair, _shell_status(status), _ended_told(status))

    def end(self) -> None:
        """End all, whatever they are doing."""
        self._ended = True
        for worker in list(self._all):
            worker.end()

    def _lent(self) -> Worker:
        with suppress(Empty):
            return self._free.get_nowait()
        worker = Worker(JOBS)
        self._all.add(worker)
        return worker

    def _returned(self, worker: Worker) -> None:
        if worker.usable:
            self._free.put(worker)
        else:
            self._all.discard(worker)
            worker.end()


def _silent(stage: str, done: int, total: int) -> None:
    """Of a batch, the pairs are counted and not their stages."""


def _shell_status(status: int | None) -> int:
    """What a shell tells of an end: of one by a signal, 128 and its number."""
    if status is None or status >= 0:
        return UNFORESEEN
    return 128 - status


def _ended_told(status: int | None) -> str:
    if status is not None and status < 0:
        return Phrase(
            "The process that compared this pair was ended by signal {signal}, {tries} times: it may have run out of "
            "memory. Compare a shorter part, or fewer pairs at once (--workers).",
            signal=-status,
            tries=TRIES,
        )
    return Phrase(
        "The process that compared this pair ended before it was done, {tries} times. What it said of that is on "
        "standard error.",
        tries=TRIES,
    )
