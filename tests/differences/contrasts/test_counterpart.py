"""Words of two versions stand for each other by the dictionary, or by vectors that come near."""

import numpy as np

from translate.differences.bead_side import BeadSide
from translate.differences.contrasts.counterpart import counterparts, mean_vector
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences
from translate.text.sides import SideName


def side(name: SideName, language: str, *sentences: str, bead: tuple[int, ...] = (0,)) -> BeadSide:
    """Some sentences of a story, as an encoder sees them that knows letters only."""
    return BeadSide(name, tell(document_of_sentences(sentences, language), LetterEmbedder()), bead)


def stand_for(word: str, one: BeadSide, said: str, other: BeadSide) -> bool:
    """Whether one word may stand for one other."""
    return bool(counterparts(one, [word], other, [said])[0, 0])


def test_the_dictionary_tells_whatever_the_encoder_thinks() -> None:
    """Each word is asked against each, in any form; what the dictionary has no word for has no counterpart."""
    one = side("source", "ru", "Пчёлы перелетели через старый мост.")
    other = side("target", "en", "The bees flew over the old bridge.")
    found = counterparts(one, ["пчёлам", "мостами", "старую"], other, ["bridges", "old", "bees", "sky"])
    assert found.astype(int).tolist() == [[0, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]]


def test_the_dictionary_is_read_in_either_direction() -> None:
    one, other = side("source", "en", "The bridge is shut."), side("target", "ru", "Мост закрыт.")
    assert stand_for("bridge", one, "мост", other)
    assert not stand_for("bridge", one, "закрыт", other)


def test_without_a_dictionary_words_of_the_same_vector_stand_for_each_other() -> None:
    """To this encoder the same letters are the same; it is asked about words that the sentences have."""
    one, other = side("source", "de", "Das Lager brennt."), side("target", "en", "A regal lamp burns.")
    assert stand_for("lager", one, "regal", other)
    assert not stand_for("lager", one, "lamp", other)  # some letters are too few
    assert not stand_for("regal", one, "lager", other)  # neither version has them so


def test_only_words_of_the_sides_own_sentences_have_vectors() -> None:
    sentences = ("Das Lager brennt.", "Der Wald ruht.")
    other = side("target", "en", "A regal lamp burns.")
    assert stand_for("lager", side("source", "de", *sentences, bead=(0,)), "regal", other)
    assert not stand_for("lager", side("source", "de", *sentences, bead=(1,)), "regal", other)


def test_a_version_without_words_has_no_counterparts() -> None:
    one, other = side("source", "ru", "Мост закрыт."), side("target", "en", "The bridge is shut.")
    assert counterparts(one, [], other, ["bridge", "shut"]).shape == (0, 2)
    assert counterparts(one, ["мост"], other, []).shape == (1, 0)


def test_the_mean_is_that_of_the_sides_sentences_and_no_others() -> None:
    sentences = ("Мост закрыт.", "Пчёлы улетели.", "Идёт дождь.")
    rows = LetterEmbedder().encode(sentences)
    assert np.allclose(mean_vector(side("source", "ru", *sentences, bead=(1,))), rows[1], atol=1e-3)
    both = mean_vector(side("source", "ru", *sentences, bead=(0, 2)))
    assert np.allclose(both, (rows[0] + rows[2]) / 2, atol=1e-3)
    assert not np.allclose(both, rows.mean(axis=0), atol=1e-3)
