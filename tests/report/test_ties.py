"""What ties sentences in the reading view: beads, and counterparts that are none."""

from dataclasses import replace

from retelling import of_an_earlier_version, retelling

from translate.differences.same_story import SameStory
from translate.report.passages import passage
from translate.report.ties import ties_of
from translate.report.view import view_of
from translate.report.weighed import heading, weighed
from translate.text.document import Span


def test_a_sentence_that_stands_alone_leaves_its_bead():
    ties = ties_of(retelling())
    assert ties["source", 1].name == ties["target", 1].name == "1"
    assert ties["source", 2].name == "1-source-2"
    assert (ties["source", 2].alone, ties["source", 2].paired) == (True, False)
    assert ties["source", 1].paired


def test_counterparts_are_told_with_their_strength():
    ties = ties_of(retelling())
    assert dict(ties["source", 4].partners) == {2: "part", 3: "full"}
    assert dict(ties["target", 2].partners) == {1: "full", 4: "part"}
    assert not ties["source", 2].partners


def test_a_lone_sentence_has_no_partners_whatever_was_linked():
    found = retelling()
    linked = replace(found, counterparts=tuple(replace(one, source=(*one.source, 2)) for one in found.counterparts))
    ties = ties_of(linked)
    assert not ties["source", 2].partners
    assert dict(ties["target", 0].partners) == {0: "full"}


def test_texts_about_different_things_have_no_ties():
    assert ties_of(replace(retelling(), same_story=SameStory(0.1))) == {}


def test_a_sentence_without_a_bead_that_others_tell_is_in_both_versions():
    states = {s.index: s.state for s in view_of(retelling()).texts[1].sentences}
    assert states == {0: "matched", 1: "matched", 2: "matched", 3: "matched", 4: "only"}
    before = {s.index: s.state for s in view_of(of_an_earlier_version()).texts[1].sentences}
    assert before[2] == "only"


def test_the_evidence_of_a_lone_sentence_in_a_bead_is_its_own():
    found = retelling()
    difference = found.differences[0]
    assert passage(found, difference, "source").sentences == (2,)
    assert passage(found, difference, "target").sentences == ()
    assert heading(found, difference) == "nearest"
    [near] = weighed(found, difference)
    assert (near.label, near.similarity, near.probability) == ("English sentence 2", "0.31", "")
    assert near.line.startswith("English sentence 2, similarity 0.31: The bridge over the Lena")
    [card] = [card for card in view_of(found).differences if card.id == difference.id]
    assert (card.bead, card.pairing, card.told) == ("1-source-2", "", ())


def test_a_card_names_the_sentences_that_tell_it():
    found = retelling()
    start = found.source.sentences[1].start
    part = replace(found.differences[0], id="d7", kind="partial", source=(Span(start, start + 4),))
    view = view_of(replace(found, differences=(*found.differences[1:], part)))
    card = next(card for card in view.differences if card.id == "d7")
    assert "Russian sentence 2: told by sentences 2 and 3 of the English version, in part" in card.told
