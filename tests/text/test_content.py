"""Words known again in another state of a text."""

from translate.text.content import folded, sentences_at, trimmed
from translate.text.document import Span, document_of_sentences


def test_white_space_and_normal_form_make_no_other_words():
    assert folded("Он\u00a0приехал\n в Иошкар") == folded(" Он приехал в  Иошкар ")
    assert folded("и\u0306") == "й"
    assert folded("dam") != folded("Dam")


def test_a_span_stands_in_every_sentence_that_it_touches():
    sentences = document_of_sentences(["One.", "Two.", "Three."], "en").sentences
    second = sentences[1]
    assert sentences_at(sentences, second) == range(1, 2)
    assert sentences_at(sentences, Span(second.start + 1, sentences[2].start + 1)) == range(1, 3)
    assert sentences_at(sentences, Span(sentences[0].end, second.start)) == range(1, 1)  # what is between touches none
    assert list(sentences_at(sentences, Span(999, 1000))) == []


def test_blanks_around_words_are_no_part_of_them():
    assert trimmed("a  b ", Span(1, 5)) == Span(3, 4)
    assert trimmed("a   ", Span(1, 4)) == Span(4, 4)
