"""`detect`: the language of texts, one line for each."""

import argparse
from typing import Any

from translate.cli.arguments import ONE_VERSION, add_limits
from translate.cli.command import DONE, MENDABLE, add_command, complain
from translate.errors import InputError
from translate.text.files import print_output, read_text
from translate.text.shown import one_line
from translate.wording.phrase import said


def add(commands: Any) -> None:
    """Add the command."""
    summary = "tell the language of texts, with the reason"
    detect = add_command(commands, "detect", _detect, summary, "story.txt\nstories/*.txt")
    detect.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help=f"{ONE_VERSION}; - reads standard input",
    )
    add_limits(detect)


def _detect(args: argparse.Namespace) -> int:
    """One line for each file; a file that cannot be read is told and the others go on."""
    from translate import detect_language

    status = DONE
    for name in args.files:
        try:
            found = detect_language(read_text(name))
        except InputError as error:
            complain(error.message)
            status = MENDABLE
        else:
            cells = (found.language, f"{found.probability:.2f}", name, said(found.reason))
            print_output("\t".join(map(one_line, cells)))
    return status
