"""The `schema` command: the JSON Schemas of the files that Parallax writes."""

import argparse

from translate.cli.arguments import add_output
from translate.text.files import STREAM, print_output, write_output

EXAMPLES = "schema comparison\nschema session -o session.schema.json"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Which schema, and where it goes."""
    command.add_argument("name", metavar="NAME", help="comparison (--format json) or session (--session)")
    add_output(command)


def write_schema(args: argparse.Namespace) -> None:
    """Write the schema as it is shipped."""
    from translate.records.schema import schema_text

    text = schema_text(args.name)
    if args.output == STREAM:
        print_output(text)
    else:
        write_output(args.output, text.encode())
