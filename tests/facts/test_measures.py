"""Units, ranges and bounds beside a number."""

import pytest
from drawn import drawn_numbers


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "$5", "$5 = 5 USD"),
        ("en", "5%", "5% = 5%"),
        ("en", "USD 5", "5 = 5 USD"),
        ("en", "usd 5", "5 = 5"),
        ("en", "5 USD", "5 USD = 5 USD"),
        ("ru", "5 $", "5 $ = 5 USD"),
        ("ru", "№ 5", "5 = 5"),
        ("ru", "5 белорусских рублей", "5 белорусских рублей = 5 RUB"),
        ("en", "5 Canadian dollars", "5 Canadian dollars = 5 USD"),
        ("en", "5 square miles", "5 square miles = 5 mi²"),
        ("en", "5 square Canadian British Turkish miles", "5 = 5"),
        ("en", "5 brave miles", "5 = 5"),
        ("en", "5 British people, 7 miles", "5 = 5 | 7 miles = 7 mi"),
        ("en", "5, miles", "5 = 5"),
        ("en", "5-mile", "5-mile = 5 mi"),
        ("en", "5 - - miles", "5 = 5"),
        ("en", "5 7 miles", "5 = 5 | 7 miles = 7 mi"),
        ("en", "5 square - miles", "5 = 5"),
        ("ru", "7 п. п. роста", "7 п. п = 7 pp"),
        ("ru", "Это 7 п. п. роста цен на хлеб", "7 п. п = 7 pp"),
        ("ru", "7 п. роста", "7 = 7"),
        ("en", "7 per cent", "7 per cent = 7%"),
        ("en", "7 per year", "7 = 7"),
        ("en", "5 square per cent", "5 square per cent = 5%"),
        ("ru", "пятый год", "пятый = 5"),
        ("ru", "пятый этаж", "пятый этаж = 5 floor"),
        ("en", "the third day", "third = 3"),
        ("en", "the third floor", "third floor = 3 floor"),
        ("en", "the third Canadian dollar", "third = 3"),
        ("ru", "5 м", "5 м = 5 m"),
        ("ru", "5 кв. м", "5 кв. м = 5 m²"),
        ("ru", "5 кв м", "5 кв м = 5 m²"),
        ("ru", "5 км", "5 км = 5 km"),
        ("en", "30°C", "30°C = 30 degree"),
        ("en", "86°F", "86°F = 86 fahrenheit"),
        ("en", "30°", "30° = 30 degree"),
        ("en", "30° today", "30° = 30 degree"),
        ("ru", "30 °С", "30 °С = 30 degree"),
        ("en", "86F", "86F = 86 fahrenheit"),
        ("en", "30C", "30C = 30 degree"),
        ("en", "86 F", "86 = 86"),
        ("en", "30c", "30 = 30"),
        ("en", "86 degrees", "86 degrees = 86 degree"),
        ("en", "86 degrees Fahrenheit", "86 degrees Fahrenheit = 86 fahrenheit"),
        ("en", "86 degrees of Fahrenheit", "86 degrees of Fahrenheit = 86 fahrenheit"),
        ("ru", "30 градусов по Цельсию", "30 градусов = 30 degree"),
        ("ru", "86 градусов по Фаренгейту", "86 градусов по Фаренгейту = 86 fahrenheit"),
        ("ru", "86 градусов Фаренгейта", "86 градусов Фаренгейта = 86 fahrenheit"),
        ("en", "6-foot-6", "6-foot-6 = 6.5 ft or 6.6"),
        ("en", "6 ft 6 in", "6 ft 6 in = 6.5 ft or 6.6"),
        ("en", "6 ft 6 inches tall", "6 ft 6 inches = 6.5 ft or 6.6"),
        ("en", "6 feet 12", "6 feet = 6 ft | 12 = 12"),
        ("en", "6 feet 0", "6 feet 0 = 6 ft or 6"),
        ("en", "6 feet 11", "6 feet 11 = 6.917 ft or 6.11"),
        ("en", "6 feet tall", "6 feet = 6 ft"),
        ("en", "6 miles 6", "6 miles = 6 mi | 6 = 6"),
        ("en", "6 feet, 6 men", "6 feet = 6 ft | 6 = 6"),
    ],
)
def test_the_unit_stands_beside_the_number(language: str, text: str, expected: str) -> None:
    """Before it as a sign or a code, behind it within a few adjectives; an ordinal has no time for unit."""
    assert drawn_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "5-7 million dollars", "5 = 5000000 USD or 5 | 7 million dollars = 7000000 USD"),
        ("en", "5 to 7 km", "5 = 5 km | 7 km = 7 km"),
        ("en", "5 km to 7", "5 km = 5 km | 7 = 7 km"),
        ("en", "5 or 6 miles", "5 = 5 mi | 6 miles = 6 mi"),
        ("en", "5, 6 miles", "5 = 5 | 6 miles = 6 mi"),
        ("en", "5 and then 6 miles", "5 = 5 | 6 miles = 6 mi"),
        ("en", "500-1,000 people", "500 = 500 | 1,000 = 1000"),
        ("en", "1-2 thousand", "1 = 1000 or 1 | 2 thousand = 2000"),
        ("en", "5-700 thousand", "5 = 5000 or 5 | 700 thousand = 700000"),
        ("en", "5-7 hundred", "5 = 5 | 7 hundred = 700"),
        ("en", "5 thousand to 7 million", "5 thousand = 5000 | 7 million = 7000000"),
        ("ru", "от 5 до 7 процентов", "5 = 5% | 7 процентов = 7%"),
        ("ru", "5–7 тыс.", "5 = 5000 or 5 | 7 тыс. = 7000"),
        ("ru", "5–70 млн", "5 = 5000000 or 5 | 70 млн = 70000000"),
    ],
)
def test_a_range_shares_its_unit_and_perhaps_its_scale(language: str, text: str, expected: str) -> None:
    """The 5 of "5-7 million" is most likely five million, and could be five."""
    assert drawn_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "about 40", "40 = 40, about"),
        ("en", "almost exactly 40", "40 = 40, about"),
        ("en", "about all the 40", "40 = 40"),
        ("ru", "40 примерно", "40 = 40, about"),
        ("en", "40+ people", "40 = 40, about, or more"),
        ("en", "more than 40", "40 = 40, about, or more"),
        ("en", "not more than 40", "40 = 40, about, or less"),
        ("en", "more 40", "40 = 40, about"),
        ("en", "more than in 40 countries", "40 = 40, about, or more"),
        ("en", "more than across 40 countries", "40 = 40, about"),
        ("en", "less than 40", "40 = 40, about, or less"),
        ("en", "no less than 40", "40 = 40, about, or more"),
        ("en", "fewer than 40", "40 = 40, about, or less"),
        ("en", "at least 40", "40 = 40, about, or more"),
        ("en", "at most 40", "40 = 40, about, or less"),
        ("en", "over 40 people", "40 = 40, about, or more"),
        ("en", "over five years", "five years = 5 year, about"),
        ("en", "over five miles", "five miles = 5 mi, about, or more"),
        ("en", "under 40", "40 = 40, about, or less"),
        ("en", "not over 40 people", "40 = 40, about, or less"),
        ("en", "40 or fewer", "40 = 40, or less"),
        ("en", "40 or less", "40 = 40, about, or less"),
        ("en", "40 or more", "40 = 40, about, or more"),
        ("en", "more, 40", "40 = 40, about"),
        ("ru", "более 40", "40 = 40, about, or more"),
        ("ru", "не более 40", "40 = 40, about, or less"),
        ("ru", "более чем 40", "40 = 40, about, or more"),
        ("ru", "более чем в 40 странах", "40 = 40, or more"),
        ("ru", "не менее чем в 40 странах", "40 = 40, or more"),
        ("ru", "не более чем в 40 странах", "40 = 40, or less"),
        ("ru", "свыше 40", "40 = 40, about, or more"),
        ("ru", "до 40 человек", "40 = 40, or less"),
        ("ru", "40 и более", "40 = 40, about, or more"),
        ("ru", "40 и менее", "40 = 40, about, or less"),
        ("ru", "20 с лишним лет", "20 = 20, about, or more"),
    ],
)
def test_words_beside_a_number_bound_it(language: str, text: str, expected: str) -> None:
    """ "Not more than" turns the bound round, "over five years" is a span as well."""
    assert drawn_numbers(text, language) == expected
