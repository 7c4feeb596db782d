"""The words of two texts as the second encoder reads them; here the same spelling is the same word."""

import numpy as np
import pytest
from letter_states import use_letter_states

from translate.alignment.search import align_vectors
from translate.counterparts.model import FEATURES, FEATURES_OF_BOTH
from translate.counterparts.pair_features import PAIR_FEATURES_OF_BOTH, Both, pair_features
from translate.counterparts.reading import read_both
from translate.counterparts.unit_features import UNIT_FEATURES_OF_BOTH, unit_features
from translate.counterparts.units import clauses_of, sentences_of
from translate.counterparts.word_features import WORD_FEATURES_OF_BOTH, word_features
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()


def story(*sentences: str) -> Story:
    return tell(document_of_sentences(sentences, "en"), EMBEDDER)


SOURCE = story("river rose quickly.", "children slept, while bread burned.", "nobody answered.")
TARGET = story("children slept.", "river rose quickly.")


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> Both:
    use_letter_states(monkeypatch)
    return read_both(SOURCE, TARGET, align_vectors(SOURCE.vectors, TARGET.vectors), EMBEDDER, second=True)


def links(both: Both) -> np.ndarray:
    """0.9 for the sentences that say the same."""
    same = np.array([(0, 1), (1, 0)])
    return np.where(
        [[i, j] in same.tolist() for i, j in zip(both.pairs.source, both.pairs.target, strict=True)], 0.9, 0.1
    )


def test_words_that_are_said_anywhere_over_there_are_near(both: Both) -> None:
    assert both.states is not None
    said = [True] * 5 + [False] * 4  # "while" is a small word
    assert (both.states.anywhere[0] > 0.9).tolist() == said
    assert (both.states.local_anywhere[0] > 0.5).tolist() == said
    assert (both.states.anywhere[1] > 0.9).all()


def test_words_of_a_pair_see_the_other_sentence_alone(both: Both) -> None:
    assert both.states is not None
    first = both.matches.first[0]
    for pair, (i, j) in enumerate(zip(both.pairs.source.tolist(), both.pairs.target.tolist(), strict=True)):
        near = both.states.best[0][first[pair] : first[pair + 1]] > 0.9
        assert near.tolist() == {(0, 1): [True] * 3, (1, 0): [True, True, False, False]}.get(
            (i, j), [False] * len(near)
        )


def test_a_pair_that_says_the_same_has_no_lone_words(both: Both) -> None:
    table = dict(zip(PAIR_FEATURES_OF_BOTH, pair_features(both).T, strict=True))
    same, part = (int(both.pairs.position(np.array([i]), np.array([j]))[0]) for i, j in ((0, 1), (1, 0)))
    assert (table["lone_states"][same], table["most_lone_states"][same]) == (0.0, 0.0)
    assert table["lone_states"][part] == 0.0
    assert table["most_state"][part] > table["state"][part]
    assert table["state_cosine"][same] == pytest.approx(1.0, abs=1e-3)


def test_a_sentence_and_a_clause_see_what_of_them_is_said(both: Both) -> None:
    words = both.words[0]
    tables = []
    for units in (sentences_of(SOURCE, words), clauses_of(SOURCE, words)):
        found = unit_features(both, 0, units, links(both), links(both))
        assert np.isfinite(found).all()
        tables.append(dict(zip(UNIT_FEATURES_OF_BOTH, found.T, strict=True)))
    sentences, clauses = tables
    assert sentences["state_words"].tolist() == [3.0, 4.0, 2.0]
    assert sentences["far_states"][0] == 0.0 < sentences["far_states"][1] < sentences["far_states"][2] == 1.0
    assert sentences["state_cosine_1"][0] == pytest.approx(1.0, abs=1e-3)
    assert sentences["state_1"][0] > sentences["state_1"][1] > sentences["state_1"][2]
    assert clauses["state_words"].tolist() == [3.0, 2.0, 2.0, 2.0]
    assert clauses["far_states_1"].tolist() == [0.0, 0.0, 1.0, 1.0]


def test_a_word_sees_itself_and_those_around_it(both: Both) -> None:
    words, all_links = both.words[0], links(both)
    tables = [unit_features(both, 0, each(SOURCE, words), all_links, all_links) for each in (sentences_of, clauses_of)]
    found = word_features(both, 0, all_links, *tables)
    table = dict(zip(WORD_FEATURES_OF_BOTH, found.T, strict=True))
    assert (table["state_1"][:3] > 0.5).all()
    assert table["state_around_1"][3] > table["state_around_1"][4] > table["state_around_1"][6]
    assert np.isfinite(found).all()


@pytest.mark.parametrize(("source", "target"), [(SOURCE, story()), (story(), TARGET), (story(), story("..."))])
def test_a_text_without_words_has_none_that_are_near(
    monkeypatch: pytest.MonkeyPatch, source: Story, target: Story
) -> None:
    use_letter_states(monkeypatch)
    read = read_both(source, target, (), EMBEDDER, second=True)
    assert read.states is not None
    for side, words in enumerate(read.words):
        assert read.states.local_anywhere[side].tolist() == [-1.0] * len(words.start)
    assert np.isfinite(pair_features(read)).all()


def test_what_both_encoders_say_stands_behind_what_the_first_says() -> None:
    for name, features in FEATURES.items():
        if name != "second":  # what the pairs around say stands last
            assert FEATURES_OF_BOTH[name][: len(features)] == features
    assert set(FEATURES["second"]) < set(FEATURES_OF_BOTH["second"])
