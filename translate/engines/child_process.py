"""Processes of ours that hold a model: asked in lines of JSON, and heard also where they fail.

What a damaged model does to the process that loads it is anything, up to its end; so it is done in another one.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from translate.wording.phrase import Phrase

PATIENCE = 5.0  # seconds that a process is given to end


class WorkerFailed(Exception):
    """A process ended or could not do what it was asked for.

    Attributes:
        what: It said of that, or that it said nothing.
    """

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


def started(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> "subprocess.Popen[str]":
    """A process of Python's, with pipes to speak to it.

    Args:
        arguments: Of Python's.
        environment: Variables beside our own.
    """
    return subprocess.Popen(
        [sys.executable, "-P", *arguments],  # -P: the modules beside a script are none of its own
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**os.environ, **(environment or {})},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def answer(worker: "subprocess.Popen[str]", question: Sequence[str]) -> list[str]:
    """One text for each of the question's, as a process answers them.

    Raises:
        WorkerFailed: It ended, or answers something else.
    """
    assert worker.stdin is not None
    assert worker.stdout is not None
    try:
        worker.stdin.write(json.dumps(list(question)) + "\n")
        worker.stdin.flush()
    except OSError:
        pass  # it has ended: what it has said of that is read here
    line = worker.stdout.readline()
    with suppress(ValueError):
        found = json.loads(line)
        if isinstance(found, list) and len(found) == len(question):
            return [str(text) for text in found]
    raise WorkerFailed(error_in(line))


def error_in(line: str) -> str:
    """What a process said of its failure, or that it said nothing."""
    with suppress(ValueError, TypeError, KeyError):
        return str(json.loads(line)["error"])
    return Phrase("the process that works with the model ended")


def end(worker: "subprocess.Popen[str]") -> None:
    """End a process: it waits for the end of what it is asked, and one that does not is killed."""
    with suppress(OSError):
        if worker.stdin is not None:
            worker.stdin.close()
    try:
        worker.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
    if worker.stdout is not None:
        worker.stdout.close()
