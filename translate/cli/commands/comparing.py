"""`compare`: the differences of two versions, as a report."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from translate.cli import session
from translate.cli.arguments import (
    add_limits,
    add_operating_point,
    add_output,
    add_pair,
    add_translation,
    format_by_ending,
    no_text,
    pair_of,
    translation_options,
)
from translate.cli.command import DONE, FOUND, add_command
from translate.cli.progress import progress_bar
from translate.differences.difference import Kind, Severity
from translate.errors import OptionError
from translate.text.files import STREAM, print_output, write_output
from translate.wording.interface import interface_language
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from translate.comparison import Comparison

KINDS: tuple[str, ...] = get_args(Kind)
SEVERITIES: tuple[str, ...] = get_args(Severity)  # the gravest first


def add(commands: Any) -> None:
    """Add the command."""
    compare = add_command(
        commands,
        "compare",
        _compare,
        "show what only one of two versions says and where they disagree",
        "story.ru.txt story.en.txt\n"
        "story.ru.txt story.en.txt -o report.html\n"
        "story.ru.txt story.en.txt -o report.xlsx\n"
        "story.ru.txt story.en.txt --fail-on major --fail-on number\n"
        "story.ru.docx story.en.pdf\n"
        "both.xlsx\n"
        "https://one.example/story.html https://other.example/story.html\n"
        "--sample flood\n"
        "story.ru.txt story.en.txt --session story.parallax.json\n"
        "--session story.parallax.json -o reviewed.html\n"
        "--format json - story.en.txt < story.ru.txt",
    )
    add_pair(compare, optional=True)
    compare.add_argument("--sample", metavar="NAME", help="compare a sample story instead of two files (see: samples)")
    session.add_session(compare)
    session.add_remembered(compare)
    compare.add_argument(
        "--format",
        help="console, json, html, markdown, csv, xlsx or tmx (default: by the ending of FILE, else console)",
    )
    add_output(compare)
    compare.add_argument(
        "--fail-on",
        metavar="KIND|SEVERITY",
        action="append",
        default=[],
        choices=(*KINDS, *SEVERITIES),
        help="exit with status 1 if there is such a difference; may be repeated; minor includes major. "
        f"Kinds: {', '.join(KINDS)}. Severities: {', '.join(SEVERITIES)}",
    )
    add_operating_point(compare)
    add_translation(compare)
    add_limits(compare)


def _compare(args: argparse.Namespace) -> int:
    format = _format_of(args.format, args.output)
    comparison = _reviewed(args) if session.reopens(args) else _compared(args)
    from translate.report import render_bytes

    if args.output == STREAM:
        _print_report(comparison, format)
    else:
        write_output(args.output, render_bytes(comparison, format, interface_language()))
    return FOUND if _asked_for(comparison, args.fail_on) else DONE


def _reviewed(args: argparse.Namespace) -> "Comparison":
    with progress_bar() as progress:
        return session.reviewed(args, progress)


def _compared(args: argparse.Namespace) -> "Comparison":
    source, target = pair_of(args)
    options = replace(translation_options(args), operating_point=args.operating_point)
    from translate import compare  # after the files: a wrong name is told at once

    with progress_bar() as progress:
        comparison = compare(source, target, options, progress=progress)
    if args.session is None and not args.remembered:
        return comparison
    from translate import save_session
    from translate.review.comparing import computed

    begun = session.begun(args, comparison, options)
    with progress_bar() as progress:
        begun = computed(begun, progress)
    if args.session is not None:
        save_session(begun, args.session)
    return begun.comparison


def _asked_for(comparison: "Comparison", wanted: Sequence[str]) -> bool:
    """Whether there is a difference of a wanted kind, or of a wanted severity or a graver one."""
    severities: set[str] = set()
    for severity in set(wanted) & set(SEVERITIES):
        severities.update(SEVERITIES[: SEVERITIES.index(severity) + 1])
    return any(found.kind in wanted or found.severity in severities for found in comparison.differences)


def _print_report(comparison: "Comparison", format: str) -> None:
    from translate.report import render
    from translate.report.console import draw

    if format == "console" and sys.stdout.isatty():
        draw(comparison)
    else:
        print_output(render(comparison, format, interface_language()))


def _format_of(given: str | None, output: str) -> str:
    """The format asked for, or the one that the ending of the output file implies.

    Raises:
        OptionError: There is no such format, none for this ending, or it cannot be printed.
    """
    from translate.report import FORMATS

    if given is not None:
        if given not in FORMATS:
            raise OptionError(
                Phrase("Unknown format {format}. Known: {known}.", format=repr(given), known=", ".join(FORMATS))
            )
        if output == STREAM and FORMATS[given].encoding is None:
            raise no_text(given, FORMATS[given].suffix)
        return given
    endings = {".htm": "html"} | {format.suffix: name for name, format in FORMATS.items()}
    return format_by_ending(output, endings, FORMATS, usual="console")
