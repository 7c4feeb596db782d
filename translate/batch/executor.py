"""Where the pairs of a batch are compared: the seam between reading them and writing down what came of them."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Protocol

from translate.batch.outcome import Outcome, failed
from translate.batch.pool import TRIES, Pool
from translate.batch.process import ComparisonEnded
from translate.batch.task import UNFORESEEN, Task
from translate.wording.phrase import Phrase

JOBS = 2000  # after which a process makes room for a fresh one, which takes a second or two to begin
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

    def __init__(self, workers: int, pool: Callable[[], Pool] = lambda: Pool(JOBS)) -> None:
        """
        Args:
            workers: How many, at least 1.
            pool: Makes that of one batch, which ends with it.
        """
        self._workers, self._pool = workers, pool

    def map(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """In any order; see `Executor`. Where the caller stops, so do the processes."""
        pool = self._pool()
        with ThreadPoolExecutor(self._workers) as threads:
            try:
                pending: set[Future[Outcome]] = set()
                for task in tasks:
                    pending.add(threads.submit(_done, pool, task))
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


def _done(pool: Pool, task: Task) -> Outcome:
    """What comes of a task; where its process ends over and over, that."""
    try:
        return pool.done(task)
    except ComparisonEnded as error:
        return failed(task.pair, _shell_status(error.status), _ended_told(error.status))


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
