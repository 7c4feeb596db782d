"""Arguments that several commands share, and what is made of them: texts and settings."""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from translate.errors import OptionError
from translate.options import BuiltInEngine, OperatingPoint, Options, Quality
from translate.settings.environment import HIGHEST, whole_number
from translate.settings.limits import (
    CHARACTERS,
    CHARACTERS_VARIABLE,
    SECONDS,
    SECONDS_VARIABLE,
    SENTENCES,
    SENTENCES_VARIABLE,
    Limits,
    limits_with,
)
from translate.text.files import STREAM, print_output, read_file, read_sentences, read_versions_file, write_output
from translate.text.shown import for_terminal
from translate.web.address import is_web_address
from translate.wording.interface import LANGUAGES, InterfaceLanguage
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from translate.batch import Dask
    from translate.text.given import Text

ONE_VERSION = "a text, a saved web page, .docx, .odt, .pdf, .srt, .vtt or .eml"
KEY_VARIABLE = "PARALLAX_API_KEY"
MOST_WORKERS = 256


def add_interface_language(command: argparse.ArgumentParser) -> None:
    """The language of reports and messages; `language_asked` finds it wherever it stands."""
    command.add_argument(
        "--interface-language",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help="language of reports and messages (default: en); JSON and the headings of CSV are the same in both",
    )


def language_asked(argv: Sequence[str] | None) -> InterfaceLanguage:
    """The language of the interface, known before anything else, so that a wrong argument is told in it.

    Raises:
        OptionError: There is no such language, or none is named.
    """
    first = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    first.add_argument("--interface-language", default=LANGUAGES[0])
    try:
        asked = first.parse_known_args(argv)[0].interface_language
    except argparse.ArgumentError as error:
        raise OptionError(str(error)) from error
    for language in LANGUAGES:
        if asked == language:
            return language
    raise OptionError(
        Phrase("Unknown language {language}. Known: {known}.", language=repr(asked), known=", ".join(LANGUAGES))
    )


def add_pair(command: argparse.ArgumentParser, *, optional: bool) -> None:
    """The two texts, and whether they are split already.

    Args:
        command: Gets the arguments.
        optional: Whether the command can do without files, because it has `--sample` as well.
    """
    nargs = "?" if optional else None
    command.add_argument(
        "source",
        metavar="A",
        nargs=nargs,
        help=f"one version, Russian or English: {ONE_VERSION}, or the address of a page on the web (http://… or "
        "https://…); - reads standard input",
    )
    alone = "; none if A holds both, as .tmx, .xliff, .csv and .xlsx can" if optional else ""
    command.add_argument("target", metavar="B", nargs=nargs, help=f"the other version{alone}")
    add_reading(command)


def add_reading(command: argparse.ArgumentParser) -> None:
    """How texts are read."""
    command.add_argument(
        "--allow-private",
        action="store_true",
        help="read pages of this machine and of private networks too, which are refused otherwise",
    )
    command.add_argument(
        "--sentences", action="store_true", help="the files hold one sentence a line; take them as they are"
    )


def add_output(command: argparse.ArgumentParser) -> None:
    """Where the result goes."""
    command.add_argument(
        "-o", "--output", metavar="FILE", default=STREAM, help="write to FILE (default: standard output)"
    )


def format_by_ending(output: str, endings: Mapping[str, str], known: Iterable[str], *, usual: str) -> str:
    """The format that the ending of an output file implies.

    Args:
        output: The file, or STREAM.
        endings: Formats by them.
        known: All formats, for the error.
        usual: Of a file without an ending, and of standard output.

    Raises:
        OptionError: No format is written to files with this ending.
    """
    suffix = Path(output).suffix.lower() if output != STREAM else ""
    if suffix and suffix not in endings:
        raise OptionError(
            Phrase(
                "No format is written to files ending in {suffix}. Name one with --format. Known: {known}.",
                suffix=suffix,
                known=", ".join(known),
            )
        )
    return endings.get(suffix, usual)


def no_text(format: str, suffix: str) -> OptionError:
    """The error of a format that only a file can take."""
    return OptionError(
        Phrase("{format} is no text that can be printed. Name a file: -o report{suffix}", format=format, suffix=suffix)
    )


def add_limits(parser: argparse.ArgumentParser) -> None:
    """How much a run may take; in force from the moment the files are read."""
    parser.add_argument(
        "--max-characters",
        metavar="N",
        type=whole_from(1, HIGHEST),
        help=f"most characters of a text (default: {CHARACTERS_VARIABLE}, else {CHARACTERS:,})",
    )
    parser.add_argument(
        "--max-sentences",
        metavar="N",
        type=whole_from(1, HIGHEST),
        help=f"most sentences of a text (default: {SENTENCES_VARIABLE}, else {SENTENCES:,})",
    )
    parser.add_argument(
        "--max-seconds",
        metavar="N",
        type=whole_from(1, HIGHEST),
        help=f"longest time of the work (default: {SECONDS_VARIABLE}, else {SECONDS:,.0f})",
    )


def limits_of(args: argparse.Namespace) -> Limits:
    """The limits that a command line asks for, the usual ones for what it does not.

    Raises:
        OptionError: One is no limit.
    """
    return limits_with(
        getattr(args, "max_characters", None), getattr(args, "max_sentences", None), getattr(args, "max_seconds", None)
    )


def add_workers(command: argparse.ArgumentParser, help: str, default: int | None = None) -> None:
    """How many processes do the work."""
    command.add_argument("--workers", metavar="N", type=whole_from(0, MOST_WORKERS), default=default, help=help)


def add_scheduler(command: argparse.ArgumentParser) -> None:
    """Which cluster does the work."""
    command.add_argument(
        "--scheduler",
        metavar="tcp://HOST:PORT|local",
        help="a Dask cluster does the work: one that runs, or local for one of as many processes as --workers says",
    )


@contextmanager
def scheduler_of(args: argparse.Namespace) -> "Iterator[Dask | None]":
    """The cluster that was asked for, connected while the block runs."""
    if args.scheduler is None:
        yield None
        return
    from translate.batch import Dask  # here: it takes time

    with Dask(args.scheduler, args.workers or None) as cluster:
        yield cluster


def whole_from(lowest: int, highest: int) -> Callable[[str], int]:
    """Reads a number on the command line; one of thousands of digits is no number to argparse either."""

    def read(given: str) -> int:
        number = whole_number(given, lowest, highest)
        if number is None:
            raise argparse.ArgumentTypeError(f"{given[:40]!r} is no whole number from {lowest} to {highest:,}")
        return number

    return read


def write_text(output: str, text: str) -> None:
    """Put a text where `add_output` says.

    Raises:
        OutputError: It cannot be written there.
    """
    if output == STREAM:
        print_output(text)
    else:
        write_output(output, f"{for_terminal(text).rstrip()}\n".encode())  # the same as would be printed


def add_operating_point(command: argparse.ArgumentParser) -> None:
    """How readily a difference is flagged."""
    command.add_argument(
        "--operating-point",
        choices=get_args(OperatingPoint),
        default=Options().operating_point,
        help="how readily a difference is flagged: careful has fewer false flags, sensitive misses fewer "
        "(default: %(default)s)",
    )


def add_translation(command: argparse.ArgumentParser) -> None:
    """Who translates, and how well."""
    usual = Options()
    command.add_argument(
        "--engine",
        metavar="ENGINE",  # not among fixed choices: other packages may bring more
        default=usual.engine,
        help=f"who translates: {', '.join(get_args(BuiltInEngine))}, or one that another package brings "
        "(default: %(default)s)",
    )
    command.add_argument(
        "--quality", choices=get_args(Quality), default=usual.quality, help="of the translation (default: %(default)s)"
    )
    command.add_argument(
        "--model",
        metavar="FOLDER",
        action="append",
        default=[],
        help="for --engine ctranslate2, the folder of a model, or ru-en=FOLDER; may be given for each direction",
    )
    command.add_argument("--url", help="address of the LibreTranslate server, for --engine libretranslate")
    command.add_argument(
        "--api-key",
        metavar="KEY",
        help=f"for a server that asks for one; others on this machine can see it in the list of processes, "
        f"but not in the environment variable {KEY_VARIABLE}, which is read where this is absent",
    )
    command.add_argument(
        "--glossary",
        metavar="FILE",
        help="terms of the house: a CSV file with the columns Russian, English and note, which translations honour "
        "and a comparison checks",
    )


def pair_of(args: argparse.Namespace) -> "tuple[Text, Text]":
    """Both texts, from two files or pages of the web, from one file that holds both, or from a sample.

    Raises:
        InputError: A file or a page cannot be read, or there is no such sample.
        LibraryMissing: Pages need a library that is not installed.
        OptionError: There are not two texts, or more than two.
    """
    if getattr(args, "sample", None) is not None:
        from translate.samples import load_sample

        if args.source is not None:
            raise OptionError(Phrase("Give either two files or --sample, not both."))
        sample = load_sample(args.sample)
        return sample.source, sample.target
    alone = args.source is not None and args.target is None and not args.sentences
    if alone and not is_web_address(args.source):
        return read_versions_file(args.source)
    if args.source is None or args.target is None:
        raise OptionError(
            Phrase("Two texts are needed: compare A B. To see an example: compare --sample supercomputers")
        )
    if args.source == args.target == STREAM:
        raise OptionError(Phrase("Only one of the two texts can come from standard input. Give a file for the other."))
    return read_one(args.source, args), read_one(args.target, args)


def read_one(name: str, args: argparse.Namespace) -> "Text":
    """A text from a file or from the web; what speaks against its being whole is told."""
    if not is_web_address(name):
        return read_sentences(name) if args.sentences else read_file(name)
    if args.sentences:
        raise OptionError(Phrase("With --sentences, both texts are files with one sentence a line."))
    from translate.cli.command import complain  # here: that file needs this one
    from translate.web.story import read_story  # it takes time, and most texts are files

    story = read_story(name, allow_private=args.allow_private)
    if story.doubt:
        complain(story.doubt)
    return story.file


def translation_options(args: argparse.Namespace) -> Options:
    """Settings of the translation; a sample is translated by the package that knows its words, if one does.

    Raises:
        OptionError: The settings do not go together.
    """
    sample: str | None = getattr(args, "sample", None)
    if args.engine == "auto" and args.url is None and not args.model and sample is not None:
        from translate.engines.sample_engine import engine_for_sample

        return Options(engine=engine_for_sample(sample), quality=args.quality, glossary=args.glossary)
    key = args.api_key
    if key is None and args.engine == "libretranslate":  # with any other engine, a key is a mistake that is told
        key = os.environ.get(KEY_VARIABLE)
    return Options(
        engine=args.engine,
        quality=args.quality,
        url=args.url,
        api_key=key,
        models=tuple(args.model),
        glossary=args.glossary,
    )
