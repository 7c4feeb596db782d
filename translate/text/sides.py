"""The two sides of whatever has a source and a target."""

from typing import Literal, Protocol, TypeVar

SideName = Literal["source", "target"]
SIDES: tuple[SideName, SideName] = ("source", "target")

Part = TypeVar("Part")
Part_co = TypeVar("Part_co", covariant=True)


class Sided(Protocol[Part_co]):
    """What has a source and a target of one kind: a comparison, a bead, a difference, a translation."""

    @property
    def source(self) -> Part_co: ...

    @property
    def target(self) -> Part_co: ...


def on_side(whole: Sided[Part], side: str) -> Part:
    """What stands on one side; on the source side where `side` is "both"."""
    return whole.target if side == "target" else whole.source


def other_side(side: str) -> SideName:
    """The side opposite to one.

    Example:
        >>> other_side("source")
        'target'
    """
    return "source" if side == "target" else "target"


def in_order(side: str, own: Part, other: Part) -> tuple[Part, Part]:
    """What one side and the other have, the source first.

    Example:
        >>> in_order("target", "mine", "theirs")
        ('theirs', 'mine')
    """
    return (other, own) if side == "target" else (own, other)
