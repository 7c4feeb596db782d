"""A file that is replaced whole: whoever reads it sees the old one or the new one, however many write it at once."""

import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO

LEFT_BEHIND = 24 * 3600.0  # seconds after which a draft belongs to no run that still goes on
SWEPT = 10_000  # entries of a folder beyond which nobody looks through it for the drafts of others

_DRAFT = re.compile(r"\.parallax-[0-9a-f]{16}\.part")  # as short whatever the file is called, and like no one else's


def replace_whole(path: Path, data: bytes) -> None:
    """Put a file in its place in one step; one that is there keeps its mode, and stays if this fails.

    Raises:
        OSError: The folder or the disk refuses.
    """
    with replaced_whole(path) as file:
        file.write(data)


@contextmanager
def replaced_whole(path: Path) -> Iterator[BinaryIO]:
    """The same for what is written piece by piece: it stands in its place once the block ends well.

    Raises:
        OSError: The folder or the disk refuses.
    """
    draft = path.with_name(f".parallax-{secrets.token_hex(8)}.part")
    file = draft.open("xb")  # "x" follows no link and takes no other's draft, so that from here on it is ours to delete
    try:
        with file:
            yield file
        with suppress(FileNotFoundError):
            shutil.copymode(path, draft)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sweep(path.parent)


def _sweep(folder: Path) -> None:
    """Delete the drafts of runs that were killed; one that cannot be deleted is no concern of the file just written."""
    before = time.time() - LEFT_BEHIND
    with suppress(OSError):
        for entry in islice(folder.iterdir(), SWEPT):
            if _DRAFT.fullmatch(entry.name) and entry.lstat().st_mtime < before:
                entry.unlink()
