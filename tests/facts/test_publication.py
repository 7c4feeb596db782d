"""The day of publication is found in the text, and relative dates are counted from it."""

from dataclasses import replace

import pytest

from translate.facts.publication import publication_day, with_resolved_dates
from translate.facts.reading import read_facts
from translate.testing import compare_facts
from translate.text.document import document_of_sentences
from translate.text.origin import Origin


def published(*lines, language):
    mention = publication_day(document_of_sentences(lines, language))
    return None if mention is None else mention.value


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("МОСКВА, 6 сентября. /ТАСС/. Дума приняла закон.", "ru", "--09-06"),
        ("МОСКВА, 6 сен 2023 — РИА Новости. Дума приняла закон.", "ru", "2023-09-06"),
        ("6 сентября 2023, 12:30", "ru", "2023-09-06"),
        ("Опубликовано 06.09.2023", "ru", "2023-09-06"),
        ("Среда, 6 сентября", "ru", "--09-06 Wed"),
        ("NEW DELHI, Sept. 6 (Reuters) - The parliament passed a law.", "en", "--09-06"),
        ("LONDON — 6 September 2023: The parliament passed a law.", "en", "2023-09-06"),
        ("Published September 6, 2023 at 12:30", "en", "2023-09-06"),
        ("Выборы пройдут 14 мая", "ru", None),
        ("В Москве 6 сентября открылась выставка.", "ru", None),
        ("Moscow, September 6 attack: what we know", "en", None),
        ("On September 6, the parliament passed a law.", "en", None),
        ("Published 9/6/2023", "en", None),
    ],
)
def test_datelines_and_lines_of_their_own_tell_the_day(line, language, expected):
    """Other dates, and dates whose day and month could be swapped, do not."""
    assert published("A headline" if language == "en" else "Заголовок", line, language=language) == expected


def test_a_date_deep_in_the_story_is_no_dateline():
    """Only the first lines are looked at."""
    assert published(*["Строка без даты."] * 8, "6 сентября 2023", language="ru") is None


def conflicts(russian, english, *, day="6 сентября 2023"):
    facts = with_resolved_dates(
        [read_facts(russian, "ru")], publication_day(document_of_sentences([day, russian], "ru")) if day else None
    )
    return compare_facts(facts, [read_facts(english, "en")])


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Вчера он уехал.", "He left on Monday."),
        ("Вчера он уехал.", "He left on September 4."),
        ("Завтра он приедет.", "He comes on Friday, September 8."),
        ("В прошлом году открыли школу.", "A school opened in 2021."),
        ("В прошлом месяце открыли школу.", "A school opened in July."),
    ],
)
def test_a_known_day_contradicts_another(russian, english):
    """6 September 2023 was a Wednesday; without the day of publication the same sentences say nothing wrong."""
    (conflict,) = conflicts(russian, english)
    assert conflict.kind == "date"
    assert "counted from the day of publication" in conflict.note
    assert conflicts(russian, english, day="") == ()


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Вчера он уехал.", "He left on Tuesday."),
        ("Вчера он уехал.", "He left on September 5, 2023."),
        ("Вчера он уехал.", "He left yesterday, after Monday's talks."),
        ("Сегодня он выступил.", "He spoke on Wednesday."),
        ("В прошлом году открыли школу.", "A school opened in 2022."),
        ("В прошлом году открыли школу.", "A school opened last year."),
        ("На прошлой неделе он уехал.", "He left on Thursday."),
        ("Вчера он уехал.", "He left at 6 p.m."),
    ],
)
def test_a_known_day_agrees(russian, english):
    """What the other side names is the day that was counted, or nothing that could contradict it."""
    assert conflicts(russian, english) == ()


def test_without_a_year_only_day_and_month_are_known():
    """The weekday then follows from the weekday of the dateline alone."""
    facts = [read_facts("Вчера он уехал.", "ru")]
    (plain,) = with_resolved_dates(facts, publication_day(document_of_sentences(["1 марта"], "ru")))
    (named,) = with_resolved_dates(facts, publication_day(document_of_sentences(["Среда, 1 марта"], "ru")))
    assert dict(plain.dates[0].resolved) == {"month": 2, "day": 28}
    assert dict(named.dates[0].resolved) == {"month": 2, "day": 28, "weekday": 1}


@pytest.mark.parametrize(
    ("day", "words", "expected"),
    [
        ("6 сентября 2023", "вчера", {"day": 5, "month": 9, "year": 2023, "weekday": 1}),
        ("6 сентября 2023", "завтра", {"day": 7, "month": 9, "year": 2023, "weekday": 3}),
        ("1 января 2023", "вчера", {"day": 31, "month": 12, "year": 2022, "weekday": 5}),
        ("6 сентября 2023", "в прошлом году", {"year": 2022}),
        ("6 сентября 2023", "в следующем году", {"year": 2024}),
        ("6 сентября", "в прошлом году", {}),
        ("6 сентября 2023", "в прошлом месяце", {"month": 8, "year": 2023}),
        ("6 января 2023", "в прошлом месяце", {"month": 12, "year": 2022}),
        ("6 декабря 2023", "в следующем месяце", {"month": 1, "year": 2024}),
        ("6 января", "в прошлом месяце", {"month": 12}),
        ("6 сентября 2023", "на прошлой неделе", {}),
        ("6 сентября 2023", "в прошлую пятницу", {}),
        ("31 июня 2023", "вчера", {}),
        ("Понедельник, 6 марта", "вчера", {"day": 5, "month": 3, "weekday": 6}),
        ("Воскресенье, 5 марта", "завтра", {"day": 6, "month": 3, "weekday": 0}),
    ],
)
def test_relative_dates_are_counted_from_the_day_of_publication(day: str, words: str, expected: dict[str, int]) -> None:
    """A slip such as 31 June is no day to count from, and a week is no day."""
    published_on = publication_day(document_of_sentences([day], "ru"))
    (facts,) = with_resolved_dates([read_facts(f"Это было {words}.", "ru")], published_on)
    assert dict(facts.dates[0].resolved) == expected


def test_dates_that_are_told_in_full_stay_as_they_are() -> None:
    facts = [read_facts("Это было 5 мая.", "ru"), read_facts("Это было вчера.", "ru")]
    published_on = publication_day(document_of_sentences(["6 сентября 2023"], "ru"))
    plain, counted = with_resolved_dates(facts, published_on)
    assert plain == facts[0]
    assert counted.dates[0].resolved
    assert with_resolved_dates(facts, None) == tuple(facts)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Строка."] * 5 + ["6 сентября 2023"], "2023-09-06"),
        (["Строка."] * 6 + ["6 сентября 2023"], None),
        (["Сентябрь 2023", "6 сентября 2023"], "2023-09-06"),  # a month alone is no day
        (["МОСКВА, 6 сентября — 7 сентября начнутся учения."], "--09-06"),
        (["2023, МОСКВА, 6 сентября. Учения."], None),
        (["МОСКВА, 6 сентября Учения."], None),
        (["в 6 сентября. Учения."], None),
        (["2022 2023 6 сентября"], None),  # the third date is not looked at
        (["2023 6 сентября"], "--09-06"),
    ],
)
def test_the_first_lines_are_searched(lines: list[str], expected: str | None) -> None:
    assert published(*lines, language="ru") == expected


@pytest.mark.parametrize(
    ("day", "resolved"),
    [
        ("28 февраля 2024", (("month", 2), ("day", 29), ("year", 2024), ("weekday", 3))),
        ("29 февраля 2024", (("month", 3), ("day", 1), ("year", 2024), ("weekday", 4))),
        ("28 февраля 2023", (("month", 3), ("day", 1), ("year", 2023), ("weekday", 2))),
        ("28 февраля", (("month", 3), ("day", 1))),
    ],
)
def test_leap_years_have_their_day(day: str, resolved: tuple[tuple[str, int], ...]) -> None:
    """A year that is not told is none."""
    lines = [day, "Завтра он уедет."]
    facts = with_resolved_dates([read_facts(lines[1], "ru")], publication_day(document_of_sentences(lines, "ru")))
    assert facts[0].dates[0].resolved == resolved


def test_the_day_that_a_file_tells_counts_where_the_text_has_none():
    document = replace(
        document_of_sentences(["Заголовок", "Вчера открылась выставка."], "ru"),
        origin=Origin("page.html", published="2023-09-06"),
    )
    assert publication_day(document).value == "2023-09-06"
    (fact,) = with_resolved_dates([read_facts("Вчера открылась выставка.", "ru")], publication_day(document))
    assert dict(fact.dates[0].resolved) == {"year": 2023, "month": 9, "day": 5, "weekday": 1}
    dated = document_of_sentences(["Заголовок", "МОСКВА, 8 сентября. /ТАСС/. Дума приняла закон."], "ru")
    assert publication_day(replace(dated, origin=document.origin)).value == "--09-08"
    wrong = Origin("page.html", published="someday")
    assert publication_day(replace(document, origin=wrong)) is None
