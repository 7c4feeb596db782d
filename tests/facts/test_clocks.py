"""Times of the day, told with the words they stand in; two where the half of the day is open."""

import pytest
from drawn import drawn_numbers


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "в 3 часа ночи", "3 часа ночи = 03:00"),
        ("ru", "в 5 часов ночи", "5 часов ночи = 05:00"),
        ("ru", "в 6 часов ночи", "6 часов ночи = 06:00"),
        ("ru", "в 7 часов ночи", "7 часов ночи = 19:00"),
        ("ru", "в 11 часов ночи", "11 часов ночи = 23:00"),
        ("ru", "в 12 часов ночи", "12 часов ночи = 00:00"),
        ("ru", "в 12 часов дня", "12 часов дня = 12:00"),
        ("ru", "в 8 вечера", "8 вечера = 20:00"),
        ("ru", "в 3:30 дня", "3:30 дня = 15:30"),
        ("en", "at 3:30 at night", "3:30 at night = 03:30"),
        ("ru", "в 6 часов утра", "6 часов утра = 06:00"),
        ("en", "at 1 o'clock", "1 o'clock = 01:00 or 13:00"),
        ("en", "at 12 o'clock", "12 o'clock = 12:00 or 00:00"),
        ("en", "at 13:00", "13:00 = 13:00"),
        ("en", "at 0:30", "0:30 = 00:30"),
        ("en", "at 24:00", "24:00 = 00:00"),
        ("en", "at 09:15", "09:15 = 09:15"),
        ("en", "at 9:15", "9:15 = 09:15 or 21:15"),
        ("en", "at 12 a.m.", "12 a.m. = 00:00"),
        ("en", "at 12 p.m.", "12 p.m. = 12:00"),
        ("en", "11 p.m. GMT", "11 p.m. GMT = 23:00, gmt"),
        ("en", "11 o'clock at night", "11 o'clock at night = 23:00"),
        ("en", "3 o'clock at night", "3 o'clock at night = 03:00"),
        ("en", "5 o'clock at night", "5 o'clock at night = 05:00"),
        ("en", "6 o'clock at night", "6 o'clock at night = 18:00"),
        ("en", "3 o'clock in the morning", "3 o'clock in the morning = 03:00"),
        ("en", "half past one", "half past one = 01:30 or 13:30"),
        ("en", "half past twelve", "half past twelve = 12:30 or 00:30"),
        ("en", "quarter past six", "quarter past six = 06:15 or 18:15"),
        ("en", "quarter past twelve", "quarter past twelve = 12:15 or 00:15"),
        ("en", "quarter to seven", "quarter to seven = 06:45 or 18:45"),
        ("en", "quarter to one", "quarter to one = 00:45 or 12:45"),
        ("ru", "в половине седьмого", "в половине седьмого = 06:30 or 18:30"),
        ("ru", "полпервого", "полпервого = 00:30 or 12:30"),
        ("ru", "без четверти час", "без четверти час = 00:45 or 12:45"),
        ("ru", "без четверти двенадцать", "без четверти двенадцать = 11:45 or 23:45"),
        ("en", "noon and midnight", "noon = 12:00 | midnight = 00:00"),
        ("ru", "в полдень и в полночь", "полдень = 12:00 | полночь = 00:00"),
        ("ru", "8 вечера по Москве", "8 вечера по Москве = 20:00, moscow"),
        ("en", "at 18:3, 25:00 and 18:60", "18 = 18 | 3 = 3 | 25 = 25 | 18 = 18 | 60 = 60"),
        ("ru", "в половине дорогого", "половине = 0.5"),
        ("en", "half past thirteen", "half = 0.5, weak | thirteen = 13"),
    ],
)
def test_a_time_of_the_day_is_read_in_minutes(language: str, text: str, expected: str) -> None:
    """ "12 at night" is midnight, "6 o'clock" may be either half of the day, and "09:15" is written with a zero."""
    assert drawn_numbers(text, language) == expected
