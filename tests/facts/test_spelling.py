"""Letters beside letters: one name in two scripts costs little, two names that only sound alike cost much."""

import pytest

from translate.facts.spelling import FAR, misfit


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Рудову", "Rudov"),
        ("Чайлдс", "Childs"),
        ("Зеленского", "Zelenskyy"),
        ("Цзиньпин", "Jinping"),
        ("Жуан", "João"),
        ("Мюнхене", "Munich"),
        ("Луи", "Louis"),
        ("Ороры", "Aurora"),
        ("Сассекская", "Sussex"),
        ("Квебека", "Quebecers"),
    ],
)
def test_one_name_in_two_scripts_fits(russian: str, english: str) -> None:
    assert misfit(russian, "ru", english, "en") < 0.9  # type: ignore[operator]
    assert misfit(english, "en", russian, "ru") == misfit(russian, "ru", english, "en")


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Рудов", "Rudin"),
        ("Карпов", "Karpin"),
        ("Чайлдс", "Childress"),
        ("Орлова", "Belova"),
        ("Зеленский", "Zaluzhnyi"),
        ("Николич", "Nikolovski"),
        ("Кораблёв", "Kirillov"),
        ("Словакии", "Slovenia"),
        ("Курской", "Bryansk"),
    ],
)
def test_two_names_that_sound_alike_do_not_fit(russian: str, english: str) -> None:
    assert misfit(russian, "ru", english, "en") >= 0.9  # type: ignore[operator]


def test_how_far_words_are_apart_is_not_asked_beyond_a_letter_or_so() -> None:
    assert misfit("Рудов", "ru", "Washington", "en") == FAR


def test_nobody_knows_how_languages_without_a_table_spell_each_other() -> None:
    assert misfit("Müller", "de", "Мюллер", "ru") is None
