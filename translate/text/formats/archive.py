"""Zip archives from strangers: what is wanted of them, and never more than a bounded amount of it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from translate.errors import UnreadableFile
from translate.wording.phrase import Phrase

_ENCRYPTED = 0x1  # flag of an entry
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what office programs write


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold.

    Attributes:
        entries: Files in it, wanted or not.
        unpacked: Bytes of all wanted files together, unpacked.
    """

    entries: int = 5_000
    unpacked: int = 64 * 2**20


LIMITS = Limits()


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a zip archive does."""
    return data.startswith(b"PK\x03\x04")


def entry_names(data: bytes, name: str, limits: Limits = LIMITS) -> frozenset[str]:
    """Names of the files in an archive; arguments and errors as for `read_archive`."""
    return frozenset(info.filename for info in _entries(_opened(data, name), name, limits))


def read_archive(data: bytes, name: str, wanted: Callable[[str], bool], limits: Limits = LIMITS) -> dict[str, bytes]:
    """The wanted files in an archive, unpacked in memory; nothing is written anywhere, whatever their names are.

    Args:
        data: The archive.
        name: What to call it in an error.
        wanted: Whether a file of this name is to be unpacked.
        limits: Counted on what is really there, since what an archive says of itself may be a lie.

    Raises:
        UnreadableFile: It is damaged, encrypted, or larger than the limits.
    """
    archive = _opened(data, name)
    found: dict[str, bytes] = {}
    left = limits.unpacked
    for info in _entries(archive, name, limits):
        if not wanted(info.filename):
            continue
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableFile(name, PROTECTED)
        if info.compress_type not in _READABLE:
            raise UnreadableFile(name, DAMAGED)
        try:
            with archive.open(info) as entry:
                content = entry.read(left + 1)
        except BROKEN as error:
            raise UnreadableFile(name, DAMAGED) from error
        left -= len(content)
        if left < 0:
            raise UnreadableFile(name, Phrase("unpacked it holds more than {limit:,} bytes.", limit=limits.unpacked))
        found[info.filename] = content
    return found


# What zipfile raises on archives that are damaged or made to do damage.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
DAMAGED = Phrase("it is damaged. Open it in the program that made it and save it anew.")
PROTECTED = Phrase("it is protected by a password. Save a copy without one and give that.")


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise UnreadableFile(name, DAMAGED) from error


def _entries(archive: zipfile.ZipFile, name: str, limits: Limits) -> list[zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise UnreadableFile(name, Phrase("it holds more than {limit:,} files.", limit=limits.entries))
    return entries
