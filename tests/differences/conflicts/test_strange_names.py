"""English names that the Russian side neither gives by a table nor by sound."""

import pytest

from translate.differences.conflicts.strange_names import (
    heard,
    is_common,
    run_of,
    runs,
    sounds_like,
    strange_names,
    words_of,
)
from translate.facts.reading import read_facts


def strange(russian: str, english: str) -> list[str]:
    around = [read_facts(russian, "ru")]
    found = strange_names(words_of((english,), "en"), [read_facts(english, "en")], words_of((russian,), "ru"), around)
    return [" ".join(word.text for word in name) for name in found]


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("Пришёл Иванов.", "Then Ivanov came.", []),
        ("Пришёл Иванов.", "Then Gibson came.", ["Gibson"]),
        ("Пришёл Иванов.", "Then Ivanov Gibson came.", ["Gibson"]),
        ("Пришёл Иванов.", "Then Mike Ivanov Gibson came.", ["Mike", "Gibson"]),
        ("Пришёл Иванов.", "Then the Bank of Gibson came.", ["Bank of Gibson"]),
        ("Он был в Москве.", "He was in Moscow.", []),  # by a table
        ("Он был в Москве.", "He was in Madrid.", ["Madrid"]),
        ("Пришли гости.", "People came.", []),  # any word has a capital at the beginning
        ("Пришли гости.", "Gibson came.", ["Gibson"]),
        ("Пришли гости.", "He came on Monday.", []),
        ("Пришли гости.", "He came to Dunmore. Gibson left.", ["Dunmore", "Gibson"]),
        ("Пришли гости.", "The Gibson family of Leeds came.", ["Gibson", "Leeds"]),
        ("Он был в Москве с Шойгу.", "He was in Moscow with Gibson.", ["Gibson"]),
        ("Он был в Москве с Шойгу.", "He was in Madrid Gibson with Shoigu.", ["Madrid Gibson"]),
        ("Был там.", "In Paris Gibson was.", ["Paris Gibson"]),
        ("Был там.", "The Well Gibson was.", ["Well Gibson"]),
        ("Был там.", "“Well” it was: Gibson.", ["Gibson"]),
        ("Был ПСЖ.", "It was PSG or NATO.", ["NATO"]),
        ("Был Лео.", "It was Leo or Ann.", ["Ann"]),
        ("Был Ян.", "It was Ann.", []),
        ("Петербург.", "It was Saint Petersburg-Gibson.", []),
        ("Был Дэвид де Хеа.", "It was David de Gea of Spain and of Leeds.", ["Spain and of Leeds"]),
        ("Был дом.", "It was Dom and Ivan's dom, U.S. Steel.", ["Ivan", "U.S."]),
        ("Был Роллс.", "It was Rolls-Royce.", []),
        (
            "Был Иван.",
            "It was a house. Gibson and Smith, Ivan Jones (Leeds) — Brown",
            ["Gibson and Smith", "Jones Leeds"],
        ),
    ],
)
def test_a_name_that_nothing_sounds_like_is_strange(russian: str, english: str, expected: list[str]) -> None:
    assert strange(russian, english) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they met Mike Gibson of Leeds and left.", ["Mike Gibson of Leeds"]),
        ("they met the Duke of the town.", ["Duke"]),  # small links at the end are no part
        ("they met Gibson. Smith left.", ["Gibson", "Smith"]),
        ("they met Gibson,   Smith.", ["Gibson", "Smith"]),
        ("they met Gibson - Smith.", ["Gibson Smith"]),
        ("they met nobody.", []),
        ("they met Ann,   Bob", ["Ann", "Bob"]),
        ("they met Ann,  Bob", ["Ann Bob"]),
        ("they met Ann... Bob", ["Ann", "Bob"]),
        ("they met Ann and Bob", ["Ann and Bob"]),
        ("they met The Ann", ["Ann"]),
        ("Ann: Bob", ["Ann", "Bob"]),
        ("so (Ann Bob)", ["Ann Bob"]),
        ("He met O’Neil-Smith’s D'Arcy", ["He", "O’Neil-Smith D'Arcy"]),
    ],
)
def test_words_with_a_capital_that_follow_one_another_are_one_name(text: str, expected: list[str]) -> None:
    assert [" ".join(word.text for word in run) for run in runs(words_of((text,), "en"))] == expected


def test_a_name_ends_with_its_sentence() -> None:
    assert [len(run) for run in runs(words_of(("they met Mike", "Gibson left"), "en"))] == [1, 1]


def test_all_of_a_name_is_found_by_its_first_word() -> None:
    words = words_of(("they met Mike Gibson of Leeds.",), "en")
    assert [word.text for word in run_of(words[3:4], words)] == ["Mike", "Gibson", "of", "Leeds"]
    assert run_of(words[:1], words) == words[:1]


def test_words_know_where_they_stand() -> None:
    words = words_of(("“Smith's dog.” Cat's", "U.S. man"), "en")
    assert [(word.text, word.sentence, word.start, word.end, word.first) for word in words] == [
        ("Smith", 0, 1, 6, True),
        ("dog", 0, 9, 12, False),
        ("Cat", 0, 15, 18, False),
        ("U.S.", 1, 0, 4, True),
        ("man", 1, 5, 8, True),
    ]


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Petrov", "Петров", 1, 1),
        ("Petrov", "Ветров", 0.3, 0.65),  # the first sounds are never confused
        ("Zelenskyy", "Зеленский", 0.8, 1),
        ("Ann", "Ян", 1, 1),
        ("Ann", "Яма", 0, 0),  # one consonant says nothing
        ("Aia", "Ян", 0, 0),
        ("Karpin", "Лапин", 0.37, 0.372),
        ("Gromova", "Смирнова", 0.288, 0.29),
        ("Smith", "Шмидт", 0.856, 0.858),
        ("Williams", "Вильям", 0.856, 0.858),
        ("Leo", "Лео", 1, 1),
        ("Ivan", "Ян", 0, 0),
    ],
)
def test_how_alike_two_words_sound(one: str, other: str, least: float, most: float) -> None:
    assert least <= sounds_like(one, other) <= most


@pytest.mark.parametrize(
    ("word", "russian", "expected"),
    [
        ("Petrov", "пришёл Петров", True),
        ("Petrov", "пришёл Сидоров", False),
        ("Rolls-Royce", "машина Роллс", True),
        ("Rolls", "машина Роллс-Ройс", True),
        ("Smith", "кузнец смит", True),
        ("Marcus", "пришёл Маркет", True),
        ("Marcus", "это маркет", False),  # without a capital it must sound nearly the same
    ],
)
def test_a_word_is_heard_on_the_other_side(word: str, russian: str, expected: bool) -> None:
    assert heard(word, words_of((russian,), "ru")) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("house", True), ("House", True), ("well-known", True), ("of", True), ("Gibson", False)]
)
def test_frequent_words_are_common(word: str, expected: bool) -> None:
    (only,) = words_of((word,), "en")
    assert is_common(only) == expected
