"""The `store` commands: results of batches and of single comparisons in one file, and asking it in SQL."""

import argparse
from typing import Any

from translate.cli.arguments import add_output, write_text
from translate.cli.command import DONE, MENDABLE, add_action, add_command_of_actions, complain
from translate.text.files import STREAM, print_output, write_output
from translate.wording.phrase import Phrase, said

MOST_TOLD = 20  # files that cannot be read; of more, the number is told
FORMATS = ("table", "csv", "json")  # of translate/batch/answer.py, whose import takes time
SPREADSHEETS = "utf-8-sig"  # without its mark, Excel garbles Cyrillic


def add(commands: Any) -> None:
    """Add the command with its actions."""
    actions = add_command_of_actions(
        commands,
        "store",
        "keep the results of many comparisons in one file, and ask it in SQL",
        "add compared -o stories.sqlite\n"
        "add reviewed.parallax.json report.json -o stories.sqlite\n"
        'query stories.sqlite "SELECT kind, count(*) FROM differences GROUP BY kind"\n'
        'query stories.sqlite "SELECT * FROM stories WHERE target_coverage < 0.5" --format csv -o short.csv',
    )
    adding = add_action(actions, "add", _add, "keep results; what is kept already stays")
    adding.add_argument(
        "results",
        metavar="RESULTS",
        nargs="+",
        help="folder of a batch, a comparison in JSON, a session, or a folder of those",
    )
    adding.add_argument("-o", "--output", metavar="FILE", required=True, help="the store; it is made by the first add")
    query = add_action(actions, "query", _query, "print the answer to a SELECT; the store is not changed")
    query.add_argument("store", metavar="FILE", help="the store")
    query.add_argument("sql", metavar="SQL", help="one SELECT; docs/store.md describes the tables")
    query.add_argument("--format", choices=FORMATS, default=FORMATS[0], help=f"of the answer (default: {FORMATS[0]})")
    add_output(query)


def _add(args: argparse.Namespace) -> int:
    from translate.batch import Store  # here: it takes time
    from translate.cli.batch_progress import files_bar

    with files_bar() as progress:
        added = Store(args.output).add(*args.results, progress=progress)
    for unread in added.unread[:MOST_TOLD]:
        complain(Phrase("{name}: {error}", name=unread.name, error=unread.error.message))
    print_output(
        said(
            Phrase(
                "new: {new:,}; changed: {changed:,}; as they were: {same:,}; not compared: {errors:,}; "
                "not read: {unread:,}",
                new=added.new,
                changed=added.changed,
                same=added.same,
                errors=added.not_compared,
                unread=len(added.unread),
            )
        )
    )
    return MENDABLE if added.unread else DONE


def _query(args: argparse.Namespace) -> int:
    from translate.batch import Store  # here: as above

    text = Store(args.store).query(args.sql).text(args.format)
    if args.format == "csv" and args.output != STREAM:
        write_output(args.output, text.encode(SPREADSHEETS, errors="replace"))
    else:
        write_text(args.output, text)
    return DONE
