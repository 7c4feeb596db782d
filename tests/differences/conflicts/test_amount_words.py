"""Amounts as people write them, in both languages of the interface."""

import pytest

from translate.differences.conflicts.amount_words import amount_in_words, rate_in_words
from translate.facts.values import read_numbers
from translate.wording.interface import speaking


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("27,6 млрд рублей", "27.6 billion rubles", "27,6 млрд рублей"),
        ("27 650 123 доллара", "27,650,123 dollars", "27\xa0650\xa0123 доллара"),
        ("1 рубль", "1 ruble", "1 рубль"),
        ("2,5 года", "2.5 years", "2,5 года"),
        ("1 год 2 месяца", "14 months", "14 месяцев"),
        ("минус 15 градусов", "-15 degrees", "-15 градусов"),
        ("треть домов", "1/3", "1/3"),
        ("2 процентных пункта", "2 percentage points", "2 процентных пункта"),
        ("2500 кв. м", "2500 m²", "2500 m²"),
        ("44,2%", "44.2%", "44,2 %"),
        ("в 14:30", "14:30", "14:30"),
        ("1945 человек", "1945", "1945"),
    ],
)
def test_an_amount_is_told_as_people_write_it(text: str, english: str, russian: str) -> None:
    told = amount_in_words(read_numbers(text, "ru")[0])
    assert told == english
    with speaking("ru"):
        assert told.told() == russian


def test_a_rate_is_told_with_its_time() -> None:
    (number,) = read_numbers("300 рублей в месяц", "ru")
    assert rate_in_words(number, amount_in_words(number)) == "300 rubles a month"
