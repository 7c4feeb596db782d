"""The words a difference rests on, cut into marked pieces."""

import pytest

from translate.engines.translation import Guess, Translation
from translate.report.passages import Piece, cut, joined_pieces, passage, sentences_under, translated_pieces
from translate.text.document import Span, document_of_sentences
from translate.text.shown import one_line, visible


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "abcdef"),
        ([(1, 3)], "a[bc:0]def"),
        ([(0, 6)], "[abcdef:0]"),
        ([(1, 3), (3, 5)], "a[bc:0][de:1]f"),
        ([(1, 4), (2, 6)], "a[b:0][cd:01][ef:1]"),
        ([(1, 5), (2, 3)], "a[b:0][c:01][de:0]f"),
        ([(4, 9)], "abcd[ef:0]"),  # beyond the end
        ([(6, 9), (2, 2)], "abcdef"),  # behind it, and empty
    ],
)
def test_a_text_is_cut_where_spans_begin_and_end(spans: list[tuple[int, int]], expected: str) -> None:
    pieces = cut("abcdef", 0, 6, [(Span(*span), str(i)) for i, span in enumerate(spans)])
    assert "".join(f"[{p.text}:{''.join(p.marks)}]" if p.marks else p.text for p in pieces) == expected


def test_spans_of_one_difference_mark_once() -> None:
    spans = [(Span(0, 3), "d1"), (Span(2, 4), "d1")]
    assert cut("abcd", 0, 4, spans) == (Piece("ab", ("d1",)), Piece("c", ("d1",)), Piece("d", ("d1",)))


def test_only_the_stretch_asked_for_is_cut() -> None:
    assert [p.text for p in cut("abcdef", 2, 5, [(Span(0, 3), "x")])] == ["c", "de"]


@pytest.mark.parametrize(
    ("text", "shown", "line"),
    [
        ("a\tb\nc", "a\tb\nc", "a b c"),
        ("a\x00b\x1b[31m", "a␀b␛[31m", "a␀b␛[31m"),
        ("a\x7fb\x80c\ufffed\uffff", "a␡b\ufffdc\ufffdd\ufffd", "a␡b\ufffdc\ufffdd\ufffd"),
        ("a\x85b", "a b", "a b"),
        ("abc \u202e def\u2066  g", "abc \u202e def\u2066  g", "abc def g"),
    ],
)
def test_control_characters_are_shown_and_steer_nothing(text: str, shown: str, line: str) -> None:
    assert (visible(text), one_line(text)) == (shown, line)
    assert len(visible(text)) == len(text)


def test_sentences_that_a_span_touches() -> None:
    document = document_of_sentences(["abc", "def", "ghi"], "en")  # at 0, 4 and 8
    assert sentences_under(document, [Span(2, 5)]) == (0, 1)
    assert sentences_under(document, [Span(3, 4)]) == ()  # the line end between two
    assert sentences_under(document, [Span(8, 9), Span(0, 1)]) == (0, 2)


def test_a_passage_has_the_sentences_of_its_bead_and_their_translation(story) -> None:  # type: ignore[no-untyped-def]
    date = next(difference for difference in story.differences if difference.kind == "date")
    said = passage(story, date, "source")
    bead = story.beads[date.bead]
    assert said.sentences == bead.source
    assert said.text == one_line(" ".join(story.source.sentence_text(i) for i in bead.source))
    assert [piece.text for piece in said.pieces if piece.marks == (date.id,)] == [
        story.source.text[span.start : span.end] for span in date.source
    ]
    assert said.translation == one_line(" ".join(story.translation.source.shown(i) for i in bead.source))


def test_a_silent_side_has_an_empty_passage(story) -> None:  # type: ignore[no-untyped-def]
    omission = next(difference for difference in story.differences if difference.kind == "omission")
    silent = passage(story, omission, "target")
    assert (silent.sentences, silent.pieces, silent.text, silent.translation) == ((), (), "", "")


def test_a_gloss_is_cut_into_words_that_are_known_likely_and_unknown() -> None:
    gloss = Translation(
        "", ("castle of куздра", "", "two"), "gloss",
        unknown=((Span(10, 16),), (), ()), guesses=((Guess(0, 6, ("lock", "bolt")),), (), ()),
    )  # fmt: skip
    pieces = joined_pieces(translated_pieces(gloss, i) for i in range(3))
    assert [(piece.text, piece.unknown, piece.others) for piece in pieces] == [
        ("castle", False, ("lock", "bolt")),
        (" of ", False, ()),
        ("куздра", True, ()),
        (" ", False, ()),
        ("two", False, ()),
    ]
