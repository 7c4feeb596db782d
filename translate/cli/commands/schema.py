"""`schema`: the JSON Schemas of the files that Parallax writes."""

import argparse
from typing import Any

from translate.cli.arguments import add_output, write_text
from translate.cli.command import DONE, add_command


def add(commands: Any) -> None:
    """Add the command."""
    summary = "print the JSON Schema of a comparison, of a session file or of several versions"
    command = add_command(commands, "schema", _schema, summary, "comparison\nsession -o session.schema.json\nversions")
    command.add_argument(
        "name",
        metavar="NAME",
        help="comparison (--format json), session (--session) or versions (compare-many --format json)",
    )
    add_output(command)


def _schema(args: argparse.Namespace) -> int:
    from translate.records.schema import schema_text

    write_text(args.output, schema_text(args.name))
    return DONE
