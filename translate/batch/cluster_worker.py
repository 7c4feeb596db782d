"""What a worker of a cluster does: jobs that come as bytes, and whether it is like the client.

Jobs and what comes of them travel as bytes that `worker.write` has made: errors of ours arrive as they were, and what
another version of Parallax could not read is told as that.
"""

import io
import os
import pickle
import threading
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from platform import node
from typing import Final

from translate import __version__
from translate.batch.task import Task
from translate.differences.finding import REVISION
from translate.engines.encoder import default_encoder
from translate.engines.engine_table import find_model
from translate.engines.forced_decoding import SWITCH_VARIABLE as FORCED_DECODING
from translate.errors import EngineError, TranslateError
from translate.languages.registry import directions
from translate.options import Options
from translate.processes.worker import Ended, Work, write
from translate.settings import environment
from translate.settings.limits import Progress, unwatched
from translate.story.states import SWITCH_VARIABLE as SECOND_ENCODER
from translate.story.states import judged_by
from translate.wording.phrase import Phrase

SWITCHES: Final = (SECOND_ENCODER, FORCED_DECODING)  # they change what is found

Likeness = tuple[tuple[str, str], ...]
"""What results depend on besides what is asked for, as pairs of what it is and its version or state."""

_ONE: Final = threading.Lock()  # threads of a worker take turns: a comparison fills a core, and changes the folder


class ClusterError(TranslateError):
    """A cluster cannot be reached, is another one than the work needs, or was lost."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A task of a batch, done where its paths lead to the same files as at the client's.

    Attributes:
        task: What is to be done.
        folder: That relative paths are told from; "" where there are none.
        mark: A file that the client made in the folder of the results; "" where that is in a store.
    """

    task: Task
    folder: str
    mark: str

    def do(self, progress: Progress) -> object:
        """What the task's `do` gives, and raises.

        Raises:
            ClusterError: The folder of the results is no folder that this worker shares with the client.
        """
        with _standing_in(self.folder):
            if self.mark and not os.path.exists(self.mark):
                raise _unshared(self.task.plan.out)
            return self.task.do()


def likeness(options: Options | None) -> Likeness:
    """Of this process.

    Args:
        options: Of a batch, whose engine counts as well; None for what takes no translation.
    """
    encoder = default_encoder()
    common = (
        ("Parallax", __version__),
        ("differences", str(REVISION)),
        ("encoder", encoder.name),
        ("models", judged_by(encoder.fitted_as)),
        *((name, str(environment.told(name))) for name in SWITCHES),
    )
    if options is None:
        return common
    return (*common, *((f"{source}-{target}", _model(source, target, options)) for source, target in directions()))


def done(job: bytes, expected: Likeness, options: bytes) -> bytes:
    """Do one job.

    Args:
        job: A Work, pickled.
        expected: Likeness of the client.
        options: That it is of, pickled.

    Returns:
        An Ended, pickled; its outcome is what came of the job, or the TranslateError that it ended with.
    """
    outcome: object
    try:
        require_like(expected, _own(options))
        work: Work[object] = pickle.loads(job)
        with _ONE:
            outcome = work.do(unwatched)  # jobs are counted, not the stages of one
    except TranslateError as error:
        outcome = error
    return packed(Ended(outcome, 0.0))


def packed(message: "Work[object] | Ended") -> bytes:
    """A job or an answer as bytes."""
    whole = io.BytesIO()
    write(message, whole)
    return whole.getvalue()


def require_like(expected: Likeness, found: Likeness) -> None:
    """Refuse a worker that would find something else.

    Raises:
        ClusterError: It would; the message says what is different, and where.
    """
    if expected == found:
        return
    ours, theirs = dict(expected), dict(found)
    names = [name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)]
    raise ClusterError(
        Phrase(
            "The worker on {host} is another one than this program: {changed}. Install the same on all machines, and "
            "set the same variables there; one image for all does that.",
            host=node(),
            changed=", ".join(f"{name}: {ours.get(name)} here, {theirs.get(name)} there" for name in names),
        )
    )


@lru_cache(maxsize=8)
def _own(options: bytes) -> Likeness:
    """Likeness of this worker, looked up once for each batch."""
    return likeness(pickle.loads(options))


def _model(source: str, target: str, options: Options) -> str:
    """Who translates a direction here."""
    try:
        found = find_model(source, target, options)
    except EngineError as error:
        return type(error).__name__
    return f"{found[0].info.name} {found[1].name}" if found else "none"


@contextmanager
def _standing_in(folder: str) -> Iterator[None]:
    if not folder:
        yield
        return
    if not os.path.isdir(folder):
        raise _unshared(folder)
    with chdir(folder):
        yield


def _unshared(folder: str) -> ClusterError:
    return ClusterError(
        Phrase(
            "The worker on {host} does not see {folder} as this program does. Share that folder between all machines, "
            "or give addresses in a store, such as s3://BUCKET/FOLDER.",
            host=node(),
            folder=folder,
        )
    )
