"""Passages: lone sentences in a row are one entry of a retelling, ranked by what they tell."""

from dataclasses import replace

import pytest
from retelling import of_an_earlier_version, retelling, translated

from translate.report import render
from translate.report.lone_passages import entries, weightiest_first
from translate.text.document import Sentence


def listed(comparison):
    return {entry.id: [difference.id for difference in entry.differences] for entry in entries(comparison)}


def test_lone_sentences_in_a_row_are_one_entry():
    assert listed(retelling()) == {"d1-d2": ["d1", "d2"], "d3-d5": ["d3", "d4", "d5"], "d6": ["d6"]}


@pytest.mark.parametrize("comparison", [translated(), of_an_earlier_version()])
def test_elsewhere_every_difference_is_one(comparison):
    assert listed(comparison) == {f"d{n}": [f"d{n}"] for n in range(1, 7)}
    assert {entry.rank for entry in entries(comparison)} == {0}


def test_a_passage_is_as_grave_as_its_gravest_and_as_sure_as_its_least_certain():
    first, second, alone = entries(retelling())
    assert (first.severity, second.severity, alone.severity) == ("minor", "major", "minor")
    assert second.confidence == pytest.approx(0.83)
    assert (first.passage, alone.passage) == (True, False)


def test_what_a_reader_remembers_comes_first():
    found = retelling()
    assert [entry.id for entry in weightiest_first(entries(found))] == ["d3-d5", "d1-d2", "d6"]
    ranks = {entry.id: entry.rank for entry in entries(found)}
    without = {entry.id: entry.rank for entry in entries(replace(found, facts=()))}
    assert ranks["d3-d5"] == without["d3-d5"] + 2  # a figure and a name
    assert ranks["d1-d2"] == without["d1-d2"] + 1


def test_a_quote_counts():
    found = retelling()
    quoted = "«Рыба ушла от нас»"
    at = found.source.sentences[7]
    assert len(quoted) == at.end - at.start
    text = found.source.text[: at.start] + quoted + found.source.text[at.end :]
    told = replace(found, source=replace(found.source, text=text))
    assert entries(told)[1].rank == entries(found)[1].rank + 1


def test_contradictions_stand_before_what_one_version_alone_tells():
    found = retelling()
    number = replace(found.differences[0], id="d7", kind="number", side="both", severity="major", bead=0)
    order = [entry.id for entry in weightiest_first(entries(replace(found, differences=(*found.differences, number))))]
    assert order == ["d7", "d3-d5", "d1-d2", "d6"]


def test_page_furniture_does_not_part_a_passage_and_a_headline_does():
    found = retelling()
    sentences = list(found.source.sentences)

    def with_role(role):
        changed = [*sentences[:6], Sentence(sentences[6].start, sentences[6].end, 2, role), *sentences[7:]]
        left = tuple(difference for difference in found.differences if role == "headline" or difference.id != "d4")
        return replace(found, source=replace(found.source, sentences=tuple(changed)), differences=left)

    assert listed(with_role("boilerplate"))["d3-d5"] == ["d3", "d5"]
    assert "d3" in listed(with_role("headline"))


@pytest.mark.parametrize("format", ["console", "markdown"])
def test_plain_reports_show_a_passage_with_all_its_sentences(format):
    text = render(retelling(), format)
    told = " ".join(text.split())
    assert "What only the Russian version tells: 3 sentences in a row." in told
    assert told.index("3-5") < told.index("1-2")
    for words in ("Мэр Иван Котов обещал", "Билет стоит", "Рыбаки недовольны", "Mayor Ivan Kotov promised"):
        assert words in told
    assert "Nothing says d4." not in told
    assert "Nothing says d4." in " ".join(render(translated(), format).split())


def test_tables_keep_every_difference():
    assert render(retelling(), "csv").count("omission") == 5
