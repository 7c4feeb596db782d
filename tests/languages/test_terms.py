"""Terms in texts: found in every form, at word borders, the longest first; a word that only looks like one is none."""

import pytest

from translate.languages.glossary import Glossary, Term
from translate.languages.terms import places_of, says

GLOSSARY = Glossary(
    ("ru", "en"),
    (
        Term(("Следственный комитет",), ("Investigative Committee",), "SK"),
        Term(("комитет",), ("committee",)),
        Term(("Совет Федерации", "Совфед"), ("Federation Council",)),
        Term(("Совет",), ("Council",)),
        Term(("сталь",), ("steel",)),
        Term(("учёт",), ("accounting",)),
        Term(("МИД",), ("Foreign Ministry", "MFA")),
        Term(("США",), ("US",)),
        Term(("санкция",), ("sanction",)),
        Term(("правительство",), ("government",)),
        Term(("кабинет министров",), ("government", "Cabinet")),
        Term(("Банк России",), ("Bank of Russia",)),
    ),
)


def found(text, language):
    return [text[place.start : place.end] for place in places_of(text, language, GLOSSARY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("По данным Следственного комитета, дело закрыто.", ["Следственного комитета"]),
        ("В следственном комитете", ["следственном комитете"]),
        ("СЛЕДСТВЕННЫЙ КОМИТЕТ", ["СЛЕДСТВЕННЫЙ КОМИТЕТ"]),
        ("Следственному\u00a0комитету", ["Следственному\u00a0комитету"]),
        ("Следст\u00advенного комитета".replace("v", "в"), ["Следст\u00adвенного комитета"]),
        ("«Следственный» комитет", ["Следственный» комитет"]),
        ("Дело следственное. Комитета нет.", ["Комитета"]),
        ("подкомитет", []),
        ("Члены Совета Федерации и Совфеда", ["Совета Федерации", "Совфеда"]),
        ("Он дал совет.", []),
        ("Члены Совета", ["Совета"]),
        ("Они стали говорить о стали", []),
        ("сталью", ["сталью"]),
        ("учета", ["учета"]),
        ("В МИДе и у МИДа; мид", ["МИДе", "МИДа"]),
        ("Банка России", ["Банка России"]),
    ],
)
def test_a_russian_term_is_found_in_any_form(text, expected):
    assert found(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Investigative Committee's men", ["Investigative Committee's"]),
        ("Both investigative committees met", ["investigative committees"]),
        ("Federation Councils", ["Federation Councils"]),
        ("It told us that the US agrees", ["US"]),
        ("sanctions and sanctioned", ["sanctions", "sanctioned"]),
        ("Sanctionable", []),
        ("a council, the Council", ["Council"]),
        ("investigative, committee", ["committee"]),
        ("the Bank of\nRussia", ["Bank of\nRussia"]),
    ],
)
def test_an_english_term_is_found_in_the_plural_and_with_its_possessive(text, expected):
    assert found(text, "en") == expected


def test_a_place_tells_what_the_glossary_says_of_it():
    (place,) = places_of("The Investigative Committee", "en", GLOSSARY)
    assert (place.wording, place.renderings, place.note) == ("Investigative Committee", ("Следственный комитет",), "SK")


def test_a_translation_of_several_terms_may_stand_for_each_of_them():
    (place,) = places_of("The government fell", "en", GLOSSARY)
    assert place.renderings == ("правительство", "кабинет министров")


def test_offsets_count_code_points():
    text = "👩‍👩‍👧 МИД"
    (place,) = places_of(text, "ru", GLOSSARY)
    assert text[place.start : place.end] == "МИД"


def test_the_longest_term_stands_before_one_that_begins_earlier():
    glossary = Glossary(("ru", "en"), (Term(("глава банка",), ("head",)), Term(("банк развития России",), ("bank",))))
    text = "Глава банка развития России"
    assert [place.wording for place in places_of(text, "ru", glossary)] == ["банк развития России"]


def test_a_third_language_has_no_terms():
    assert places_of("US", "de", GLOSSARY) == ()


@pytest.mark.parametrize(
    ("text", "language", "wordings", "expected"),
    [
        ("Они стали говорить о стали", "ru", ("сталь",), True),  # any reading will do where nobody is to be blamed
        ("turnouts", "en", ("voter turnout", "turnout"), True),
        ("turnout", "en", ("voter turnout",), False),
        ("the us", "en", ("US",), False),
        ("", "en", ("US",), False),
    ],
)
def test_whether_a_text_says_one_of_some_wordings(text, language, wordings, expected):
    assert says(text, language, wordings) is expected
