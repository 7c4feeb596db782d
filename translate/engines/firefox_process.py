"""Processes that work with Firefox's models: started when they are needed, ended when nobody holds them any more."""

import json
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from translate.wording.phrase import Phrase

WORKER = Path(__file__).with_name("firefox_worker.py")
MOST_WORKERS = 4  # each holds the model, 70 to 110 MB of it
CHUNK = 8  # sentences sent at once: a second of work
PATIENCE = 5.0  # seconds that a process is given to end


class WorkerFailed(Exception):
    """A process ended or could not do what it was asked for.

    Attributes:
        what: It said of that, or that it said nothing.
    """

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


class Workers:
    """As many processes with one model as there are cores, at most MOST_WORKERS; several threads may share them."""

    def __init__(self, files: Sequence[Path]) -> None:
        """
        Args:
            files: Model, vocabulary of the source, vocabulary of the target, and the shortlist if it is to be used.
        """
        self._arguments = ["translate", *map(str, files)]
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
            for answer in pool.map(self._asked, chunks):
                done += answer
                progress(len(done))
            return done
        finally:
            pool.shutdown(cancel_futures=True)

    def _asked(self, chunk: Sequence[str]) -> list[str]:
        with self._lent() as worker:
            return _answer(worker, json.dumps(list(chunk)), len(chunk))

    @contextmanager
    def _lent(self) -> Iterator[subprocess.Popen[str]]:
        """A process that nobody else uses; one that fails is not used again."""
        with self._places:
            with self._lock:
                worker = self._free.pop() if self._free else None
            if worker is None:
                worker = _started(self._arguments)
                with self._lock:
                    self._all.append(worker)
            try:
                yield worker
            except BaseException:
                with self._lock:
                    self._all.remove(worker)
                _end(worker)
                raise
            with self._lock:
                self._free.append(worker)


def unpacked(packed: Path, to: Path) -> None:
    """Unpack a file packed by zstd.

    Raises:
        WorkerFailed: It is damaged, or unpacks to more than any model has.
    """
    worker = _started(["unpack", str(packed), str(to)])
    try:
        said = worker.communicate()[0]
    finally:
        _end(worker)
    if worker.returncode != 0:
        raise WorkerFailed(_error(said))


def _started(arguments: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", str(WORKER), *arguments],  # -P: the modules beside the script are none of its own
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _answer(worker: subprocess.Popen[str], question: str, count: int) -> list[str]:
    assert worker.stdin is not None
    assert worker.stdout is not None
    try:
        worker.stdin.write(question + "\n")
        worker.stdin.flush()
    except OSError:
        pass  # it has ended: what it has said of that is read here
    line = worker.stdout.readline()
    with suppress(ValueError):
        answer = json.loads(line)
        if isinstance(answer, list) and len(answer) == count:
            return [str(text) for text in answer]
    raise WorkerFailed(_error(line))


def _error(line: str) -> str:
    """What a process said of its failure, or that it said nothing."""
    with suppress(ValueError, TypeError, KeyError):
        return str(json.loads(line)["error"])
    return Phrase("the process that works with the model ended")


def _end(worker: subprocess.Popen[str]) -> None:
    with suppress(OSError):
        if worker.stdin is not None:
            worker.stdin.close()  # which it waits for
    try:
        worker.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
    if worker.stdout is not None:
        worker.stdout.close()


def _end_all(workers: list[subprocess.Popen[str]]) -> None:
    for worker in workers:
        _end(worker)
