"""The service at work: its processes, its jobs, and the requests that wait for an answer."""

import asyncio
import logging
import threading
import time
from pathlib import Path
from typing import Annotated, Final

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, Request
from filelock import FileLock, Timeout

from translate import __version__
from translate.errors import OptionError, TranslateError
from translate.processes.worker import Work
from translate.processes.workers import QUEUED, Workers
from translate.service.bounds import Bounds
from translate.service.doing import Doing, GivenUp
from translate.service.jobs import Jobs
from translate.service.keys import Keys
from translate.service.measured import Measured
from translate.service.refusals import Refusal
from translate.service.running import Runner
from translate.service.work import Answered, Waking
from translate.settings.limits import SECONDS_VARIABLE, TooSlow, unwatched
from translate.wording.phrase import Phrase

log = logging.getLogger(__name__)
LOCK: Final = ".lock"
GRACE: Final = 10.0  # seconds that a process has to notice that its time is over, before it is ended
LOOK: Final = 0.5  # seconds after which it is seen that a client has left


class Service:
    """One service.

    Attributes:
        bounds, keys, measured, jobs, runner: Its parts.
        ready: Whether a process has read its models.
        taking: Held by whoever takes a job.
    """

    def __init__(self, bounds: Bounds, keys: Keys, folder: Path, workers: Workers | None) -> None:
        """
        Args:
            bounds: What it takes.
            keys: Of its clients.
            folder: Of the jobs.
            workers: Its processes; None for none but this one.
        """
        self.bounds, self.keys, self.measured = bounds, keys, Measured(__version__)
        self.jobs = Jobs(folder)
        self._doing = Doing(workers)
        self.runner = Runner(self.jobs, self._doing, bounds)
        self.ready = False
        self.taking = threading.Lock()
        self._closing = threading.Event()
        self._at_work = 0
        self._most = self._doing.places + bounds.waiting
        self._threads: CapacityLimiter | None = None
        self._lock = FileLock(folder / LOCK, thread_local=False)

    def take_folder(self) -> None:
        """Take the folder of the jobs for this service alone, and what another one has left there.

        Raises:
            JobsError: The jobs cannot be read.
            OptionError: Another service has that folder, or it cannot be made.
        """
        try:
            self.jobs.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire(timeout=0)
        except Timeout as error:
            told = Phrase(
                "Another service is at work in {folder}. Give another one with --jobs.", folder=self.jobs.folder
            )
            raise OptionError(told) from error
        except OSError as error:
            reason = error.strerror or str(error)
            told = Phrase(
                "{folder} cannot be used: {reason}. Give another one with --jobs.",
                folder=self.jobs.folder,
                reason=reason,
            )
            raise OptionError(told) from error
        self.jobs.begin_again()

    def begin(self) -> None:
        """Go on with the jobs, and get a process ready."""
        self.runner.start()
        threading.Thread(target=self._wake, name="waking", daemon=True).start()

    def end(self) -> None:
        """Give up what is being done; jobs wait for the next service."""
        self._closing.set()
        self.runner.stop()
        self._doing.end()
        self._lock.release()

    async def answered(self, request: Request, work: Work[Answered]) -> Answered:
        """What a process answers; a client who leaves ends its work.

        Raises:
            Refusal: Too many others wait, or the service ends.
            TranslateError: Of the library.
        """
        if self._at_work >= self._most:
            raise Refusal("busy")
        left = threading.Event()
        began: float | None = None

        def go_on(stage: str, done: int, total: int) -> None:
            nonlocal began
            if left.is_set() or self._closing.is_set():
                raise GivenUp
            if stage != QUEUED:
                began = began or time.monotonic()
                if time.monotonic() - began > self.bounds.texts.seconds + GRACE:
                    raise TooSlow(self.bounds.texts.seconds, SECONDS_VARIABLE)

        def done() -> Answered | None:
            try:
                return self._doing.done(work, go_on)
            except GivenUp:
                return None

        self._count(1)
        watching = asyncio.create_task(_watch(request, left))
        try:
            answered = await to_thread.run_sync(done, limiter=self._own_threads())
        finally:
            left.set()
            watching.cancel()
            self._count(-1)
        if answered is None:
            raise Refusal("closing")  # nobody reads it where the client has left
        return answered

    def _own_threads(self) -> CapacityLimiter:
        """As many as requests may wait, so that these hold up no other one; made where the loop runs."""
        if self._threads is None:
            self._threads = CapacityLimiter(self._most)
        return self._threads

    def _count(self, step: int) -> None:
        self._at_work += step
        self.measured.at_work.set(self._at_work)

    def _wake(self) -> None:
        try:
            self._doing.done(Waking(), unwatched)
            self.ready = True
        except TranslateError:
            log.exception("no process could be begun")


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _owner(request: Request) -> str:
    owner: str = request.state.owner
    return owner


AtWork = Annotated[Service, Depends(_service)]
Owner = Annotated[str, Depends(_owner)]


async def _watch(request: Request, left: threading.Event) -> None:
    """Notice that a client has left."""
    while not await request.is_disconnected():
        await asyncio.sleep(LOOK)
    left.set()
