"""Files of the time before sentences had templates: they open as before, what they say stays plain English."""

import json
from pathlib import Path

from translate import open_session
from translate.records.comparison_record import json_text
from translate.report import comparison_from_json, render
from translate.wording.interface import speaking
from translate.wording.phrase import Phrase, said

OLD = Path(__file__).parent / "old"
TEXT = (OLD / "comparison.json").read_text(encoding="utf-8")
DAY = "The Russian text gives the weekday as Tuesday (вторник), the English text as Wednesday."


def test_an_old_comparison_is_read_and_written_as_it_was_with_what_nobody_said_of_its_sentences():
    record = json.loads(TEXT)
    for side in ("source", "target"):
        for sentence in record[side]["sentences"]:
            sentence |= {"label": "", "certainty": 1.0}
    assert render(comparison_from_json(TEXT), "json") == json_text(record)


def test_its_sentences_are_plain_english_in_every_language():
    comparison = comparison_from_json(TEXT)
    message = comparison.differences[0].message
    assert message == DAY
    assert not isinstance(message, Phrase)
    with speaking("ru"):
        assert said(message) == DAY
        assert DAY in render(comparison, "csv", "ru")


def test_what_was_read_is_shown_in_normal_form():
    comparison = comparison_from_json(TEXT)
    assert {reading.words for difference in comparison.differences for reading in difference.evidence.readings} == {""}
    assert "5200000000 RUB" in render(comparison, "markdown")


def test_an_old_session_opens_with_its_decisions():
    session = open_session(OLD / "session.parallax.json")
    (decision,) = session.decisions.values()
    assert (decision.verdict, decision.note) == ("accepted", "checked")
    assert session.found.differences[0].message == DAY
    assert not isinstance(session.found.differences[0].message, Phrase)
    assert session.found.translation.warnings
    assert not any(isinstance(warning, Phrase) for warning in session.found.translation.warnings)


def test_the_old_files_hold_no_template():
    for path in OLD.iterdir():
        assert "template" not in path.read_text(encoding="utf-8")
        json.loads(path.read_bytes())
