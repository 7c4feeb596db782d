"""The `packages` commands: what is installed, what there is, installing and removing."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate.cli.command import add_action, add_command_of_actions
from translate.errors import OptionError
from translate.text.files import print_output
from translate.wording.phrase import Phrase, say

EXAMPLES = "install ru en\ninstall translate-ru_en-1_9.argosmodel\nlist\nremove ru en"


def add(commands: Any) -> None:
    """Add the command with its actions."""
    summary = "manage the Argos packages that translate by machine"
    actions = add_command_of_actions(commands, "packages", summary, EXAMPLES)
    add_action(actions, "list", _list, "list the installed packages")
    add_action(actions, "available", _available, "list the packages in the Argos index (needs a connection)")
    install = add_action(actions, "install", _install, "install a pair from the Argos index, or a package file")
    install.add_argument(
        "what", metavar="FROM TO | FILE", nargs="+", help="two languages (ru en), or an .argosmodel file"
    )
    remove = add_action(actions, "remove", _remove, "remove the package of a pair of languages")
    remove.add_argument("from_code", metavar="FROM", help="language it translates from, ru or en")
    remove.add_argument("to_code", metavar="TO", help="language it translates into, en or ru")
    add_action(actions, "where", _where, "print the folder of the packages")


def _list(args: argparse.Namespace) -> None:
    from translate.engines.packages import installed_packages

    lines = [f"{p.from_code} -> {p.to_code}  {p.version:6}  {p.path}" for p in installed_packages()]
    print_output("\n".join(lines) or say("No translation package is installed; translations are word-by-word glosses."))


def _available(args: argparse.Namespace) -> None:
    from translate.engines.package_index import available_packages

    print_output("\n".join(f"{p.from_code} -> {p.to_code}  {p.version}" for p in available_packages()))


def _install(args: argparse.Namespace) -> None:
    from translate.engines.package_index import install_pair
    from translate.engines.packages import install_file

    if len(args.what) == 1:
        package = install_file(Path(args.what[0]))
    elif len(args.what) == 2:
        with _download_bar() as progress:
            package = install_pair(args.what[0], args.what[1], progress)
    else:
        raise OptionError(
            Phrase("Name two languages (packages install ru en) or one file (packages install FILE.argosmodel).")
        )
    print_output(say("Installed {package}", package=package.name))


def _remove(args: argparse.Namespace) -> None:
    from translate.engines.packages import remove

    for package in remove(args.from_code, args.to_code):
        print_output(say("Removed {package}", package=package.name))


def _where(args: argparse.Namespace) -> None:
    from translate.engines.packages import packages_folder

    print_output(str(packages_folder()))


@contextmanager
def _download_bar() -> Iterator[Callable[[int, int], None] | None]:
    """A bar with size and speed on standard error; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("Downloading"), total=None)
        yield lambda received, expected: bar.update(task, completed=received, total=expected or None)
