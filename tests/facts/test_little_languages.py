"""A language needs no table: what one says is read, and what none says is not."""

import pytest
from little_language import little_language

from translate.facts.clocks import read_clocks
from translate.facts.names import read_names
from translate.facts.quotation import read_quotations
from translate.facts.reading import counterparts, read_facts
from translate.facts.speakers import speakers, verbs_of_speech

SENTENCE = "Sinjoro Verda diris: la 6a de majo 2024 kvin homoj alvenis el Germanujo je la 8 matene, po 15 eŭroj."

NUMBERS = """
[cardinal]
5 = "kvin"
[scale]
1000 = "mil"
[bounds]
lower = "pli"
than = "ol"
"""
UNITS = '[exact]\nEUR = "eŭro eŭroj"'
DATES = """
months = ["januaro", "februaro", "marto", "aprilo", "majo"]
patterns = ['\\b(?P<day>\\d{1,2})a\\sde\\s(?P<month>MONTH)(?:\\sOF_YEAR)?']
of_year = '(?P<year>YEAR)\\b'
"""
CLOCKS = "bare_parts = 'matene|vespere'\nbefore_noon = ['matene']"
PLACES = '[countries]\nDE = "Germanujo Germanio"'
SPEECH = 'verbs = "diris diras"\n[roles]\nminister = "ministro"'


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A language that has a folder and no table."""
    with little_language(tmp_path_factory.mktemp("bare"), "qaa") as code:
        yield code


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The same with a handful of words."""
    tables = {"numbers": NUMBERS, "units": UNITS, "dates": DATES, "clocks": CLOCKS, "places": PLACES, "speech": SPEECH}
    with little_language(tmp_path_factory.mktemp("told"), "qab", **tables) as code:
        yield code


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    """A language that lists its months and weekdays, and leaves the patterns to the house."""
    dates = 'months = ["januaro", "februaro"]\nweekdays = ["lundo", "mardo"]\nrelative = [["hieraŭ", "day", -1]]'
    with little_language(tmp_path_factory.mktemp("listed"), "qac", dates=dates) as code:
        yield code


def values(mentions):
    return [mention.value for mention in mentions]


def test_what_no_table_says_is_not_read(bare):
    """Digits are numbers in every language; words for numbers, months, places and units are none."""
    facts = read_facts(SENTENCE, bare)
    assert values(facts.numbers) == ["6", "2024", "8", "15"]
    assert facts.dates == ()
    assert not any(name.known for name in facts.names)


def test_what_a_table_says_is_read(told):
    facts = read_facts(SENTENCE, told)
    assert values(facts.numbers) == ["5", "08:00", "15 EUR"]
    assert values(facts.dates) == ["2024-05-06"]
    assert [name.keys for name in facts.names if name.known] == [("country:DE",)]


@pytest.mark.parametrize("text", ["2024-05-06", "06.05.2024"])
def test_dates_in_digits_are_read_in_every_language(text, bare):
    assert values(read_facts(text, bare).dates) == ["2024-05-06"]


def test_months_are_enough_for_dates(listed):
    """A language may leave the order of a date's words to the patterns of the house."""
    text = "mardo 6 februaro 2024; hieraŭ; lundo; januaro"
    assert values(read_facts(text, listed).dates) == ["2024-02-06 Tue", "day -1", "Mon", "--01"]


def test_bounds_need_their_words(told, bare):
    """ "pli ol 5" is a lower bound where the language says so."""
    text = "pli ol 5 mil"
    assert [(number.value, number.bound) for number in read_facts(text, told).numbers] == [("5000", 1)]
    assert [(number.value, number.bound) for number in read_facts(text, bare).numbers] == [("5", 0)]


def test_clocks_need_their_words(told, bare):
    assert values(read_clocks("je la 8 matene, 18:30", told)) == ["08:00", "18:30"]
    assert values(read_clocks("je la 8 matene, 18:30", bare)) == ["18:30"]


def test_nobody_speaks_where_no_verb_is_known(told, bare):
    text = "Sinjoro Verda diris hodiaŭ."
    names, quotations = read_names(text, told), read_quotations((text,))[0]
    assert [one.value for one in speakers(text, told, names, quotations)] == ["verda"]
    assert verbs_of_speech(text, bare) == ()
    assert speakers(text, bare, names, quotations) == ()


def test_roles_are_known_by_a_key_of_all_languages(told):
    """What "ministro" is called in the table is what the English table calls a minister."""
    said = [("La ministro diris tion.", told), ("The minister said so.", "en")]
    assert [one.value for text, code in said for one in speakers(text, code, (), ())] == ["minister", "minister"]


def test_its_facts_are_held_against_those_of_another_language(told):
    english = read_facts("On 6 May 2024 five people arrived from Germany, paying 15 euros each.", "en")
    pairs = counterparts(read_facts(SENTENCE, told), english)
    assert [(one.text, other.text) for one, other in pairs] == [
        ("6a de majo 2024", "6 May 2024"),
        ("kvin", "five"),
        ("Germanujo", "Germany"),
        ("15 eŭroj", "15 euros"),
    ]
