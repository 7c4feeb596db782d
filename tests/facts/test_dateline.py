"""Datelines and names of sections in front of a headline; what follows must stay the headline."""

import pytest

from translate.facts.dateline import is_date_line, is_dateline, opening_length


@pytest.mark.parametrize(
    ("drawn", "language"),  # "¦" ends what stands in front
    [
        ("МОСКВА, 3 мая — ¦Суд отложил дело", "ru"),
        ("МОСКВА, 3 мая 2024 г. — ¦Суд отложил дело", "ru"),
        ("МОСКВА, 6 сентября. /ТАСС/. ¦Дума приняла закон", "ru"),
        ("Москва. 3 мая. INTERFAX.RU - ¦Дума приняла закон", "ru"),
        ("МОСКВА /ТАСС/. ¦Дума приняла закон", "ru"),
        ("LONDON, May 3 (Agency) — ¦Court adjourns the case", "en"),
        ("LONDON (Sept 6) - ¦Court adjourns the case", "en"),
        ("New Delhi, Sep 27: ¦Court adjourns the case", "en"),
        ("NEW YORK (Agency) - ¦Court adjourns the case", "en"),
        ("Суд | ¦Дело о мосте отложено на неделю", "ru"),
        ("World news | ¦LONDON is preparing for the largest flood in years", "en"),
        ("Суд | МОСКВА, 3 мая — ¦Дело о мосте отложено на неделю", "ru"),
    ],
)
def test_what_stands_in_front_of_a_headline_is_told_from_it(drawn, language):
    front, headline = drawn.split("¦")
    assert opening_length(front + headline, language) == len(front)


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("США — чемпион мира", "ru"),
        ("Москва готовится к 9 мая — парад пройдёт в срок", "ru"),
        ("МОСКВА, 3 мая — ", "ru"),  # nothing would be left
        ("Flood in the Lena valley grows | Daily News", "en"),
        ("NATO (the alliance) meets", "en"),
        ("May 3 - a day to remember", "en"),
        ("", "en"),
    ],
)
def test_a_headline_without_them_is_whole(headline, language):
    assert opening_length(headline, language) == 0


def test_a_row_of_capitals_takes_no_time():
    """As many capitals as fit in front of a date took a minute."""
    assert not is_dateline("A" * 119 + " ", ": rain", "en")


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("14 октября 2026 года", "ru", True),
        ("14.10.2026, 12:30", "ru", True),
        ("October 15, 2026", "en", True),
        ("Thursday, 15 October 2026 10:30", "en", True),
        ("October 2026", "en", False),
        ("October 15, 2026: the bridge is shut", "en", False),
        ("Мост закрыли 14 октября", "ru", False),
    ],
)
def test_a_line_may_tell_a_day_and_nothing_else(line, language, expected):
    assert is_date_line(line, language) is expected
