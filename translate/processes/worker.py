"""A process that compares for the page or for a batch: one job after the other, asked and answered through its pipes.

`process.py` starts it and talks to it. It ends when whoever started it closes its pipe, and at once when that ends it.
"""

import copyreg
import gc
import logging
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, Protocol, TypeVar

from translate.alignment.by_hand import Link
from translate.comparison import Comparison
from translate.engines import advice
from translate.engines.encoder import default_encoder
from translate.engines.translation import Translations
from translate.errors import TranslateError
from translate.options import Options
from translate.pipeline import compare
from translate.samples import load_sample, sample_names
from translate.settings.limits import Progress
from translate.several.comparing import compare_many
from translate.several.versions import Versions
from translate.text.document import Document
from translate.text.origin import FileText
from translate.wording.phrase import Phrase

REHEARSED = "rehearsed"  # the argument of a process that is to be quick from its first job on
SELDOM = (10_000, 20, 100)  # thresholds of the garbage collection, whose walks over all words cost a seventh of a pair
ENDS_FIRST = "500"  # of 1000: where memory runs out, the kernel ends this process and leaves the one that began it

Result = TypeVar("Result", covariant=True)


class Work(Protocol[Result]):
    """What a process is asked to do; it is pickled, and so is what comes of it."""

    def do(self, progress: Progress) -> Result:
        """Do it.

        Args:
            progress: Called as `compare` calls it.

        Raises:
            TranslateError: It cannot be done; told to whoever asked.
        """
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be compared; the attributes are what `compare` takes."""

    source: str | FileText | Document
    target: str | FileText | Document
    options: Options
    links: Sequence[Link] = ()
    translation: Translations | None = None
    one_language: bool = False

    def do(self, progress: Progress) -> Comparison:
        """What `compare` finds, and raises."""
        return compare(
            self.source,
            self.target,
            self.options,
            progress=progress,
            links=self.links,
            translation=self.translation,
            one_language=self.one_language,
        )


@dataclass(frozen=True, slots=True)
class ManyJob:
    """Versions that are to be compared together; the attributes are what `compare_many` takes."""

    texts: Sequence[str | FileText]
    options: Options

    def do(self, progress: Progress) -> Versions:
        """What `compare_many` finds, and raises."""
        return compare_many(self.texts, self.options, progress=progress)


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far it is, as `compare` tells it."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Advised:
    """What `advise` would tell in the log, for the log of whoever began the process."""

    advice: Phrase


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of one job.

    Attributes:
        outcome: What came of it, or why nothing can.
        peak: The most memory that this process has held, in MiB; 0 where that is not known.
    """

    outcome: object
    peak: float


class _Pickler(pickle.Pickler):
    """Gives errors as they are: unpickling would make them from their message, and their classes from much else."""

    def reducer_override(self, obj: object) -> Any:
        if isinstance(obj, TranslateError):
            return copyreg.__newobj__, (type(obj), *obj.args), obj.__dict__  # type: ignore[attr-defined]
        return NotImplemented


class _HandingOn(logging.Handler):
    """Takes what is advised to whoever began this process, who hears it from each of his."""

    def __init__(self, answers: IO[bytes]) -> None:
        super().__init__()
        self._answers = answers

    def emit(self, record: logging.LogRecord) -> None:
        assert isinstance(record.msg, Phrase)
        write(Advised(record.msg), self._answers)


def write(message: Work[object] | Progressed | Advised | Ended, to: IO[bytes]) -> None:
    """Send a message at once."""
    _Pickler(to, pickle.HIGHEST_PROTOCOL).dump(message)
    to.flush()


def main() -> None:
    """Serve the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a key pressed in the console is for whoever began this
    with suppress(OSError):  # on Linux alone
        Path("/proc/self/oom_score_adj").write_text(ENDS_FIRST, encoding="ascii")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    log = logging.getLogger(advice.__name__)
    log.addHandler(_HandingOn(answers))
    log.propagate = False
    with suppress(BrokenPipeError, EOFError, KeyboardInterrupt):  # nobody asks any more
        if REHEARSED in sys.argv:
            rehearse()
        serve(sys.stdin.buffer, answers)
    os._exit(0)  # what was not written by now has no reader, and no thread of a library is waited for


def rehearse() -> None:
    """Compare two headlines, so that the words of both languages are read before anybody waits for them."""
    sample = load_sample(sample_names()[0])
    source, target = (text.partition("\n")[0] for text in (sample.source, sample.target))
    with suppress(TranslateError):  # told to whoever asks
        compare(source, target)


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Do one job after the other.

    Args:
        jobs: A Work, pickled, and then the next one.
        answers: Takes, for each of them, Progressed and Advised and at the end Ended, pickled.

    Raises:
        EOFError: There are no more jobs.
        BrokenPipeError: Nobody reads the answers.
    """
    default_encoder().encode([""])  # its weights are read before the first comparison is asked for
    gc.set_threshold(*SELDOM)
    while True:
        job: Work[object] = pickle.load(jobs)
        try:
            outcome = _done(job, lambda *stage: write(Progressed(*stage), answers))
        except (BrokenPipeError, EOFError):
            raise
        except Exception:
            traceback.print_exc()  # a bug, for the log; whoever asked is told that this process has ended
            sys.stderr.flush()
            os._exit(1)
        write(Ended(outcome, _peak()), answers)
        if not gc.get_freeze_count():
            gc.collect()
            gc.freeze()  # the words and models that the first job has read stay: nobody need walk over them again


def _done(job: Work[object], progress: Progress) -> object:
    try:
        return job.do(progress)
    except TranslateError as error:
        return error


def _peak() -> float:
    """The most memory that this process has held so far, in MiB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():  # on Linux, where getrusage begins with what whoever began this process held
        held = next(line for line in status.read_text("utf-8", "replace").splitlines() if line.startswith("VmHWM"))
        return int(held.split()[1]) / 2**10
    try:
        import resource
    except ImportError:  # on Windows
        return 0.0
    unit = 1 if sys.platform == "darwin" else 2**10  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
