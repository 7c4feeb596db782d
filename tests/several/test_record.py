"""Several versions as JSON: it follows its schema, comes back as it was, and nothing that is wrong in it passes."""

import json
from typing import Any

import pytest

from translate import InputError, Options, Versions, compare_many, render_many, versions_from_json
from translate.records.schema import schema
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

STORY = ["The flood killed 17 people in the village on Monday.", "Rescuers reached the old bridge by night."]


@pytest.fixture(scope="module")
def found() -> Versions:
    changed = [STORY[0].replace("17", "14"), "Nobody knows when schools will open again."]
    texts = [document_of_sentences(each, "en") for each in (STORY, changed, STORY)]
    return compare_many(texts, Options(engine="none"), names=("one", "two", "three"), embedder=LetterEmbedder())


@pytest.fixture
def record(found: Versions) -> Any:
    return json.loads(render_many(found, "json"))


def test_what_is_written_follows_the_schema(record: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    validator = jsonschema.Draft202012Validator(schema("versions"))
    assert [error.message for error in validator.iter_errors(record)] == []
    assert record["conflicts"]
    record["claims"][0]["versions"][0]["told"] = "half"
    record["comparisons"][0]["comparison"]["schema"] = "parallax/comparison/2"
    assert {error.json_path for error in validator.iter_errors(record)} == {
        "$.claims[0].versions[0].told",
        "$.comparisons[0].comparison.schema",
    }


@pytest.mark.parametrize("format", ["json", "markdown", "html"])
def test_what_is_read_back_gives_the_same_reports(found: Versions, format: str) -> None:
    again = versions_from_json(render_many(found, "json"))
    assert render_many(again, format) == render_many(found, format)


DAMAGED = [
    ("claims.0.own", [0, 3]),
    ("claims.0.own", [1, 0]),
    ("claims.0.versions", []),
    ("claims.0.versions.0.sentences", [5]),
    ("claims.0.versions.0.probability", 2.0),
    ("coverage", [[1.0]]),
    ("coverage.0.1", -0.1),
    ("comparisons", []),
    ("comparisons.0.second", 2),
    ("comparisons.0.first", [0]),
    ("comparisons.0.comparison", None),
    ("comparisons.0.comparison.source.text", "Another one."),
    ("conflicts.0.difference", "d0"),
    ("conflicts.0.claims", [9]),
    ("conflicts.0.first", 2),
    ("versions.0.name", "two"),
    ("versions.0.sentences", None),
]


@pytest.mark.parametrize(
    ("path", "value"), DAMAGED, ids=[f"{number}-{path}" for number, (path, _) in enumerate(DAMAGED)]
)
def test_what_does_not_go_together_is_refused(record: Any, path: str, value: object) -> None:
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inner = record
    for step in steps:
        inner = inner[step]
    inner[last] = value
    with pytest.raises(InputError):
        versions_from_json(json.dumps(record))


@pytest.mark.parametrize(
    ("text", "says"),
    [("{", "not JSON"), ('{"schema": "parallax/comparison/1"}', "parallax/versions/1"), ("[]", "None")],
)
def test_another_file_is_refused(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        versions_from_json(text)
