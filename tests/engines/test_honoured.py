"""Terms in translations by machine: another hypothesis, a noun exchanged, or a warning, and never nonsense."""

import pytest

from translate.engines.honoured import Honoured
from translate.languages.glossary import Glossary, Term

GLOSSARY = Glossary(
    ("ru", "en"),
    (
        Term(("Следственный комитет",), ("Investigative Committee",)),
        Term(("правительство",), ("Cabinet",)),
        Term(("выборы",), ("poll",)),
        Term(("поручить",), ("instructed",)),
    ),
)
TERMS = Honoured("ru", "en", GLOSSARY)
SENTENCE = "Правительство ответило Следственному комитету."


def always(translation):
    return True


def test_what_a_translation_lacks():
    lacking = TERMS.lacking(SENTENCE, "The government answered the Investigative Committee.")
    assert [place.wording for place in lacking] == ["правительство"]


def test_the_first_translation_that_lacks_fewest_terms_is_taken():
    made = [
        "Nothing.",
        "The Cabinet answered.",
        "The Cabinet did answer.",
        "The Cabinet answered the Investigative Committee.",
    ]
    assert TERMS.best(SENTENCE, made[:3], always) == made[1]
    assert TERMS.best(SENTENCE, made, always) == made[3]


def test_an_unreliable_translation_is_not_taken_for_its_terms():
    made = ["The government answered.", "Cabinet Cabinet Cabinet", "The Cabinet answered."]
    assert TERMS.best(SENTENCE, made, lambda translation: "Cabinet Cabinet" not in translation) == made[2]
    assert TERMS.best(SENTENCE, made, lambda translation: False) == made[0]


@pytest.mark.parametrize(
    ("text", "made", "usual", "expected"),
    [
        ("Правительство ответило.", "Government officials replied.", {}, "Cabinet officials replied."),
        ("Ответ правительства.", "The government's answer.", {}, "The Cabinet's answer."),
        ("Правительства ответили.", "Both governments replied.", {}, "Both Cabinets replied."),
        # what the model says of a term by itself
        (
            "Ответил Следственный комитет.",
            "The Investigation Commission replied.",
            {"Следственный комитет": "Investigation Commission."},
            "The Investigative Committee replied.",
        ),
        # it stands more often than the term: one of them is of something else
        ("Правительство ответило.", "The government said the government office.", {}, None),
        # no noun: its forms are not exchanged
        ("Он поручил это.", "He gave an order for it.", {}, None),
        ("Правительство ответило.", "The authorities replied.", {}, None),
        ("Правительство ответило.", "Intergovernmental.", {}, None),
    ],
)
def test_the_words_of_the_glossary_are_put_in_place_of_others(text, made, usual, expected):
    assert TERMS.replaced(text, made, usual, always) == (expected or made)


def test_what_becomes_unreliable_is_not_replaced():
    made = "The government answered."
    assert TERMS.replaced(SENTENCE, made, {}, lambda translation: False) == made


def test_a_warning_names_each_term_once_with_its_sentences():
    warnings = TERMS.warnings([SENTENCE, "Правительство.", "Выборы."], ["No.", "No.", ""], [1, 4, 5])
    assert warnings == (
        "Russian text, sentences 1, 4: the translation does not render “правительство” as “Cabinet”, as the "
        "glossary asks.",
        "Russian text, sentence 1: the translation does not render “Следственный комитет” as "
        "“Investigative Committee”, as the glossary asks.",
    )
