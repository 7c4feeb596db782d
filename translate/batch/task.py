"""One pair compared and written down: what a process is asked for, and any other place where work is done."""

import traceback
from dataclasses import dataclass

from translate.batch.home import writing
from translate.batch.outcome import Outcome, compared, failed
from translate.batch.pairs import Pair
from translate.errors import OptionError, OutputError, TranslateError
from translate.options import Options
from translate.pipeline import compare
from translate.report import FORMATS, render_bytes
from translate.settings.limits import Progress, watched
from translate.text.files import write_output
from translate.text.places import is_remote, place_of
from translate.wording.interface import DEFAULT, InterfaceLanguage
from translate.wording.phrase import Phrase

RESULTS = "results"  # the folder of them
IN_A_FOLDER = 1000  # pairs; folders of more are slow to list
MENDABLE, UNFORESEEN = 2, 70  # as the command line has them


@dataclass(frozen=True, slots=True)
class Plan:
    """How each pair of a batch is compared.

    Attributes:
        out: The folder that the results go to, or its address in a store.
        options: Settings of the comparisons.
        formats: Of the reports beside the JSON of each.
        sentences: Whether the files hold one sentence a line.
        allow_private: Whether pages may stand on this machine or in a private network.
        language: Of the reports.
    """

    out: str
    options: Options
    formats: tuple[str, ...] = ()
    sentences: bool = False
    allow_private: bool = False
    language: InterfaceLanguage = DEFAULT


@dataclass(frozen=True, slots=True)
class Task:
    """One pair to be compared."""

    pair: Pair
    plan: Plan

    def do(self, progress: Progress | None = None) -> Outcome:
        """Compare the pair, write its files, and say what came of it.

        The files are the same whoever writes them, so it does no harm to write them twice.

        Args:
            progress: As `compare` calls it.

        Raises:
            OutputError: Its files cannot be written; nothing that is wrong with the pair, and so with every other one.
            OptionError: The settings are wrong, likewise.
        """
        if self.pair.problem:
            return failed(self.pair, MENDABLE, self.pair.problem)
        try:
            return self._compared(progress)
        except (OutputError, OptionError):
            raise
        except TranslateError as error:
            return failed(self.pair, MENDABLE, str(error))
        except (MemoryError, BrokenPipeError):
            raise  # the process is of no use any more
        except Exception as error:
            self._write(".error.txt", traceback.format_exc().encode(errors="backslashreplace"))
            what = f"{type(error).__name__}: {error}"[:200]
            told = Phrase(
                "Something went wrong that nobody foresaw ({error}). Please report it with its details: {details}",
                error=what,
                details=self._name(".error.txt"),
            )
            return failed(self.pair, UNFORESEEN, told)

    def _compared(self, progress: Progress | None) -> Outcome:
        with watched(self.plan.options.limits):
            (source, first), (target, second) = (
                side.read(sentences=self.plan.sentences, allow_private=self.plan.allow_private)
                for side in (self.pair.source, self.pair.target)
            )
            comparison = compare(source, target, self.plan.options, progress=progress)
        written = {
            format: self._write(FORMATS[format].suffix, render_bytes(comparison, format, self.plan.language))
            for format in ("json", *self.plan.formats)
        }
        reports = {format: name for format, name in written.items() if format != "json"}
        told = tuple(str(doubt) for doubt in (first, second) if doubt)
        return compared(self.pair, comparison, written["json"], reports, told)

    def _name(self, suffix: str) -> str:
        return file_of(self.pair.number, suffix)

    def _write(self, suffix: str, data: bytes) -> str:
        """Write a file of the pair's and give its name."""
        path = place_of(self.plan.out) / self._name(suffix)
        if not is_remote(path):  # in a store, folders are but names
            with writing(path):
                path.parent.mkdir(parents=True, exist_ok=True)
        write_output(str(path), data)
        return self._name(suffix)


def file_of(number: int, suffix: str) -> str:
    """Where a file of a pair stands inside the folder of the batch.

    Example:
        >>> file_of(1, ".json"), file_of(12345, ".html")
        ('results/00000/00000001.json', 'results/00012/00012345.html')
    """
    return f"{RESULTS}/{number // IN_A_FOLDER:05}/{number:08}{suffix}"
