"""Words in the forms of the current language: languages, scripts, dates, amounts."""

import re

import pytest

from benchmarks.build.catalogue import FORM, russian, translations
from translate.wording.interface import speaking
from translate.wording.naming import (
    Amount,
    CalendarDate,
    CalendarName,
    LanguageName,
    ScriptName,
    Version,
    VersionOfTwo,
    called,
)
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


OF_TWO = [
    ("{version:capital} has it.", "The second Russian version has it."),
    ("{version:opening} has it, not {version:text}.", "The second Russian text has it, not the second Russian text."),
    ("only in {version:alone}", "only in the second Russian version"),
    ("{version:kind} text", "second Russian text"),
    ("{version:name} sentence 3", "second Russian version sentence 3"),
]


@pytest.mark.parametrize(("template", "words"), OF_TWO)
def test_one_of_two_versions_in_a_language_says_which(template, words):
    assert Phrase(template, version=VersionOfTwo("ru", 2)) == words


def test_only_two_versions_in_one_language_are_counted():
    assert called("ru", "en") == (Version("ru"), Version("en"))
    assert called("en", "en") == (VersionOfTwo("en", 1), VersionOfTwo("en", 2))
    assert VersionOfTwo("en", 1) != Version("en")


def test_every_form_of_one_of_two_is_in_the_catalogue():
    asked = {form for text in translations(russian()) for form in FORM.findall(text)}
    with speaking("ru"):
        for language in ("ru", "en"):
            one, two = called(language, language)
            told = [(form, version.told(form)) for form in sorted(asked) for version in (one, two)]
            unlike = [words for _, words in told if not re.search("[Пп]ерв[аоы]|[Вв]тор[аоы]", words)]
            assert not unlike
            assert all(one.told(form) != two.told(form) for form in asked)
        assert said(Phrase("Found only in {version}.", version=two)) == "Есть только во второй английской версии."
        assert said(Phrase("Found only in {version}.", version=Version("en"))) == "Есть только в английской версии."


@pytest.mark.parametrize("place", [0, 3])
def test_of_two_versions_there_is_no_third(place):
    with pytest.raises(ValueError, match=str(place)):
        VersionOfTwo("ru", place)
