"""`batch`: many pairs compared at once, each with its files, all with a summary and an index."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from translate.cli.arguments import (
    add_limits,
    add_operating_point,
    add_reading,
    add_scheduler,
    add_translation,
    add_workers,
    limits_of,
    scheduler_of,
    translation_options,
)
from translate.cli.command import DONE, FOUND, add_command
from translate.cli.commands.comparing import KINDS, SEVERITIES
from translate.text.files import print_output
from translate.wording.interface import interface_language
from translate.wording.phrase import Phrase, counted, said

if TYPE_CHECKING:
    from translate.batch import BatchResult

ERROR = "error"  # what --fail-on calls a pair that could not be compared


def add(commands: Any) -> None:
    """Add the command."""
    batch = add_command(
        commands,
        "batch",
        _batch,
        "compare many pairs, each row of a table or each two files of two folders that are called alike",
        "pairs.csv -o compared\n"
        "pairs.jsonl -o compared --format html --format xlsx --workers 4\n"
        "articles.parquet -o compared --columns text_ru text_en --texts\n"
        "russian english -o compared\n"
        "s3://news/pairs.parquet -o s3://news/compared --scheduler tcp://10.0.0.5:8786\n"
        "pairs.csv -o compared --retry-errors",
    )
    batch.add_argument(
        "source",
        metavar="TABLE|FOLDER",
        help="a table (.csv, .tsv, .jsonl, .ndjson, .parquet) with the columns source and target, which hold paths "
        "beside it or addresses, or source_text and target_text; or the folder of one version",
    )
    batch.add_argument("target", metavar="FOLDER", nargs="?", help="the folder of the other version")
    batch.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="folder that gets summary.csv, summary.jsonl, index.html and results; a batch that was stopped there is "
        "gone on with",
    )
    add_workers(batch, "processes that compare, 0 for none beside this (default: cores)")
    add_scheduler(batch)
    batch.add_argument(
        "--format",
        metavar="FORMAT",
        action="append",
        default=[],
        help="report of each pair beside its JSON: html, markdown, csv, xlsx, tmx or console; may be repeated",
    )
    batch.add_argument(
        "--columns", metavar=("A", "B"), nargs=2, help="columns of the two versions (default: source target)"
    )
    batch.add_argument("--texts", action="store_true", help="those columns hold the texts themselves")
    batch.add_argument("--id", metavar="COLUMN", help="column of the names of the pairs (default: id)")
    batch.add_argument("--anew", action="store_true", help="begin anew, whatever OUT holds of an earlier batch")
    batch.add_argument("--retry-errors", action="store_true", help="try again what could not be compared before")
    batch.add_argument(
        "--fail-on",
        metavar="KIND|SEVERITY|error",
        action="append",
        default=[],
        choices=(*KINDS, *SEVERITIES, ERROR),
        help="exit with status 1 if a pair has such a difference, or could not be compared; may be repeated",
    )
    add_reading(batch)
    add_operating_point(batch)
    add_translation(batch)
    add_limits(batch)


def _batch(args: argparse.Namespace) -> int:
    limits = limits_of(args)
    options = replace(
        translation_options(args),
        operating_point=args.operating_point,
        max_characters=limits.characters,
        max_sentences=limits.sentences,
        max_seconds=limits.seconds,
    )
    from translate.batch import Columns, run  # here, as the bar: they take time
    from translate.cli.batch_progress import batch_bar

    usual = Columns()
    source, target = args.columns or (usual.source, usual.target)
    with scheduler_of(args) as executor, batch_bar() as progress:
        result = run(
            args.source if args.target is None else (args.source, args.target),
            args.output,
            options,
            formats=args.format,
            workers=args.workers,
            executor=executor,
            columns=Columns(source, target, args.texts, args.id or usual.id),
            sentences=args.sentences,
            allow_private=args.allow_private,
            language=interface_language(),
            anew=args.anew,
            retry_errors=args.retry_errors,
            progress=progress,
        )
    print_output(said(_told(result)))
    return FOUND if args.fail_on and _asked_for(result, args.fail_on) else DONE


def _told(result: "BatchResult") -> Phrase:
    """What a batch came to, in a line."""
    place = result.folder / "index.html"
    if result.errors:
        return counted(
            "{count} pair, of which {errors} could not be compared: {place} says why",
            "{count} pairs, of which {errors} could not be compared: {place} says why",
            result.pairs,
            errors=result.errors,
            place=place,
        )
    return counted("{count} pair: {place}", "{count} pairs: {place}", result.pairs, place=place)


def _asked_for(result: "BatchResult", wanted: Sequence[str]) -> bool:
    """Whether a pair has what --fail-on names; minor includes major."""
    kinds = [kind for kind in wanted if kind in KINDS]
    for outcome in result.outcomes():
        if outcome.exit_status:
            if ERROR in wanted:
                return True
        elif (
            any(outcome.kinds[kind] for kind in kinds)
            or ("minor" in wanted and outcome.differences)
            or ("major" in wanted and outcome.major)
        ):
            return True
    return False
