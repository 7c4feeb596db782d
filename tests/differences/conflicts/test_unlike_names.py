"""Names that only letters tell: each side has one that the other does not spell, in the same place."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.conflicts.strange_names import words_of
from translate.differences.conflicts.unlike_names import (
    ALONE,
    IN_ROLE,
    capitals,
    has_capital,
    is_mixed,
    is_spelt,
    is_translatable,
    spells,
    unlike_names,
)
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def sides(russian: str, english: str) -> tuple[BeadSide, BeadSide]:
    """The first sentence of each story as a bead; "|" stands between sentences."""
    stories = (
        tell(document_of_sentences(text.split("|"), code), LetterEmbedder())
        for text, code in ((russian, "ru"), (english, "en"))
    )
    return sides_of(*stories, Bead((0,), (0,), 0.8, 0.9))


def found(russian: str, english: str) -> list[tuple[str, str, float]]:
    return [
        (" ".join(word.text for word in each.first), " ".join(word.text for word in each.second), each.confidence)
        for each in unlike_names(*sides(russian, english))
    ]


@pytest.mark.parametrize(
    ("russian", "english", "rivals"),
    [
        ("Судья Панин отклонил иск.", "Judge Sorokin dismissed the suit.", [("Панин", "Sorokin", IN_ROLE)]),
        ("Хор приехал из Кинешмы.", "The choir came from Vyborg.", [("Кинешмы", "Vyborg", IN_ROLE)]),
        ("Вышел фильм «Панин».", "The film Sorokin is out.", [("Панин", "Sorokin", IN_ROLE)]),
        ("Здесь дом Глеба.", "Here is the Sorokin house.", [("Глеба", "Sorokin", IN_ROLE)]),
        ("Фирма купила Wi-Fi.", "The firm bought Bluetooth.", [("Wi-Fi", "Bluetooth", IN_ROLE)]),
        # Behind a word of places even what ends like a surname may be one.
        ("Хор приехал из Кинешмы.", "The choir came from Strezhin.", [("Кинешмы", "Strezhin", IN_ROLE)]),
        ("Хор встретил Орлова.", "Sorokin met the choir.", [("Орлова", "Sorokin", ALONE)]),
        # Nothing that is the same stands beside the two, which are the only ones.
        ("Хор выступил в Кинешме.", "The choir came from Vyborg.", [("Кинешме", "Vyborg", ALONE)]),
        ("Капитан О’Нилл сошёл на берег.", "Captain Sorokin went ashore.", [("О’Нилл", "Sorokin", IN_ROLE)]),
        ("Капитан Ёлкин сошёл на берег.", "Captain Sorokin went ashore.", [("Ёлкин", "Sorokin", IN_ROLE)]),
        ("Пилот сажал «Боинг» ночью.", "The pilot put the Airbus down at night.", [("Боинг", "Airbus", IN_ROLE)]),
        ("Болельщик «Локомотива» пел.", "A fan of Spartak sang.", []),  # unless the same stands beside
        ("Пела Мария Киш.", "Marta Kiss sang.", [("Мария", "Marta", IN_ROLE)]),
        # A place of a table and one of none.
        ("Хор выступил в Вероне.", "The choir sang in Strezhin.", [("Вероне", "Strezhin", IN_ROLE)]),
        # What is a word of the language is a name behind a title.
        ("Капитан Рейнхольд сошёл на берег.", "Captain Stone went ashore.", [("Рейнхольд", "Stone", IN_ROLE)]),
        (
            "Пекарь Панин и мельник Лапин поссорились.",
            "The baker Sorokin and the miller Dunmore quarrelled.",
            [("Панин", "Sorokin", IN_ROLE), ("Лапин", "Dunmore", IN_ROLE)],
        ),
    ],
)
def test_another_name_in_the_same_place_is_told(
    russian: str, english: str, rivals: list[tuple[str, str, float]]
) -> None:
    assert found(russian, english) == rivals


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Судья Панин отклонил иск.", "Judge Panin dismissed the suit."),
        ("Хор выступил в Кинешме.|Потом был Выборг.", "The choir sang in Vyborg."),  # named in another sentence
        ("Фильм «Панин ищет дом» вышел.", "The film Sorokin is out."),  # a title is translated
        ("Минтранс одобрил мост.", "Sorokin approved the bridge."),  # so is an abbreviation
        ("БАМ одобрил мост.", "Sorokin approved the bridge."),
        ("Капитан Камень сошёл на берег.", "Captain Stone went ashore."),
        ("Здесь дом Глеба Андреевича.", "Here is the Sorokin house."),  # called by his patronymic
        ("Баскские рыбаки против.", "Basque fishermen are against it."),
        ("Фирма купила Wi-Fi.", "The firm bought WiFi."),
        # A place and a person, though the same verb stands beside both.
        ("Хор покинул Кинешму.", "Orlov left the choir."),
        ("Хор покинул Кинешму.", "Anna Dunmore left the choir."),
    ],
)
def test_one_name_and_what_is_translated_are_silent(russian: str, english: str) -> None:
    assert found(russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("Панина", "Panin", True),  # in another case
        ("Ваня", "John", True),  # by the list of given names
        ("MasterCard", "MasterCards", True),
        ("Бакалот", "Balakot", True),  # a slip of the pen
        ("Каприо", "DiCaprio", True),
        ("Рим", "Rome", True),
        ("Ким", "Tom", False),
        ("Панин", "Sorokin", False),
    ],
)
def test_two_words_spell_one_name_or_two(russian: str, english: str, expected: bool) -> None:
    assert spells(russian, "ru", english, "en") is expected
    assert spells(english, "en", russian, "ru") is expected


def test_a_stricter_bound_tells_more_names_apart() -> None:
    assert spells("Рим", "ru", "Rome", "en")
    assert not spells("Рим", "ru", "Rome", "en", 0.35)


def test_words_with_a_capital_are_taken_whole_in_parts_and_two_by_two() -> None:
    assert capitals(("the New York choir of d'Hermy sang in Saint-Tropez.",), "en") == {
        *("New", "York", "NewYork", "d'Hermy", "Saint-Tropez", "Saint", "Tropez")
    }


def test_a_part_with_a_hyphen_may_be_spelt_alone() -> None:
    (name,) = (word for word in words_of(("Остров Рейн-Лапин пуст.",), "ru") if word.text == "Рейн-Лапин")
    assert is_spelt(name, ["Lapin"], "en")
    assert not is_spelt(name, ["Dunmore"], "en")
    assert not is_spelt(name, [], "en")


def test_small_particles_and_two_scripts_in_a_word_are_seen() -> None:
    capital = {word.text: has_capital(word) for word in words_of(("He met d'Hermy and o'clock Anna.",), "en")}
    assert [word for word, is_one in capital.items() if is_one] == ["He", "d'Hermy", "Anna"]
    assert [word for word in ("O'Нилл", "О'Нилл", "О’Нилл", "Ёлкин", "O’Neill", "Xперт") if is_mixed(word)] == [
        *("O'Нилл", "Xперт")
    ]


def test_a_word_of_the_language_is_translated_and_a_surname_is_not() -> None:
    words = words_of(("The baker met Sorokin near Stones.",), "en")
    assert [word.text for word in words if not is_translatable(word, "ru")] == ["Sorokin"]
