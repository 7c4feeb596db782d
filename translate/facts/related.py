"""Names that stand for each other in news: a country for its capital, a watchdog for the United Nations."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def are_related(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether some of two sets of keys of known names stand for each other, or are the same.

    Example:
        >>> are_related(["country:CN"], ["city:beijing"]), are_related(["country:CN"], ["city:tokyo"])
        (True, False)
    """
    theirs = set(other)
    return any(key in theirs or not theirs.isdisjoint(_related().get(key, ())) for key in one)


def stand_ins(keys: Iterable[str]) -> frozenset[str]:
    """Keys of known names with all that may stand for them."""
    return frozenset(other for key in keys for other in (key, *_related().get(key, ())))


def listed_keys() -> frozenset[str]:
    """Keys of all names of which is known what may stand for them."""
    return frozenset(_related())


@cache
def _related() -> dict[str, frozenset[str]]:
    """For every key those that may stand for it."""
    table = tomllib.loads((files("translate.facts") / "related.toml").read_text(encoding="utf-8"))
    groups = [group.split() for group in table["groups"]]
    groups += [[whole, part] for whole, parts in table["parts"].items() for part in parts.split()]
    groups += [[f"country:{code}", *seats.split()] for code, seats in table["seats"].items()]
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for key in group:
            found[key] = found.get(key, frozenset()) | frozenset(group)
    return found
