"""`compare --session FILE`: reopens a review with everything decided in it, or begins one."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from translate.cli.command import complain
from translate.errors import OptionError, TranslateError
from translate.options import Options
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from translate.comparison import Comparison
    from translate.review.session import Session


def add_session(command: argparse.ArgumentParser) -> None:
    """The argument that names the file."""
    command.add_argument(
        "--session",
        metavar="FILE",
        help="with two texts, begin a review in FILE (.parallax.json); without, reopen it: what was decided there "
        "holds in every format, and --fail-on counts what was not rejected",
    )


def reopens(args: argparse.Namespace) -> bool:
    """Whether the command goes on with a session instead of beginning one.

    Raises:
        OptionError: A new session would replace one that is there.
    """
    if args.session is None:
        return False
    if args.source is None and args.sample is None:
        return True
    if Path(args.session).exists():
        raise OptionError(
            Phrase(
                "{file} exists already, and nothing in it shall be lost. To reopen it, leave the texts out; "
                "to begin anew, name another file.",
                file=args.session,
            )
        )
    return False


def reviewed(args: argparse.Namespace, progress: Callable[[str, int, int], None] | None) -> "Comparison":
    """The comparison of a session, with all decisions.

    Raises:
        OptionError: Settings were given that the session has already.
        SessionFileError: The file is no session.
        TranslateError: Something has to be compared anew, and cannot be.
    """
    from translate import comparison_of, open_session

    _require_own_settings(args)
    return comparison_of(open_session(args.session), progress)


def add_remembered(command: argparse.ArgumentParser) -> None:
    """The argument that asks for what is remembered."""
    command.add_argument(
        "--remembered",
        action="store_true",
        help="read either page with what you decided on the page of Parallax for lines of its outlet (see: remembered)",
    )


def begun(args: argparse.Namespace, comparison: "Comparison", options: Options) -> "Session":
    """A new review, with what is remembered of the outlets if that is asked for; what cannot be looked up is told."""
    from translate import Session

    session = Session.of(comparison, options)
    if not args.remembered:
        return session
    from translate.review.memory import SWITCH_VARIABLE, default_memory
    from translate.review.remembering import with_remembered

    try:
        memory = default_memory()
        if memory is None:
            complain(Phrase("Nothing of outlets is remembered here ({variable}=0).", variable=SWITCH_VARIABLE))
            return session
        session, recalled = with_remembered(session, memory)
    except TranslateError as error:
        complain(error.message)
        return session
    for found in recalled:
        complain(found.sentence)
    return session


def _require_own_settings(args: argparse.Namespace) -> None:
    """A setting that would be passed over without a word is refused."""
    usual = Options()
    given = [
        name
        for name, value, default in (
            ("--engine", args.engine, usual.engine),
            ("--quality", args.quality, usual.quality),
            ("--operating-point", args.operating_point, usual.operating_point),
            ("--model", args.model, []),
            ("--url", args.url, None),
            ("--api-key", args.api_key, None),
            ("--glossary", args.glossary, None),
            ("--sentences", args.sentences, False),
            ("--remembered", args.remembered, False),
        )
        if value != default
    ]
    if given:
        raise OptionError(
            Phrase(
                "A session has its own settings: leave {option} out, or begin a new one with two texts.",
                option=given[0],
            )
        )
