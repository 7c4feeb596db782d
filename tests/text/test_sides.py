"""The two sides of whatever has two."""

import pytest

from translate.text.document import Span
from translate.text.sides import SIDES, in_order, on_side, other_side


class Pair:
    source = Span(0, 1)
    target = Span(2, 3)


@pytest.mark.parametrize(("side", "start"), [("source", 0), ("target", 2), ("both", 0)])
def test_a_side_is_asked_by_its_name(side: str, start: int) -> None:
    assert on_side(Pair(), side).start == start


def test_the_sides_are_opposite_and_the_source_comes_first() -> None:
    assert [other_side(side) for side in SIDES] == ["target", "source"]
    assert [in_order(side, "mine", "theirs") for side in SIDES] == [("mine", "theirs"), ("theirs", "mine")]
