"""What digits and number words are worth, alone and together."""

import pytest
from drawn import drawn_numbers

from translate.facts.values import printed, read_numbers


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "тысяча двести тридцать четыре", "тысяча двести тридцать четыре = 1234"),
        ("ru", "миллион двести тысяч", "миллион двести тысяч = 1200000"),
        ("ru", "сто тысяч", "сто тысяч = 100000"),
        ("ru", "двадцать один", "двадцать один = 21"),
        ("ru", "сто первый", "сто первый = 101"),
        ("ru", "двести тридцать", "двести тридцать = 230"),
        ("ru", "двести тридцать пятый", "двести тридцать пятый = 235"),
        ("ru", "двадцать двадцать", "двадцать = 20 | двадцать = 20"),
        ("ru", "тридцать сто", "тридцать = 30 | сто = 100"),
        ("en", "two thousand and five", "two thousand and five = 2005"),
        ("en", "two thousand and people", "two thousand = 2000"),
        ("en", "two thousand and fifth", "two thousand = 2000 | fifth = 5 or 0.2"),
        ("en", "three hundred and twenty thousand", "three hundred and twenty thousand = 320000"),
        ("en", "three hundred and", "three hundred = 300"),
        ("en", "five hundred thousand", "five hundred thousand = 500000"),
        ("en", "two million two hundred thousand", "two million two hundred thousand = 2200000"),
        ("en", "twenty million three hundred thousand five", "twenty million three hundred thousand five = 20300005"),
        ("en", "twenty-one", "twenty-one = 21"),
        ("en", "ninety nine", "ninety nine = 99"),
        ("en", "twenty-fifth", "twenty-fifth = 25"),
        ("en", "fifteen twenty", "fifteen = 15 | twenty = 20"),
        ("en", "fifteen-twenty", "fifteen = 15 | twenty = 20"),
        ("en", "nineteen hundred", "nineteen hundred = 1900"),
        ("en", "nineteen twenty", "nineteen = 19 | twenty = 20"),
        ("en", "twenty ten", "twenty = 20 | ten = 10"),
        ("en", "twenty five seven", "twenty five = 25 | seven = 7"),
        ("en", "one hundred and one", "one hundred and one = 101"),
        ("en", "two dozen", "two dozen = 24"),
        ("en", "1 billion 200 million", "1 billion 200 million = 1200000000"),
        ("en", "1 million 200", "1 million = 1000000 | 200 = 200"),
        ("ru", "1 млн 200 тыс. 300", "1 млн 200 тыс. = 1200000 | 300 = 300"),
        ("ru", "1 млн 1.5 тыс.", "1 млн = 1000000 | 1.5 тыс. = 1500"),
        ("en", "a hundred", "hundred = 100"),
        ("en", "the thousand", "thousand = 1000"),
        ("en", "hundred", ""),
        ("ru", "тысячу", "тысячу = 1000"),
        ("ru", "тысяч", ""),
        ("ru", "5 тыс. рублей", "5 тыс. рублей = 5000 RUB"),
        ("ru", "5 млн. рублей", "5 млн. рублей = 5000000 RUB"),
        ("en", "5 thousand. Then", "5 thousand = 5000"),
        ("en", "two thousand million dollars", "two thousand million dollars = 2000000000 USD"),
        ("en", "two hundred thousand million", "two hundred thousand million = 200000000000"),
        ("en", "two thousand million five hundred", "two thousand million five hundred = 2000000500"),
        ("en", "two thousand million-dollar homes", "two thousand = 2000"),
        ("en", "two thousand million - they said", "two thousand million = 2000000000"),
        ("en", "two million thousand", "two million = 2000000"),
        ("ru", "пять тысяч миллиардов рублей", "пять тысяч миллиардов рублей = 5000000000000 RUB"),
        ("ru", "2 тыс. млрд", "2 тыс. млрд = 2000000000000"),
        ("ru", "2 тысячи тысяч", "2 тысячи = 2000"),
    ],
)
def test_number_words_add_and_multiply(language: str, text: str, expected: str) -> None:
    """Smaller words add to larger ones, scales multiply; two numbers beside each other stay two."""
    assert drawn_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "две трети", "две трети = 0.667"),
        ("ru", "две трети голосов", "две трети = 0.667"),
        ("ru", "три десятых", "три десятых = 0.3"),
        ("ru", "одна пятая", "одна пятая = 0.2"),
        ("ru", "одну пятую", "одну пятую = 0.2"),
        ("ru", "одной пятой", "одной пятой = 0.2"),
        ("ru", "две пятых", "две пятых = 0.4"),
        ("ru", "две пятой", "две = 2 | пятой = 5"),
        ("ru", "одна пятых", "одна = 1, weak | пятых = 5"),
        ("ru", "шесть пятых", "шесть = 6 | пятых = 5"),
        ("ru", "пять третьих", "пять = 5 | третьих = 3"),
        ("ru", "две третьих", "две = 2 | третьих = 3"),
        ("ru", "одна тысячная", "одна тысячная = 0.001"),
        ("ru", "пятая часть", "пятая часть = 5 or 0.2"),
        ("ru", "вторая часть", "вторая часть = 2 or 0.5, weak"),
        ("ru", "пятая колонна", "пятая = 5"),
        ("ru", "четверть", "четверть = 0.25"),
        ("ru", "три четверти", "три четверти = 0.75"),
        ("ru", "треть", "треть = 0.333"),
        ("ru", "половина", "половина = 0.5, weak"),
        ("ru", "полтора миллиона", "полтора миллиона = 1500000"),
        ("ru", "пять с половиной лет", "пять с половиной лет = 5.5 year"),
        ("ru", "пять с половинкой", "пять = 5"),
        ("en", "two-thirds", "two-thirds = 0.667"),
        ("en", "two thirds", "two thirds = 0.667"),
        ("en", "three quarters", "three quarters = 0.75"),
        ("en", "two halves", "two = 2 | halves = 0.5, weak"),
        ("en", "a third of them", "third = 0.333"),
        ("en", "the third of them", "third = 3"),
        ("en", "a fifth of them", "fifth = 0.2"),
        ("en", "a second of them", "second = 2, weak"),
        ("en", "one-third", "one = 1, weak | third = 3 or 0.333"),
        ("en", "a quarter of the people", "quarter = 0.25"),
        ("en", "a quarter of 5", "5 = 5"),
        ("en", "a quarter century", "quarter century = 0.25 century"),
        ("en", "the third quarter", "third = 3"),
        ("en", "quarter of the people", ""),
        ("en", "half a million", "half a million = 500000"),
        ("en", "half-million", "half-million = 500000"),
        ("en", "half of them", "half = 0.5"),
        ("en", "one and a half million", "one and a half million = 1500000"),
        ("en", "five-and-a-half million", "five-and-a-half million = 5500000"),
        ("en", "seven and a half", "seven and a half = 7.5"),
        ("en", "seven and a whole", "seven = 7"),
        ("en", "5 and a half", "5 and a half = 5.5"),
    ],
)
def test_shares_are_parts_of_one(language: str, text: str, expected: str) -> None:
    """A quarter is a share only where it is one of something; half of a million is a number like others."""
    assert drawn_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "3-й", "3-й = 3"),
        ("ru", "20-го", "20-го = 20"),
        ("ru", "5-ти", "5-ти = 5"),
        ("ru", "5-тонный", "5-тонный = 5 t"),
        ("ru", "30-миллиардный", "30-миллиардный = 30000000000"),
        ("ru", "5-тысячный митинг", "5-тысячный = 5000"),
        ("ru", "1,5-тысячного митинга", "1,5-тысячного = 1500"),
        ("ru", "тысячный посетитель", "тысячный = 1000"),
        ("ru", "двадцать тысячный", "двадцать = 20 | тысячный = 1000"),
        ("en", "the thousandth", "thousandth = 1000"),
        ("en", "3 people, 5-7 million dollars", "3 = 3 | 5 = 5000000 USD or 5 | 7 million dollars = 7000000 USD"),
        ("en", "500-1500 thousand", "500 = 500000 or 500 | 1500 thousand = 1500000"),
        ("en", "999-1000 million", "999 = 999000000 or 999 | 1000 million = 1000000000"),
        ("en", "1000-1500 thousand", "1000 = 1000 | 1500 thousand = 1500000"),
        ("en", "5-7 hundred", "5 = 5 | 7 hundred = 700"),
        ("en", "1-0.5 thousand", "1 = 1000 or 1 | 0.5 thousand = 500"),
        ("en", "$5-7m", "$5 = 5000000 USD or 5 | 7m = 7000000 USD or 7"),
        ("ru", "от 5 до 7-тысячной", "5 = 5000 or 5 | 7-тысячной = 7000"),
        ("en", "5 thousand-7 million", "5 thousand = 5000 | 7 million = 7000000"),
        ("ru", "5 рублями", "5 рублями = 5 RUB"),
        ("ru", "5 рубликам", "5 = 5"),  # an ending has three letters at most
        ("en", "5-million loan", "5-million = 5000000"),
        ("ru", "5- й", "5 = 5"),
        ("en", "the 3rd floor", "3rd floor = 3 floor"),
        ("en", "the 21st", "21st = 21"),
        ("en", "21 st", "21 = 21"),
        ("en", "$5m", "$5m = 5000000 USD"),
        ("en", "$5k", "$5k = 5000 USD"),
        ("en", "100m", "100m = 100000000 or 100"),
        ("en", "5k", "5k = 5000 or 5"),
        ("en", "5 k", "5 = 5"),
        ("en", "5bn", "5bn = 5000000000"),
        ("en", "$5bn", "$5bn = 5000000000 USD"),
        ("en", "the G20", ""),
        ("en", "an F-16", ""),
        ("en", "COVID-19", ""),
        ("en", "mid-20", "20 = 20"),
        ("en", "F - 16", "16 = 16"),
        ("en", "F- 16", "16 = 16"),
        ("en", "F -16", "16 = 16"),
        ("en", "7-16", "7 = 7 | 16 = 16"),
        ("ru", "Карл V", "V = 5"),
        ("ru", "Ян V", ""),
        ("ru", "по V", ""),
        ("ru", "глава IV", "IV = 4"),
        ("ru", "XX век", "XX век = 20 century"),
        ("en", "X said", ""),
        ("en", "Louis XIV", "XIV = 14"),
        ("en", "XXIX and XL", "XXIX = 29"),
        ("en", "0800 123456", "123456 = 123456"),
        ("en", "0 and 0.5", "0 = 0 | 0.5 = 0.5"),
        ("en", "12345678901234567890", "12345678901234567890 = 12345678901234567168"),
        ("en", "123456789012345678901", ""),
        ("ru", "1/8 финала", "1/8 = 0.125, weak"),
        ("en", "1/2 final", "1/2 = 0.5, weak"),
        ("en", "1/2 of them", "1/2 = 0.5"),
        ("en", "five per cent", "five per cent = 5%"),
        ("en", "one of them", "one = 1, weak"),
        ("en", "two of them", "two = 2"),
        ("ru", "второй", "второй = 2, weak"),
        ("ru", "третий", "третий = 3"),
        ("en", "both, twice", "both = 2, weak | twice = 2 times, weak"),
    ],
)
def test_digits_in_company(language: str, text: str, expected: str) -> None:
    """Endings and short scales belong to the number; names of models, codes and a lone letter are none."""
    assert drawn_numbers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "bare"), [("the remaining 18", True), ("18, he said", True), ("18 of them", False), ("18 km", False)]
)
def test_a_number_is_bare_where_nothing_that_is_counted_follows(text: str, bare: bool) -> None:
    (mention,) = read_numbers(text, "en")
    assert mention.bare == bare


def test_a_number_inside_a_date_is_skipped() -> None:
    """So is a time of the day there."""
    text = "5 apples on 6 May at 18:30"
    assert [mention.text for mention in read_numbers(text, "en", skip=((12, 17), (21, 26)))] == ["5"]


@pytest.mark.parametrize(
    ("amount", "expected"), [(5.0, "5"), (0.5, "0.5"), (1 / 3, "0.333"), (100.0, "100"), (1e15, "1000000000000000")]
)
def test_values_are_printed_without_zeros_behind_the_point(amount: float, expected: str) -> None:
    assert printed(amount) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "двухмиллионный город", "двухмиллионный = 2000000"),
        ("ru", "трёхтысячный отряд", "трёхтысячный = 3000"),
        ("ru", "пятимиллиардный долг", "пятимиллиардный = 5000000000"),
        ("ru", "двухдневный визит", "двухдневный = 2 day"),
        ("ru", "двадцатипятилетний мужчина", "двадцатипятилетний = 25 year"),
        ("ru", "сорокапятиминутный рейс", "сорокапятиминутный = 45 minute"),
        ("ru", "трёхметровый забор", "трёхметровый = 3 m"),
        ("ru", "лётный день", ""),
        ("ru", "первоклассный этаж", ""),
        ("ru", "двадцатитонный груз", "двадцатитонный = 20 t"),
        ("ru", "двенадцатиэтажный дом", "двенадцатиэтажный = 12 floor"),
        ("ru", "многодневный визит", ""),
        ("ru", "5-миллионный город", "5-миллионный = 5000000"),
    ],
)
def test_compound_words_begin_with_a_number_and_end_with_a_unit(language: str, text: str, expected: str) -> None:
    """ "Двухдневный" is two days long; "многодневный" and "лётный" name no number."""
    assert drawn_numbers(text, language) == expected
