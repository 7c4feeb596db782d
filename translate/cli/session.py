"""`compare --session FILE`: reopens a review with everything decided in it, or begins one."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import OptionError
from translate.options import Options
from translate.wording.phrase import Phrase

if TYPE_CHECKING:
    from translate.comparison import Comparison


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


def begin(args: argparse.Namespace, comparison: "Comparison", options: Options) -> None:
    """Write a new session.

    Raises:
        OutputError: The file cannot be written.
    """
    from translate import Session, save_session

    save_session(Session.of(comparison, options), args.session)


def _require_own_settings(args: argparse.Namespace) -> None:
    """A setting that would be passed over without a word is refused."""
    usual = Options()
    given = [
        name
        for name, value, default in (
            ("--engine", args.engine, usual.engine),
            ("--quality", args.quality, usual.quality),
            ("--operating-point", args.operating_point, usual.operating_point),
            ("--url", args.url, None),
            ("--api-key", args.api_key, None),
            ("--sentences", args.sentences, False),
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
