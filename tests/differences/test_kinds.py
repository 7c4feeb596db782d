"""The table of kinds: every kind has its line, and everything that knows kinds reads it there."""

from typing import get_args

import pytest

from translate.cli.main import parser
from translate.differences.difference import Kind
from translate.differences.finding import IN_TURN
from translate.differences.kinds import KINDS, Family, KindOfDifference
from translate.report.wording import tag
from translate.wording.interface import speaking


def test_every_kind_has_its_line_and_no_other() -> None:
    assert set(KINDS) == set(get_args(Kind))


def test_every_kind_is_asked_once_and_parts_come_last() -> None:
    """What a conflict tells of is not told again as a part."""
    assert sorted(IN_TURN) == sorted(KINDS)
    families = [KINDS[kind].family for kind in IN_TURN]
    assert families.index("part") == len(families) - 1


@pytest.mark.parametrize("about", KINDS.values(), ids=list(KINDS))
def test_a_line_is_complete(about: KindOfDifference) -> None:
    assert about.family in get_args(Family)
    assert about.label
    assert about.tag
    with speaking("ru"):
        assert about.label.told() != about.label
        assert about.tag.told() != about.tag


def test_labels_come_from_the_table() -> None:
    assert {tag(kind) for kind in KINDS} == {str(about.tag) for about in KINDS.values()}


def test_the_command_line_knows_every_kind() -> None:
    arguments = [word for kind in KINDS for word in ("--fail-on", kind)]
    assert parser().parse_args(["compare", "a", "b", *arguments]).fail_on == list(KINDS)
