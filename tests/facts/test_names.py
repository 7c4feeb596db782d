"""Names are comparable across scripts and cases."""

import pytest

from translate.facts.matching import name_likeness
from translate.facts.names import read_names
from translate.facts.transliteration import likeness, readings, skeleton


def keys(text, language):
    return {key for mention in read_names(text, language) for key in mention.keys}


@pytest.mark.parametrize(
    ("russian", "english", "key"),
    [
        ("в США", "in the United States", "country:US"),
        ("Соединённых Штатов", "the U.S. Army", "country:US"),
        ("немецкий суд", "a German court", "country:DE"),
        ("россиян", "Russians", "country:RU"),
        ("в Саудовской Аравии", "Saudi Arabia", "country:SA"),
        ("из Чехии", "the Czech Republic", "country:CZ"),
        ("в Пекине", "in Beijing", "city:beijing"),
        ("в Санкт-Петербурге", "in St. Petersburg", "city:petersburg"),
        ("из Нью-Дели", "from New Delhi", "city:delhi"),
        ("в ООН", "at the UN", "organisation:UN"),
        ("в Минобороны", "the Defence Ministry", "organisation:MOD"),
    ],
)
def test_known_names_share_a_key(russian, english, key):
    """Exonyms, demonyms and acronyms, in any case."""
    assert key in keys(russian, "ru")
    assert key in keys(english, "en")


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Мишустина", "Mishustin"),
        ("Зеленским", "Zelenskyy"),
        ("Харькова", "Kharkiv"),
        ("Холланда", "Holland"),
        ("Джорджа", "George"),
        ("Уинстону", "Winston"),
        ("Шишкина", "Shishkin"),
    ],
)
def test_transliterations_sound_alike(russian, english):
    """Whatever system was used."""
    assert max(likeness(skeleton(russian), reading) for reading in readings(english)) >= 0.65


def test_people_match_across_the_scripts():
    """A short form matches the full name."""
    (one,) = read_names("Вчера Михаилу Мишустину поручили дело.", "ru")
    (other,) = read_names("It was given to Mishustin.", "en")
    assert name_likeness(one, other) > 0.9
    assert one.value == "mikhail mishustin"


def test_common_words_are_no_names():
    """Neither a capital at the start of a sentence nor a month or weekday makes a name; "us" is not the US."""
    assert read_names("Прекрасная погода стоит весь день.", "ru") == ()
    assert read_names("On Monday they told us in July. The weather holds.", "en") == ()
    assert read_names("до второго штата того времени, чехол для индустрии", "ru") == ()


def test_offsets_cover_the_name():
    """The mention stands where its text stands."""
    text = "Это 🙂 в Нью-Йорке."
    (mention,) = read_names(text, "ru")
    assert text[mention.start : mention.end] == "Нью-Йорке"
