"""What is answered without a comparison, as JSON."""

import json

from translate.records.answers import alignment_json, detection_json, differences_json
from translate.records.comparison_record import json_report
from translate.testing import drawn_comparison
from translate.text.detection import detect_language
from translate.wording.stored import restored


def test_an_alignment_has_both_texts_and_beads_of_indices():
    found = drawn_comparison("abc", "ac")
    told = json.loads(alignment_json(found.source, found.target, found.beads))
    assert told["schema"] == "parallax/alignment/1"
    assert [len(told[side]["sentences"]) for side in ("source", "target")] == [3, 2]
    assert [bead["source"] for bead in told["beads"]] == [[0], [1], [2]]


def test_differences_are_told_as_in_a_comparison():
    found = drawn_comparison("abc", "ac")
    told = json.loads(differences_json(found.differences))
    assert told["schema"] == "parallax/differences/1"
    assert told["differences"] == json.loads(json_report(found))["differences"]


def test_a_language_is_told_with_a_reason_for_every_reader():
    detected = detect_language("Мост через реку открыли в понедельник.")
    told = json.loads(detection_json(detected))
    assert (told["schema"], told["language"]) == ("parallax/detection/1", "ru")
    assert 0 <= told["probability"] <= 1
    assert str(restored(told["reason"])) == str(detected.reason)
