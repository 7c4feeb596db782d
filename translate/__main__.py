"""The command line as a program: `python -m translate`, and `parallax` where it is installed."""

import os
import signal
import sys
from types import FrameType


def run(program: str = "parallax") -> int:
    """Run one command; the exit status of the process.

    Args:
        program: How the user called it, for the help.
    """
    # Before what takes time to import: a process that is told to stop meanwhile has begun nothing, and says nothing.
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup and a shell's & leave it
            signal.signal(number, _leave)
    from translate.cli.process import run_process

    return run_process(program)


def _leave(number: int, frame: FrameType | None) -> None:
    os._exit(128 + number)


if __name__ == "__main__":
    sys.exit(run("python -m translate"))
