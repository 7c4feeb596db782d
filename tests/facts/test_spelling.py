"""Letters beside letters: one name in two scripts costs little, two names that only sound alike cost much."""

import pytest

from translate.facts.given_names import same_given_name
from translate.facts.related import are_related
from translate.facts.spelling import misfit


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


def test_nobody_knows_how_languages_without_a_table_spell_each_other() -> None:
    assert misfit("Müller", "de", "Мюллер", "ru") is None


def test_forms_of_a_given_name_are_one() -> None:
    assert same_given_name("Володе", "ru", "Vladimir", "en")
    assert same_given_name("Mykola", "en", "Николай", "ru")
    assert not same_given_name("Владислав", "ru", "Vladimir", "en")


def test_a_country_stands_for_its_capital_and_for_no_other() -> None:
    assert are_related(["country:RU"], ["organisation:KREMLIN"])
    assert not are_related(["country:RU"], ["city:washington"])
