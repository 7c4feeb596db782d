"""The comparison from above, as the plots get it."""

from dataclasses import replace

import pytest
from retelling import retelling

from translate.report.overview import EXCERPT, overview_of


@pytest.fixture(scope="module")
def overview(story):
    return overview_of(story)


def test_differences_are_counted_by_kind_and_severity(story, overview):
    assert sum(count.count for count in overview.counts) == len(story.differences)
    counted = {(count.kind, count.severity): count.count for count in overview.counts}
    assert counted["part of a sentence", "minor"] == 3
    assert counted["only in Russian", "major"] == 1
    assert ("only in Russian", "minor") not in counted


def test_a_mark_stands_where_its_words_do(story, overview):
    marks = {(mark.difference, mark.side): mark for mark in overview.marks}
    # the Russian builders stand late, the English volunteers last of all
    assert 0.7 < marks["d9", "Russian"].position < 0.85
    assert marks["d13", "English"].position > 0.9
    assert ("d13", "Russian") not in marks
    assert marks["d1", "Russian"].position < marks["d3", "Russian"].position
    assert marks["d9", "Russian"].words.startswith("Строители плотины")
    assert all(0 <= mark.position <= 1 for mark in overview.marks)


def test_page_furniture_takes_no_place(story, overview):
    """The Russian page opens with two lines of furniture, and yet its headline is where the text begins."""
    headline = next(thread for thread in overview.threads if thread.bead == 0)
    document = story.source
    compared = sum(document.sentences[i].end - document.sentences[i].start for i in document.compared)
    assert headline.source == pytest.approx(len(document.sentence_text(2)) / 2 / compared, abs=1e-3)


def test_threads_run_between_the_places_of_either_side(story, overview):
    assert len(overview.threads) == sum(bead.two_sided for bead in story.beads)
    (moved,) = (thread for thread in overview.threads if thread.link == "moved")
    assert moved.source > moved.target
    assert [(end.bead, end.side) for end in overview.ends] == [(6, "Russian"), (9, "English")]


def test_every_plot_has_words_of_its_own(overview):
    assert overview.counts_in_words.startswith("13 differences: 1 only in Russian")
    assert overview.marks_in_words.startswith("Russian text: 2 in the first third")
    assert overview.flow_in_words == (
        "Passages in both versions: 8, of which moved: 1. "
        "Only in the Russian version: 1. Only in the English version: 1."
    )


def test_texts_of_two_stories_have_nothing_to_plot(unrelated):
    overview = overview_of(unrelated)
    assert overview.counts == overview.marks == overview.threads == overview.ends == ()
    assert "Not compared" in overview.counts_in_words
    assert "Not compared" in overview.flow_in_words


def test_texts_without_sentences_have_a_place_for_nothing(story):
    empty = replace(story.source, sentences=(), text="")
    overview = overview_of(replace(story, source=empty, target=empty, beads=(), differences=(), facts=()))
    assert overview.marks_in_words == "There are no differences to place."


def test_hostile_words_are_short_and_visible(hostile):
    overview = overview_of(hostile)
    assert all(len(mark.words) <= EXCERPT for mark in overview.marks)
    assert not any("\x1b" in mark.words for mark in overview.marks)


def test_the_flow_follows_what_is_told_and_not_beads_alone():
    overview = overview_of(retelling())
    assert [(end.bead, end.side) for end in overview.ends] == [
        (1, "Russian"), (2, "Russian"), (4, "Russian"), (5, "Russian"), (6, "Russian"), (8, "English"),
    ]  # fmt: skip
    assert [thread.bead for thread in overview.threads] == [0, 1, 3]
