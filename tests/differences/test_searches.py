"""What a bead is searched for, once its sentences are judged against the whole other text."""

import numpy as np
import pytest

from translate.alignment.bead import Bead, Explanation, Rejected
from translate.counterparts.judgement import Judgement
from translate.counterparts.relation import Relation
from translate.counterparts.told import Told
from translate.counterparts.words import read_words
from translate.differences.bead_side import sides_of
from translate.differences.finders import Search
from translate.differences.finding import find_all
from translate.differences.searches import of_two, searches
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()
LEAST = {"omission": 0.5, "addition": 0.5}
FULL, NONE = Told(0.9, 0.1, 0.0), Told(0.1, 0.2, 0.7)


def story(language: str, *sentences: str) -> Story:
    return tell(document_of_sentences(sentences, language), EMBEDDER)


SOURCE = story("ru", "Три реки вышли из берегов у Самары.", "Ранены 17 человек, заявили врачи.")
TARGET = story("en", "Two hundred people came to vote.", "As many as 14 were hurt, doctors said.")


def verdicts(source: list[Told], target: list[Told], **links: float) -> Judgement:
    pairs = sorted((int(name[1]), int(name[2]), link) for name, link in links.items())
    places = np.array([pair[:2] for pair in pairs], dtype=np.int64).reshape(-1, 2)
    words = read_words(SOURCE, EMBEDDER), read_words(TARGET, EMBEDDER)
    told = np.ones(len(words[0].start)), np.ones(len(words[1].start))
    chances = np.array([pair[2] for pair in pairs])
    relation = Relation("retelling", 0.9)
    return Judgement((tuple(source), tuple(target)), places[:, 0], places[:, 1], chances, words, told, relation)


def searched(bead: Bead, judged: Judgement) -> list[Search]:
    return list(searches(Search(bead, *sides_of(SOURCE, TARGET, bead), EMBEDDER, 0.0, 0.0), judged, LEAST))  # type: ignore[arg-type]


def drawn(search: Search) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return search.source.sentences, search.target.sentences


def test_a_sentence_told_nowhere_leaves_its_bead() -> None:
    bead = Bead((0, 1), (1,), 0.5, 0.9)
    alone, rest = searched(bead, verdicts([NONE, FULL], [FULL, FULL], p01=0.2, p11=0.9))
    assert (drawn(alone), drawn(rest)) == (((0,), ()), ((1,), (1,)))
    assert alone.none == 0.7
    assert alone.bead.probability == 1.0
    (near,) = alone.bead.explanation.rejected  # type: ignore[union-attr]
    assert (near.source, near.target, near.probability) == ((0,), (1,), pytest.approx(0.2))


def test_a_lone_sentence_that_is_told_is_searched_beside_those_that_tell_it() -> None:
    (beside,) = searched(Bead((1,), (), 0.5, 0.9), verdicts([NONE, FULL], [NONE, FULL], p11=0.9))
    assert drawn(beside) == ((1,), (1,))
    assert beside.sides == ("source",)
    assert beside.kinds == {"number", "date", "name", "partial"}
    assert searched(Bead((1,), (), 0.5, 0.9), verdicts([NONE, FULL], [NONE, FULL])) == []


def test_parts_are_looked_for_beside_everything_that_tells_a_side() -> None:
    (search,) = searched(Bead((1,), (1,), 0.5, 0.9), verdicts([NONE, FULL], [FULL, FULL], p10=0.8, p11=0.9))
    assert search.told_by["source"].sentences == (0, 1)
    assert search.told_by["target"].sentences == (1,)


def test_a_flag_is_as_sure_as_the_verdict() -> None:
    bead = Bead((0,), (), 0.1, 0.99, explanation=Explanation(rejected=(Rejected((0,), (1,), 0.3, 0.1),)))
    judged = verdicts([NONE, FULL], [FULL, FULL])
    (omission,) = find_all(SOURCE, TARGET, (bead,), EMBEDDER, None, judged)
    assert (omission.kind, omission.confidence) == ("omission", pytest.approx(0.7))
    assert omission.evidence.candidates[0].sentence == 1
    assert find_all(SOURCE, TARGET, (bead,), EMBEDDER, None, verdicts([Told(0.4, 0.2, 0.4), FULL], [FULL, FULL])) == ()


def test_numbers_of_a_sentence_without_a_bead_are_compared_with_those_that_tell_it() -> None:
    judged = verdicts([NONE, FULL], [NONE, FULL], p11=0.9)
    found = find_all(SOURCE, TARGET, (Bead((1,), (), 0.5, 0.9),), EMBEDDER, None, judged)
    assert found[0].kind == "number"
    assert {difference.bead for difference in found} == {0}


def test_two_sentences_of_no_bead_are_searched_without_what_belongs_to_another() -> None:
    judged = verdicts([FULL, FULL], [FULL, FULL], p00=0.9, p10=0.9, p11=0.9)
    (first,) = searched(Bead((0, 1), (0, 1), 0.5, 0.9), judged)
    assert first.told_by
    two = of_two(first, 0, 1, kinds=frozenset({"name"}))
    assert drawn(two) == ((0,), (1,))
    assert (two.told_by, two.kinds, two.judged, two.bead.probability) == ({}, {"name"}, None, 1.0)
    assert of_two(first, 0, 1, judged=judged).judged is judged
