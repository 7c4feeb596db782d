"""A comparison that somebody changed is refused where a report would meet a number that leads nowhere."""

import json

import pytest

from translate.errors import InputError
from translate.records.comparison_record import comparison_from_json, json_report

TOLD = {"full": 0.2, "part": 0.3, "none": 0.5}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("source.language", "de"),
        ("source.language", "en"),
        ("source.text", "short"),
        ("source.sentences.1.start", 0),
        ("source.sentences.1.certainty", -1),
        ("beads", []),
        ("beads.0.source", [99]),
        ("beads.0.source", []),
        ("beads.0.probability", 2),
        ("beads.2.explanation.rejected.0.source", [99]),
        ("differences.0.bead", 99),
        ("differences.0.bead", -1),
        ("differences.0.id", "d1] img[src"),
        ("differences.0.id", "d2"),
        ("differences.0.kind", "omission"),
        ("differences.0.target.0.end", 10**6),
        ("differences.8.evidence.candidates.0.sentence", 99),
        ("facts.0.source.0.sentence", 99),
        ("facts.0.source.0.start", -1),
        ("facts.0.difference", "d99"),
        ("counterparts", [{"source": [99], "target": [1], "strength": "full", "probability": 0.5}]),
        ("counterparts", [{"source": [], "target": [1], "strength": "full", "probability": 0.5}]),
        ("counterparts", [{"source": [2, 1], "target": [1], "strength": "full", "probability": 0.5}]),
        ("counterparts", [{"source": [1], "target": [1], "strength": "full", "probability": 5}]),
        ("told", {"source": [TOLD], "target": []}),
        ("counterparts", [{"source": [2], "target": [0], "strength": "full", "probability": 0.5}]),  # and no verdicts
        ("told", {"source": [{**TOLD, "none": -1}] * 14, "target": []}),
        ("relation", {"kind": "retelling", "probability": 7}),
        ("coverage.source", -1),
        ("same_story.probability", 2),
        ("translation.source.sentences", []),
        ("translation.source.unknown", [[]]),
        ("translation.source.unknown", [[{"start": 0, "end": 10**6}]] * 14),
        ("translation.source.guesses", [[]]),
        ("translation.source.guesses", [[{"start": 0, "end": 10**6, "others": ["x"]}]] * 14),
    ],
    ids=str,
)
def test_a_number_that_leads_nowhere_is_refused(story, place: str, value: object) -> None:
    record = json.loads(json_report(story))
    *path, last = [int(part) if part.isdigit() else part for part in place.split(".")]
    inner = record
    for part in path:
        inner = inner[part]
    inner[last] = value
    with pytest.raises(InputError, match="damaged"):
        comparison_from_json(json.dumps(record))
