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

EXAMPLES = (
    "install ru en\ninstall translate-ru_en-1_9.argosmodel\ninstall ru en --from firefox\n"
    "install FOLDER --from firefox\nlist\nremove ru en"
)
ARGOS, FIREFOX = "argos", "firefox"


def add(commands: Any) -> None:
    """Add the command with its actions."""
    summary = "manage the Argos packages and the models of Firefox that translate by machine"
    actions = add_command_of_actions(commands, "packages", summary, EXAMPLES)
    add_action(actions, "list", _list, "list the installed packages and models, with their licences")
    available = add_action(actions, "available", _available, "list what could be installed (needs a connection)")
    _add_origin(available)
    _add_source(available)
    install = add_action(actions, "install", _install, "install a pair from a source, or from files")
    install.add_argument(
        "what",
        metavar="FROM TO | FILE",
        nargs="+",
        help="two languages (ru en), or an .argosmodel file; with --from firefox a folder or ZIP file that holds the "
        "files of models, behind the languages where the names of files do not tell them",
    )
    _add_origin(install)
    _add_source(install)
    remove = add_action(actions, "remove", _remove, "remove the package of a pair of languages")
    remove.add_argument("from_code", metavar="FROM", help="language it translates from, ru or en")
    remove.add_argument("to_code", metavar="TO", help="language it translates into, en or ru")
    _add_origin(remove)
    _add_origin(add_action(actions, "where", _where, "print the folder of the packages or models"))


def _add_origin(action: argparse.ArgumentParser) -> None:
    action.add_argument(
        "--from",
        dest="origin",
        choices=(ARGOS, FIREFOX),
        default=ARGOS,
        help="Argos packages, or the translation models of Firefox, which are better (default: %(default)s)",
    )


def _add_source(action: argparse.ArgumentParser) -> None:
    action.add_argument(
        "--source",
        metavar="ADDRESS",
        help="with --from firefox: list of models at another place than Mozilla's catalogue, such as a mirror "
        "(default: PARALLAX_FIREFOX_SOURCE)",
    )


def _list(args: argparse.Namespace) -> None:
    from translate.engines.firefox_models import LICENCE, installed_models
    from translate.engines.packages import installed_packages

    lines = [f"{p.from_code} -> {p.to_code}  {p.version:8}  {p.path}" for p in installed_packages()]
    lines += [
        f"{m.from_code} -> {m.to_code}  {m.version:8}  {m.path}  (Firefox, {LICENCE})" for m in installed_models()
    ]
    print_output("\n".join(lines) or say("No translation package is installed; translations are word-by-word glosses."))


def _available(args: argparse.Namespace) -> None:
    if args.origin == FIREFOX:
        from translate.engines.firefox_source import offered_models

        offers = offered_models(args.source)
        print_output("\n".join(f"{o.pair[0]} -> {o.pair[1]}  {o.version}  {o.architecture}" for o in offers))
        return
    _no_source(args)
    from translate.engines.package_index import available_packages

    print_output("\n".join(f"{p.from_code} -> {p.to_code}  {p.version}" for p in available_packages()))


def _no_source(args: argparse.Namespace) -> None:
    if args.source is not None:
        raise OptionError(
            Phrase("--source belongs to --from firefox. ARGOS_PACKAGE_INDEX chooses another index of Argos packages.")
        )


def _install(args: argparse.Namespace) -> None:
    if args.origin == FIREFOX:
        _install_firefox(args)
        return
    _no_source(args)
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


def _install_firefox(args: argparse.Namespace) -> None:
    from translate.engines.firefox_models import LICENCE, install_files
    from translate.engines.firefox_source import install_pair

    *pair, last = args.what
    if len(args.what) == 2:
        with _download_bar() as progress:
            models = [install_pair(args.what[0], args.what[1], args.source, progress)]
    elif len(args.what) in (1, 3) and args.source is None:
        models = install_files(Path(last), (pair[0], pair[1]) if pair else None)
    else:
        raise OptionError(
            Phrase(
                "Name two languages (packages install ru en --from firefox), or a folder or ZIP file with the files "
                "(packages install FOLDER --from firefox), with --source for languages alone."
            )
        )
    for model in models:
        print_output(say("Installed {model} (licence {licence})", model=model.name, licence=LICENCE))


def _remove(args: argparse.Namespace) -> None:
    if args.origin == FIREFOX:
        from translate.engines import firefox_models

        print_output(say("Removed {package}", package=firefox_models.remove(args.from_code, args.to_code).name))
        return
    from translate.engines.packages import remove

    for package in remove(args.from_code, args.to_code):
        print_output(say("Removed {package}", package=package.name))


def _where(args: argparse.Namespace) -> None:
    from translate.engines.firefox_models import models_folder
    from translate.engines.packages import packages_folder

    print_output(str(models_folder() if args.origin == FIREFOX else packages_folder()))


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
