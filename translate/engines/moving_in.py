"""Folders of models among others of their kind: a new one comes in whole, and no kill on the way loses the old one."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

from filelock import FileLock

LOCK_SECONDS = 60
UNFINISHED = ".parallax-unfinished-"  # begins the name of every folder that is not yet, or no longer, a model


def move_in(unpacked: Path, wanted: Path, replaced: Iterable[Path]) -> Path:
    """Put a folder among the others, and delete those that it replaces; where it is now.

    The new one never takes the place of an old one, which would have to be moved away first: a kill between the two
    steps would leave neither. It comes beside the old one, which then goes, so that there is always a whole one.

    Args:
        unpacked: The folder, on the same disk.
        wanted: Where it goes, or beside it where that is taken: "translate-ru_en-1_9-2".
        replaced: Those that go once it is there; one in the wanted place that is not among them is of no use to anyone.
    """
    going = list(replaced)
    if wanted.exists() and wanted not in going:
        delete(wanted)
    names = chain([wanted.name], (f"{wanted.name}-{number}" for number in count(2)))
    target = next(place for name in names if not (place := wanted.with_name(name)).exists())
    os.replace(unpacked, target)
    for old in going:
        delete(old)
    return target


def delete(folder: Path) -> None:
    """Delete a folder: out of the listing in one step, then from the disk."""
    with tempfile.TemporaryDirectory(dir=folder.parent.parent, prefix=UNFINISHED) as gone:
        os.replace(folder, Path(gone) / folder.name)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Makes a folder of models if it is not there, and keeps other processes from changing it meanwhile.

    Raises:
        Timeout: Another one has been changing it for LOCK_SECONDS.
        OSError: It cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.parent / ".parallax-packages.lock", timeout=LOCK_SECONDS):
        for left in folder.parent.glob(f"{UNFINISHED}*"):  # of a process that was killed: others wait for the lock
            shutil.rmtree(left, ignore_errors=True)
        yield
