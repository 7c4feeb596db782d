"""Which words of two languages may stand for each other."""

import numpy as np
import pytest

from translate.languages.equivalents import Equivalents, equivalents


@pytest.fixture(scope="module")
def known() -> Equivalents:
    found = equivalents("en", "ru")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("russian", "english"),
    [("солдаты", "soldiers"), ("выросли", "rose"), ("городов", "Cities"), ("медикам", "medics"), ("автобусе", "bus")],
)
def test_equivalents_are_found_in_any_form_and_from_either_side(known: Equivalents, russian: str, english: str) -> None:
    assert known.matrix([russian], "ru", [english], "en").tolist() == [[True]]
    assert known.matrix([english], "en", [russian], "ru").tolist() == [[True]]


@pytest.mark.parametrize(("russian", "english"), [("солдаты", "medics"), ("выросли", "fell"), ("автобус", "train")])
def test_words_that_say_something_else_are_no_equivalents(known: Equivalents, russian: str, english: str) -> None:
    assert not known.matrix([russian], "ru", [english], "en").any()


def test_the_dictionary_is_read_in_both_directions(known: Equivalents) -> None:
    """What only the English half lists is found from the Russian word as well."""
    assert (known.first, known.second) == ("ru", "en")
    assert known.meanings("плед", "ru") >= {"plaid"}


def test_a_matrix_has_a_row_for_each_word_and_a_column_for_each_of_the_others(known: Equivalents) -> None:
    found = known.matrix(["дом", "qwzx", "река"], "ru", ["river", "house"], "en")
    assert np.array_equal(found, [[False, True], [False, False], [True, False]])
    assert known.matrix([], "ru", ["house"], "en").shape == (0, 1)


def test_an_unknown_word_means_nothing(known: Equivalents) -> None:
    assert known.meanings("qwzx", "en") == frozenset() == known.meanings("ъъъ", "ru")


def test_other_pairs_have_no_equivalents() -> None:
    assert equivalents("ru", "de") is None
