"""Ids by content: the same difference has the same id whatever else changes around it."""

import unicodedata
from dataclasses import replace

import pytest
from every_kind import make_story

from translate.differences.difference import Difference, Evidence, Review
from translate.differences.finding import IN_TURN
from translate.differences.identity import identified, in_reading_order
from translate.records.soundness import ID
from translate.testing import drawn_comparison
from translate.text.document import Document, Span, document_of_sentences


def ids(source: str, target: str) -> list[str]:
    return [difference.id for difference in drawn_comparison(source, target).differences]


def test_an_id_stays_while_other_sentences_change():
    lonely = ids("abcdef", "abdef")
    assert ids("gabcdefh", "gabdefh") == lonely  # everything stands further back now
    assert set(lonely) < set(ids("abcdxf", "abdef"))
    assert not set(lonely) & set(ids("abydef", "abdef"))


def test_every_id_is_sound_and_its_own():
    found = identified(make_story().differences, make_story().source, make_story().target)
    assert len({difference.id for difference in found}) == len(found)
    assert all(ID.fullmatch(difference.id) for difference in found)


def difference(**values: object) -> Difference:
    plain = Difference("", "number", "both", "major", 0.9, 0, (Span(0, 3),), (Span(0, 3),), "", Evidence(""))
    return replace(plain, **values)


@pytest.fixture
def texts() -> tuple[Document, Document]:
    return document_of_sentences(["Семь лет.", "Семь лет."], "ru"), document_of_sentences(["Nine years."], "en")


def one(difference: Difference, texts: tuple[Document, Document]) -> str:
    return identified([difference], *texts)[0].id


def test_neither_alignment_nor_weight_nor_form_of_letters_makes_another_id(texts):
    source, target = texts
    plain = one(difference(), texts)
    assert one(difference(bead=7, severity="minor", confidence=0.5, message="Other words."), texts) == plain
    spaced = document_of_sentences(["Семь\u00a0лет."], "ru"), target
    assert one(difference(), spaced) == plain
    composed = document_of_sentences(["Край, й."], "ru")
    apart = document_of_sentences([unicodedata.normalize("NFD", "Край, й.")], "ru")
    whole = [difference(source=(Span(0, len(each.text)),)) for each in (composed, apart)]
    assert one(whole[0], (composed, target)) == one(whole[1], (apart, target))
    assert source.text != spaced[0].text


@pytest.mark.parametrize(
    "other", [{"kind": "date"}, {"side": "source"}, {"source": (Span(0, 4),)}, {"target": ()}], ids=str
)
def test_kind_side_and_words_make_another_id(texts, other):
    assert one(difference(**other), texts) != one(difference(), texts)


def test_the_second_one_alike_says_so(texts):
    second = texts[0].sentences[1]
    again = difference(source=(Span(second.start, second.start + 3),))
    first, repeated = identified([difference(), again], *texts)
    assert repeated.id == f"{first.id}-2"
    assert ID.fullmatch(repeated.id)


def test_one_by_hand_keeps_its_id_whatever_kind_it_is_called(texts):
    by_hand = difference(review=Review("accepted", by_hand=True))
    assert one(replace(by_hand, kind="name"), texts) == one(by_hand, texts) != one(difference(), texts)


def test_text_that_no_encoding_can_hold_has_an_id_too(texts):
    broken = document_of_sentences(["\ud800 years."], "en")
    assert ID.fullmatch(one(difference(), (texts[0], broken)))


def test_reading_order_goes_by_bead_and_kind_as_it_was_found():
    kinds = [difference(kind=kind, id=kind) for kind in reversed(IN_TURN)]
    ahead = difference(kind="term", id="ahead", bead=-1)
    called = difference(kind="term", id="called", review=Review(kind_found="omission"), source=())
    ordered = [each.id for each in in_reading_order([*kinds, called, ahead])]
    assert ordered == ["ahead", "called", *IN_TURN]
