"""`compare-many`: three or more versions of a story, side by side."""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from translate.cli.arguments import (
    ONE_VERSION,
    add_limits,
    add_operating_point,
    add_output,
    add_reading,
    add_translation,
    format_by_ending,
    no_text,
    read_one,
    translation_options,
)
from translate.cli.command import DONE, add_command
from translate.cli.progress import progress_bar
from translate.errors import OptionError
from translate.text.files import STREAM, print_output, write_output
from translate.wording.interface import interface_language
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from translate.several.versions import Versions


def add(commands: Any) -> None:
    """Add the command."""
    many = add_command(
        commands,
        "compare-many",
        _compare_many,
        "show which of three or more versions tells what, and where two of them disagree",
        "one.ru.txt two.ru.txt one.en.txt\n"
        "one.ru.txt two.ru.txt one.en.txt --name TASS --name RBC --name Reuters -o versions.html --pairs pairs\n"
        "one.ru.txt one.en.txt two.en.txt -o versions.json",
    )
    many.add_argument(
        "texts",
        metavar="TEXT",
        nargs="+",
        help=f"the versions, each Russian or English, in any mix: {ONE_VERSION}, or the address of a page on the web; "
        "- reads standard input",
    )
    add_reading(many)
    many.add_argument(
        "--name",
        metavar="NAME",
        action="append",
        help="what a version is called, in their order; give one for each, or none (default: ru1, en1 and so on)",
    )
    many.add_argument(
        "--format", choices=("markdown", "json", "html", "xlsx"), help="default: by the ending of FILE, else markdown"
    )
    add_output(many)
    many.add_argument(
        "--pairs", metavar="FOLDER", help="write the HTML report of every two versions there; an HTML report links them"
    )
    add_operating_point(many)
    add_translation(many)
    add_limits(many)


def _compare_many(args: argparse.Namespace) -> int:
    from translate.several.reports import FORMATS, SUFFIXES, render_many_bytes, write_pairs

    format = args.format or format_by_ending(args.output, SUFFIXES, FORMATS, usual="markdown")
    if args.output == STREAM and format == "xlsx":
        raise no_text(format, FORMATS[format].suffixes[0])
    versions = _compared(args)
    links = write_pairs(versions, Path(args.pairs)) if args.pairs is not None else {}
    if format == "html":
        from translate.several.page import html_report

        beside = Path(args.output).parent if args.output != STREAM else Path()
        way = quote(os.path.relpath(args.pairs, beside).replace(os.sep, "/")) if links else ""
        report = html_report(versions, {pair: f"{way}/{name}" for pair, name in links.items()}).encode()
    else:
        report = render_many_bytes(versions, format, interface_language())
    if args.output == STREAM:
        print_output(report.decode())
    else:
        write_output(args.output, report)
    return DONE


def _compared(args: argparse.Namespace) -> "Versions":
    if args.texts.count(STREAM) > 1:
        raise OptionError(Phrase("Only one of the texts can come from standard input. Give files for the others."))
    texts = [read_one(name, args) for name in args.texts]
    options = replace(translation_options(args), operating_point=args.operating_point)
    from translate import compare_many  # after the files: a wrong name is told at once

    with progress_bar() as progress:
        return compare_many(texts, options, names=args.name, progress=progress)
