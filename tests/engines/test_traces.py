"""A number or a name has left a trace where it stands in any form; otherwise it is lost."""

import time

import pytest

from translate.engines.traces import MOST_TOLD, Traces


def lost_numbers(russian, english):
    ours, theirs = Traces(russian, "ru"), Traces(english, "en")
    return ours.lost_numbers(theirs), theirs.lost_numbers(ours)


def lost_names(russian, english):
    ours, theirs = Traces(russian, "ru"), Traces(english, "en")
    return ours.lost_names(theirs), theirs.lost_names(ours)


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("43 школы", "43 schools"),
        ("12 500 книг", "12,500 books"),
        ("43 школы", "forty-three schools"),
        ("сорок три школы", "43 schools"),
        ("1,5 млрд рублей", "1500 million roubles"),
        ("больше тысячи фунтов", "over £1000"),
        ("2/3 голосов", "two thirds of the votes"),
        ("50 % голосов", "half of the votes"),
        ("06.07.2020", "on July 6, 2020"),
        ("6 января 2020 года", "on 6.01.2020"),
        ("в 1998 году", "in '98"),
        ("в 90-е", "in the nineties"),
        ("в 1990-х", "in the nineties"),
        ("в XIX веке", "in the 19th century"),
        ("в 18:00", "at 6 p.m."),
        ("в 18:30", "at half past six"),
        ("за последние сутки", "in the past 24 hours"),
        ("на 10 лет позже", "a decade later"),
        ("за 1 месяц", "within a month"),
        ("137 км/ч", "85 miles per hour"),
        ("30 °C", "86 °F"),
        ("16-летний юноша", "a sixteen-year-old"),
        ("шестнадцатилетний юноша", "a boy of 16"),
        ("в матче 1/4 финала", "in the quarterfinal"),
    ],
)
def test_a_number_in_another_form_is_a_trace(russian, english):
    assert lost_numbers(russian, english) == ((), ())


@pytest.mark.parametrize(
    ("russian", "english", "lost"),
    [
        ("43 школы", "34 schools", (("43",), ("34",))),
        ("43 школы", "many schools", (("43",), ())),
        ("1 школа", "many schools", (("1",), ())),
        ("около 1234 школ", "about 1235 schools", (("1234",), ("1235",))),
        ("в 2024 году", "in 2042", (("2024",), ("2042",))),
        ("6 июля", "on July 9", (("6",), ("9",))),
        ("в 18:00", "at 7 p.m.", (("18", "00"), ("7",))),
        ("360 км", "385 miles", (("360",), ("385",))),
        ("8, 8 и 9", "none", (("8", "9"), ())),
    ],
)
def test_a_number_without_a_trace_is_lost(russian, english, lost):
    """Roundings are none: a digit that differs is what a broken translation has."""
    assert lost_numbers(russian, english) == lost


def test_a_few_lost_numbers_are_enough():
    """More are not looked for: each takes a search through the other text."""
    numbers = " ".join(f"{number}3" for number in range(200))
    lost, _ = lost_numbers(numbers, "none")
    assert lost == tuple(numbers.split()[:MOST_TOLD])


@pytest.mark.parametrize(
    ("russian", "english", "converts"),
    [
        ("360 км к югу", "385 miles south", True),
        ("3 кг", "7 miles", False),
        ("360 км к югу", "385 km south", False),
        ("2 года", "30 months", False),
        ("5 рублей", "5 dollars", False),
    ],
)
def test_lengths_masses_and_areas_are_converted(russian, english, converts):
    """People round what they convert; times and sums of money are told as they are."""
    assert Traces(russian, "ru").converts(Traces(english, "en")) is converts


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Вчера Мишустиным подписан указ.", "Yesterday Mishustin signed a decree."),
        ("Там был Сергей Шойгу.", "It was Sergei Shoigu."),
        ("Он из Харькова.", "He is from Kharkiv."),
        ("Суд в Великобритании отложили.", "The trial in the UK was adjourned."),
        ("Он летел в Пекин.", "He flew to Beijing."),
        ("Это в московском районе.", "It is in a district of Moscow."),
        ("По данным Минпромторга, это так.", "The ministry says so."),
        ("Об этом заявили в Министерстве.", "The Supreme Court and the Treasury said so."),
        ("Дело в понедельник.", "It is on Monday, in the Gardens."),
        ("Это фирма Media Group.", "It is a firm."),
        ("Это ВОЗ.", "This is WHO."),
        ("Харпер ушёл.", "He left."),
    ],
)
def test_a_name_that_is_heard_or_translated_leaves_a_trace(russian, english):
    """Also those known by another name, common words of a longer name, acronyms and what opens a sentence."""
    assert lost_names(russian, english) == ((), ())


@pytest.mark.parametrize(
    ("russian", "english", "lost"),
    [
        ("Там был Харпер.", "It was Bogdanov.", (("Харпер",), ("Bogdanov",))),
        ("Это в Самаре.", "It is in the city.", (("Самаре",), ())),
        ("Он летел в Пекин.", "He flew to Madrid.", (("Пекин",), ("Madrid",))),
        ("Он улетел.", "He flew with Quimby's son.", ((), ("Quimby's",))),
    ],
)
def test_a_name_without_a_trace_is_lost(russian, english, lost):
    assert lost_names(russian, english) == lost


def test_a_headline_in_title_case_names_nobody():
    """Capitals say nothing there."""
    assert lost_names("Он ушёл.", "He Left Quimby Behind Yesterday Afternoon") == ((), ())


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (" ".join(f"{i} км" for i in range(280)), " ".join(f"{i}1 miles" for i in range(180))),
        (" ".join(f"{i}3" for i in range(400)), " ".join(f"{i}7" for i in range(400))),
        (" ".join(f"{i}°C" for i in range(250)), " ".join(f"{i}5°F" for i in range(250))),
    ],
)
def test_many_numbers_take_little_time(russian, english):
    """As many as the guard ever reads: 2,000 characters."""
    lost_numbers("1 км", "2 miles")  # the tables load once
    started = time.perf_counter()
    lost_numbers(russian, english)
    assert time.perf_counter() - started < 1
