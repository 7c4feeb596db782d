"""The candidates beside a bead, as cards and plain reports tell them."""

from dataclasses import replace

import pytest

from translate.alignment.bead import Explanation, Rejected
from translate.report import render
from translate.report.view import view_of
from translate.report.weighed import heading, weighed, weighed_line
from translate.report.wording import pairing_sentence, sentences_named


def by_kind(story, kind):
    return next(difference for difference in story.differences if difference.kind == kind)


def with_rejected(story, kind, *rejected):
    """The story with other candidates beside the bead of its first difference of a kind."""
    number = by_kind(story, kind).bead
    bead = replace(story.beads[number], explanation=Explanation(0.1, 1.0, (), rejected))
    return replace(story, beads=(*story.beads[:number], bead, *story.beads[number + 1 :]))


def test_a_lone_sentence_shows_its_nearest_ones_and_where_they_stand(story):
    omission = by_kind(story, "omission")
    first, second = weighed(story, omission)
    assert heading(story, omission) == "nearest"
    assert (first.label, first.similarity, first.probability) == ("English sentence 7", "0.31", "under 1 %")
    assert first.taken == "stands with Russian sentence 10"
    assert [quote.text for quote in first.quotes] == ["The dam has been damaged."]
    assert first.quotes[0].translation == "word by word: плотина повредить"
    assert second.label == "English sentence 4"


def test_a_pair_shows_the_next_best_with_the_sentence_outside_it(story):
    date = by_kind(story, "date")
    (best,) = weighed(story, date)
    assert heading(story, date) == "next best"
    assert (best.label, best.probability) == ("Russian sentence 7 with English sentence 6", "3 %")
    assert [quote.text for quote in best.quotes] == ["“We will leave no one behind,” he said."]


def test_a_pair_shows_only_the_best_of_several_and_a_lone_sentence_all(story):
    others = Rejected((6,), (5,), 0.4, 0.1), Rejected((6,), (4,), 0.3, 0.05)
    pair = with_rejected(story, "date", *others)
    assert [one.similarity for one in weighed(pair, by_kind(pair, "date"))] == ["0.40"]
    lone = with_rejected(story, "omission", *others)
    assert [one.similarity for one in weighed(lone, by_kind(lone, "omission"))] == ["0.40", "0.30"]


def test_a_plain_report_tells_the_best_alone(story):
    omission = by_kind(story, "omission")
    assert weighed_line(story, omission) == ("nearest", weighed(story, omission)[0].line)


def test_a_part_of_the_bead_itself_needs_no_quote(story):
    part = with_rejected(story, "number", Rejected((3, 4), (1,), 0.7, 0.2))
    (best,) = weighed(part, by_kind(part, "number"))
    assert best.line == "Russian sentences 4 and 5 with English sentence 2, similarity 0.70, probability 20 %"
    assert best.quotes == ()


def test_every_list_of_sentences_is_readable(story):
    assert sentences_named(story, "target", (0, 1, 4)) == "English sentences 1, 2 and 5"


def test_a_card_says_why_its_sentences_are_compared(story):
    cards = {difference.id: difference for difference in view_of(story).differences}
    date, omission = by_kind(story, "date"), by_kind(story, "omission")
    assert cards[date.id].pairing == (
        "Their similarity is 0.88 on a scale from 0 to 1, 0.40 above that of any other sentence with one of them. "
        "Both have: Sokolov."
    )
    assert cards[omission.id].pairing == ""
    bead = replace(story.beads[date.bead], explanation=Explanation(-0.05, 1.0))
    assert "another sentence comes nearer by 0.05" in pairing_sentence(bead)


@pytest.mark.parametrize("format", ["console", "markdown", "html"])
def test_the_nearest_sentence_stands_in_every_report_for_readers(story, format):
    text = " ".join(render(story, format).split())
    assert "Russian sentence 13" in text  # nearest to the addition
    assert "stands with English sentence 8" in text
    assert "probability under 1 %" in text


@pytest.mark.parametrize(("probability", "told"), [(0.03, True), (0.003, False)])
def test_plain_reports_leave_out_a_next_best_that_never_had_a_chance(story, probability, told):
    story = with_rejected(story, "date", Rejected((6,), (5,), 0.21, probability))
    assert ("next best" in render(story, "console")) == told
    assert ("Next best:" in render(story, "markdown")) == told


def test_a_bead_without_explanation_has_no_candidates(story):
    assert weighed(story, by_kind(story, "quote")) == ()
