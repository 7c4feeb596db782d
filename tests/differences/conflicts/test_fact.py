"""A row of the table of facts, as a script sees it."""

import pytest

from translate.differences.conflicts.fact import Fact, Said


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (("17", "19"), ("14",), "<Fact number '17', different: 2 places in source, 1 in target>"),
        (("17",), (), "<Fact number '17', different: 1 place in source, 0 in target>"),
        ((), ("14", "15"), "<Fact number '14', different: 0 places in source, 2 in target>"),
    ],
)
def test_a_row_shows_its_first_value_and_its_places(
    source: tuple[str, ...], target: tuple[str, ...], expected: str
) -> None:
    sides = (tuple(Said(0, 0, 2, value) for value in values) for values in (source, target))
    assert repr(Fact("number", "different", *sides)) == expected
