"""`serve`: comparing, matching and batches for other programs, over HTTP."""

import argparse
from pathlib import Path
from typing import Any, Final

from translate.cli.command import DONE, add_command
from translate.cli.commands.page import host_name, port_number
from translate.errors import LibraryMissing, OptionError
from translate.installation import has_libraries, user_data_path
from translate.settings import environment
from translate.text.files import print_output
from translate.wording.phrase import Phrase

ADDRESS: Final = "127.0.0.1"
PORT: Final = 8600
LIBRARIES: Final = ("fastapi", "uvicorn", "prometheus_client")


def add(commands: Any) -> None:
    """Add the command."""
    serve = add_command(
        commands,
        "serve",
        _serve,
        "answer other programs over HTTP: comparisons, matches and batches",
        "\n--port 8700 --jobs jobs\n--address 0.0.0.0\n--new-key newsroom",
    )
    serve.add_argument(
        "--address",
        type=host_name,
        default=ADDRESS,
        help=f"where the service listens (default: %(default)s); on others than this machine's own it asks for keys, "
        f"which {environment.API_KEYS} or {environment.API_KEYS_FILE} names",
    )
    serve.add_argument("--port", type=port_number, default=PORT, help="likewise (default: %(default)s)")
    serve.add_argument("--jobs", metavar="FOLDER", help="folder of the jobs (default: one in your data folder)")
    serve.add_argument(
        "--new-key",
        metavar="NAME",
        help=f"print a new key and its line for the file that {environment.API_KEYS_FILE} names, and end",
    )


def _serve(args: argparse.Namespace) -> int:
    """Serve until it is stopped.

    Raises:
        LibraryMissing: What the service needs is not installed.
        OptionError: The port is taken, a variable of the environment says what it cannot, or there are no keys where
            others can reach the service.
    """
    from translate.service.keys import keys_told, new_key

    if args.new_key is not None:
        key, line = new_key(args.new_key)
        print_output(f"{key}\n{line}\n")
        return DONE
    for library in LIBRARIES:
        if not has_libraries(library):
            raise LibraryMissing(Phrase("The service"), library, "serve")
    from translate.cli.ports import refusal  # here, as all of these: they take time
    from translate.service.bounds import bounds_told
    from translate.service.server import serve
    from translate.web.guard import is_this_machine

    keys, bounds = keys_told(), bounds_told()
    if not keys.digests and not is_this_machine(args.address):
        raise OptionError(
            Phrase(
                "Whoever reaches {address} could use the service. Name keys in {keys} or {file}, or leave --address "
                "out. To make a key: parallax serve --new-key NAME",
                address=args.address,
                keys=environment.API_KEYS,
                file=environment.API_KEYS_FILE,
            )
        )
    if reason := refusal(args.port, args.address):
        raise OptionError(
            Phrase(
                "The service cannot listen on port {port}: {reason}. Give another with --port.",
                port=str(args.port),
                reason=reason,
            )
        )
    folder = Path(args.jobs) if args.jobs else user_data_path("parallax") / "jobs"
    serve(bounds, keys, folder, args.address, args.port)
    return DONE
