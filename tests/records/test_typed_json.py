"""Plain values become records, or the message names the place."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.difference import Evidence
from translate.records.typed_json import from_json, to_json
from translate.review.decision import Decision
from translate.text.document import Sentence, Span
from translate.wording.phrase import Phrase

BEAD = {"source": [0], "target": [], "similarity": 0, "probability": 0.5, "moved": False, "explanation": None}


def test_nested_records_come_back_as_they_were() -> None:
    assert from_json(tuple[Bead, ...], [BEAD]) == (Bead((0,), (), 0.0, 0.5),)


def test_a_field_with_a_default_may_be_left_out() -> None:
    assert from_json(Sentence, {"start": 0, "end": 5, "paragraph": 1}) == Sentence(0, 5, 1, "body")


def test_values_go_into_json_and_back() -> None:
    bead = Bead((0, 1), (2,), 0.123456, 0.5)
    assert to_json(bead) == {
        "source": [0, 1],
        "target": [2],
        "similarity": 0.123456,
        "probability": 0.5,
        "moved": False,
        "explanation": None,
    }
    assert from_json(Bead, to_json(bead)) == bead
    assert to_json(bead, digits=2)["similarity"] == 0.12
    assert str(to_json(-0.00001, digits=4)) == "0.0"


def test_a_sentence_of_the_program_stays_one() -> None:
    evidence = Evidence(Phrase("it is empty"))
    assert to_json(evidence)["reason"] == {"template": "it is empty", "values": {}, "text": "it is empty"}
    back = from_json(Evidence, to_json(evidence))
    assert back == evidence
    assert isinstance(back.reason, Phrase)


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
        (
            Evidence,
            {"reason": {"template": "{0}", "values": {}, "text": ""}},
            "reason has a template that cannot be filled",
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
