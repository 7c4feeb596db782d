"""In which language both texts are shown at first."""

from dataclasses import replace

import pytest
from standin import ENGLISH, RUSSIAN, standin_compare

from translate.report.reading_language import reads_at_first


def translated_by(engine, **sides):
    """The stand-in comparison with sentences on both sides from one engine, or as told for a side."""
    comparison = standin_compare(RUSSIAN, ENGLISH)
    made = {
        side: replace(getattr(comparison.translation, side), engine=sides.get(side, engine), sentences=("…",))
        for side in ("source", "target")
    }
    return replace(comparison, translation=replace(comparison.translation, **made))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("engine", ["firefox", "argos", "libretranslate"])
def test_a_model_lets_the_reader_read_their_own_language(engine, language):
    assert reads_at_first(translated_by(engine), language) == language


@pytest.mark.parametrize("engine", ["gloss", "demonstration", "none"])
def test_a_gloss_is_never_the_running_text(engine):
    assert reads_at_first(translated_by(engine), "ru") == ""


def test_only_the_translation_into_the_language_of_the_reader_counts():
    comparison = translated_by("firefox", target="gloss")  # English text into Russian
    assert [reads_at_first(comparison, language) for language in ("ru", "en")] == ["", "en"]


def test_what_was_not_translated_cannot_be_read():
    comparison = translated_by("firefox")
    empty = replace(comparison.translation.target, sentences=())
    comparison = replace(comparison, translation=replace(comparison.translation, target=empty))
    assert reads_at_first(comparison, "ru") == ""
