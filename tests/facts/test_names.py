"""Names are comparable across scripts and cases."""

import pytest

from translate.facts.matching import name_likeness
from translate.facts.names import (
    institution_words,
    is_small_word,
    is_tagged_name,
    latin_name,
    read_names,
    read_sounds,
)
from translate.facts.transliteration import likeness, readings, skeleton
from translate.languages.ru.morphology import grammemes, is_known, lemmas


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
        ("на английском языке", "in English.", "language:en"),
        ("по-французски", "French-speaking", "language:fr"),
        ("английский и немецкий языки", "in English and in German.", "language:en"),
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


def drawn(text, language):
    """The names of a text in brackets, with what each names."""
    for name in reversed(read_names(text, language)):
        text = f"{text[: name.start]}[{name.text}|{name.sort}]{text[name.end :]}"
    return text


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He saw John Smith.", "He saw [John Smith|other]."),
        ("en", "He saw John, Smith left.", "He saw [John|other], [Smith|other] left."),
        ("en", "He saw Jean-Luc.", "He saw [Jean-Luc|other]."),
        ("en", "He saw J. Smith.", "He saw [J|other]. Smith."),  # an initial ends like a sentence
        ("en", "John came.", "John came."),
        ("en", "He came. John left.", "He came. John left."),
        ("en", 'He came. "John left.', 'He came. "John left.'),
        ("en", "He came: John left.", "He came: [John|other] left."),
        ("en", "He came, John left.", "He came, [John|other] left."),
        ("en", "He saw John France.", "He saw [John|other] [France|country]."),
        ("en", "France won.", "[France|country] won."),
        ("en", "He ate a french fry.", "He ate a french fry."),
        ("en", "He saw John's House.", "He saw [John's House|other]."),
        ("en", "Many People Came From Far Away Today", "Many People Came From Far Away Today"),
        ("en", "so many Good People come from Here today", "so many [Good People|other] come from [Here|other] today"),
        ("en", "Five Good Dogs here five", "Five [Good Dogs|other] here five"),
        ("en", "Five Good Dogs here", "Five Good Dogs here"),
        ("en", "Five Good Dogs", "Five [Good Dogs|other]"),
        ("en", "The Big Cat Saw Joe", "The [Big Cat Saw Joe|other]"),  # words of three letters make no title
        ("en", "He saw Aia.", "He saw Aia."),
        ("ru", "Петров пришёл.", "[Петров|person] пришёл."),
        ("ru", "Погода хорошая.", "Погода хорошая."),
        ("ru", "Вчера Ивану Петрову стало хуже.", "Вчера [Ивану Петрову|person] стало хуже."),
        ("ru", "Вчера МВФ и ФБРК решили.", "Вчера [МВФ|organisation] и [ФБРК|other] решили."),
        ("ru", "Город Кимры и река Ока.", "Город [Кимры|place] и река [Ока|other]."),
        ("ru", "российские суда", "[российские|country] суда"),
        ("ru", "Вчера Бурбулятор Петров пришёл.", "Вчера [Бурбулятор Петров|person] пришёл."),
    ],
)
def test_names_stand_where_a_capital_says_something(language: str, text: str, expected: str) -> None:
    """A capital says nothing at the start of a sentence or in a headline in title case; a known name needs none."""
    assert drawn(text, language) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Петров", True), ("Саратов", True), ("погода", False), ("Газпром", True), ("идти", False)],
)
def test_the_dictionary_knows_names(word: str, expected: bool) -> None:
    assert is_tagged_name(word, "ru") == expected


@pytest.mark.parametrize(("word", "expected"), [("The", True), ("Monday", True), ("Smith", False)])
def test_small_words_may_have_a_capital(word: str, expected: bool) -> None:
    assert is_small_word(word, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Михаилу Мишустину", "mikhail mishustin"),
        ("ru", "Бурбулятору", "burbulyatoru"),
        ("en", "Smith's", "smith"),
        ("en", "John Smith’s", "john smith"),
    ],
)
def test_a_name_in_latin_letters(language: str, text: str, expected: str) -> None:
    """In its base form, where the dictionary knows the name."""
    assert latin_name(text, language) == expected


def test_sounds_are_those_of_words_with_a_capital() -> None:
    assert read_sounds("There Mishustin spoke of Bach") == {"tr", "mSstn", "bC", "bg", "bS", "bk"}


def test_institutions_are_translated() -> None:
    assert "ministry" in institution_words("en")
    assert "smith" not in institution_words("en")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "Брошюра на английском языке.", "English"),
        ("en", "It came out in English, too.", "English"),
        ("ru", "Он видел английского посла.", "United Kingdom"),
        ("en", "It is big in English football.", "United Kingdom"),
        ("en", "It is made in France.", "France"),
    ],
)
def test_a_language_is_no_country(language: str, text: str, value: str) -> None:
    (name,) = read_names(text, language)
    assert name.value == value


def test_a_letter_that_unicode_does_not_name_is_a_word_that_no_dictionary_knows() -> None:
    """Tangut has 6,000 of them, and pymorphy3 asks every letter for its name."""
    assert lemmas("\U00017000") == ("\U00017000",)
    assert grammemes("а\U00017000") == {"UNKN"}
    assert not is_known("\U00017000")


def test_a_word_with_a_nul_is_a_word_that_no_dictionary_knows() -> None:
    """For a dictionary in C it ends there."""
    assert lemmas("а\0б") == ("а\0б",)
    assert grammemes("а\0б") == {"UNKN"}
    assert not is_known("а\0б")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Орловой", "orlova"),  # no form of a man's
        ("Анны Орловой", "anna orlova"),
        ("Анна Орлова", "anna orlova"),  # the first name tells
        ("Орлова", "orlov"),  # may be either
        ("Ивана Орлова", "ivan orlov"),
        ("Поплавской", "poplavskaya"),
    ],
)
def test_the_surname_of_a_woman_is_told_as_a_womans(text, expected):
    assert latin_name(text, "ru") == expected
    assert read_names(f"Вчера {text} не было.", "ru")[0].value == expected
