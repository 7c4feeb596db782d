"""Two people of one name are two; parts of a full name are one with it."""

import pytest

from translate.differences.conflicts.one_name import may_be_one
from translate.facts.names import read_names


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("Пришёл Иван Петров.", "It was Ivan Petrov.", True),
        ("Пришёл Иван Петров.", "It was Petrov.", True),
        ("Пришёл Петров.", "It was Ivan Petrov.", True),
        ("Пришёл Иван Петров.", "It was Oleg Petrov.", False),
        ("Пришёл Иван Петров.", "It was Ivan Sokolov.", False),
        ("Пришёл В. Петров.", "It was Vladimir Petrov.", True),
        ("Пришли из России.", "It was Russian.", True),  # by their keys
    ],
)
def test_every_word_of_the_shorter_has_its_own(russian: str, english: str, expected: bool) -> None:
    one, other = read_names(russian, "ru")[-1], read_names(english, "en")[-1]
    assert may_be_one(one, "ru", other, "en") is expected
    assert may_be_one(other, "en", one, "ru") is expected


def test_between_languages_that_are_no_pair_nothing_is_known() -> None:
    one, other = read_names("It was Ivan Petrov.", "en")[-1], read_names("It was Oleg Petrov.", "en")[-1]
    assert may_be_one(one, "en", other, "en")
