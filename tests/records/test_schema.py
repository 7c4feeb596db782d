"""What is written follows its schema, and the schema lets nothing else through."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from every_kind import with_term
from review_steps import drawn_session

from benchmarks.build.schemas import schema_of
from translate import Comparison, Options, Session, compare
from translate.cli.main import main
from translate.differences.kinds import KINDS
from translate.errors import OptionError
from translate.records.comparison_record import json_report
from translate.records.schema import NAMES, schema, schema_text
from translate.review.decision import Decision
from translate.review.session_file import session_bytes
from translate.samples import load_sample, sample_names
from translate.wording.naming import Amount, CalendarDate, CalendarName, LanguageName, ScriptName, Version, VersionOfTwo
from translate.wording.phrase import Phrase, counted, in_context
from translate.wording.stored import WORDS, stored

OLD = Path(__file__).parent / "old"


def complaints(name: str, record: Any) -> list[str]:
    """Where a record does not follow a schema, by a validator that is not ours."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    validator = jsonschema.Draft202012Validator(schema(name))
    return [f"{error.json_path}: {error.message}"[:300] for error in validator.iter_errors(record)]


def telling_complaints(record: Any) -> list[str]:
    """The same for one sentence."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/Telling", "$defs": schema("comparison")["$defs"]})
    return [error.message[:300] for error in validator.iter_errors(record)]


def reviewed(comparison: Comparison) -> Session:
    """A review with a decision of each kind, as far as there are differences."""
    session = Session.of(comparison)
    decisions = (Decision("accepted", severity="minor", note="so"), Decision("rejected"), Decision(note="?"))
    for difference, decision in zip(comparison.differences, decisions, strict=False):
        session = session.decided(difference, decision)
    return session


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_schemas_and_up_to_date(name: str) -> None:
    assert schema(name) == schema_of(name), "run: python -m benchmarks.build.schemas"
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.model
@pytest.mark.parametrize("name", sample_names())
def test_every_sample_follows_the_schemas(name: str) -> None:
    sample = load_sample(name)
    comparison = compare(sample.source, sample.target, Options(engine="gloss"))
    session = reviewed(comparison)
    assert complaints("comparison", json.loads(json_report(comparison))) == []
    assert complaints("comparison", json.loads(json_report(session.comparison))) == []
    assert complaints("session", json.loads(session_bytes(session))) == []


def test_every_kind_of_difference_follows_the_schema(story: Comparison, hostile: Comparison) -> None:
    termed = with_term(story)
    assert {difference.kind for difference in termed.differences} == set(KINDS)
    for comparison in (story, hostile, termed):
        assert complaints("comparison", json.loads(json_report(comparison))) == []


def test_a_session_with_links_and_roles_follows_the_schema() -> None:
    session = drawn_session().with_role("source", [6], "boilerplate").linked((3,), (3,))
    assert complaints("session", json.loads(session_bytes(session))) == []


def test_files_of_earlier_versions_follow_the_schemas() -> None:
    assert complaints("comparison", json.loads((OLD / "comparison.json").read_bytes())) == []
    assert complaints("session", json.loads((OLD / "session.parallax.json").read_bytes())) == []


DAMAGED = [
    ("schema", "parallax/comparison/2"),
    ("signature", None),
    ("more", 1),
    ("source.sentences.0.role", "advert"),
    ("source.sentences.0.start", -1),
    ("source.sentences.0.end", 1.5),
    ("beads.0.source", 0),
    ("beads.0.probability", 1.2),
    ("differences.0.kind", "mood"),
    ("differences.0.message", 5),
    ("differences.0.message", {"template": "x", "values": {}}),
    ("differences.0.message", {"template": "x", "values": {}, "text": "x", "more": 1}),
    ("differences.0.message", {"template": "{a.b}", "values": {"a.b": "x"}, "text": "x"}),
    ("differences.0.message", {"template": "{a}", "values": {"a": {"word": "magic"}}, "text": "x"}),
    ("differences.0.evidence.reason", None),
    ("differences.0.evidence.more", 1),
    ("differences.0.evidence.readings.0.value", 5200),
    ("differences.0.source.0.middle", 3),
    ("facts.0.status", "maybe"),
    ("coverage.source", "high"),
    ("translation.warnings", "none"),
]


def changed(record: Any, path: str, value: object) -> Any:
    """The record with another value in one place."""
    record = copy.deepcopy(record)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inner = record
    for step in steps:
        inner = inner[step]
    inner[last] = value
    return record


@pytest.mark.parametrize(("path", "value"), DAMAGED)
def test_a_damaged_record_fails(story: Comparison, path: str, value: object) -> None:
    assert complaints("comparison", changed(json.loads(json_report(story)), path, value))


@pytest.mark.parametrize("name", ["schema", "source", "beads", "differences", "translation", "signature"])
def test_a_record_that_lacks_something_fails(story: Comparison, name: str) -> None:
    record = json.loads(json_report(story))
    del record[name]
    assert complaints("comparison", record)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("options.url", "http://translate.example"),
        ("options.engine", "curl"),
        ("fresh", 1),
        ("found.beads.0.similarity", None),
        ("found.differences.0.message", {"text": "x"}),
        ("decisions", {}),
    ],
)
def test_a_damaged_session_fails(path: str, value: object) -> None:
    assert complaints("session", changed(json.loads(session_bytes(drawn_session())), path, value))


PHRASES = [
    counted("{count} word", "{count} words", 2),
    in_context("kind", "number"),
    Phrase("{a} {b:.2f} {c}", a="x", b=0.5, c=Phrase("it is empty")),
    *(
        Phrase("{word}", word=word)
        for word in (
            Version("ru"),
            VersionOfTwo("ru", 2),
            LanguageName("el"),
            CalendarName("month", 5),
            CalendarDate(5, 12),
            Amount("5 km"),
            ScriptName("GREEK"),
        )
    ),
]


@pytest.mark.parametrize("phrase", PHRASES, ids=str)
def test_every_kind_of_sentence_follows_the_schema(phrase: Phrase) -> None:
    assert telling_complaints(stored(phrase)) == []


def test_no_kind_of_word_is_left_out() -> None:
    used = {type(value) for phrase in PHRASES for value in phrase.values.values()}
    assert set(WORDS.values()) <= used


def test_another_schema_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(OptionError, match=r"'report'\. Known: comparison, session"):
        schema_text("report")


@pytest.mark.parametrize("name", NAMES)
def test_the_command_line_prints_a_schema(name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["schema", name]) == 0
    assert capsys.readouterr().out == schema_text(name)
    assert main(["schema", name, "-o", str(tmp_path / "schema.json")]) == 0
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == schema_text(name)
