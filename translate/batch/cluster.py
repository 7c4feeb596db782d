"""A Dask cluster as a place to work: a running one, or processes of this machine that Dask looks after.

Dask itself gives the work to whoever is free, takes it from those who are slow, and gives it again where a worker ends.
"""

import logging
import pickle
import secrets
import time
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeVar

from translate.batch.cluster_worker import ClusterError, Likeness, Placed, done, likeness, packed, require_like
from translate.batch.outcome import Outcome, failed
from translate.batch.process import ComparisonEnded, cores
from translate.batch.task import UNFORESEEN, Task
from translate.batch.worker import Ended, Work
from translate.errors import LibraryMissing, OptionError, TranslateError
from translate.installation import has_libraries
from translate.options import Options
from translate.text.files import write_output
from translate.text.places import scheme_of
from translate.wording.phrase import Phrase

LOCAL: Final = "local"
HERE: Final = "127.0.0.1"
SCHEMES: Final = ("tcp", "tls", "ws", "wss")
PATIENCE: Final = 60.0  # seconds until a scheduler answers and a worker is there
AHEAD: Final = 2  # tasks for each thread of the cluster that are handed over before they can be begun
RETRIES: Final = 1  # of a task that fails with something other than an error of ours
COUNTED: Final = 2.0  # seconds after which the threads of a cluster, which may come and go, are counted again

Future = Any  # of distributed, which the core goes without
Job = TypeVar("Job", bound=Work[Any])


class Dask:
    """Workers of a Dask cluster. An Executor for `run`, and what `match` takes to sketch articles.

    Close it in the end, or use it in a `with`.
    """

    def __init__(self, scheduler: str = LOCAL, workers: int | None = None) -> None:
        """Connect; versions are compared before anything is asked for.

        Args:
            scheduler: Address of one that runs, "tcp://HOST:PORT"; "local" for processes of this machine, which end
                with this object.
            workers: How many processes of this machine; as many as there are cores if None.

        Raises:
            OptionError: It is no address.
            LibraryMissing: Dask is not installed.
            ClusterError: The cluster cannot be reached, has no workers, or other versions.
        """
        if scheduler != LOCAL and scheme_of(scheduler) not in SCHEMES:
            raise OptionError(
                Phrase("{given} is no scheduler. Give tcp://HOST:PORT, or local.", given=repr(scheduler)[:200])
            )
        if not has_libraries("distributed"):
            raise LibraryMissing(Phrase("A cluster"), "distributed", "cluster")
        self._scheduler = scheduler
        self._cluster: Any = None
        self._threads, self._counted = 1, -COUNTED
        self._name = secrets.token_hex(4)  # begins the names of our tasks, since a cluster may serve others
        self._submitted_jobs = 0
        self._last: tuple[Options | None, Likeness, bytes] | None = None
        self._client = self._connected(workers)
        try:
            self._require_same()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Dask":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the cluster; processes of this machine end."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def map(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """In any order; see `Executor`. Where the caller stops, what is not begun is taken back.

        Raises:
            ClusterError: The cluster was lost, or has workers that are unlike this program; a second run goes on.
        """
        finished = _distributed().as_completed(loop=self._client.loop)
        waiting: dict[str, tuple[Task, Future]] = {}

        def next_outcome() -> Outcome:
            future = next(finished)
            task, _ = waiting.pop(future.key)
            try:
                outcome: Outcome = self._result(future)
            except ComparisonEnded:
                return failed(task.pair, UNFORESEEN, _ended_told())
            return outcome

        with _Mark() as mark:
            try:
                for task in tasks:
                    job = Placed(task, _folder_of(task), mark.in_folder(task.plan.out))
                    future = self._submitted(job, task.plan.options)
                    waiting[future.key] = task, future
                    finished.add(future)
                    while len(waiting) >= self._room():
                        yield next_outcome()
                while waiting:
                    yield next_outcome()
            finally:
                self._taken_back(future for _, future in waiting.values())

    def in_order(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Any]]:
        """Each job with what came of it, in their order; taken as there is room for them.

        Raises:
            ComparisonEnded: The workers of a job ended over and over.
            ClusterError: As for `map`.
            TranslateError: A job cannot be done.
        """
        waiting: deque[tuple[Job, Future]] = deque()
        try:
            for job in jobs:
                waiting.append((job, self._submitted(job, None)))
                while len(waiting) >= self._room():
                    first, future = waiting.popleft()
                    yield first, self._result(future)
            while waiting:
                first, future = waiting.popleft()
                yield first, self._result(future)
        finally:
            self._taken_back(future for _, future in waiting)

    def _connected(self, workers: int | None) -> Any:
        """A client; of processes of this machine, where no other scheduler was named."""
        distributed = _distributed()
        address: Any = self._scheduler
        with self._reached(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of other versions, which are compared below
            if self._scheduler == LOCAL:
                self._cluster = distributed.LocalCluster(
                    n_workers=workers or cores(),
                    threads_per_worker=1,
                    host=HERE,
                    dashboard_address=f"{HERE}:0",
                    worker_dashboard_address=f"{HERE}:0",
                    silence_logs=logging.ERROR,
                )
                address = self._cluster
            return distributed.Client(address, timeout=PATIENCE, set_as_default=False)

    def _require_same(self) -> None:
        """Refuse a cluster without workers, and one that would find something else or could not be talked to."""
        with self._reached():
            self._client.wait_for_workers(1, timeout=PATIENCE)
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always")
                self._client.get_versions(check=True)
            found = self._client.run(likeness, None, on_error="return")
        mismatch = next((str(warning.message) for warning in told if "Mismatched" in str(warning.message)), "")
        if mismatch:
            raise ClusterError(
                Phrase(
                    "The machines of {scheduler} have other versions than this one. Install the same on all; one image "
                    "for all does that. {told}",
                    scheduler=self._scheduler,
                    told=mismatch,
                )
            )
        ours = likeness(None)
        for address, theirs in found.items():
            if isinstance(theirs, BaseException):
                raise _broken(address, theirs) from theirs
            require_like(ours, theirs)

    def _submitted(self, job: Work[object], options: Options | None) -> Future:
        self._submitted_jobs += 1
        expected, key = self._expected(options)
        with self._reached():
            return self._client.submit(
                done,
                packed(job),
                expected,
                key,
                key=f"parallax-{self._name}-{self._submitted_jobs}",
                pure=False,
                retries=RETRIES,
            )

    def _expected(self, options: Options | None) -> tuple[Likeness, bytes]:
        """What the workers have to be like, looked up once for all tasks with the same options."""
        if self._last is None or self._last[0] is not options:
            self._last = options, likeness(options), pickle.dumps(options)
        return self._last[1], self._last[2]

    def _result(self, future: Future) -> Any:
        """What a task came to."""
        killed = _distributed().KilledWorker
        try:
            with self._reached():
                answer: Ended = pickle.loads(future.result())
        except (killed, MemoryError) as error:
            raise ComparisonEnded from error
        except ClusterError:
            raise
        except Exception as error:  # no work of ours ends so: what a worker lacks
            raise _broken(self._scheduler, error) from error
        if isinstance(answer.outcome, TranslateError):
            raise answer.outcome
        return answer.outcome

    def _room(self) -> int:
        """How many tasks may be under way, or wait for that, at once."""
        if time.monotonic() - self._counted > COUNTED:
            with self._reached():
                self._threads = sum(self._client.nthreads().values())
            self._counted = time.monotonic()
        return AHEAD * max(1, self._threads)

    def _taken_back(self, futures: Iterable[Future]) -> None:
        with suppress(Exception):  # of a cluster that was lost there is nothing to take back
            self._client.cancel([*futures])

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Tell what a lost cluster raises as an error of ours."""
        try:
            yield
        except TranslateError:
            raise
        except (OSError, CancelledError, TimeoutError) as error:
            raise ClusterError(
                Phrase(
                    "The cluster {scheduler} cannot be reached, or has no workers ({error}). Start a scheduler and "
                    "workers, and run this again: what is done is not done again.",
                    scheduler=self._scheduler,
                    error=f"{type(error).__name__}: {error}".partition("\n")[0][:300],
                )
            ) from error


class _Mark:
    """A file in the folder of the results by which a worker sees that it is the same folder, while its block runs."""

    def __init__(self) -> None:
        self._name = f".parallax-{secrets.token_hex(8)}.part"  # as drafts are called, so that one left behind goes, too
        self._made: dict[str, str] = {}

    def __enter__(self) -> "_Mark":
        return self

    def __exit__(self, *error: object) -> None:
        for mark in self._made.values():
            Path(mark).unlink(missing_ok=True)

    def in_folder(self, folder: str) -> str:
        """Its absolute path; "" in a store, where it takes none.

        Raises:
            OutputError: It cannot be made.
        """
        if scheme_of(folder):
            return ""
        if folder not in self._made:
            mark = str(Path(folder).absolute() / self._name)
            write_output(mark, b"")
            self._made[folder] = mark
        return self._made[folder]


def _folder_of(task: Task) -> str:
    """The current folder, where paths of a task are told from there."""
    paths = [task.plan.out, *(side.value for side in (task.pair.source, task.pair.target) if side.kind == "file")]
    return str(Path.cwd()) if any(not scheme_of(path) and not Path(path).is_absolute() for path in paths) else ""


def _broken(address: str, error: BaseException) -> ClusterError:
    return ClusterError(
        Phrase(
            "The worker {address} cannot run Parallax ({error}). Install the same on all machines; one image for all "
            "does that.",
            address=address,
            error=repr(error)[:300],
        )
    )


def _ended_told() -> str:
    return Phrase(
        "The workers that compared this pair ended before it was done, one after the other: they may have run out of "
        "memory. Compare a shorter part, or give workers more memory. What they said of that is in their logs."
    )


def _distributed() -> Any:
    return import_module("distributed")
