"""Processes that work with Firefox's models: started when they are needed, ended when nobody holds them any more."""

import os
import subprocess
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from translate.engines.child_process import WorkerFailed, answer, end, error_in, started

WORKER = Path(__file__).with_name("firefox_worker.py")
MOST_WORKERS = 4  # each holds the model, 70 to 110 MB of it
CHUNK = 8  # sentences sent at once: a second of work


class Workers:
    """As many processes with one model as there are cores, at most MOST_WORKERS; several threads may share them."""

    def __init__(self, files: Sequence[Path]) -> None:
        """
        Args:
            files: Model, vocabulary of the source, vocabulary of the target, and the shortlist if it is to be used.
        """
        self._arguments = [str(WORKER), "translate", *map(str, files)]
        self._most = min(os.cpu_count() or 1, MOST_WORKERS)
        self._places = threading.BoundedSemaphore(self._most)
        self._free: list[subprocess.Popen[str]] = []
        self._lock = threading.Lock()
        self._all: list[subprocess.Popen[str]] = []
        weakref.finalize(self, _end_all, self._all)

    def translated(self, sentences: Sequence[str], progress: Callable[[int], None]) -> list[str]:
        """One translation for each sentence, in order.

        Args:
            sentences: Each short enough for the model.
            progress: Called in this thread with the number of sentences done.

        Raises:
            WorkerFailed: The files are damaged or do not fit each other.
        """
        chunks = [sentences[start : start + CHUNK] for start in range(0, len(sentences), CHUNK)]
        pool = ThreadPoolExecutor(self._most)
        try:
            done: list[str] = []
            for texts in pool.map(self._asked, chunks):
                done += texts
                progress(len(done))
            return done
        finally:
            pool.shutdown(cancel_futures=True)

    def _asked(self, chunk: Sequence[str]) -> list[str]:
        with self._lent() as worker:
            return answer(worker, chunk)

    @contextmanager
    def _lent(self) -> Iterator[subprocess.Popen[str]]:
        """A process that nobody else uses; one that fails is not used again."""
        with self._places:
            with self._lock:
                worker = self._free.pop() if self._free else None
            if worker is None:
                worker = started(self._arguments)
                with self._lock:
                    self._all.append(worker)
            try:
                yield worker
            except BaseException:
                with self._lock:
                    self._all.remove(worker)
                end(worker)
                raise
            with self._lock:
                self._free.append(worker)


def unpacked(packed: Path, to: Path) -> None:
    """Unpack a file packed by zstd.

    Raises:
        WorkerFailed: It is damaged, or unpacks to more than any model has.
    """
    worker = started([str(WORKER), "unpack", str(packed), str(to)])
    try:
        said = worker.communicate()[0]
    finally:
        end(worker)
    if worker.returncode != 0:
        raise WorkerFailed(error_in(said))


def _end_all(workers: list[subprocess.Popen[str]]) -> None:
    for worker in workers:
        end(worker)
