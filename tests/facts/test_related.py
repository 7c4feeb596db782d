"""Names that stand for each other: a country, its capital and the seats of its power; an organisation and its parts."""

import pytest

from translate.facts.gazetteer import gazetteer
from translate.facts.related import are_related, listed_keys, stand_ins


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("country:RU", "organisation:KREMLIN"),
        ("city:moscow", "organisation:DUMA"),  # two seats of one country
        ("organisation:WHO", "organisation:IAEA"),  # two parts of one organisation
        ("organisation:UN", "city:new_york"),
        ("city:brussels", "country:BE"),  # the capital of more than one
        ("city:brussels", "organisation:NATO"),
        ("city:atlantis", "city:atlantis"),  # the same, though no list has it
    ],
)
def test_names_stand_for_each_other_in_either_order(one: str, other: str) -> None:
    assert are_related([one], [other])
    assert are_related([other], [one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("country:RU", "city:washington"),
        ("country:ES", "city:lisbon"),
        ("organisation:IAEA", "city:new_york"),  # both belong to the UN, and not to each other
        ("country:BE", "organisation:NATO"),  # both sit in Brussels
        ("city:atlantis", "city:moscow"),
    ],
)
def test_names_that_only_share_one_do_not(one: str, other: str) -> None:
    assert not are_related([one], [other])
    assert not are_related([other], [one])


def test_one_key_of_several_is_enough_and_none_is_not() -> None:
    assert are_related(["country:PL", "country:CZ"], ["city:oslo", "city:prague"])
    assert not are_related([], ["city:prague"])
    assert not are_related(["city:prague"], [])


def test_stand_ins_are_the_names_themselves_and_all_that_stands_for_any_of_them() -> None:
    assert stand_ins(["country:PL", "city:oslo"]) == {"country:PL", "city:warsaw", "city:oslo", "country:NO"}
    assert stand_ins(["city:atlantis"]) == {"city:atlantis"}
    assert stand_ins([]) == frozenset()


def test_every_listed_name_is_one_that_the_tables_of_both_languages_have() -> None:
    for language in ("ru", "en"):
        known = gazetteer(language)
        entries = [entry for of_word in known.entries.values() for entry in of_word]
        assert listed_keys() - {entry.key for entry in (*entries, *known.stems.values())} == set()


def test_a_part_stands_for_the_whole_and_not_for_another_part() -> None:
    assert are_related(["place:siberia"], ["place:yakutia"])
    assert not are_related(["place:buryatia"], ["place:yakutia"])
