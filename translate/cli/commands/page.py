"""`page`: the page in the browser."""

import argparse
import runpy
import signal
import sys
from typing import Any, NoReturn

from translate.cli.command import DONE, add_command
from translate.environment import require_page_switches
from translate.errors import LibraryMissing, OptionError
from translate.installation import has_libraries, shipped
from translate.wording.phrase import Phrase

HOST = "localhost"
MOST = 65535  # ports there are


def add(commands: Any) -> None:
    """Add the command."""
    page = add_command(
        commands,
        "page",
        _page,
        "open the page in the browser, for this machine alone; it speaks the language of the browser",
        "\n--port 8600 --no-browser",
    )
    page.add_argument("--port", type=_port, help="where the page is served (default: 8501, or the next that is free)")
    page.add_argument("--no-browser", action="store_true", help="serve the page and open no browser")


def _page(args: argparse.Namespace) -> int:
    """Serve the page until it is stopped.

    Raises:
        LibraryMissing: Streamlit is not installed.
        OptionError: The port is taken, or not for this user, or a variable of the environment says what it cannot.
    """
    if not has_libraries("streamlit"):
        raise LibraryMissing(Phrase("The page"), "streamlit", "page")
    require_page_switches()
    settings = [f"--server.address={HOST}", "--server.fileWatcherType=none"]
    if args.port is not None:
        _require_free(args.port)
        settings.append(f"--server.port={args.port}")
    if args.no_browser:
        settings.append("--server.headless=true")
    sys.argv = ["streamlit", "run", str(shipped("app.py")), *settings]
    before = signal.signal(signal.SIGINT, _stop)
    try:
        # This process serves, so that signals reach it.
        runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
    except _Stopped:
        raise KeyboardInterrupt from None  # told as everywhere
    finally:
        signal.signal(signal.SIGINT, before)
    return DONE


class _Stopped(BaseException):
    """What Streamlit's command line does not know, while it makes a failure of a KeyboardInterrupt."""


def _stop(*_: object) -> NoReturn:
    raise _Stopped


def _require_free(port: int) -> None:
    import socket  # here: --help needs none

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a page that was just stopped is no hindrance
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise OptionError(
                Phrase(
                    "The page cannot be served on port {port}: {reason}. Give another with --port, or none.",
                    port=str(port),
                    reason=(error.strerror or str(error)).lower(),
                )
            ) from error


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 1 to {MOST}")
    return int(text)
