"""How near the other side comes to each word by the second encoder; here the same spelling is the same word."""

import numpy as np
import pytest
from letter_states import use_letter_states

from translate.differences.bead_side import sides_between
from translate.differences.parts.partial_features import FEATURES, FEATURES_OF_BOTH, measures
from translate.differences.parts.state_cover import STATE_FEATURES, state_cover, with_states
from translate.differences.parts.stretches import suspicious_stretches
from translate.differences.parts.word_cover import WordCover, word_covers
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()


def story(*sentences: str) -> Story:
    return tell(document_of_sentences(sentences, "en"), EMBEDDER)


OWN = story("river rose quickly, while children slept upstairs.", "bread was dear.")
OTHER = story("river rose quickly.", "children met.")


@pytest.fixture(autouse=True)
def _states(monkeypatch: pytest.MonkeyPatch) -> None:
    use_letter_states(monkeypatch)


def test_words_that_the_other_side_has_are_near() -> None:
    own, other = sides_between(OWN, OTHER, (0,), (0,))
    found = state_cover(own, other)
    assert found.cosine[:3].min() > 0.9
    assert found.cosine[3:].max() < 0.3
    assert found.local[:3].min() > 0.5 > found.local[3:].max()
    assert found.shared[:3].min() > 0.9
    assert found.shared[3:].tolist() == [0.0, 0.0, 0.0]
    assert found.table.shape == (6, 3)
    assert [start for _, start, _ in found.there] == [0, 6, 11]


def test_a_word_of_the_sentence_beside_is_seen_there() -> None:
    own, other = sides_between(OWN, OTHER, (0,), (0,))
    beside = state_cover(own, other).beside
    assert beside[3] > 0.5 > np.delete(beside, 3).max()  # "children"


def test_small_words_count_among_all_of_a_side() -> None:
    own, other = sides_between(OWN, OTHER, (0,), (0,))
    assert [start for _, start, _ in state_cover(own, other).every] == [0, 6, 11, 20, 26, 35, 41]


def test_a_side_of_signs_alone_comes_near_to_nothing() -> None:
    own, other = sides_between(OWN, story("..."), (0,), (0,))
    assert set(state_cover(own, other).local.tolist()) == {-1.0}
    assert measures(own, other, 0.0, EMBEDDER, second=True) == []
    assert measures(own, other, 0.0, EMBEDDER) != []


def test_a_part_that_is_said_by_one_side_stands_apart_from_the_rest() -> None:
    own, other = sides_between(OWN, OTHER, (0,), (0,))
    found = measures(own, other, 0.0, EMBEDDER, second=True)
    assert [len(measure.features) for measure in found] == [len(FEATURES_OF_BOTH)] * len(found)
    plain = measures(own, other, 0.0, EMBEDDER)
    assert {len(measure.features) for measure in plain} == {len(FEATURES)}
    lone = next(measure for measure in found if measure.stretch.start == 20)
    table = dict(zip(FEATURES_OF_BOTH, lone.features, strict=True))
    assert table["state"] < 0.1 < 0.5 < table["rest_state"]
    assert table["under_rest_state"] == pytest.approx(table["state"] - table["rest_state"])
    assert table["state_cosine"] < 0.3
    assert table["other_weakest_state"] > 0.5
    assert np.isfinite([table[name] for name in STATE_FEATURES]).all()


def test_words_that_the_second_encoder_misses_are_tried_as_a_run() -> None:
    """The first encoder finds everything covered."""
    text = "river rose quickly above stone houses yesterday evening."
    own, other = sides_between(story(text), story("river rose quickly yesterday evening."), (0,), (0,))
    covered = [
        WordCover(word.sentence, word.start, word.end, 0.9, 0.9, 0.0, "") for word in word_covers(own, other, EMBEDDER)
    ]

    def runs(covers: list[WordCover]) -> list[str]:
        return [text[at.start : at.end] for at in suspicious_stretches(own, covers) if at.kind == "run"]

    assert runs(covered) == []
    assert runs(with_states(covered, state_cover(own, other))) == ["above stone houses"]
