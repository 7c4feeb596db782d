"""Files and standard streams of the command line: texts in, reports out, and never half a report."""

import os
import sys
from io import BufferedReader, FileIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from translate.errors import InputError, OutputError, UnreadableFile
from translate.text.drafts import replace_whole
from translate.text.places import is_remote, place_of, put_whole, reached
from translate.text.shown import for_terminal
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from translate.text.origin import FileText

MAX_BYTES = 64 * 2**20  # of a file; a PDF has pictures; how much text is decoded, translate/settings/limits.py says
STREAM = "-"  # stands for standard input or standard output


def read_file(name: str | Path) -> "FileText":
    """One version of a story from a file, with the places in it; "-" is standard input.

    Read are plain texts in any usual encoding, saved web pages, Word and OpenDocument texts, PDF files, subtitles,
    mails, and lists of sentences in a column of a table.

    Args:
        name: Path of the file, or the address of one in a store such as s3://BUCKET/FILE. What it is shows in its
            content; its ending matters for tables alone.

    Raises:
        InputError: There is no such file, it cannot be read, it holds no text, or it holds both versions.
    """
    return one_version(*_bytes_of(name))


def read_versions_file(name: str | Path) -> "tuple[FileText, FileText]":
    """Both versions of a story from one file: a table with two columns, a translation memory or a translation job.

    Raises:
        InputError: As for `read_file`, or there is one version in it.
    """
    from translate.text.formats.contents import contents_of
    from translate.text.origin import BothVersions

    data, called = _bytes_of(name)
    found = contents_of(data, called)
    if not isinstance(found, BothVersions):
        raise InputError(
            Phrase(
                "Two texts are needed, and {name} holds one version of a story. Give a file for the other one, too.",
                name=called,
            )
        )
    return found.source, found.target


def read_text(name: str | Path) -> str:
    """Text of a file, as `read_file` reads it, without its places; arguments and errors likewise."""
    return read_file(name).text


def one_version(data: bytes, name: str) -> "FileText":
    """One version of a story from the bytes of a file.

    Args:
        data: The whole file.
        name: Of the file; what to call it in an error.

    Raises:
        InputError: As for `read_file`.
    """
    from translate.text.formats.contents import contents_of  # here: it brings numpy along, and --help reads nothing
    from translate.text.origin import BothVersions

    found = contents_of(data, name)
    if isinstance(found, BothVersions):
        raise InputError(
            Phrase("{name} holds both versions of a story. Give it alone, without another file.", name=name)
        )
    return found


def _bytes_of(name: str | Path) -> tuple[bytes, str]:
    """A whole file, and what to call it: its name without the folder."""
    if name == STREAM:
        try:
            return _bounded(sys.stdin.buffer, Phrase("standard input"))
        except OSError as error:
            raise InputError(
                Phrase(
                    "Cannot read standard input: {reason}. Send the text there, or give the path of its file.",
                    reason=_reason(error),
                )
            ) from error
    path = place_of(name)
    try:
        with reached(path), path.open("rb") as file:
            return _bounded(file, path.name)
    except (OSError, ValueError) as error:  # ValueError: no file can have that name
        raise InputError(
            Phrase(
                "Cannot read {name}: {reason}. Give the path of a text file, or - to read standard input.",
                name=name,
                reason=_reason(error),
            )
        ) from error


def _bounded(file: BinaryIO, name: str) -> tuple[bytes, str]:
    """All that a file holds, if that is no more than can be read; a device that never ends is found out as well."""
    size = os.fstat(file.fileno()).st_size if isinstance(file, FileIO | BufferedReader) else 0
    data = b"" if size > MAX_BYTES else file.read(MAX_BYTES + 1)
    if max(size, len(data)) > MAX_BYTES:
        raise UnreadableFile(
            name, Phrase("it is larger than {limit:,} bytes. Split it, or save its text alone.", limit=MAX_BYTES)
        )
    return data, name


def read_sentences(name: str | Path) -> list[str]:
    """Sentences of a file that holds one a line; sentence i is line i, so blank lines stay.

    Raises:
        InputError: There is no such file, it cannot be read, or it is no text.
    """
    from translate.text.decoding import decode  # here: as above

    lines = [line.removesuffix("\r") for line in decode(*_bytes_of(name)).split("\n")]
    return lines[:-1] if lines[-1] == "" else lines


def write_output(name: str, data: bytes) -> None:
    """Write a whole file or nothing: whoever reads it never sees half of it, and a failure leaves the old one.

    Raises:
        OutputError: The file cannot be written.
    """
    path = place_of(name)
    try:
        if is_remote(path):
            put_whole(path, data)
            return
        if path.exists() and not path.is_file():  # a pipe or a device (a folder says so itself) cannot be replaced
            path.write_bytes(data)
            return
        replace_whole(path.resolve(), data)
    except (OSError, ValueError) as error:  # ValueError: no file can have that name
        raise OutputError(
            Phrase("Cannot write {name}: {reason}. Give another place with -o.", name=name, reason=_reason(error))
        ) from error


def print_output(text: str) -> None:
    """Print to standard output, where nothing in a text may steer the terminal behind it.

    That a reader such as `head` has seen enough is no error.

    Raises:
        OutputError: The rest does not fit where standard output leads.
    """
    text = for_terminal(text)
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered would fail again when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise OutputError(
                Phrase(
                    "Cannot write to standard output: {reason}. What is there is cut off; write to another place.",
                    reason=_reason(error),
                )
            ) from error


def _reason(error: OSError | ValueError) -> str:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return reason[:1].lower() + reason[1:]
