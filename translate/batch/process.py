"""A process of ours that compares, from the side of the one that began it.

It is none of a `ProcessPoolExecutor`'s: there, ending one process breaks the jobs of all, and a process that is spawned
runs the script of the page again, because Streamlit puts it where the main module stands.
"""

import json
import os
import pickle
import subprocess
import sys
import threading
import weakref
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TypeVar

from translate.batch.worker import REHEARSED, Advised, Ended, Progressed, Work, write
from translate.engines.advice import tell_once
from translate.errors import TranslateError
from translate.settings.limits import Progress
from translate.wording.phrase import Phrase

JOBS = 100  # after which a process makes room for a fresh one
PEAK = 1200.0  # MiB after which it does: what a long text took is seldom given back; 330 are taken by a news story
PULSE = 0.3  # seconds after which a stage is told again, so that whoever cancels or leaves is noticed
PATIENCE = 5.0  # seconds that a process is given to end once it has closed its pipe
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from translate.batch.worker import main; main()"

Result = TypeVar("Result")


class ComparisonEnded(TranslateError):
    """The process that compared two texts ended before it was done.

    Attributes:
        status: Of its end: of a process that a signal ended, less than 0; None where there was none.
    """

    def __init__(self, status: int | None = None) -> None:
        self.status = status
        super().__init__(
            Phrase(
                "The comparison ended before it was done: its process was stopped, ran out of memory or crashed. "
                "Compare again; if it ends again, compare a shorter part. The log of the page may say more."
            )
        )


class Worker:
    """One process, which does one job at a time."""

    def __init__(self, most: int = JOBS, *, rehearsed: bool = False) -> None:
        """
        Args:
            most: Jobs after which it is worn out.
            rehearsed: Whether it compares something before the first job, which takes two seconds from that one.

        Raises:
            ComparisonEnded: No process can be begun.
        """
        try:
            self._process = _started(REHEARSED) if rehearsed else _started()
        except OSError as error:
            raise ComparisonEnded() from error
        self._end = weakref.finalize(self, _ended, self._process)
        self._most = most
        self._jobs = 0
        self._peak = 0.0
        self._at_work = False

    @property
    def usable(self) -> bool:
        """Whether it can take another job: neither disturbed in its work, nor worn out."""
        return not self._at_work and self._jobs < self._most and self._peak < PEAK

    def done(self, job: Work[Result], progress: Progress) -> Result:
        """Do a job.

        Args:
            job: What to do.
            progress: Called in this thread as `compare` calls it, and again every PULSE; where it raises, the process
                is not usable any more.

        Raises:
            ComparisonEnded: The process ended before its work.
            TranslateError: It cannot be done.
        """
        self._at_work = True
        messages: SimpleQueue[Progressed | Advised | Ended | None] = SimpleQueue()
        threading.Thread(target=_talk, args=(self._process, job, messages), daemon=True).start()
        told = Progressed("reading", 0, 1)
        while True:
            with suppress(Empty):
                message = messages.get(timeout=PULSE)
                if message is None:
                    raise ComparisonEnded(_status(self._process))
                if isinstance(message, Ended):
                    break
                if isinstance(message, Advised):
                    tell_once(message.advice)
                else:
                    told = message
            progress(told.stage, told.done, told.total)
        self._at_work, self._jobs, self._peak = False, self._jobs + 1, message.peak
        if isinstance(message.outcome, TranslateError):
            raise message.outcome
        outcome: Result = message.outcome  # type: ignore[assignment]  # it comes through a pipe
        return outcome

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._end()


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _started(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-P", "-c", START, json.dumps(sys.path), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _talk(
    process: "subprocess.Popen[bytes]", job: Work[object], messages: SimpleQueue[Progressed | Advised | Ended | None]
) -> None:
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


def _status(process: "subprocess.Popen[bytes]") -> int:
    """What a process that says nothing any more ended with."""
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _ended(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
