"""The view model: states, pieces and blocks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from labelled_page import labelled_comparison

from translate.differences.difference import Reading
from translate.report.passages import cut, passage
from translate.report.view import view_of
from translate.report.wording import read_as
from translate.text.document import Span
from translate.text.sides import on_side
from translate.wording.interface import speaking


def states(text):
    return {sentence.index: sentence.state for sentence in text.sentences}


def test_each_sentence_gets_the_state_of_its_weightiest_difference(story):
    source, target = view_of(story).texts
    assert states(source) == {
        0: "furniture", 1: "furniture", 2: "matched", 3: "conflict", 4: "matched", 5: "part", 6: "conflict",
        7: "conflict", 8: "conflict", 9: "conflict", 10: "only", 11: "moved", 12: "conflict",
        13: "furniture", 14: "furniture",
    }  # fmt: skip
    assert states(target) == {
        0: "matched", 1: "conflict", 2: "moved", 3: "conflict", 4: "conflict", 5: "conflict", 6: "conflict",
        7: "conflict", 8: "only", 9: "furniture",
    }  # fmt: skip


def test_the_list_quotes_what_one_side_alone_says(story):
    view = view_of(story)
    text = {side.side: [story_text(story, side.side, s.index) for s in side.sentences] for side in view.texts}
    for found in view.differences:
        if found.family == "only":
            assert found.excerpt in text[found.side]
            assert found.excerpt_translation
        elif found.family == "part":
            whole = found.passages[found.side].text
            assert found.excerpt
            assert found.excerpt in whole
            assert found.excerpt != whole
        else:
            assert (found.excerpt, found.excerpt_translation) == ("", "")
    assert {"only", "part"} <= {found.family for found in view.differences}


def story_text(story, side, index):
    return on_side(story, side).sentence_text(index)


def test_what_was_read_is_told_as_a_reader_would_write_it(story):
    day = story.differences[2].evidence.readings[0]
    assert read_as(day) == "May 12"
    with speaking("ru"):
        assert read_as(day) == "12 мая"


def test_what_nobody_put_into_words_keeps_its_normal_form():
    assert read_as(Reading("source", "12 мая", "--05-12")) == "--05-12"


def test_a_part_of_one_side_leaves_no_tag_on_the_other(story):
    target = view_of(story).texts[1]
    assert not [tag for sentence in target.sentences for tag in sentence.tags if tag.family == "part"]


def test_neighbouring_furniture_is_one_block_and_headlines_stand_alone(story):
    blocks = view_of(story).texts[0].blocks
    assert [(block.kind, len(block.paragraphs)) for block in blocks] == [
        ("furniture", 2), ("headline", 1), ("body", 1), ("body", 1), ("body", 1), ("body", 1), ("furniture", 2),
    ]  # fmt: skip


def test_furniture_that_a_reader_may_care_for_is_drawn_under_its_name():
    blocks = view_of(labelled_comparison()).texts[0].blocks
    furniture = [
        (block.kind, block.name, len(block.paragraphs)) for block in blocks if block.kind not in ("body", "headline")
    ]
    assert furniture == [
        ("furniture", "menu", 4), ("aside", "caption", 1), ("aside", "AI summary or key points", 2),
        ("aside", "promotion", 1), ("furniture", "promotion", 1),
    ]  # fmt: skip


def test_what_is_folded_is_counted_and_its_kinds_are_named(story):
    [folded, *_] = view_of(labelled_comparison()).texts[0].blocks
    assert folded.folded_words == "Page furniture, not compared: menu, share button (4 lines)"
    assert view_of(story).texts[0].blocks[0].folded_words == "Page furniture, not compared (2 lines)"
    with speaking("ru"):
        assert folded.folded_words == "Служебное, не сравнивается: меню, кнопка «поделиться» (4 строки)"


def test_doubt_is_counted_by_the_line_and_told_with_the_state():
    view = view_of(labelled_comparison())
    assert [text.doubtful for text in view.texts] == [2, 1]
    labels = {sentence.index: sentence.label for sentence in view.texts[0].sentences}
    assert labels[14] == "promotion, page furniture, not compared, story or furniture?"
    assert labels[12] == "only in this version, story or furniture?"
    assert [difference.doubtful for difference in view.differences] == [True, False]


def test_a_dateline_is_told_from_the_headline_behind_it(story):
    headline = next(sentence for sentence in view_of(labelled_comparison()).texts[0].sentences if sentence.index == 4)
    assert "".join(piece.text for piece in headline.pieces[: headline.opening]) == "МОСКВА, 3 мая — "
    assert not any(sentence.opening for text in view_of(story).texts for sentence in text.sentences)


def test_nothing_of_a_text_is_lost(story):
    for text, document in zip(view_of(story).texts, (story.source, story.target), strict=True):
        drawn = "".join(s.gap + "".join(piece.text for piece in s.pieces) for s in text.sentences)
        assert drawn == document.text


def test_unrelated_texts_are_neither_linked_nor_marked(unrelated):
    view = view_of(unrelated)
    sentences = [sentence for text in view.texts for sentence in text.sentences]
    assert {sentence.state for sentence in sentences} == {"plain", "furniture"}
    assert {sentence.bead for sentence in sentences} == {None}


def test_a_passage_holds_the_whole_bead_with_only_its_own_mark(story):
    number = story.differences[0]
    found = passage(story, number, "source")
    assert found.sentences == (3, 4, 5)
    assert [piece.text for piece in found.pieces if piece.marks] == ["5,2 тысячи"]
    assert found.translation.startswith("Because of the flood")


def test_a_passage_names_both_sentences_when_a_value_stands_outside_its_bead(story):
    far = Span(story.source.sentences[12].start + 3, story.source.sentences[12].start + 9)
    number = replace(story.differences[0], source=(*story.differences[0].source, far))
    assert passage(story, number, "source").sentences == (3, 4, 5, 12)
    assert " … " in passage(story, number, "source").text


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33), st.sampled_from("abc")), max_size=6),
)
def test_cutting_keeps_the_text_and_marks_each_character_rightly(text, raw):
    spans = [(Span(start, end), mark) for start, end, mark in raw]
    pieces = cut(text, 0, len(text), spans)
    assert sum(len(piece.text) for piece in pieces) == len(text)
    at = 0
    for piece in pieces:
        for position in range(at, at + len(piece.text)):
            assert set(piece.marks) == {mark for span, mark in spans if span.start <= position < span.end}
        at += len(piece.text)
