"""Processes that compare for the page, so that no visitor waits for the long text of another.

They are no `ProcessPoolExecutor`: there, ending one process breaks the comparisons of all visitors, and a process that
is spawned runs the script of the page again, because Streamlit puts it where the main module stands.
"""

import json
import os
import pickle
import reprlib
import subprocess
import sys
import threading
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from queue import Empty, SimpleQueue
from typing import TypeAlias

from translate.comparison import Comparison
from translate.errors import OptionError, TranslateError
from translate.settings.environment import whole_number
from translate.ui.worker import Ended, Job, Progressed, write
from translate.wording.phrase import Phrase

VARIABLE = "PARALLAX_WORKERS"
LEAST, MOST = 2, 4  # processes unless the operator says otherwise: one for a long text, and one for everybody else
HIGHEST = 64  # that an operator may ask for
COMPARISONS = 100  # after which a process makes room for a fresh one
PEAK = 1200.0  # MiB after which it does: what a long text took is seldom given back; 330 are taken by a news story
PULSE = 0.3  # seconds after which a stage is told again, so that a visitor who cancels or leaves is noticed
QUEUED = "queued"  # the stage before the first one, while all processes are taken
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from translate.ui.worker import main; main()"

Progress: TypeAlias = Callable[[str, int, int], None]


class ComparisonEnded(TranslateError):
    """The process that compared two texts ended before it was done."""

    def __init__(self) -> None:
        super().__init__(
            Phrase(
                "The comparison ended before it was done: its process was stopped, ran out of memory or crashed. "
                "Compare again; if it ends again, compare a shorter part. The log of the page may say more."
            )
        )


class Worker:
    """One process, which does one job at a time."""

    def __init__(self) -> None:
        """
        Raises:
            ComparisonEnded: No process can be begun.
        """
        try:
            self._process = _started()
        except OSError as error:
            raise ComparisonEnded() from error
        self._end = weakref.finalize(self, _ended, self._process)
        self._jobs = 0
        self._peak = 0.0
        self._at_work = False

    @property
    def usable(self) -> bool:
        """Whether it can take another job: neither disturbed in its work, nor worn out."""
        return not self._at_work and self._jobs < COMPARISONS and self._peak < PEAK

    def compared(self, job: Job, progress: Progress) -> Comparison:
        """Do a job.

        Args:
            job: What to compare.
            progress: Called in this thread as `compare` calls it, and again every PULSE; where it raises, the process
                is not usable any more.

        Raises:
            ComparisonEnded: The process ended before its work.
            TranslateError: The texts cannot be compared.
        """
        self._at_work = True
        messages: SimpleQueue[Progressed | Ended | None] = SimpleQueue()
        threading.Thread(target=_talk, args=(self._process, job, messages), daemon=True).start()
        told = Progressed("reading", 0, 1)
        while True:
            with suppress(Empty):
                message = messages.get(timeout=PULSE)
                if message is None:
                    raise ComparisonEnded()
                if isinstance(message, Ended):
                    break
                told = message
            progress(told.stage, told.done, told.total)
        self._at_work, self._jobs, self._peak = False, self._jobs + 1, message.peak
        if isinstance(message.outcome, Comparison):
            return message.outcome
        raise message.outcome

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._end()


class Workers:
    """Some processes, each begun when it is needed first; who finds none free waits in the order of coming."""

    def __init__(self, most: int) -> None:
        """
        Args:
            most: Processes at once, at least 1.
        """
        self._free: list[Worker] = []
        self._places = most
        self._queue: deque[object] = deque()
        self._changed = threading.Condition()

    def get_one_ready(self) -> None:
        """Begin a process now, so that the next comparison need not wait for it."""
        with self._changed, suppress(ComparisonEnded):  # whoever compares is told
            self._free.append(Worker())

    def compared(self, job: Job, progress: Progress) -> Comparison:
        """Do a job in one of the processes.

        Args:
            job: What to compare.
            progress: Called as by `Worker.compared`; before that, while others come first, with QUEUED, 0 and their
                number. It may raise, to give the comparison up.

        Raises:
            ComparisonEnded: The process ended before its work.
            TranslateError: The texts cannot be compared.
        """
        with self._place(progress), self._lent() as worker:
            return worker.compared(job, progress)

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
    value = os.environ.get(VARIABLE, "").strip()
    if not value:
        return min(max(_cores(), LEAST), MOST)
    processes = whole_number(value, 0, HIGHEST)
    if processes is None:
        raise OptionError(
            Phrase(
                "{variable} is {value}. Give a number of processes up to {highest}, or 0 to compare without any.",
                variable=VARIABLE,
                value=reprlib.repr(value),
                highest=HIGHEST,
            )
        )
    return processes


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _started() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-P", "-c", START, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _talk(process: "subprocess.Popen[bytes]", job: Job, messages: SimpleQueue[Progressed | Ended | None]) -> None:
    """Hand a job over and pass on what is answered; None at last where the process ends."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        write(job, process.stdin)
        while True:
            message = pickle.load(process.stdout)
            messages.put(message)
            if isinstance(message, Ended):
                return
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):  # ValueError: its pipes are closed
        messages.put(None)


def _ended(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
