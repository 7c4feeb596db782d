"""Two people of whom one name is the same, and places of one kind that are named differently; read without a model."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.conflicts.other_names import (
    PERSON,
    PLACE,
    clear_of,
    other_people_of,
    other_places,
    strangers,
)
from translate.differences.conflicts.unlike_names import Rivals, unlike_names
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def story(language: str, text: str) -> Story:
    """Sentences with "|" between them."""
    return tell(document_of_sentences(text.split("|"), language), LetterEmbedder())


def sides(russian: str, english: str) -> tuple[BeadSide, BeadSide]:
    """The first sentence of each story as a bead."""
    return sides_of(story("ru", russian), story("en", english), Bead((0,), (0,), 0.8, 0.9))


def words(found: list[Rivals]) -> list[tuple[str, str]]:
    return [tuple(" ".join(word.text for word in name) for name in (each.first, each.second)) for each in found]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("russian", "english", "rivals"),
    [
        ("Скрипач Глеб Панин сыграл сонату.", "The violinist Gleb Sorokin played a sonata.", ("Панин", "Sorokin")),
        ("Скрипач Глеб Панин сыграл сонату.", "The violinist Maxim Panin played a sonata.", ("Глеб", "Maxim")),
        ("Врач Ваня Панин ушёл.", "Doctor John Sorokin has left.", ("Панин", "Sorokin")),  # one given name by a list
        ("Глеб Андреевич Панин сыграл сонату.", "Gleb Sorokin played a sonata.", ("Панин", "Sorokin")),
    ],
)
def test_a_full_name_that_shares_one_word_is_another_persons(
    russian: str, english: str, rivals: tuple[str, str]
) -> None:
    found = other_people_of(*sides(russian, english))
    assert words(found) == [rivals]
    assert (found[0].confidence, found[0].role) == (PERSON, True)


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Скрипач Глеб Панин сыграл сонату.", "The violinist Gleb Panin played a sonata."),
        ("Ваня Панин сыграл сонату.", "John Panin played a sonata."),
        ("Скрипач Глеб Панин сыграл сонату.", "The violinist Maxim Sorokin played a sonata."),  # nothing is shared
        ("Глеб Андреевич Панин сыграл сонату.", "Gleb Panin played a sonata."),
        ("Глеб Андреевич сыграл сонату.", "Gleb Sorokin played a sonata."),  # a patronymic is no surname
        ("Панин сыграл сонату.", "Sorokin played a sonata."),  # no full names
        ("Глеб Ли сыграл сонату.", "Gleb Sorokin played a sonata."),  # too short to tell
        ("Глеб Панин сыграл сонату.|Сорокин слушал.", "Gleb Sorokin played a sonata."),  # he is named elsewhere
        ("Глеб Панин сыграл сонату.", "Gleb Sorokin played a sonata.|Panin was pleased."),
    ],
)
def test_the_same_person_or_one_that_nobody_can_tell_is_silent(russian: str, english: str) -> None:
    assert other_people_of(*sides(russian, english)) == []


def test_two_people_are_found_in_sentences_that_do_not_correspond() -> None:
    """Once, where they are first named so, whichever language is the source; those of a bead are told there."""
    russian = story("ru", "Идёт дождь.|Скрипач Глеб Панин играл.|Глеб Панин устал.")
    english = story("en", "The violinist Gleb Sorokin played.|It is raining.")
    assert strangers(russian, english, []) == ((1, 0),)
    assert strangers(english, russian, []) == ((0, 1),)
    assert strangers(russian, english, [Bead((2,), (1,), 0.8, 0.9)]) == ((1, 0),)
    assert strangers(russian, english, [Bead((1,), (0,), 0.8, 0.9)]) == ()
    assert strangers(russian, story("de", "Der Geiger Gleb Sorokin spielte."), []) == ()


@pytest.mark.parametrize(
    ("russian", "english", "rivals"),
    [
        (
            "Рыбаки вышли в Балтийское море.",
            "Fishermen put out into the Caspian Sea.",
            ("Балтийское море", "Caspian Sea"),
        ),
        (
            "Рыбаки вышли в Чёрное море.",
            "Fishermen put out into the White Sea.",
            ("Чёрное море", "White Sea"),
        ),  # translated
        (
            "Дом стоит на Садовой улице.",
            "The house stands on Tverskaya Street.",
            ("Садовой улице", "Tverskaya Street"),
        ),
        ("Северная Корея закрыла границу.", "South Korea closed the border.", ("Северная Корея", "South Korea")),
    ],
)
def test_places_of_one_kind_with_other_names_are_told(russian: str, english: str, rivals: tuple[str, str]) -> None:
    found = other_places(*sides(russian, english))
    assert words(found) == [rivals]
    assert (found[0].confidence, found[0].role) == (PLACE, True)


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Рыбаки вышли в Балтийское море.", "Fishermen put out into the Baltic Sea."),
        ("Рыбаки вышли в Белое море.", "Fishermen put out into the White Sea."),
        ("Дом стоит на Садовой улице.", "The house stands on Sadovaya Street."),
        ("Дом стоит на Садовой улице.", "The house stands on Garden Street."),
        ("Рыбаки вышли в Балтийское море.", "Fishermen left for Baikal Lake."),  # another kind of place
        ("Рыбаки вышли в Балтийское море.", "Fishermen put out into the Caspian Sea.|The Baltic is frozen."),
        ("Из Ростовской области в Псковскую область.", "From the Tomsk region to the Omsk region."),  # which is which?
    ],
)
def test_one_place_or_places_that_nobody_can_tell_are_silent(russian: str, english: str) -> None:
    assert other_places(*sides(russian, english)) == []


def test_what_shares_a_word_with_others_is_left_out() -> None:
    both = sides("Скрипач Глеб Панин сыграл сонату в Кинешме.", "The violinist Gleb Sorokin played a sonata in Vyborg.")
    people, unlike = other_people_of(*both), unlike_names(*both)
    assert words(people) == [("Панин", "Sorokin")]
    assert sorted(words(unlike)) == [("Кинешме", "Vyborg"), ("Панин", "Sorokin")]
    assert words(clear_of(unlike, people)) == [("Кинешме", "Vyborg")]
    assert clear_of(people, []) == people
