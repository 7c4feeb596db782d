"""The JSON contract: exact keys, same bytes every time, and the way back."""

import json
from dataclasses import replace

import pytest

from translate.comparison import Comparison
from translate.engines.translation import Translation
from translate.errors import InputError
from translate.records.comparison_record import json_text
from translate.report import comparison_from_json, render, render_bytes
from translate.testing import drawn_comparison
from translate.wording.naming import Amount, Version
from translate.wording.phrase import Phrase


def without_what_json_leaves_out(comparison: Comparison) -> Comparison:
    """The contract has no place for foreign sentences, a translation's running text and one side's warnings."""

    def bare(translation: Translation) -> Translation:
        return replace(translation, text="", warnings=())

    return replace(
        comparison,
        source=replace(comparison.source, foreign=()),
        target=replace(comparison.target, foreign=()),
        translation=replace(
            comparison.translation,
            source=bare(comparison.translation.source),
            target=bare(comparison.translation.target),
        ),
    )


def test_what_is_told_over_there_is_written_where_it_was_judged():
    record = drawn_comparison("abcdef", "abdef").to_dict()
    assert list(record)[5:9] == ["facts", "counterparts", "told", "relation"]
    assert list(record["counterparts"][0]) == ["source", "target", "strength", "probability"]
    assert list(record["told"]) == ["source", "target"]
    assert list(record["told"]["source"][0]) == ["full", "part", "none"]
    assert list(record["relation"]) == ["kind", "probability"]
    again = comparison_from_json(json_text(record))
    assert again.to_dict() == record
    assert again.counterparts


def test_keys_are_exactly_those_of_the_contract(story):
    record = json.loads(render(story, "json"))
    assert record["schema"] == "parallax/comparison/1"
    assert list(record) == [
        "schema", "source", "target", "beads", "differences", "facts", "coverage", "same_story", "translation",
        "signature",
    ]  # fmt: skip
    assert list(record["source"]) == ["language", "text", "sentences"]
    assert list(record["source"]["sentences"][0]) == ["start", "end", "paragraph", "role", "label", "certainty"]
    assert list(record["coverage"]) == ["source", "target"]
    assert list(record["same_story"]) == ["probability"]
    assert list(record["translation"]) == ["source", "target", "warnings"]
    assert list(record["translation"]["target"]) == ["engine", "package", "sentences"]
    difference = record["differences"][0]
    assert list(difference) == [
        "id", "kind", "side", "severity", "confidence", "bead", "source", "target", "message", "evidence",
    ]  # fmt: skip
    assert list(difference["source"][0]) == ["start", "end"]
    assert list(difference["evidence"]) == ["reason", "readings", "candidates"]


def told(comparison: Comparison) -> Comparison:
    """The comparison with sentences of the program where the story has plain words."""
    found = comparison.differences[0]
    number = Phrase("{number:grouped}", number=Amount("5200.5"))
    evidence = replace(
        found.evidence,
        reason=Phrase("No sentence of {other} says the same.", other=Version("en")),
        readings=tuple(replace(reading, words=number) for reading in found.evidence.readings),
    )
    message = Phrase("Found only in {version}.", version=Version("ru"))
    return replace(
        comparison,
        differences=(replace(found, message=message, evidence=evidence), *comparison.differences[1:]),
        facts=tuple(
            replace(fact, source=tuple(replace(place, words=number) for place in fact.source))
            for fact in comparison.facts
        ),
        translation=replace(comparison.translation, warnings=(Phrase("it is empty"),)),
    )


def test_sentences_are_written_as_template_and_values(story):
    record = json.loads(render(told(story), "json"))
    assert record["differences"][0]["message"] == {
        "template": "Found only in {version}.",
        "values": {"version": {"word": "version", "language": "ru"}},
        "text": "Found only in the Russian version.",
    }
    assert record["differences"][0]["evidence"]["reason"]["text"] == "No sentence of the English version says the same."
    assert record["differences"][0]["evidence"]["readings"][0]["words"]["text"] == "5200.5"
    assert record["facts"][0]["source"][0]["words"]["values"] == {"number": {"word": "amount", "value": "5200.5"}}
    assert record["translation"]["warnings"] == [{"template": "it is empty", "values": {}, "text": "it is empty"}]


def test_what_comes_back_is_told_in_russian_as_before(story):
    comparison = told(story)
    back = comparison_from_json(render(comparison, "json"))
    for format in ("markdown", "csv"):
        assert render(back, format, "ru") == render(comparison, format, "ru")
    assert "Есть только в русской версии." in render(back, "csv", "ru")


@pytest.mark.parametrize(
    ("message", "complaint"),
    [
        ({"template": "{a.__class__}", "values": {"a": "x"}, "text": "x"}, r"differences\[0\]\.message has a template"),
        ({"template": "{a}", "values": {}, "text": "x"}, r"differences\[0\]\.message lacks the value 'a'"),
        (5, r"differences\[0\]\.message should be a text"),
    ],
)
def test_a_hostile_sentence_is_refused_with_its_place(story, message, complaint):
    record = json.loads(render(story, "json"))
    record["differences"][0]["message"] = message
    with pytest.raises(InputError, match=complaint):
        comparison_from_json(json.dumps(record))


def test_moved_is_written_only_where_it_is_true(story):
    beads = json.loads(render(story, "json"))["beads"]
    assert [bead.get("moved") for bead in beads] == [bead.moved or None for bead in story.beads]
    assert list(beads[0]) == ["source", "target", "similarity", "probability"]


def test_a_bead_carries_its_explanation_where_it_has_one(story):
    beads = json.loads(render(story, "json"))["beads"]
    assert beads[2]["explanation"] == {
        "lead": 0.4,
        "length_ratio": 1.0,
        "shared": ["sokolov"],
        "rejected": [{"source": [6], "target": [5], "similarity": 0.21, "probability": 0.03}],
        "shared_words": ["Sokolov"],
    }
    assert [("explanation" in record) for record in beads] == [bead.explanation is not None for bead in story.beads]
    assert [bead.explanation for bead in comparison_from_json(render(story, "json")).beads] == [
        bead.explanation for bead in story.beads
    ]


def test_floats_have_four_decimals(story):
    assert json.loads(render(story, "json"))["beads"][1]["probability"] == 0.9512


def test_same_comparison_gives_the_same_bytes_also_after_a_round_trip(story, hostile):
    for comparison in (story, hostile):
        written = render_bytes(comparison, "json")
        assert written == render_bytes(comparison, "json")
        assert render_bytes(comparison_from_json(written.decode()), "json") == written


def test_round_trip_keeps_everything_the_contract_holds(story):
    rounded = replace(story.beads[1], probability=0.9512)
    story = replace(story, beads=(story.beads[0], rounded, *story.beads[2:]))
    back = comparison_from_json(render(story, "json"))
    assert without_what_json_leaves_out(back) == without_what_json_leaves_out(story)
    assert back.translation.source.text == story.translation.source.text


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("1" * 5_000, "not JSON"),
        ("[1]", "schema"),
        ('{"schema": "parallax/comparison/9"}', "parallax/comparison/9"),
        ('{"schema": "parallax/comparison/1"}', "damaged"),
    ],
)
def test_other_json_is_refused_with_the_reason(text, complaint):
    with pytest.raises(InputError, match=complaint):
        comparison_from_json(text)


def test_a_fact_says_where_either_version_gives_it(story):
    record = json.loads(render(story, "json"))["facts"][0]
    assert list(record) == ["kind", "status", "source", "target", "difference"]
    assert list(record["source"][0]) == ["sentence", "start", "end", "value"]


def test_a_file_of_an_earlier_version_has_no_facts(story):
    record = json.loads(render(story, "json"))
    del record["facts"]
    assert comparison_from_json(json.dumps(record)).facts == ()


def test_what_a_later_version_adds_is_passed_over(story):
    """Keys are only ever added within a schema."""
    later = json.loads(render(story, "json")) | {"told": {"source": []}}
    assert render(comparison_from_json(json.dumps(later)), "json") == render(story, "json")
