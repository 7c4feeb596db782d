"""`page`: the page in the browser."""

import argparse
import os
import re
import runpy
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from translate.cli.command import DONE, add_command
from translate.errors import LibraryMissing, OptionError
from translate.installation import has_libraries, shipped
from translate.settings.environment import STORE, require_page_switches, whole_number
from translate.wording.phrase import Phrase

MOST = 65535  # ports there are
HOST_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}")


def add(commands: Any) -> None:
    """Add the command."""
    page = add_command(
        commands,
        "page",
        _page,
        "open the page in the browser, for this machine alone; it speaks the language of the browser",
        "\n--port 8600 --no-browser\n--store stories.sqlite\n"
        "--address 0.0.0.0 --port 8501 --no-browser --name parallax.example",
    )
    page.add_argument(
        "--address", type=host_name, help="where the page listens (default: localhost); 0.0.0.0 is for everybody"
    )
    page.add_argument("--name", type=host_name, help="the host name of the proxy through which others reach the page")
    page.add_argument(
        "--port", type=port_number, help="where the page is served (default: 8501, or the next that is free)"
    )
    page.add_argument(
        "--store", metavar="FILE", help="a store whose stories the page shows (see: store); every visitor may read it"
    )
    page.add_argument("--no-browser", action="store_true", help="serve the page and open no browser")


def _page(args: argparse.Namespace) -> int:
    """Serve the page until it is stopped.

    Raises:
        LibraryMissing: Streamlit is not installed.
        OptionError: The port is taken, or not for this user, or a variable of the environment says what it cannot.
        StoreError: The store cannot be read.
    """
    if not has_libraries("streamlit"):
        raise LibraryMissing(Phrase("The page"), "streamlit", "page")
    from translate.cli.ports import HOST

    require_page_switches()
    if args.store is not None:
        _offer_store(args.store)
    settings = [f"--server.address={args.address or HOST}", "--server.fileWatcherType=none"]
    if args.name is not None:
        settings.append(f"--browser.serverAddress={args.name}")  # from whose pages it takes connections
    if args.port is not None:
        _require_free(args.port, args.address or HOST)
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


def _offer_store(file: str) -> None:
    """Name the store to the page, which is told by the environment.

    Raises:
        StoreError: It cannot be read.
    """
    from translate.batch import Monitor  # here: it takes time

    Monitor(file).choices()
    os.environ[STORE] = str(Path(file).absolute())


class _Stopped(BaseException):
    """What Streamlit's command line does not know, while it makes a failure of a KeyboardInterrupt."""


def _stop(*_: object) -> NoReturn:
    raise _Stopped


def _require_free(port: int, address: str) -> None:
    from translate.cli.ports import refusal  # here: --help needs no sockets

    if reason := refusal(port, address):
        raise OptionError(
            Phrase(
                "The page cannot be served on port {port}: {reason}. Give another with --port, or none.",
                port=str(port),
                reason=reason,
            )
        )


def port_number(text: str) -> int:
    """A port as it is typed."""
    port = whole_number(text, 1, MOST)
    if port is None:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no port: give a number from 1 to {MOST}")
    return port


def host_name(text: str) -> str:
    """A host as it is typed."""
    if not HOST_NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no host: give a name or an address alone, such as 127.0.0.1")
    return text
