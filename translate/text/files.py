"""Files and standard streams of the command line: texts in, reports out, and never half a report."""

import os
import shutil
import sys
from pathlib import Path

from translate.errors import InputError, OutputError
from translate.wording.phrase import Phrase

STREAM = "-"  # stands for standard input or standard output


def read_text(name: str | Path) -> str:
    """Text of a file, whatever its encoding, of a saved web page the lines of its story; "-" is standard input.

    Raises:
        InputError: There is no such file, it cannot be read, or it is no text.
    """
    return text_of(*_bytes_of(name))


def text_of(data: bytes, name: str) -> str:
    """Text of a whole file: decoded, and where it is a web page, its lines as a browser copies them.

    Args:
        data: The whole file.
        name: What to call it in an error, usually its file name.

    Raises:
        BinaryInput: The bytes are no text.
        HtmlInput: They are the source of a page that shows no text.
    """
    from translate.text.decoding import decode  # here: they bring numpy along, and --help reads nothing
    from translate.text.html_page import plain_text
    from translate.text.web_archive import page_in_archive

    return plain_text(decode(page_in_archive(data) or data, name))


def _bytes_of(name: str | Path) -> tuple[bytes, str]:
    """A whole file, and what to call it in an error."""
    if name == STREAM:
        try:
            return sys.stdin.buffer.read(), Phrase("standard input")
        except OSError as error:
            raise InputError(
                Phrase(
                    "Cannot read standard input: {reason}. Send the text there, or give the path of its file.",
                    reason=_reason(error),
                )
            ) from error
    try:
        return Path(name).read_bytes(), str(name)
    except OSError as error:
        raise InputError(
            Phrase(
                "Cannot read {name}: {reason}. Give the path of a text file, or - to read standard input.",
                name=name,
                reason=_reason(error),
            )
        ) from error


def read_sentences(name: str) -> list[str]:
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
    path = Path(name)
    try:
        if path.exists() and not path.is_file():  # a pipe or a device (a folder says so itself) cannot be replaced
            path.write_bytes(data)
            return
        _replace(path.resolve(), data)
    except OSError as error:
        raise OutputError(
            Phrase("Cannot write {name}: {reason}. Give another place with -o.", name=name, reason=_reason(error))
        ) from error


def print_output(text: str) -> None:
    """Print to standard output; that a reader such as `head` has seen enough is no error.

    Raises:
        OutputError: The rest does not fit where standard output leads.
    """
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


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]
