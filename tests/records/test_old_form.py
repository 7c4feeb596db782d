"""Files of the time before sentences had templates: they open as before, what they say stays plain English."""

import json
import time
from contextlib import suppress
from pathlib import Path
from string import Formatter

import pytest

from benchmarks.build.catalogue import sentences
from translate import open_session
from translate.records.comparison_record import json_text
from translate.report import comparison_from_json, render
from translate.review.session_file import session_from
from translate.wording.interface import speaking
from translate.wording.phrase import Phrase, said
from translate.wording.stored import WrongSentence, restored

OLD = Path(__file__).parent / "old"
TEXT = (OLD / "comparison.json").read_text(encoding="utf-8")
DAY = "The Russian text gives the weekday as Tuesday (вторник), the English text as Wednesday."


LONG = 48_000  # characters


def _texts(id):
    return id if isinstance(id, tuple) else (id,)


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


@pytest.mark.parametrize("message", [" gives the" * 30 + " as ," * 110, " gives the" * 500 + " as ," * 8_000])
def test_a_sentence_made_of_the_words_between_values_takes_no_time(message):
    """Such a file held the interpreter for minutes when the sentences of old files were taken apart."""
    begun = time.process_time()
    session = session_from((OLD / "session.parallax.json").read_bytes().replace(DAY.encode(), message.encode()))
    assert session.found.differences[0].message == message
    assert time.process_time() - begun < 5


def test_no_sentence_of_the_catalogue_takes_time_to_be_taken_for_itself():
    """What stands between the values of each template, over and over, in a record that claims to be it."""
    begun = time.process_time()
    for template in {text for message in sentences() for text in _texts(message.id)}:
        between = "".join(text for text, *_ in Formatter().parse(template)) or "."
        text = (between * LONG)[:LONG]
        record = {"template": template, "values": {}, "text": text}
        with suppress(WrongSentence):
            restored(record)
        assert restored(text) == text
    assert time.process_time() - begun < 20


def test_the_old_files_hold_no_template():
    for path in OLD.iterdir():
        assert "template" not in path.read_text(encoding="utf-8")
        json.loads(path.read_bytes())
