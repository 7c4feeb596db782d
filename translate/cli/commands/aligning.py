"""`align`: which sentences say the same thing, without differences."""

import argparse
from pathlib import Path
from typing import Any

from translate.cli.arguments import add_limits, add_operating_point, add_output, add_pair, pair_of, write_text
from translate.cli.command import DONE, add_command
from translate.languages.registry import LANGUAGES, compared_languages, known_language
from translate.options import Options


def add(commands: Any) -> None:
    """Add the command."""
    align = add_command(
        commands,
        "align",
        _align,
        "pair two versions sentence by sentence, without translating them",
        "story.ru.txt story.en.txt\n"
        "--sentences ru.txt en.txt --format json -o beads.json\n"
        "--source-language de --target-language fr sentences.de.txt sentences.fr.txt",
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
    add_limits(align)


def _align(args: argparse.Namespace) -> int:
    from translate import align
    from translate.cli.tables import alignment_table
    from translate.records.answers import alignment_json
    from translate.text.versions import read_for_alignment

    languages = _language(args.source_language), _language(args.target_language)
    args.sentences = args.sentences or not {*languages} <= {*compared_languages(), None}
    texts = pair_of(args)
    source = read_for_alignment(texts[0], languages[0], "first")
    target = read_for_alignment(texts[1], languages[1], "second")
    beads = align(source, target, Options(operating_point=args.operating_point), languages=languages)
    format = args.format or ("json" if Path(args.output).suffix.lower() == ".json" else "console")
    write = alignment_json if format == "json" else alignment_table
    write_text(args.output, write(source, target, beads))
    return DONE


def _language(code: str | None) -> str | None:
    """The language named, as the alignment knows it; None where it is to be detected."""
    return None if code is None else known_language(code)
