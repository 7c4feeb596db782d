"""The command line as a process: its streams, the signals that stop it, and an exit status for whatever happens."""

import os
import signal
import sys
import threading
import traceback
from types import FrameType
from typing import Literal, TextIO

from translate.cli.arguments import language_asked
from translate.cli.command import DONE, INTERRUPTED, MENDABLE, UNFORESEEN, complain
from translate.cli.unforeseen import is_of_memory, told
from translate.errors import TranslateError
from translate.installation import has_libraries
from translate.wording.interface import LANGUAGES, speaking
from translate.wording.phrase import Phrase

SIGNALS = (signal.SIGINT, signal.SIGTERM)
ASK_AGAIN = 0.05  # seconds
LAST_WORDS = b"parallax: There is not enough memory for this.\n"
BLAS_BYTES = 48_000_000  # OpenBLAS takes 34 MB at the first product of two matrices


class _Stopped(KeyboardInterrupt):
    """The process was told to stop."""


class _Stopping:
    """Stops the work at the first signal, so that it can clean up, and the process itself at the next one.

    Attributes:
        by: Number of the signal that came; None before.
    """

    def __init__(self) -> None:
        self.by: int | None = None
        self._lost = False

    def begin(self) -> None:
        """From now on, signals stop the work."""
        sys.unraisablehook = self._unraisable
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._signalled)

    def end(self) -> None:
        """From now on, they end the process: there is nothing more to clean up."""
        for number in SIGNALS:
            if signal.getsignal(number) == self._signalled:
                signal.signal(number, lambda number, frame: os._exit(128 + number))

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        if self.by is not None and not self._lost:
            os._exit(128 + self.by)
        self.by, self._lost = number, False
        raise _Stopped

    def _unraisable(self, unraisable: "sys.UnraisableHookArgs") -> None:
        """A signal that came while Python was deleting something would be printed and forgotten: it comes again."""
        if not issubclass(unraisable.exc_type, KeyboardInterrupt):
            sys.__unraisablehook__(unraisable)
            return
        self._lost = True
        again = threading.Timer(ASK_AGAIN, _send, (self.by or signal.SIGINT,))
        again.daemon = True
        again.start()


def _send(number: int) -> None:
    """Send a signal to the main thread, which may be waiting for something and is woken by none of another thread's."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, number)
    else:
        signal.raise_signal(number)


def run_process(program: str) -> int:
    """Run one command with the arguments of the process; its exit status.

    Args:
        program: How the user called it, for the help.
    """
    _open_streams()
    stopping = _Stopping()
    try:
        stopping.begin()
        status = _status(program)
    except KeyboardInterrupt:
        status = INTERRUPTED
    except SystemExit as leaving:  # of the help, and of Streamlit
        status = INTERRUPTED if stopping.by is not None else _status_of(leaving)
    except BaseException as error:
        status = INTERRUPTED if stopping.by is not None else _unforeseen(error)
    stopping.end()
    if status == INTERRUPTED and stopping.by is not None:
        status = 128 + stopping.by
    return _flushed(status)


def _status(program: str) -> int:
    _take_memory()
    from translate.cli.main import main  # here: whatever goes wrong from now on is told

    return main(program=program)


def _take_memory() -> None:
    """Where memory is limited, take what OpenBLAS needs, or say that there is too little: it would try for ever.

    Raises:
        OSError, MemoryError, ImportError: There is not as much.
    """
    if not has_libraries("resource", "numpy"):
        return
    import mmap
    import resource

    if resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:
        return
    import numpy as np

    mmap.mmap(-1, BLAS_BYTES).close()
    np.ones((64, 64)) @ np.ones((64, 64))


def _status_of(leaving: SystemExit) -> int:
    if leaving.code is None or isinstance(leaving.code, int):
        return leaving.code or DONE
    complain(str(leaving.code))
    return MENDABLE


def _unforeseen(error: BaseException) -> int:
    traceback.clear_frames(error.__traceback__)  # where memory ran out, what the work held is needed to tell of it
    try:
        language = language_asked(None)
    except TranslateError:
        language = LANGUAGES[0]
    try:
        with speaking(language):
            complain(told(error))
    except MemoryError:  # not even the catalogue fits
        os.write(2, LAST_WORDS)
    if is_of_memory(error):
        sys.stderr.flush()
        os._exit(UNFORESEEN)  # what libraries do when Python ends would fail as well, with tracebacks
    return UNFORESEEN


def _open_streams() -> None:
    """Give every standard stream something to stand on, and UTF-8.

    A number that the caller closed would go to the next file that is opened, and what is printed would end up in it.
    What was closed refuses: reading, or writing the result, is then an error like that of a full disk. Complaints alone
    go nowhere.
    """
    for number, mode in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)  # gets the lowest number that is free: this one
    sys.stdin = sys.stdin or _stream(0, "r")
    sys.stdout = sys.stdout or _stream(1, "w")
    sys.stderr = sys.stderr or _stream(2, "w")
    for stream in (sys.stdout, sys.stderr):
        # A console in a legacy code page cannot hold both languages; a report in UTF-8 is always whole.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _stream(number: int, mode: Literal["r", "w"]) -> TextIO:
    return open(number, mode, encoding="utf-8", closefd=False)


def _flushed(status: int) -> int:
    """The exit status, once all that was printed has gone; what cannot go is not tried again when Python ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            if stream is sys.stdout and not isinstance(error, BrokenPipeError):
                complain(Phrase("Cannot write to standard output: {reason}.", reason=error.strerror))
                status = status or MENDABLE
    return status
