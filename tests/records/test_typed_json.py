"""Plain values become records, or the message names the place."""

import pytest

from translate.alignment.bead import Bead
from translate.records.typed_json import from_json
from translate.review.decision import Decision
from translate.text.document import Span

BEAD = {"source": [0], "target": [], "similarity": 0, "probability": 0.5, "moved": False, "explanation": None}


def test_nested_records_come_back_as_they_were() -> None:
    assert from_json(tuple[Bead, ...], [BEAD]) == (Bead((0,), (), 0.0, 0.5),)


@pytest.mark.parametrize(
    ("wanted", "value", "told"),
    [
        (
            tuple[Bead, ...],
            [BEAD, {**BEAD, "source": [0, "1"]}],
            r"\[1\]\.source\[1\] should be a whole number, not '1'",
        ),
        (Bead, {**BEAD, "moved": 0}, "moved should be true or false, not 0"),
        (Bead, {**BEAD, "similarity": None}, "similarity should be a finite number, not None"),
        (Bead, {**BEAD, "similarity": True}, "similarity should be a finite number, not True"),
        (Bead, {**BEAD, "source": {}}, "source should be a list, not a dict"),
        (Span, [1, 2], "the file should be a record, not a list"),
        (Span, {"start": 1}, "the file lacks 'end'"),
        (Span, {"start": 1, "end": 2, "x" * 90: 3}, "the file has the unknown entry 'x{40}'"),
        (
            Decision,
            {"verdict": "yes", "kind": None, "severity": None, "note": ""},
            "one of accepted, rejected, not 'yes'",
        ),
        (Decision, {"verdict": None, "kind": None, "severity": None, "note": 5}, "note should be a text, not 5"),
    ],
)
def test_the_place_and_what_it_asks_for_are_told(wanted: object, value: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        from_json(wanted, value)


def test_a_long_value_is_cut_short() -> None:
    with pytest.raises(ValueError, match=r"not '.{39}…$"):
        from_json(int, "y" * 10_000)
