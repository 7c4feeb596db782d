"""The command line: arguments -> core -> report -> exit status.

Exit status: 0 done, 1 a difference that `--fail-on` asked for, 2 an error that the user can mend. What takes time to
import is imported by the command that needs it, so that `--help` answers at once.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, get_args

from translate.cli import cache as cli_cache
from translate.cli import packages as cli_packages
from translate.cli import session as cli_session
from translate.cli.arguments import (
    add_interface_language,
    add_operating_point,
    add_output,
    add_pair,
    add_translation,
    language_asked,
    pair_of,
    translation_options,
)
from translate.cli.progress import progress_bar
from translate.differences.difference import Kind, Severity
from translate.errors import InputError, OptionError, TranslateError
from translate.languages.registry import LANGUAGES, compared_languages, known_language
from translate.options import Options
from translate.text.files import STREAM, print_output, read_text, write_output
from translate.wording.interface import interface_language, speaking
from translate.wording.phrase import Phrase, said, say

if TYPE_CHECKING:
    from translate.comparison import Comparison

DONE, FOUND, MENDABLE, INTERRUPTED = 0, 1, 2, 130

KINDS: tuple[str, ...] = get_args(Kind)
SEVERITIES: tuple[str, ...] = get_args(Severity)  # the gravest first


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; the arguments are those of the process unless given."""
    try:
        with speaking(language_asked(argv)):
            return _run(argv)
    except TranslateError as error:  # no such language: told in English
        print(f"translate: {error}", file=sys.stderr)
        return MENDABLE


def _run(argv: Sequence[str] | None) -> int:
    try:
        args = parser().parse_args(argv)
        status: int = args.run(args)
        return status
    except TranslateError as error:
        print(f"translate: {said(error.message)}", file=sys.stderr)
        return MENDABLE
    except KeyboardInterrupt:
        print(f"translate: {say('stopped')}", file=sys.stderr)
        return INTERRUPTED


class _Parser(argparse.ArgumentParser):
    """Reports a wrong argument like every other error the user can mend."""

    def error(self, message: str) -> NoReturn:
        raise OptionError(Phrase("{error}. For help: {command} --help", error=message, command=self.prog))


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    root = _Parser(
        prog="python -m translate",
        description="Parallax compares a Russian and an English version of a news story.",
        epilog="Files are plain texts in any usual encoding; - reads standard input.\n"
        "Exit status: 0 done, 1 --fail-on found something, 2 an error you can mend.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_interface_language(root)
    commands = root.add_subparsers(metavar="COMMAND", required=True)
    _add_compare(commands)
    _add_align(commands)
    _add_detect(commands)
    _add_translate(commands)
    _add_packages(commands)
    _add_cache(commands)
    _command(commands, "samples", _samples, "list the sample stories that come with Parallax", "")
    _command(commands, "doctor", _doctor, "tell what is installed, where it is and what works", "")
    return root


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], summary: str, examples: str
) -> argparse.ArgumentParser:
    """A command; `Any` because argparse keeps the type of its sub-commands to itself."""
    lines = [f"  python -m translate {line}" for line in examples.splitlines()]
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


def _add_compare(commands: Any) -> None:
    compare = _command(
        commands,
        "compare",
        _compare,
        "show what only one of two versions says and where they disagree",
        "compare story.ru.txt story.en.txt\n"
        "compare story.ru.txt story.en.txt -o report.html\n"
        "compare story.ru.txt story.en.txt -o report.xlsx\n"
        "compare story.ru.txt story.en.txt --fail-on major --fail-on number\n"
        "compare --sample flood\n"
        "compare story.ru.txt story.en.txt --session story.parallax.json\n"
        "compare --session story.parallax.json -o reviewed.html\n"
        "compare --format json - story.en.txt < story.ru.txt",
    )
    add_pair(compare, optional=True)
    compare.add_argument("--sample", metavar="NAME", help="compare a sample story instead of two files (see: samples)")
    cli_session.add_session(compare)
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


def _add_align(commands: Any) -> None:
    align = _command(
        commands,
        "align",
        _align,
        "pair two versions sentence by sentence, without translating them",
        "align story.ru.txt story.en.txt\n"
        "align --sentences ru.txt en.txt --format json -o beads.json\n"
        "align --source-language de --target-language fr sentences.de.txt sentences.fr.txt",
    )
    add_pair(align, optional=False)
    align.add_argument("--format", choices=("console", "json"), help="default: by the ending of FILE, else console")
    add_output(align)
    add_operating_point(align)
    codes = ", ".join(f"{code} ({language.name})" for code, language in LANGUAGES.items())
    align.add_argument(
        "--source-language",
        metavar="CODE",
        help="language of A (default: detected); other than ru and en it takes files with one sentence a line, as "
        f"--sentences does. Known: {codes}",
    )
    align.add_argument("--target-language", metavar="CODE", help="language of B, likewise")


def _add_detect(commands: Any) -> None:
    detect = _command(
        commands,
        "detect",
        _detect,
        "tell the language of texts, with the reason",
        "detect story.txt\ndetect stories/*.txt",
    )
    detect.add_argument("files", metavar="FILE", nargs="+", help="a text file, or - for standard input")


def _add_translate(commands: Any) -> None:
    translate = _command(
        commands,
        "translate",
        _translate,
        "translate a Russian or English text",
        "translate story.ru.txt --to en\ntranslate story.en.txt --to ru -o story.ru.txt",
    )
    translate.add_argument("file", metavar="FILE", help="a text file, or - for standard input")
    translate.add_argument("--to", required=True, choices=compared_languages(), help="language to translate into")
    add_output(translate)
    add_translation(translate)


def _add_cache(commands: Any) -> None:
    summary = "show or empty the cache of translations"
    cli_cache.add_actions(_command(commands, "cache", _run_action, summary, cli_cache.EXAMPLES))


def _add_packages(commands: Any) -> None:
    summary = "manage the Argos packages that translate by machine"
    cli_packages.add_actions(_command(commands, "packages", _run_action, summary, cli_packages.EXAMPLES))


def _compare(args: argparse.Namespace) -> int:
    format = _format_of(args.format, args.output)
    comparison = _reviewed(args) if cli_session.reopens(args) else _compared(args)
    from translate.report import render_bytes

    if args.output == STREAM:
        _print_report(comparison, format)
    else:
        write_output(args.output, render_bytes(comparison, format, interface_language()))
    return FOUND if _asked_for(comparison, args.fail_on) else DONE


def _reviewed(args: argparse.Namespace) -> "Comparison":
    with progress_bar() as progress:
        return cli_session.reviewed(args, progress)


def _compared(args: argparse.Namespace) -> "Comparison":
    source, target = pair_of(args)
    options = replace(translation_options(args), operating_point=args.operating_point)
    from translate import compare  # after the files: a wrong name is told at once

    with progress_bar() as progress:
        comparison = compare(source, target, options, progress=progress)
    if args.session is not None:
        cli_session.begin(args, comparison, options)
    return comparison


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

    known = ", ".join(FORMATS)
    if given is not None:
        if given not in FORMATS:
            raise OptionError(Phrase("Unknown format {format}. Known: {known}.", format=repr(given), known=known))
        if output == STREAM and FORMATS[given].encoding is None:
            raise OptionError(
                Phrase(
                    "{format} is no text that can be printed. Name a file: -o report{suffix}",
                    format=given,
                    suffix=FORMATS[given].suffix,
                )
            )
        return given
    suffix = Path(output).suffix.lower() if output != STREAM else ""
    endings = {".htm": "html"} | {format.suffix: name for name, format in FORMATS.items()}
    if suffix and suffix not in endings:
        raise OptionError(
            Phrase(
                "No format is written to files ending in {suffix}. Name one with --format. Known: {known}.",
                suffix=suffix,
                known=known,
            )
        )
    return endings.get(suffix, "console")


def _align(args: argparse.Namespace) -> int:
    from translate import align
    from translate.cli.tables import alignment_json, alignment_table
    from translate.pipeline import read_for_alignment

    languages = _language(args.source_language), _language(args.target_language)
    args.sentences = args.sentences or not {*languages} <= {*compared_languages(), None}
    texts = pair_of(args)
    source = read_for_alignment(texts[0], languages[0], "first")
    target = read_for_alignment(texts[1], languages[1], "second")
    beads = align(source, target, Options(operating_point=args.operating_point), languages=languages)
    format = args.format or ("json" if Path(args.output).suffix.lower() == ".json" else "console")
    write = alignment_json if format == "json" else alignment_table
    _write_text(args.output, write(source, target, beads))
    return DONE


def _language(code: str | None) -> str | None:
    """The language named, as the alignment knows it; None where it is to be detected."""
    return None if code is None else known_language(code)


def _detect(args: argparse.Namespace) -> int:
    """One line for each file; a file that cannot be read is told and the others go on."""
    from translate import detect_language

    status = DONE
    for name in args.files:
        try:
            found = detect_language(read_text(name))
        except InputError as error:
            print(f"translate: {said(error.message)}", file=sys.stderr)
            status = MENDABLE
        else:
            print_output("\t".join((found.language, f"{found.probability:.2f}", name, said(found.reason))))
    return status


def _translate(args: argparse.Namespace) -> int:
    from translate import translate

    translation = translate(read_text(args.file), to=args.to, options=translation_options(args))
    for warning in translation.warnings:
        print(f"translate: {said(warning)}", file=sys.stderr)
    _write_text(args.output, translation.text)
    return DONE


def _write_text(output: str, text: str) -> None:
    if output == STREAM:
        print_output(text)
    else:
        write_output(output, f"{text.rstrip()}\n".encode())


def _run_action(args: argparse.Namespace) -> int:
    """Sub-commands that are files of their own: `packages`, `cache`."""
    args.action(args)
    return DONE


def _samples(args: argparse.Namespace) -> int:
    from translate.samples import load_sample, sample_names

    width = max(map(len, sample_names()), default=0)
    lines = [f"{name:{width}}  {load_sample(name, language=interface_language()).title}" for name in sample_names()]
    print_output("\n".join([*lines, "", say("To compare one: python -m translate compare --sample NAME")]))
    return DONE


def _doctor(args: argparse.Namespace) -> int:
    from translate.cli.doctor import examine

    findings = examine()
    print_output(findings.text)
    return DONE if findings.works else MENDABLE
