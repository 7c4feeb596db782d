"""Parts of a whole are shares, and what only looks like one is a number, a choice, a time or a round of a cup."""

import pytest
from drawn import drawn_numbers

from translate.facts.number_tokens import split_tokens
from translate.facts.number_words import vocabulary
from translate.facts.shares import small_number
from translate.facts.values import read_numbers


def drawn(text: str, language: str) -> list[str]:
    """As "every sixth = 0.167 share", what is weak left out."""
    return [
        f"{number.text} = {number.value}" + (" share" if number.unit == "share" else "")
        for number in read_numbers(text, language)
        if not number.weak
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "every sixth orchard was sold", "every sixth = 0.167 share"),
        ("en", "one in eight farms keeps bees", "one in eight = 0.125 share"),
        ("en", "one farmer in eight keeps bees", "one farmer in eight = 0.125 share"),
        ("en", "one out of 40 lambs survived", "one out of 40 = 0.025 share"),
        ("en", "one in three bridges is shut", "one in three = 0.333 share"),
        ("en", "nearly a full fifth of the orchards", "fifth = 0.2 share"),
        ("en", "half his flock drowned", "half = 0.5 share"),
        ("en", "a quarter of the harvest", "quarter = 0.25 share"),
        ("en", "four fifths of the harvest", "four fifths = 0.8 share"),
        ("en", "three-quarters of the harvest", "three-quarters = 0.75 share"),
        ("ru", "каждый четвёртый участок пустует", "каждый четвёртый = 0.25 share"),
        ("ru", "один из семи островов обитаем", "один из семи = 0.143 share"),
        ("ru", "один житель из восьми держит пчёл", "один житель из восьми = 0.125 share"),
        ("ru", "одному из пятидесяти двух отказали", "одному из пятидесяти двух = 0.019 share"),
        ("ru", "половина садов замёрзла", "половина = 0.5 share"),
        ("ru", "три седьмых участка", "три седьмых = 0.429 share"),
        ("ru", "1/4 урожая погибла", "1/4 = 0.25 share"),
    ],
)
def test_a_part_of_something_is_a_share(language: str, text: str, expected: str) -> None:
    assert drawn(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "every second week there is a fair", []),  # how often
        ("en", "one of the eight farms keeps bees", ["eight = 8"]),
        ("en", "one in 12-year-olds", ["12-year = 12 year"]),
        ("en", "the fifth of the orchards", ["fifth = 5"]),
        ("en", "the last quarter of the year", []),  # three months
        ("en", "a quarter of 8", ["8 = 8"]),  # a time of the day
        ("en", "he spent half a day there", ["half a day = 0.5 day"]),
        ("en", "the second half of the season", []),
        ("ru", "каждую вторую неделю здесь ярмарка", []),
        ("ru", "один из трёх мостов закрыт", ["трёх = 3"]),  # a choice among a few
        ("ru", "один из 30-летних рыбаков", ["30-летних = 30 year"]),
        ("ru", "половина второго", []),
        ("ru", "восемь седьмых", ["восемь = 8", "седьмых = 7"]),  # more than a whole
        ("ru", "1/4 финала", []),
    ],
)
def test_what_only_looks_like_one_is_none(language: str, text: str, expected: list[str]) -> None:
    assert drawn(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "a third of its staff", "third = 0.333"),
        ("en", "almost a full third of its staff", "third = 0.333, about, or less"),
        ("en", "the third of the brothers", "third = 3"),
        ("ru", "каждый третий день", "третий = 3"),
        ("ru", "один из двух клубов", "один = 1, weak | двух = 2"),
        ("ru", "вторая половина дня", "вторая = 2, weak | половина дня = 0.5 day, weak"),
    ],
)
def test_a_part_keeps_what_is_said_of_it_and_what_is_none_is_weak_or_whole(
    language: str, text: str, expected: str
) -> None:
    assert drawn_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "двести сорок семь лодок", (247, 3, False)),
        ("ru", "двадцать первый", (21, 2, True)),
        ("ru", "семь сорок", (7, 1, False)),  # what does not go on in a number begins another
        ("ru", "одиннадцать два", (11, 1, False)),
        ("ru", "сто двести", (100, 1, False)),
        ("en", "forty-seven boats", (47, 3, False)),
        ("en", "forty-seventh", (47, 3, True)),
        ("en", "seven-forty", (7, 1, False)),
        ("en", "boats", (0, 0, False)),
    ],
)
def test_small_numbers_are_read_as_far_as_they_go_on(
    language: str, text: str, expected: tuple[float, int, bool]
) -> None:
    assert small_number(split_tokens(text), 0, vocabulary(language)) == expected
