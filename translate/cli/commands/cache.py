"""The `cache` commands: what Parallax remembers, forgetting it, and where it is."""

import argparse
from typing import Any

from translate.cli.command import add_action, add_command_of_actions
from translate.errors import EngineError
from translate.text.files import print_output
from translate.wording.phrase import Phrase, say


def add(commands: Any) -> None:
    """Add the command with its actions."""
    summary = "show or empty the cache of translations"
    actions = add_command_of_actions(commands, "cache", summary, "info\nclear\nwhere")
    add_action(actions, "info", _info, "tell how much is in the cache of translations and embeddings")
    add_action(actions, "clear", _clear, "delete what is in the cache")
    add_action(actions, "where", _where, "print the file of the cache")


def _info(args: argparse.Namespace) -> None:
    from translate.engines.cache import LIMIT_VARIABLE, default_cache

    info = default_cache().info()
    size = info.bytes / 1e6
    state = say("{size:,.1f} MB; the cache is off ({variable}=0)", size=size, variable=LIMIT_VARIABLE)
    if info.limit:
        state = say("{size:,.1f} MB of at most {limit:,.0f} MB", size=size, limit=info.limit / 1e6)
    lines = [str(info.path), state]
    lines += [say("{count:,} of kind {kind}", count=count, kind=kind) for kind, count in info.entries.items()]
    print_output("\n".join(lines))


def _clear(args: argparse.Namespace) -> None:
    from translate.engines.cache import default_cache

    cache = default_cache()
    before = cache.info().bytes
    if not cache.clear():
        raise EngineError(Phrase("Cannot empty the cache. Delete the file yourself: {path}", path=cache.path))
    freed = max(0, before - cache.info().bytes) / 1e6
    print_output(say("Emptied {path}: {freed:,.1f} MB freed", path=cache.path, freed=freed))


def _where(args: argparse.Namespace) -> None:
    from translate.engines.cache import default_cache

    print_output(str(default_cache().path))
