"""The command line: arguments -> core -> report -> exit status.

What takes time to import is imported by the command that needs it, so that `--help` answers at once.
"""

import argparse
from collections.abc import Sequence

from translate import __version__
from translate.cli.arguments import add_interface_language, language_asked, limits_of
from translate.cli.command import INTERRUPTED, MENDABLE, Parser, complain, telling_advice
from translate.cli.commands import (
    aligning,
    batching,
    cache,
    comparing,
    comparing_many,
    detecting,
    doctor,
    engines,
    matching,
    packages,
    page,
    remembered,
    samples,
    schema,
    serving,
    storing,
    translating,
)
from translate.errors import TranslateError
from translate.settings.limits import watched
from translate.wording.interface import speaking
from translate.wording.phrase import Phrase

MODULE = "python -m translate"
# As the help lists them
COMMANDS = (
    comparing,
    batching,
    comparing_many,
    aligning,
    detecting,
    matching,
    storing,
    translating,
    page,
    serving,
    engines,
    packages,
    cache,
    remembered,
    samples,
    schema,
    doctor,
)


def main(argv: Sequence[str] | None = None, *, program: str = MODULE) -> int:
    """Run one command and return its exit status.

    Args:
        argv: Its arguments; those of the process unless given.
        program: How the user called it, for the help.
    """
    try:
        with speaking(language_asked(argv)), telling_advice():
            return _run(argv, program)
    except TranslateError as error:  # no such language: told in English
        complain(error.message)
        return MENDABLE


def _run(argv: Sequence[str] | None, program: str) -> int:
    try:
        args = parser(program).parse_args(argv)
        with watched(limits_of(args)):
            status: int = args.run(args)
        return status
    except TranslateError as error:
        complain(error.message)
        return MENDABLE
    except KeyboardInterrupt:
        complain(Phrase("stopped"))
        return INTERRUPTED


def parser(program: str = MODULE) -> argparse.ArgumentParser:
    """Every command with its options."""
    root = Parser(
        prog=program,
        description="Parallax compares a Russian and an English version of a news story.",
        epilog="Files are texts in any usual encoding, web pages, Word, OpenDocument and PDF files, subtitles, mails\n"
        "and tables of sentences; - reads standard input.\n"
        "Exit status: 0 done, 1 --fail-on found something, 2 an error you can mend, 70 one that nobody foresaw,\n"
        "130 interrupted, 143 told to end.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.set_defaults(program=program)
    root.add_argument("--version", action="version", version=f"Parallax {__version__}")
    add_interface_language(root)
    commands = root.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands)
    return root
