"""What is told of an error that nobody foresaw: one line, what to do, and where its details are."""

import errno
import os
import traceback

from translate import __version__
from translate.installation import user_cache_path
from translate.settings import environment
from translate.wording.phrase import Phrase

DEBUG_VARIABLE = "PARALLAX_DEBUG"
FULL = (errno.ENOSPC, errno.EDQUOT)
# How the loader of libraries, which raises an ImportError, and libraries themselves say it.
NO_MEMORY = ("cannot allocate memory", "failed to map segment", "bad_alloc", "out of memory", "can't start new thread")


def told(error: BaseException) -> str:
    """What happened and what to do, in one line; the traceback is printed before it where PARALLAX_DEBUG is 1."""
    if environment.told(DEBUG_VARIABLE) == "1":
        traceback.print_exception(error)
    if is_of_memory(error):
        return Phrase(
            "There is not enough memory for this. Close other programs, compare a shorter text, or set a higher limit "
            "where memory is limited."
        )
    if isinstance(error, OSError) and error.errno in FULL:
        return Phrase("The disk is full ({error}). Make room, and run the command again.", error=_in_a_line(error))
    return Phrase(
        "Something went wrong that nobody foresaw ({error}). Please report it with its details: {details}",
        error=_in_a_line(error),
        details=_details(error),
    )


def is_of_memory(error: BaseException) -> bool:
    """Whether an error means that there is too little memory, whichever library raised it."""
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    causes = (error, error.__cause__, error.__context__)
    return any(words in str(cause).lower() for cause in causes for words in NO_MEMORY)


def _in_a_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _details(error: BaseException) -> str:
    """Where the traceback was written, for the user alone: an error may quote the text that it met."""
    path = user_cache_path("parallax") / "last-error.txt"
    lines = [f"Parallax {__version__}\n", *traceback.format_exception(error)]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write("".join(lines).encode("utf-8", "backslashreplace").decode())
    except OSError:  # a disk that cannot be written to may be what went wrong
        return Phrase("{variable}=1 shows them.", variable=DEBUG_VARIABLE)
    return str(path)
