"""Who speaks beside a quotation."""

import pytest

from translate.facts.names import read_names
from translate.facts.quotation import read_quotations
from translate.facts.speakers import speakers, verbs_of_speech


def found(text: str, language: str) -> list[str]:
    """The speakers of a sentence, a role in brackets."""
    (quotations,) = read_quotations((text,))
    read = speakers(text, language, read_names(text, language), quotations)
    return [one.value if one.name else f"({one.value})" for one in read]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "«Мы рады», — сказал Иван Петров.", ["ivan petrov"]),
        ("ru", "Иван Петров сказал: «Мы рады».", ["ivan petrov"]),
        ("ru", "«Мы рады», — сказал министр.", ["(minister)"]),
        ("ru", "«Мы рады», — сказал министр Иван Петров.", ["ivan petrov"]),
        ("ru", "«Мы рады», — сказал директор завода «Вымпел» Иван Петров.", ["ivan petrov"]),
        ("ru", "«Мы рады», — считает ведущий аналитик центра «Цифровой горизонт» Иван Петров.", ["ivan petrov"]),
        ("ru", "«Мы рады», — сказал директор завода «Вымпел» Ивану Петрову.", ["(director)"]),  # who hears
        ("ru", "Сообщая о пожаре, Иванов был спокоен.", ["ivanov"]),
        ("ru", "Министр заявил, что рад. Ольга Петрова добавила, что нет.", ["(minister)", "olga petrova"]),
        ("en", '"We won and we are glad," said John Smith.', ["john smith"]),
        ("en", '"We won," the coach said; later Mary Brown added: "Yes."', ["(coach)", "mary brown"]),
        ("en", "In the evening Mary Brown said she was glad, and said it again.", ["mary brown"]),
    ],
)
def test_the_nearest_to_a_verb_of_speech_speaks(language: str, text: str, expected: list[str]) -> None:
    """A name before a role, and each only once."""
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Ивану Петрову сказал прохожий."),  # the hearer, by his case
        ("ru", "О министре сказал прохожий."),
        ("ru", "«Министр сказал», — написано на стене."),  # the verb stands in the quote
        ("ru", "Россия заявила об этом."),  # a country
        ("ru", "МВФ заявил об этом."),  # capitals stand for an institution
        ("ru", "Иван Петров вышел; потом кто-то сказал, что идёт дождь."),  # another clause
        ("ru", "Сказка понравилась, и Иван Петров ушёл."),  # no verb of speech
        ("en", "In the evening he told Mary Brown that it was over."),  # she hears
        ("en", "Yesterday the Foreign Ministry said it was over."),
        ("en", "In the evening Russia said it was over."),
        ("en", 'In the evening "Mary Brown" was what it said on the wall.'),  # inside the quote
        ("en", "There was Mary Brown, who had come from a far village beyond the hills, and said it."),  # too far
    ],
)
def test_nobody_speaks(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "verbs"),
    [
        ("ru", "Она сказала, он говорит, сообщая о сказанном", ["сказала", "говорит", "сообщая"]),
        ("ru", "Он идёт домой", []),
        ("en", "He said she tells all", ["said", "tells"]),
        ("en", "The saying goes on", ["saying"]),
    ],
)
def test_verbs_of_speech_in_any_form(language: str, text: str, verbs: list[str]) -> None:
    assert [text[start:end] for start, end in verbs_of_speech(text, language)] == verbs


@pytest.mark.parametrize(("letters", "speaks"), [(40, True), (41, False)])
def test_a_speaker_stands_within_reach(letters: int, speaks: bool) -> None:
    """Of the characters between the name and the verb, the spaces around them among them."""
    text = f"In the evening Mary Brown {'x' * (letters - 2)} said it was over."
    assert found(text, "en") == ["mary brown"] * speaks


def test_the_distance_is_that_between_name_and_verb() -> None:
    text = "«Мы рады», — сказал вчера Иван Петров."
    (one,) = speakers(text, "ru", read_names(text, "ru"), ())
    assert (text[one.start : one.end], one.distance) == ("Иван Петров", len(" вчера "))


def test_of_two_names_the_nearer_speaks() -> None:
    text = "In the evening Mary Brown or perhaps John Smith said it was over."
    assert found(text, "en") == ["john smith"]
