"""Given names are one by a list where letters tell nothing, and in any case of a language that declines them."""

import pytest

from translate.facts.given_names import is_listed_given_name, same_given_name


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Вани", "John"),  # the short form, in a case of its own
        ("Володе", "Vladimir"),
        ("Гришей", "Gregory"),
        ("Алёшу", "Alexei"),  # ё is е in the list
        ("Николай", "Mykola"),
        ("Саше", "Alexandra"),  # short for two names
        ("Саше", "Alex"),
        ("ВАСЯ", "BASIL"),
    ],
)
def test_forms_of_a_given_name_are_one_in_either_order(russian: str, english: str) -> None:
    assert same_given_name(russian, "ru", english, "en")
    assert same_given_name(english, "en", russian, "ru")


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Владислав", "Vladimir"),
        ("Виктор", "Victoria"),  # the names of a man and of a woman
        ("Даша", "Natalia"),
        ("Иван", "Jones"),  # a surname is not the given name that it is made of
        ("Стул", "Peter"),
        ("Стул", "Стул"),  # what no list has is nobody's name
    ],
)
def test_other_names_are_not(russian: str, english: str) -> None:
    assert not same_given_name(russian, "ru", english, "en")
    assert not same_given_name(english, "en", russian, "ru")


def test_languages_that_are_no_pair_have_no_list() -> None:
    assert not same_given_name("Johann", "de", "Иван", "ru")
    assert not is_listed_given_name("John", "de", "en")


@pytest.mark.parametrize(
    ("word", "listed"), [("Gregory", True), ("GREGORY", True), ("Smith", False), ("Greg's", False), ("Григорий", False)]
)
def test_a_given_name_of_the_second_language_is_known_by_its_list(word: str, listed: bool) -> None:
    assert is_listed_given_name(word, "ru", "en") is listed
