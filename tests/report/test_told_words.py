"""How two versions stand to each other, and what of the one the other tells, in words."""

from dataclasses import replace

import pytest
from retelling import of_an_earlier_version, retelling, translated

from translate.differences.same_story import SameStory
from translate.report import render
from translate.report.told_words import coverage_sentence, relation_sentence, told_by, told_count
from translate.wording.interface import speaking

REPORTS = "The two versions seem to be two reports of one event, not a translation (probability 91 %)."


def test_the_relation_is_one_plain_sentence():
    assert relation_sentence(retelling()) == REPORTS
    assert relation_sentence(translated()) == "One version seems to translate the other (probability 88 %)."
    assert relation_sentence(of_an_earlier_version()) == ""
    assert relation_sentence(replace(retelling(), same_story=SameStory(0.1))) == ""


@pytest.mark.parametrize("format", ["console", "markdown", "html"])
def test_it_stands_in_every_report_for_readers(format):
    assert REPORTS in " ".join(render(retelling(), format).split())


def test_sentences_with_a_counterpart_are_counted():
    assert told_count(retelling(), "source") == (3, 8)  # page furniture is not compared
    assert coverage_sentence(retelling(), "source") == (
        "The English version covers 55 % of the Russian text; sentences with a counterpart: 3 of 8."
    )
    assert told_count(of_an_earlier_version(), "source") is None
    assert (
        coverage_sentence(of_an_earlier_version(), "source") == "The English version covers 55 % of the Russian text."
    )


def test_a_sentence_names_those_that_tell_it():
    found = retelling()
    assert told_by(found, "source", 1, [1, 2]) == "told by sentences 2 and 3 of the English version, in part"
    assert told_by(found, "target", 0, [0]) == "told by sentence 1 of the Russian version, in full"
    assert told_by(found, "source", 1, []) == ""
    assert told_by(found, "source", 8, [0]) == ""  # a line that is not compared
    with speaking("ru"):
        assert told_by(found, "source", 1, [1, 2]) == "об этом говорят предложения 2 и 3 английской версии, частично"
