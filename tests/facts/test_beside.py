"""What the words around a number change in it."""

import pytest

from translate.facts.values import read_numbers


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "минус 15 градусов", {"sign": -1}),
        ("en", "15 degrees below zero", {"sign": -1}),
        ("ru", "15 градусов тепла", {"sign": 1}),
        ("ru", "в III веке до н. э.", {"sign": -1}),
        ("en", "the temperature was 15 degrees", {"sign": 0}),
        ("ru", "почти 50 человек", {"bound": -1, "approximate": True}),
        ("en", "at least 50 people", {"bound": 1}),
        ("ru", "не более 50 человек", {"bound": -1}),
        ("en", "about 50 people", {"bound": 0, "about": True}),
        ("en", "over 5 years", {"bound": 0}),
        ("en", "twice a week", {"per": "week"}),
        ("ru", "300 рублей в месяц", {"per": "month"}),
        ("en", "it shrank by 200 people", {"change": "step", "rising": -1}),
        ("ru", "выросло до 200 человек", {"change": "level", "rising": 1}),
        ("en", "it rose 20 percent", {"change": "step", "rising": 1}),
        ("en", "he went to 200 people", {"change": ""}),
    ],
)
def test_what_stands_beside_a_number_is_read(language: str, text: str, expected: dict[str, object]) -> None:
    (number,) = read_numbers(text, language)
    assert {name: getattr(number, name) for name in expected} == expected


def test_the_whole_words_are_kept() -> None:
    (number,) = read_numbers("Погибли более 50 человек", "ru")
    assert (number.text, number.whole.text) == ("50", "более 50")
