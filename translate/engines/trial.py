"""A model shows that it translates before it is moved in or loaded here, in processes of its own: it can do no harm."""

import os
import pickle
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.engines.child_process import answer, end, started
from translate.languages.registry import pair_of

WORKER = "translate.engines.ctranslate2_worker"
MODEL = "--model"  # before a model of the user's own
ROOT = Path(__file__).parents[2]  # where `translate` is found, installed or not
PLAIN = "Parallax 2026."  # for languages without a trial of their own
LONGEST_TRIAL = 120.0  # seconds; a model of Argos's size takes three
SLOWEST_DISK = 10_000_000  # bytes a second; models of the user's own have up to several GB to be read


@dataclass(frozen=True, slots=True)
class Trial:
    """A sentence that no model gets wrong.

    Attributes:
        sentence: To be translated.
        beginnings: Of words that stand in every right translation, case-folded.
    """

    sentence: str
    beginnings: tuple[str, ...]

    def passed(self, translation: str) -> bool:
        """Whether a translation has all of those words."""
        words = re.findall(r"\w+", translation.casefold())
        return all(any(word.startswith(beginning) for word in words) for beginning in self.beginnings)


def trial_of(from_code: str, to_code: str) -> Trial | None:
    """The trial of a pair of languages; None where it has none."""
    known = pair_of(from_code, to_code)
    table = known.table("trial") if known is not None else {}
    return Trial(table[from_code]["sentence"], tuple(table[to_code]["beginnings"])) if table else None


def try_package(folder: Path, from_code: str, to_code: str) -> None:
    """Load a package of CTranslate2's and translate with it, in every way in which it may be asked.

    What it makes of the sentences is not judged: a package may know the words of some texts alone.

    Args:
        folder: The package.
        from_code, to_code: Its languages.

    Raises:
        WorkerFailed: It does not translate, or ended the process that tried.
    """
    trial = trial_of(from_code, to_code)
    sentence = trial.sentence if trial else PLAIN
    _tried([str(folder)], [sentence, PLAIN, " ".join([sentence] * 20)], LONGEST_TRIAL)


def try_model(model: object, size: int) -> str:
    """Load a model and translate a short sentence with it, in every way in which it may be asked.

    Args:
        model: A `CTranslate2Model`, which goes to a process of ours pickled.
        size: Bytes of its weights; a large one may take longer.

    Returns:
        What it makes of the sentence, which is not judged.

    Raises:
        WorkerFailed: It does not translate, or ended the process that tried.
    """
    return _tried([MODEL, pickle.dumps(model).hex()], [PLAIN], LONGEST_TRIAL + size / SLOWEST_DISK)[0]


def _tried(what: Sequence[str], sentences: Sequence[str], longest: float) -> list[str]:
    """Translations of sentences by a process that is begun for them and given so many seconds."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    worker = started(["-m", WORKER, *what], {"PYTHONPATH": path})
    limit = threading.Timer(longest, worker.kill)
    limit.start()
    try:
        return answer(worker, sentences)
    finally:
        limit.cancel()
        end(worker)
