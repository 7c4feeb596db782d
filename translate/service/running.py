"""The thread that does the jobs of the service, one after the other; one that was stopped is gone on with."""

import logging
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from translate import __version__
from translate.batch.executor import Executor, Processes
from translate.batch.journal import OtherSettings
from translate.batch.outcome import Outcome
from translate.batch.progress import BatchProgress
from translate.batch.running import BatchResult, run
from translate.batch.task import UNFORESEEN, Task
from translate.errors import TranslateError
from translate.service.asked import BatchAsked, MatchAsked
from translate.service.bounds import Bounds
from translate.service.doing import Doing, GivenUp, LentPool
from translate.service.jobs import REQUEST, RESULTS, Job, Jobs
from translate.service.refusals import Refusal, refusal_of
from translate.service.work import Matching

log = logging.getLogger(__name__)
PAUSE: Final = 3600.0  # seconds without a job after which old ones are looked for
TELL: Final = 0.5  # seconds after which progress is written down
WEIGH: Final = 20.0  # seconds after which the results so far are weighed


class Runner:
    """Does jobs until it is stopped."""

    def __init__(self, jobs: Jobs, doing: Doing, bounds: Bounds) -> None:
        """
        Args:
            jobs: What is to be done.
            doing: The processes.
            bounds: How much is kept.
        """
        self._jobs, self._doing, self._bounds = jobs, doing, bounds
        self._news, self._stop = threading.Event(), threading.Event()
        self._lock = threading.Lock()
        self._current = ""
        self._deleted = threading.Event()  # the current one
        self._thread = threading.Thread(target=self._work, name="jobs")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Tell of a new job."""
        self._news.set()

    def stop(self) -> None:
        """Give up what is being done, which waits for the next service, and come to an end."""
        self._stop.set()
        self._news.set()
        if self._thread.is_alive():
            self._thread.join()

    def delete(self, id: str) -> None:
        """Delete a job, be it under way or not.

        Raises:
            JobsError: It cannot be deleted.
        """
        with self._lock:  # so that none is begun meanwhile
            self._jobs.forget(id)
            if id == self._current:
                self._deleted.set()
            else:
                self._jobs.clear(id)

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self._jobs.sweep(self._bounds.days, self._bounds.kept)
                with self._lock:
                    job = self._jobs.next()
                    self._current = job.id if job else ""
                    self._deleted.clear()
                if job is None:
                    self._news.wait(PAUSE)
                    self._news.clear()
                    continue
            except TranslateError:
                log.exception("the jobs cannot be read")
                self._stop.wait(WEIGH)
                continue
            self._do(job)

    def _do(self, job: Job) -> None:
        try:
            try:
                (self._match if job.kind == "match" else self._batch)(job)
                (self._jobs.place(job.id) / REQUEST).unlink(missing_ok=True)
                self._jobs.tell(job.id, state="done", bytes=self._jobs.weight(job.id))
            except GivenUp:
                log.info("job %s was given up or waits for the next start", job.id)
            except Refusal as refusal:
                self._fail(job, refusal)
            except TranslateError as error:
                log.exception("job %s", job.id)
                self._fail(job, refusal_of(error))
            except Exception:
                log.exception("job %s", job.id)
                self._fail(job, Refusal("internal"))
        except TranslateError:
            log.exception("job %s", job.id)  # the disk is full, perhaps: it waits for the next start
        with self._lock:
            self._current = ""
            if self._deleted.is_set():
                self._jobs.clear(job.id)

    def _fail(self, job: Job, refusal: Refusal) -> None:
        self._jobs.clear(job.id)
        self._jobs.tell(job.id, state="failed", bytes=0, code=refusal.code, message=str(refusal.message))

    def _batch(self, job: Job) -> None:
        asked = BatchAsked.model_validate_json((self._jobs.place(job.id) / REQUEST).read_bytes())
        place = self._jobs.place(job.id) / RESULTS
        if job.version != __version__:  # what another one has found is not mixed with what this one finds
            shutil.rmtree(place, ignore_errors=True)
            self._jobs.tell(job.id, version=__version__)
        watch = self._watch(job)
        processes = max(1, self._doing.places - 1)  # one is left for those who wait for an answer

        def progress(told: BatchProgress) -> None:
            watch(told.done, told.errors)

        def done() -> BatchResult:
            return run(
                asked.numbered(self._bounds),
                place,
                asked.options.options(self._bounds),
                formats=asked.formats,
                executor=_Discreet(Processes(processes, lambda: LentPool(self._doing, self._given_up))),
                sentences=asked.sentences,
                allow_private=self._bounds.allow_private,
                language=asked.language,
                progress=progress,
            )

        try:
            result = done()
        except OtherSettings:  # the operator has changed limits or models before this start
            shutil.rmtree(place, ignore_errors=True)
            result = done()
        self._jobs.tell(job.id, done=result.pairs, errors=result.errors)

    def _match(self, job: Job) -> None:
        asked = MatchAsked.model_validate_json((self._jobs.place(job.id) / REQUEST).read_bytes())
        folder = self._jobs.place(job.id) / RESULTS
        folder.mkdir(exist_ok=True)
        watch = self._watch(job)

        def progress(stage: str, done: int, total: int) -> None:
            if self._given_up():
                raise GivenUp
            if stage == "sketching":
                watch(done, 0)

        source, target = asked.articles()
        self._doing.done(Matching(folder, source, target, asked.window, asked.many, asked.least), progress)
        self._jobs.tell(job.id, done=job.total)

    def _given_up(self) -> bool:
        return self._stop.is_set() or self._deleted.is_set()

    def _watch(self, job: Job) -> Callable[[int, int], None]:
        """Notes how far a job is, now and then, and gives it up where it is deleted or grows too large."""
        told = weighed = time.monotonic()

        def watch(done: int, errors: int) -> None:
            nonlocal told, weighed
            if self._given_up():
                raise GivenUp
            now = time.monotonic()
            if now - told >= TELL:
                told = now
                self._jobs.tell(job.id, done=done, errors=errors)
            if now - weighed >= WEIGH:
                weighed = now
                weight = self._jobs.weight(job.id)
                self._jobs.tell(job.id, bytes=weight)
                if weight > self._bounds.kept:
                    raise Refusal("no_room")

        return watch


class _Discreet:
    """Does the tasks of a batch, and tells strangers no details of what nobody foresaw."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def map(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """As the executor does; the log gets the details."""
        for outcome in self._executor.map(tasks):
            if outcome.exit_status == UNFORESEEN:
                log.error("pair %d: %s", outcome.number, outcome.error)
                yield replace(outcome, error=str(Refusal("internal").message))
            else:
                yield outcome
