"""Sentences about differences, in English and in a language with cases."""

import copy
import json
import pickle

from translate.differences.phrase import Phrase, Version

FORMS = {("in", "the Russian version"): "русской версии", ("capital", "the English version"): "Английская версия"}
TEMPLATES = {"{one:capital} says more than {other}: {what}.": "{one:capital} говорит больше, чем в {other:in}: {what}."}
SAID = Phrase(
    "{one:capital} says more than {other}: {what}.", one=Version("en"), other=Version("ru"), what=Phrase("a number")
)


def gettext(template: str) -> str:
    return {**TEMPLATES, "a number": "число"}.get(template, template)


def test_a_phrase_is_an_english_string() -> None:
    assert SAID == "The English version says more than the Russian version: a number."
    assert json.dumps(SAID) == json.dumps(str(SAID))


def test_another_language_chooses_its_forms() -> None:
    told = SAID.told(gettext, lambda form, words: FORMS[form, words])
    assert told == "Английская версия говорит больше, чем в русской версии: число."


def test_copies_and_pickles_remember_the_template() -> None:
    for twin in (copy.deepcopy(SAID), pickle.loads(pickle.dumps(SAID))):
        assert twin == SAID
        assert twin.told(gettext, lambda form, words: FORMS[form, words]).endswith("число.")


def test_braces_in_a_value_are_text() -> None:
    assert Phrase("Both have {what}.", what="{0} {x}") == "Both have {0} {x}."
