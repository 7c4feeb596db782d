"""`schema`: the JSON Schemas of the files that Parallax writes."""

import argparse
from typing import Any

from translate.cli.arguments import add_output
from translate.cli.command import DONE, add_command
from translate.text.files import STREAM, print_output, write_output


def add(commands: Any) -> None:
    """Add the command."""
    command = add_command(
        commands,
        "schema",
        _schema,
        "print the JSON Schema of a comparison or of a session file",
        "comparison\nsession -o session.schema.json",
    )
    command.add_argument("name", metavar="NAME", help="comparison (--format json) or session (--session)")
    add_output(command)


def _schema(args: argparse.Namespace) -> int:
    from translate.records.schema import schema_text

    text = schema_text(args.name)
    if args.output == STREAM:
        print_output(text)
    else:
        write_output(args.output, text.encode())
    return DONE
