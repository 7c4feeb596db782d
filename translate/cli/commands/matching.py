"""`match`: which articles of two collections tell the same story, as a table that `batch` compares."""

import argparse
import errno
import os
from pathlib import Path
from typing import Any

from translate.cli.arguments import add_output, add_scheduler, add_workers, scheduler_of
from translate.cli.command import DONE, add_command, complain
from translate.errors import OutputError
from translate.settings.environment import whole_number
from translate.text.files import STREAM, print_output, write_output
from translate.text.places import scheme_of
from translate.wording.phrase import Phrase

ANY = "any"
MOST_DAYS = 36_500
MOST_TOLD = 20  # articles that cannot be read; of more, the number is told


def add(commands: Any) -> None:
    """Add the command."""
    match = add_command(
        commands,
        "match",
        _match,
        "find the articles of two collections that tell the same story in Russian and English",
        "russian english -o pairs.csv\n"
        "ru.jsonl en.jsonl -o pairs.csv --window 2\n"
        "https://example.org/ru/rss.xml https://example.com/en/atom.xml -o pairs.csv --many\n"
        "ru.parquet en.parquet -o pairs.jsonl --window any --alone alone.csv",
    )
    for name, metavar in (("source", "A"), ("target", "B")):
        match.add_argument(
            name,
            metavar=metavar,
            help="a folder of articles, a table of them (.csv, .tsv, .jsonl, .parquet) with a column text, url or path "
            "and perhaps title, date and id, or a feed (a file or its address)",
        )
    add_output(match)
    match.add_argument(
        "--window",
        metavar="DAYS",
        type=_window,
        default=argparse.SUPPRESS,
        help="days that articles on one story may lie apart, or any (default: 3); undated ones may pair with all",
    )
    match.add_argument("--many", action="store_true", help="an article may have several counterparts")
    match.add_argument(
        "--least",
        metavar="P",
        type=float,
        default=argparse.SUPPRESS,
        help="probability from which a pair is given, from 0 to 1 (default: 0.5)",
    )
    match.add_argument("--alone", metavar="FILE", help="write the articles without a counterpart to FILE")
    add_workers(match, "processes that read and encode (default: none more)", default=0)
    add_scheduler(match)


def _match(args: argparse.Namespace) -> int:
    from translate.cli.progress import progress_bar  # here, as all of these: they take time
    from translate.matching.matches import match
    from translate.matching.pairs_file import alone_text, pairs_text

    for output in filter(None, (args.output, args.alone)):
        _require_folder(output)
    given = {name: getattr(args, name) for name in ("window", "least") if hasattr(args, name)}
    with scheduler_of(args) as executor, progress_bar() as progress:
        found = match(
            args.source,
            args.target,
            many=args.many,
            workers=args.workers,
            executor=executor,
            progress=progress,
            **given,
        )
    for name, error in found.unread[:MOST_TOLD]:
        complain(Phrase("{name}: {error}", name=name, error=error.message))
    for name, alone in zip((args.source, args.target), found.alone, strict=True):
        if not found.pairs and not alone:
            complain(Phrase("{name}: there is no article in it that can be matched.", name=name))
    pairs = pairs_text(found, "" if args.output == STREAM else args.output)
    if args.output == STREAM:
        print_output(pairs)
    else:
        write_output(args.output, pairs.encode(errors="replace"))  # texts as they are: they will be compared
    if args.alone:
        write_output(args.alone, alone_text(found, args.alone).encode(errors="replace"))
    complain(
        Phrase(
            "pairs: {pairs}; without a counterpart: {source} of A, {target} of B; not read: {unread}",
            pairs=len(found.pairs),
            source=len(found.alone[0]),
            target=len(found.alone[1]),
            unread=len(found.unread),
        )
    )
    return DONE


def _require_folder(output: str) -> None:
    """Refuse a place that cannot be written to before the work of hours and not after it."""
    if output != STREAM and not scheme_of(output) and not Path(output).absolute().parent.is_dir():
        raise OutputError(
            Phrase(
                "Cannot write {name}: {reason}. Give another place with -o.",
                name=output,
                reason=os.strerror(errno.ENOENT).lower(),
            )
        )


def _window(given: str) -> int | None:
    if given == ANY:
        return None
    days = whole_number(given, 0, MOST_DAYS)
    if days is None:
        raise argparse.ArgumentTypeError(f"{given[:40]!r} is neither {ANY} nor a whole number from 0 to {MOST_DAYS:,}")
    return days
