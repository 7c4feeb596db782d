"""The verdicts as they are kept."""

from translate.counterparts.told import NOTHING_JUDGED, Counterpart, Told, ToldSides
from translate.records.typed_json import from_json, to_json


def test_verdicts_and_counterparts_survive_being_written() -> None:
    sides = ToldSides((Told(0.7, 0.2, 0.1), None), ())
    assert from_json(ToldSides, to_json(sides)) == sides
    found = Counterpart((0, 2), (1,), "part", 0.75)
    assert from_json(Counterpart, to_json(found)) == found


def test_nothing_is_judged_in_an_old_comparison() -> None:
    assert (NOTHING_JUDGED.source, NOTHING_JUDGED.target) == ((), ())
