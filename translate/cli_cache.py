"""The `cache` commands: what Parallax remembers, forgetting it, and where it is."""

import argparse
from collections.abc import Callable
from typing import Any

from translate.errors import EngineError
from translate.files import print_output

EXAMPLES = "cache info\ncache clear\ncache where"


def add_actions(command: argparse.ArgumentParser) -> None:
    """Sub-commands of `cache`."""
    actions: Any = command.add_subparsers(metavar="ACTION", required=True)  # argparse keeps its type to itself
    _action(actions, "info", _info, "tell how much is in the cache of translations and embeddings")
    _action(actions, "clear", _clear, "delete what is in the cache")
    _action(actions, "where", _where, "print the file of the cache")


def _action(actions: Any, name: str, run: Callable[[argparse.Namespace], None], summary: str) -> None:
    action = actions.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
    action.set_defaults(action=run)


def _info(args: argparse.Namespace) -> None:
    from translate.engines.cache import LIMIT_VARIABLE, default_cache

    info = default_cache().info()
    state = f"of at most {info.limit / 1e6:,.0f} MB" if info.limit else f"; the cache is off ({LIMIT_VARIABLE}=0)"
    lines = [str(info.path), f"{info.bytes / 1e6:,.1f} MB {state}".replace(" ;", ";")]
    lines += [f"{count:,} of kind {kind}" for kind, count in info.entries.items()]
    print_output("\n".join(lines))


def _clear(args: argparse.Namespace) -> None:
    from translate.engines.cache import default_cache

    cache = default_cache()
    before = cache.info().bytes
    if not cache.clear():
        raise EngineError(f"Cannot empty the cache. Delete the file yourself: {cache.path}")
    print_output(f"Emptied {cache.path}: {max(0, before - cache.info().bytes) / 1e6:,.1f} MB freed")


def _where(args: argparse.Namespace) -> None:
    from translate.engines.cache import default_cache

    print_output(str(default_cache().path))
