"""What is read from two stories, and what is measured of it."""

import numpy as np
import pytest

from translate.alignment.bead import Bead
from translate.counterparts.pair_features import PAIR_FEATURES, Both, pair_features
from translate.counterparts.reading import read_both
from translate.counterparts.unit_features import UNIT_FEATURES, unit_features
from translate.counterparts.units import clauses_of, sentences_of
from translate.counterparts.word_features import WORD_FEATURES, word_features
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()


def story(language: str, *sentences: str) -> Story:
    return tell(document_of_sentences(sentences, language), EMBEDDER)


def both() -> Both:
    source = story("en", "aaaa bbbb 17 cccc.", "dddd eeee.", "ffff gggg hhhh.")
    target = story("en", "dddd eeee.", "bbbb aaaa 17 cccc.")
    return read_both(source, target, (Bead((0,), (1,), 1.0, 0.9),), EMBEDDER)


def test_pairs_words_and_facts_are_read() -> None:
    read = both()
    assert len(read.pairs) == 6  # so few sentences are all candidates
    sizes = np.diff(read.words[0].first)
    assert len(read.matches.best[0]) == sizes[read.pairs.source].sum()
    assert read.keys.weights.tolist() == [1.0]


def test_the_same_words_and_facts_are_seen_in_a_pair() -> None:
    read = both()
    table = dict(zip(PAIR_FEATURES, pair_features(read).T, strict=True))
    same = int(read.pairs.position(np.array([0]), np.array([1]))[0])
    other = int(read.pairs.position(np.array([2]), np.array([1]))[0])
    assert table["cosine"][same] == pytest.approx(1.0, abs=1e-5)
    assert table["cover"][same] == pytest.approx(1.0, abs=1e-5)
    assert (table["values"][same], table["values"][other]) == (1.0, 0.0)
    assert (table["bead_probability"][same], table["bead_probability"][other]) == (0.9, 0.0)
    assert table["lead"][same] > table["lead"][other]
    assert np.isfinite(pair_features(read)).all()


def test_a_sentence_sees_its_likeliest_counterparts() -> None:
    read = both()
    links = np.where((read.pairs.source == 0) & (read.pairs.target == 1), 0.9, 0.1)
    units = sentences_of(read.stories[0], read.words[0])
    found = unit_features(read, 0, units, links, links)
    table = dict(zip(UNIT_FEATURES, found.T, strict=True))
    assert table["cover_1"][0] == pytest.approx(1.0, abs=1e-5)
    assert table["cover_1"][2] < 0.9
    assert table["link_1"].tolist() == pytest.approx([0.9, 0.1, 0.1])
    assert table["keys_1"].tolist() == [1.0, -1.0, -1.0]
    assert table["behind"].tolist() == pytest.approx([0.1, 0.1, 0.0])
    assert np.isfinite(found).all()


def test_a_word_sees_itself_over_there() -> None:
    read = both()
    links = np.full(len(read.pairs), 0.5)
    units = sentences_of(read.stories[0], read.words[0]), clauses_of(read.stories[0], read.words[0])
    tables = [unit_features(read, 0, each, links, links) for each in units]
    found = word_features(read, 0, links, *tables)
    assert found.shape == (len(read.words[0].start), len(WORD_FEATURES))
    nearest = found[:, WORD_FEATURES.index("word_all")]
    assert nearest[0] == pytest.approx(1.0, abs=1e-5)
    assert nearest[-1] < 0.9
    assert found[2, WORD_FEATURES.index("fact_anywhere")] == 1.0  # 17
    assert np.isfinite(found).all()
