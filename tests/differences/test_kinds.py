"""The table of kinds: every kind has its line, and everything that knows kinds reads it there."""

from typing import get_args

import pytest

from translate.cli.main import parser
from translate.differences.difference import Kind
from translate.differences.finding import IN_TURN
from translate.differences.kinds import KINDS, Family, KindOfDifference, least_shown
from translate.report.wording import tag
from translate.wording.interface import speaking


def test_every_kind_has_its_line_and_no_other() -> None:
    assert set(KINDS) == set(get_args(Kind))


def test_every_kind_is_asked_once_and_parts_come_last_but_for_terms() -> None:
    """What a conflict tells of is not told again as a part; what a glossary says hides nothing."""
    assert sorted(IN_TURN) == sorted(KINDS)
    families = [KINDS[kind].family for kind in IN_TURN if kind != "term"]
    assert families.index("part") == len(families) - 1
    assert IN_TURN[-1] == "term"


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


@pytest.mark.parametrize(
    ("kind", "careful", "balanced", "sensitive"),
    [
        ("omission", 0.86, 0.5, 0.25),
        ("addition", 0.86, 0.5, 0.25),
        ("moved", 0, 0, 0),
        ("partial", 0.7, 0.5, 0.25),
        ("number", 0.75, 0.4, 0.2),
        ("date", 0.75, 0.4, 0.2),
        ("name", 0.75, 0.4, 0.2),
        ("quote", 0.8, 0.7, 0.35),
        ("negation", 0.75, 0.5, 0.25),
        ("meaning", 0.67, 0.6, 0.2),
        ("certainty", 0.8, 0.63, 0.35),
        ("term", 0, 0, 0),
    ],
)
def test_what_each_operating_point_shows(kind: Kind, careful: float, balanced: float, sensitive: float) -> None:
    """The fits print what these reach: who moves one has to run them again."""
    assert least_shown("careful")[kind] == careful
    assert least_shown("balanced")[kind] == balanced
    assert least_shown("sensitive")[kind] == sensitive


def test_the_surest_finders_are_asked_first() -> None:
    """Facts and negations, then quotes, other words and certainty."""
    assert IN_TURN == (
        "omission", "addition", "moved", "number", "date", "name", "negation", "quote", "meaning", "certainty",
        "partial", "term",
    )  # fmt: skip


def test_conflicts_and_lone_sentences_weigh_by_themselves() -> None:
    assert {kind for kind, about in KINDS.items() if about.points == 0} == {"partial", "moved", "term"}
    assert {about.points for about in KINDS.values()} == {0, 2}
