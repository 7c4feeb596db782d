"""What every command has: a name, a line of help, examples, an exit status, and errors told in one line."""

import argparse
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

from translate.cli.arguments import add_interface_language
from translate.errors import OptionError
from translate.text.shown import one_line
from translate.wording.phrase import Phrase, said

DONE, FOUND, MENDABLE = 0, 1, 2
UNFORESEEN = 70  # as sysexits.h has it for faults of a program, far from what `--fail-on` gives
INTERRUPTED = 130  # 128 and the number of the signal, as shells count
ADVICE = "translate.engines.advice"  # the log of that module, named because importing it takes time


class Parser(argparse.ArgumentParser):
    """Reports a wrong argument like every other error the user can mend."""

    def error(self, message: str) -> NoReturn:
        raise OptionError(Phrase("{error}. For help: {command} --help", error=message, command=self.prog))


def add_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], summary: str, examples: str = ""
) -> argparse.ArgumentParser:
    """Add a command to the others.

    Args:
        commands: What `add_subparsers` gave; `Any` because argparse keeps its type to itself.
        name: As it is typed.
        run: Does the work and gives the exit status.
        summary: What it does, without a capital and without a full stop.
        examples: Arguments, one example a line.
    """
    lines = [f"  %(prog)s {line}".rstrip() for line in examples.splitlines()]
    added: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[:1].upper()}{summary[1:]}.",
        epilog="\n".join(["examples:", *lines]) if lines else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_interface_language(added)
    added.set_defaults(run=run)
    return added


def add_command_of_actions(commands: Any, name: str, summary: str, examples: str) -> Any:
    """Add a command that has commands of its own, and give the place for them; see `add_action`."""
    command = add_command(commands, name, _run_action, summary, examples)
    return command.add_subparsers(metavar="ACTION", required=True)


def add_action(
    actions: Any, name: str, run: Callable[[argparse.Namespace], int | None], summary: str
) -> argparse.ArgumentParser:
    """Add one to the actions of a command; it gives its exit status, None for a good end."""
    action: argparse.ArgumentParser = actions.add_parser(
        name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."
    )
    action.set_defaults(action=run)
    return action


def _run_action(args: argparse.Namespace) -> int:
    status: int | None = args.action(args)
    return DONE if status is None else status


def complain(message: str) -> None:
    """Tell in one line on standard error what went wrong or is no part of the result, in the interface's language."""
    with suppress(OSError):  # nobody reads it, as in 2>&1 | head
        print(f"parallax: {one_line(said(message))}", file=sys.stderr)


@contextmanager
def telling_advice() -> Iterator[None]:
    """Tell what the core advises as what is no part of the result, instead of leaving it to the log."""
    advice, handler = logging.getLogger(ADVICE), _Telling()
    advice.addHandler(handler)
    advice.propagate = False
    try:
        yield
    finally:
        advice.removeHandler(handler)
        advice.propagate = True


class _Telling(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        complain(record.msg)
