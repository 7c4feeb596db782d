"""Amounts in the words that people write, in the language of the interface."""

import pytest

from translate.facts.amount_words import amount_in_words, rate_in_words
from translate.facts.mention import NumberMention
from translate.facts.values import read_numbers
from translate.wording.interface import speaking
from translate.wording.phrase import said


def read(text: str) -> NumberMention:
    """The only number of an English text."""
    (number,) = read_numbers(text, "en")
    return number


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("1 pound", "1 pound", "1 фунт"),
        ("21 euros", "21 euros", "21 евро"),
        ("21 days", "21 days", "21 день"),
        ("24 days", "24 days", "24 дня"),
        ("11 days", "11 days", "11 дней"),
        ("451 degrees Fahrenheit", "451 °F", "451 °F"),
        ("0.25 mm", "0.25 mm", "0,25 мм"),
        ("8.4 metres", "8.4 m", "8,4 м"),
        ("5 miles", "5 miles", "5 миль"),
        ("6:30 p.m.", "18:30", "18:30"),
    ],
)
def test_an_amount_agrees_with_its_unit(text: str, english: str, russian: str) -> None:
    words = amount_in_words(read(text))
    assert said(words) == english
    with speaking("ru"):
        assert said(words) == russian


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("27,6 млрд рублей", "27.6 billion rubles", "27,6 млрд рублей"),
        ("27 650 123 доллара", "27,650,123 dollars", "27\xa0650\xa0123 доллара"),
        ("1 рубль", "1 ruble", "1 рубль"),
        ("2,5 года", "2.5 years", "2,5 года"),  # counted as two are
        ("1 год 2 месяца", "14 months", "14 месяцев"),
        ("минус 15 градусов", "-15 degrees", "-15 градусов"),
        ("треть домов", "1/3", "1/3"),
        ("2 процентных пункта", "2 percentage points", "2 процентных пункта"),
        ("2500 кв. м", "2500 m²", "2500 м²"),
        ("44,2%", "44.2%", "44,2 %"),
        ("1945 человек", "1945", "1945"),
    ],
)
def test_an_amount_of_a_russian_text_is_told_as_people_write_it(text: str, english: str, russian: str) -> None:
    words = amount_in_words(read_numbers(text, "ru")[0])
    assert said(words) == english
    with speaking("ru"):
        assert said(words) == russian


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5 trillion yen", "1.5 trillion yen"),
        ("27,650,000 euros", "27.65 million euros"),
        ("1,234,567 euros", "1,234,567 euros"),  # too long for a scale
        ("999,000 euros", "999,000 euros"),
        ("1,000,000 euros", "1 million euros"),
        ("12,500 trees", "12,500"),
        ("9,999 trees", "9999"),  # as years are written
        ("1998 trees", "1998"),
    ],
)
def test_a_scale_is_told_where_the_number_is_short_with_it(text: str, expected: str) -> None:
    assert amount_in_words(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a third of the homes", "1/3"),
        ("three quarters of the homes", "3/4"),
        ("one in ten homes", "1/10"),
        ("one in 12 homes", "0.083"),  # nobody says such a part
    ],
)
def test_a_share_is_told_as_a_fraction_of_few_parts(text: str, expected: str) -> None:
    assert amount_in_words(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("twice a week", "2 times a week", "2 раза в неделю"),
        ("3 times a month", "3 times a month", "3 раза в месяц"),
        ("300 pounds a month", "300 pounds a month", "300 фунтов в месяц"),
        ("3 times as many", "3 times", "3 раза"),
    ],
)
def test_a_rate_is_told_with_its_time(text: str, english: str, russian: str) -> None:
    number = read(text)
    words = rate_in_words(number, amount_in_words(number))
    assert said(words) == english
    with speaking("ru"):
        assert said(words) == russian
