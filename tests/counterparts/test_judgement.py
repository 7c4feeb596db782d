"""Sentences judged against the whole other text, with stories drawn by letters."""

import numpy as np
import pytest

from translate.alignment.bead import Bead, Explanation
from translate.alignment.search import align_vectors
from translate.counterparts.judgement import Judgement, counterparts_of, judge
from translate.counterparts.numbering import numbered_counterparts, numbered_told
from translate.counterparts.relation import Relation
from translate.counterparts.told import Counterpart, Told
from translate.counterparts.words import read_words
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import Document, Sentence, document_of_sentences

EMBEDDER = LetterEmbedder()
FULL, PART, NONE = Told(0.8, 0.2, 0.0), Told(0.2, 0.8, 0.0), Told(0.0, 0.0, 1.0)


def drawn_text(letters: str) -> Story:
    sentences = [" ".join([letter * 4] * 5) + "." for letter in letters]
    return tell(document_of_sentences(sentences, "en"), EMBEDDER)


def judged(source: Story, target: Story, *by_hand: Bead) -> Judgement:
    return judge(source, target, by_hand or align_vectors(source.vectors, target.vectors), EMBEDDER)


def linked(pairs: dict[tuple[int, int], float], *told: tuple[Told, ...]) -> Judgement:
    nothing = read_words(drawn_text(""), EMBEDDER)
    places = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    links = np.array([pairs[pair] for pair in sorted(pairs)])
    none = np.zeros(0)
    relation = Relation("retelling", 0.9)
    return Judgement((told[0], told[1]), places[:, 0], places[:, 1], links, (nothing, nothing), (none, none), relation)


def test_what_stands_elsewhere_is_told_and_what_stands_nowhere_is_not() -> None:
    source, target = drawn_text("abcdefx"), drawn_text("defabcy")
    found = judged(source, target)
    assert [told.none > 0.5 for told in found.told[0]] == [False] * 6 + [True]
    assert [told.none > 0.5 for told in found.told[1]] == [False] * 6 + [True]
    assert found.partners(0, 0) == (3,)
    assert found.partners(1, 3) == (0,)
    assert found.partners(0, 6) == ()
    for told in (*found.told[0], *found.told[1]):
        assert told.full + told.part + told.none == pytest.approx(1.0)


def test_the_same_whichever_text_comes_first() -> None:
    source, target = drawn_text("abcdx"), drawn_text("bacdyz")
    one, other = judged(source, target), judged(target, source)
    assert [told.none for told in one.told[0]] == pytest.approx([told.none for told in other.told[1]], abs=1e-6)


def test_what_a_reviewer_links_is_told_and_what_is_set_apart_is_not() -> None:
    source, target = drawn_text("abc"), drawn_text("abx")
    hand = Explanation(by_hand=True)
    beads = (
        Bead((0,), (0,), 1.0, 1.0),
        Bead((1,), (), 0.0, 1.0, explanation=hand),
        Bead((2,), (2,), 0.0, 1.0, explanation=hand),
        Bead((), (1,), 0.0, 1.0, explanation=hand),
    )
    found = judged(source, target, *beads)
    assert (found.told[0][1].none, found.told[1][1].none) == (1.0, 1.0)
    assert (found.told[0][2].none, found.told[1][2].none) == (0.0, 0.0)
    assert (found.partners(0, 1), found.partners(0, 2)) == ((), (2,))


@pytest.mark.parametrize(("source", "target"), [("", ""), ("ab", ""), ("", "ab"), ("a", "a")])
def test_short_and_empty_texts_are_judged(source: str, target: str) -> None:
    found = judged(drawn_text(source), drawn_text(target))
    assert (len(found.told[0]), len(found.told[1])) == (len(source), len(target))
    if not source or not target:
        assert all(told.none > 0.5 for side in found.told for told in side)


def test_a_sentence_spread_over_two_is_one_counterpart() -> None:
    found = linked({(0, 0): 0.9, (0, 1): 0.7, (1, 2): 0.4}, (FULL, NONE), (PART, PART, NONE))
    assert counterparts_of(found) == (Counterpart((0,), (0, 1), "full", pytest.approx(0.8)),)


def test_a_sentence_may_stand_in_several_counterparts() -> None:
    found = linked({(0, 0): 0.9, (0, 1): 0.9, (1, 1): 0.9}, (PART, PART), (PART, PART))
    assert [(each.source, each.target) for each in counterparts_of(found)] == [((0,), (0,)), ((0,), (1,)), ((1,), (1,))]
    assert {each.strength for each in counterparts_of(found)} == {"part"}


def test_verdicts_are_told_by_the_sentences_of_the_documents() -> None:
    """A line of page furniture has none."""
    text = "Share\nIt rained.\nThey left."
    sentences = (Sentence(0, 5, 0, "boilerplate"), Sentence(6, 16, 1), Sentence(17, 27, 2))
    page = tell(Document("en", text, sentences), EMBEDDER)
    found = linked({(0, 1): 0.9}, (FULL,), (NONE, FULL))
    assert numbered_told(found, drawn_text("a"), page).target == (None, NONE, FULL)
    assert numbered_counterparts(found, drawn_text("a"), page) == (Counterpart((0,), (2,), "full", 0.9),)
