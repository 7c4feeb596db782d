"""`translate`: one text in the other language."""

import argparse
from typing import Any

from translate.cli.arguments import (
    ONE_VERSION,
    add_limits,
    add_output,
    add_translation,
    translation_options,
    write_text,
)
from translate.cli.command import DONE, add_command, complain
from translate.languages.registry import compared_languages
from translate.text.files import read_file


def add(commands: Any) -> None:
    """Add the command."""
    translate = add_command(
        commands,
        "translate",
        _translate,
        "translate a Russian or English text",
        "story.ru.txt --to en\nstory.en.txt --to ru -o story.ru.txt",
    )
    translate.add_argument(
        "file",
        metavar="FILE",
        help=f"{ONE_VERSION}; - reads standard input",
    )
    translate.add_argument("--to", required=True, choices=compared_languages(), help="language to translate into")
    add_output(translate)
    add_translation(translate)
    add_limits(translate)


def _translate(args: argparse.Namespace) -> int:
    from translate import translate

    translation = translate(read_file(args.file), to=args.to, options=translation_options(args))
    for warning in translation.warnings:
        complain(warning)
    write_text(args.output, translation.text)
    return DONE
