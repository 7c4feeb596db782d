"""Numbers and dates of a bead that contradict each other, and what else explains them."""

import pytest

from translate.differences.conflicts.opposition import FactConflict
from translate.facts.reading import read_facts
from translate.testing import compare_facts


def conflicts(russian: str, english: str, *, near: tuple[str, str] = ("", "")) -> tuple[FactConflict, ...]:
    """What two corresponding sentences say differently; `near` are their neighbours."""
    return compare_facts(
        [read_facts(russian, "ru")],
        [read_facts(english, "en")],
        near_source=[read_facts(near[0], "ru")],
        near_target=[read_facts(near[1], "en")],
    )


def told(russian: str, english: str, *, near: tuple[str, str] = ("", "")) -> list[tuple[str, str]]:
    """The words on both sides of each conflict."""
    found = conflicts(russian, english, near=near)
    return [(at.source[0][1].text, at.target[0][1].text) for at in found]


@pytest.mark.parametrize(
    ("russian", "english", "flagged"),
    [
        ("Забили два гола.", "They scored 6 times.", True),
        ("Забили два гола.", "They scored 7 times.", False),  # more than three times as much stands for something else
        ("Забили 2 гола.", "They scored seven times.", False),
        ("Забили два гола.", "They scored seven times.", True),
        ("Забили 2 гола.", "They scored 7 times.", True),
        ("Прошло два года.", "It took 7 years.", True),  # of one unit
        ("Прошло два года.", "It took 7 times.", False),
        ("Выросло на 40%.", "It grew by 50 times.", False),
        ("Один из них ушёл.", "5 of them left.", False),  # "one of" is hardly a number
        ("Более 40 человек.", "Fewer than 40 people.", True),
        ("Более 40 человек.", "Fewer than 50 people.", True),
        ("Осталось 5 км.", "It is 5 miles away.", True),
        ("Осталось 5 км.", "It is 7 miles away.", True),  # 11 km
        ("Выделено 5 млн рублей.", "$7 million was allocated.", False),
    ],
)
def test_numbers_that_can_stand_for_the_same_thing(russian: str, english: str, flagged: bool) -> None:
    assert [conflict.kind for conflict in conflicts(russian, english)] == ["number"] * flagged


@pytest.mark.parametrize(
    ("russian", "english", "confidence"),
    [
        ("Ранены 17 человек.", "14 were hurt.", 0.95),
        ("Ранены семнадцать человек.", "14 were hurt.", 0.9),
        ("Ранены семнадцать человек.", "Fourteen were hurt.", 0.85),
        ("Ранены 17 человек.", "14 of 90 were hurt.", 0.9),  # one more number without counterpart
        ("Был понедельник.", "It was Tuesday.", 0.95),
        ("Он приедет завтра.", "He came yesterday.", 0.85),
    ],
)
def test_words_and_further_numbers_make_less_sure(russian: str, english: str, confidence: float) -> None:
    (conflict,) = conflicts(russian, english)
    assert conflict.confidence == pytest.approx(confidence)
    assert conflict.severity == "major"


def test_each_number_contradicts_the_one_in_its_place() -> None:
    assert told("Ранены 17, убиты 30 человек.", "14 were hurt, 39 were killed.") == [("17", "14"), ("30", "39")]
    assert told("Ранены 17, убиты 30 человек.", "30 were killed, 14 were hurt.") == [("17", "14")]


def test_a_number_given_twice_contradicts_once() -> None:
    """The second 17 is no news to the other side, so it is less sure that it stands there for 14."""
    (conflict,) = conflicts("Ранены 17 человек, и ещё 17.", "17 were hurt, and 14 more.")
    assert (conflict.source[0][1].start, conflict.target[0][1].text) == (25, "14")
    assert conflict.confidence == pytest.approx(0.85)


@pytest.mark.parametrize(
    ("near", "confidence"),
    [
        (("", ""), 0.95),
        (("", "There were 17."), 0.65),  # the 17 may have moved to the next sentence over there
        (("Их было 17.", "There were 17."), 0.95),  # which has a counterpart of its own
        (("Было 14.", "There were 17."), None),  # both moved
    ],
)
def test_a_number_may_have_moved_to_a_neighbour(near: tuple[str, str], confidence: float | None) -> None:
    found = conflicts("Ранены 17 человек.", "14 were hurt.", near=near)
    assert [conflict.confidence for conflict in found] == ([] if confidence is None else [pytest.approx(confidence)])


@pytest.mark.parametrize(
    ("russian", "english", "flagged"),
    [
        ("Это было в 1717 году.", "It was in 2747.", True),
        ("Это было в 2747.", "It was in 1817.", True),
        ("Это было в 1717 году.", "It had 27 of them.", False),  # no year has two digits
        ("Это было в 1717 году.", "It had 2747 km.", False),  # a length
        ("Это было в 1717 году.", "It was in 1717, with 2747.", False),
        ("Это было в 1717 году и в 1818 году.", "It was in 2747.", False),  # which of the two?
        ("Это было в 1717 году, а потом прошло ещё много-много лет.", "Later, after a long time, it was 2747.", False),
    ],
)
def test_a_year_against_digits_that_no_year_would_have(russian: str, english: str, flagged: bool) -> None:
    """Each the only one of its kind, and in the same place of the sentence."""
    found = conflicts(russian, english)
    assert [(conflict.kind, conflict.confidence) for conflict in found] == [("number", 0.8)] * flagged


def test_a_year_that_a_neighbour_gives_has_moved() -> None:
    assert conflicts("Это было в 1817 году.", "It was in 2747.", near=("", "In 1817.")) == ()


@pytest.mark.parametrize(
    ("russian", "english", "dates"),
    [
        ("Это было 6 мая 2020 года.", "It was on June 7, 2021.", 3),  # the year, the month and the day
        ("Это было 6 мая.", "It was on May 6 and on June 6.", 0),
        ("Это было 6 мая и 6 июня.", "It was on May 6 and on July 6.", 1),
        ("Это было 6 мая.", "It was on 6/5/2020.", 0),  # day and month may be swapped
        ("Это было 6 мая.", "It was on 5/6/2020.", 0),
        ("Это было 6 мая.", "It was on 5/7/2020.", 1),  # neither way
        ("Это было 6 мая.", "It was on 5/7/2020 and on 6/5/2020.", 0),
        ("В ночь на субботу.", "On Friday night.", 0),
        ("В ночь на субботу.", "On Thursday night.", 1),
        ("В ночь на понедельник.", "On Sunday night.", 0),
        ("В ночь на 6 мая.", "On the night of May 5.", 0),
        ("В ночь на 6 мая.", "On the night of May 4.", 1),
        ("Это было в 2003 году.", "2003 of them came in 2004.", 0),  # the year may have been read as a number
        ("Он приехал сегодня.", "He came yesterday.", 1),
        ("Он приехал завтра.", "He came yesterday.", 1),
        ("В прошлом месяце.", "This month.", 1),
        ("На прошлой неделе.", "This week.", 1),
        ("На прошлой неделе.", "Next week.", 1),
        ("На прошлой неделе.", "Last month.", 1),
    ],
)
def test_dates_contradict_field_by_field(russian: str, english: str, dates: int) -> None:
    assert [conflict.kind for conflict in conflicts(russian, english)] == ["date"] * dates


def test_the_day_in_the_place_is_told() -> None:
    assert told("6 мая открыли школу, 8 мая мост.", "A school opened on May 7, a bridge on May 8.") == [
        ("6 мая", "May 7")
    ]
