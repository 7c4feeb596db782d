"""The `remembered` commands: what was decided for the lines of outlets, forgetting it, and where it is."""

import argparse
from typing import TYPE_CHECKING, Any

from translate.cli.command import add_action, add_command_of_actions
from translate.errors import OptionError
from translate.text.files import print_output
from translate.wording.phrase import Phrase, said, say, say_counted

if TYPE_CHECKING:
    from translate.review.memory import Memory


def add(commands: Any) -> None:
    """Add the command with its actions."""
    summary = "list or remove what you decided for lines of an outlet"
    actions = add_command_of_actions(commands, "remembered", summary, "list\nremove 3 4\nwhere")
    add_action(actions, "list", _list, "list what is remembered, each line with its number")
    remove = add_action(actions, "remove", _remove, "forget lines by their numbers")
    remove.add_argument("numbers", metavar="NUMBER", nargs="+", type=int, help="as `remembered list` prints it")
    add_action(actions, "where", _where, "print the file that holds them")


def _list(args: argparse.Namespace) -> None:
    from translate.text.shown import one_line

    lines = [
        f"{line.number:4}  {line.decided.isoformat()}  {one_line(line.name)}  {one_line(said(line.told))}"
        for line in _memory().lines()
    ]
    print_output("\n".join(lines) or say("Nothing is remembered of any outlet."))


def _remove(args: argparse.Namespace) -> None:
    numbers = set(args.numbers)
    _memory().remove(numbers)
    print_output(say_counted("Removed {count} line", "Removed {count} lines", len(numbers)))


def _where(args: argparse.Namespace) -> None:
    print_output(str(_memory().path))


def _memory() -> "Memory":
    """What this user decided.

    Raises:
        OptionError: Remembering is turned off.
    """
    from translate.review.memory import SWITCH_VARIABLE, default_memory

    memory = default_memory()
    if memory is None:
        raise OptionError(Phrase("Nothing of outlets is remembered here ({variable}=0).", variable=SWITCH_VARIABLE))
    return memory
