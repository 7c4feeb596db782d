"""Names of two scripts by their consonants."""

import pytest

from translate.facts.transliteration import comparable_readings, likeness, readings, skeleton, starts_alike


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Чайковский", "Tchaikovsky"),
        ("Щедрин", "Shchedrin"),
        ("Жуков", "Zhukov"),
        ("Джексон", "Jackson"),
        ("Цой", "Tsoy"),
        ("Хабаров", "Khabarov"),
        ("Филипп", "Philippe"),
        ("Смит", "Smith"),
        ("Квинн", "Quinn"),
        ("Уинстон", "Winston"),
        ("Александр", "Alexander"),
        ("Эмма", "Emma"),
    ],
)
def test_the_skeleton_is_the_same_in_both_scripts(russian: str, english: str) -> None:
    assert skeleton(russian) in readings(english)


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("Bach", ("bC", "bg", "bS", "bk")),
        ("Anna", ("n",)),
        ("Anna's", ("n",)),
        ("Anna’s", ("n",)),
        ("Aia", ()),
    ],
)
def test_foreign_spelling_has_several_readings(word: str, keys: tuple[str, ...]) -> None:
    """The likeliest comes first; a word without consonants has none."""
    assert readings(word) == keys


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [("krk", "krk", 1, 1), ("Skrl", "skrl", 1, 1), ("krk", "ptf", 0, 0), ("krk", "krt", 0.5, 0.9)],
)
def test_likeness_is_a_share_and_hissing_sounds_are_one(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(one, other) <= most


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        ("Харуки", "Ishiguro", ("rk",), ("Sgr", "SCr")),  # x is no sound that they share
        ("Ishiguro", "Харуки", ("Sgr", "SCr"), ("rk",)),
        ("Петров", "Иванов", ("trv",), ("vnv",)),
        ("Иванов", "Петров", ("vnv",), ("trv",)),
        ("Петров", "Сидоров", ("ptrv",), ("sdrv",)),
        ("Иванов", "Ельцин", ("vnv",), ("lzn",)),
        ("Helen", "Елена", ("gln",), ("ln",)),  # a silent h
        ("Елена", "Helen", ("ln",), ("gln",)),
        ("William", "Уильям", ("vlm",), ("vlm",)),
    ],
)
def test_a_first_consonant_against_a_vowel_does_not_count(
    one: str, other: str, ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    left, right = comparable_readings(one, other)
    assert (left, right) == (ours, theirs)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ветров", "Petrov", False),
        ("Васко", "Basco", True),
        ("Варвара", "Barbara", True),
        ("Фёдор", "Theodore", True),
        ("Цезарь", "Caesar", True),
        ("Петров", "Petrov", True),
        ("Петров", "Lukin", False),
        ("Иванов", "Petrov", True),  # a vowel is given the doubt
        ("Петров", "Ivanov", True),
        ("Сидоров", "Medvedev", False),
        ("Петров", "Tarasov", False),  # what sounds alike is no first sound of either
        ("Рубин", "Vavilov", False),
    ],
)
def test_names_that_may_begin_alike(one: str, other: str, alike: bool) -> None:
    assert starts_alike(one, other) == starts_alike(other, one) == alike
