"""Where the files of a batch lie: a folder of this machine, or one in a store, which cannot be appended to.

The journal is appended to after each pair, which no object store can. So the journal of a batch whose results go to a
store lies on this machine and loses nothing by a kill; its copy beside the results, written now and then and at the
end, lets another machine go on.
"""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from filelock import BaseFileLock, FileLock, Timeout

from translate.batch.journal import NAME as JOURNAL
from translate.errors import OutputError
from translate.installation import user_data_path
from translate.text.places import get_file, is_remote, place_of, put_file, put_piece_by_piece, reached, sizes_in
from translate.wording.phrase import Phrase

LOCK: Final = ".lock"
BATCHES: Final = "batches"  # folder of journals, beside what else is kept for the user
EVERY: Final = 120.0  # seconds between two copies; one of a million pairs has half a gigabyte


class Home:
    """The folder of one batch.

    Attributes:
        folder: Of the results.
        journal: The folder of this machine that holds the journal and the lock; the same one where it can be.
    """

    def __init__(self, out: str) -> None:
        """
        Args:
            out: A path, or the address of a folder in a store.

        Raises:
            OutputError: It cannot be made.
            PlaceError, LibraryMissing: Nothing leads there.
        """
        self.folder = place_of(out)
        self.is_remote = is_remote(self.folder)
        digest = hashlib.sha256(str(self.folder).encode(errors="replace")).hexdigest()[:16]
        self.journal = user_data_path("parallax") / BATCHES / digest if self.is_remote else self.folder
        self._copied = time.monotonic()
        self._listed: tuple[Path, dict[str, int]] | None = None
        with writing(self.journal):
            self.journal.mkdir(parents=True, exist_ok=True)

    def locked(self) -> BaseFileLock:
        """The lock of the folder, which a kill lets go of as well; of one in a store, for this machine alone.

        Raises:
            OutputError: Another batch is at work there, or it cannot be written.
        """
        lock = FileLock(self.journal / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise OutputError(
                Phrase(
                    "Another batch is at work in {folder}. Wait for its end, or give another place with -o.",
                    folder=self.folder,
                )
            ) from error
        except OSError as error:
            raise _unwritable(self.journal, error) from error
        return lock

    def begin(self, *, anew: bool) -> None:
        """Before the journal is opened: forget it, or fetch what another machine has written of it."""
        mine = self.journal / JOURNAL
        if anew:
            with writing(self.journal):
                mine.unlink(missing_ok=True)
        if not self.is_remote:
            return
        copy = self.folder / JOURNAL
        with writing(self.folder):
            there = sizes_in(self.folder).get(JOURNAL, 0)
            if anew and there:
                with reached(copy):
                    copy.unlink()
            elif there > (mine.stat().st_size if mine.is_file() else 0):  # the longer one knows more
                get_file(copy, mine)

    def copy(self, *, now: bool = False) -> None:
        """Copy the journal to the results, where it is time for that.

        Raises:
            OutputError: The store refuses.
        """
        if self.is_remote and (now or time.monotonic() - self._copied > EVERY):
            with writing(self.folder):
                put_file(self.journal / JOURNAL, self.folder / JOURNAL)
            self._copied = time.monotonic()

    def has(self, name: str) -> bool:
        """Whether a file of the results is there and not empty.

        Those of a store are looked up folder by folder, since each pair by itself would take a request.

        Raises:
            OutputError: The store cannot be reached.
        """
        file = self.folder / name
        if not self.is_remote:
            with suppress(OSError):
                return file.is_file() and file.stat().st_size > 0
            return False
        if self._listed is None or self._listed[0] != file.parent:
            with writing(self.folder):
                self._listed = file.parent, sizes_in(file.parent)
        return self._listed[1].get(file.name, 0) > 0

    @contextmanager
    def written(self, name: str) -> Iterator[BinaryIO]:
        """What writes a file of the results piece by piece; it stands in its place once the block ends well.

        Raises:
            OSError: The disk or the store refuses.
        """
        with put_piece_by_piece(self.folder / name) as file:
            yield file


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What the system raises while its block runs, as an error that names the place.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        Phrase(
            "Cannot write {name}: {reason}. Give another place with -o.",
            name=folder,
            reason=error.strerror or error,
        )
    )
