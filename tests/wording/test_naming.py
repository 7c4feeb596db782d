"""Words in the forms of the current language: languages, scripts, dates, amounts."""

import pytest

from translate.wording.interface import speaking
from translate.wording.naming import Amount, CalendarDate, CalendarName, LanguageName, ScriptName
from translate.wording.phrase import Phrase, said


def test_names_of_languages_and_scripts():
    found = Phrase(
        "{language:capital}: written in {script} letters", language=LanguageName("el"), script=ScriptName("GREEK")
    )
    assert found == "Greek: written in Greek letters"
    with speaking("ru"):
        assert said(found) == "Греческий: письменность — греческая"
        assert f"{LanguageName('uk')}" == "Ukrainian"


@pytest.mark.parametrize(
    ("date", "english", "russian"),
    [
        (CalendarDate(2, 29, 2024), "February 29, 2024", "29 февраля 2024\u202fг."),
        (CalendarDate(2, 29), "February 29", "29 февраля"),
        (CalendarDate(9, year=2023), "September 2023", "сентябрь 2023\u202fг."),
    ],
)
def test_a_date_is_told_as_far_as_it_is_given(date, english, russian):
    assert (str(date), f"{date}", date.told("")) == (english, english, english)
    with speaking("ru"):
        assert (str(date), f"{date}", date.told("")) == (english, english, russian)


@pytest.mark.parametrize(
    "make",
    [
        lambda: CalendarDate(2, 30),
        lambda: CalendarDate(13, 1),
        lambda: CalendarDate(2, 29, 2023),
        lambda: CalendarDate(5),
        lambda: CalendarName("month", 0),
        lambda: CalendarName("weekday", 7),
    ],
)
def test_there_is_no_such_day(make):
    with pytest.raises(ValueError):  # noqa: PT011 - the words are those of the calendar
        make()


@pytest.mark.parametrize(
    ("value", "plain", "grouped", "russian"),
    [
        ("5200000000 RUB", "5200000000 RUB", "5,200,000,000 RUB", "5\xa0200\xa0000\xa0000 RUB"),
        ("2.5 %", "2.5 %", "2.5 %", "2,5 %"),
        ("2023", "2023", "2023", "2023"),
        ("18:30", "18:30", "18:30", "18:30"),
        ("-5 degree", "-5 degree", "-5 degree", "-5 degree"),
        ("1" * 6000, "1" * 6000, ",".join(["111"] * 2000), "\xa0".join(["111"] * 2000)),  # longer than an int may be
    ],
)
def test_an_amount_has_thousands_apart_where_it_is_asked_for(value, plain, grouped, russian):
    assert (f"{Amount(value)}", f"{Amount(value):grouped}") == (plain, grouped)
    with speaking("ru"):
        assert f"{Amount(value):grouped}" == grouped
        assert Amount(value).told("") == russian
