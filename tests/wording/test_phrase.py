"""Sentences of the program: strings in English, sentences with the right forms in another language."""

import copy
import json
import pickle

import pytest

from translate.wording.interface import interface_language, speaking
from translate.wording.naming import Version
from translate.wording.phrase import Phrase, counted, joined, said, say_counted

FOUND = Phrase("Found only in {version}.", version=Version("ru"))


def test_a_phrase_is_an_english_string():
    assert FOUND == "Found only in the Russian version."
    assert json.dumps(FOUND) == json.dumps(str(FOUND))
    with speaking("ru"):
        assert str(FOUND) == f"{FOUND}" == "Found only in the Russian version."


def test_another_language_chooses_its_forms():
    with speaking("ru"):
        assert said(FOUND) == "Есть только в русской версии."
    assert said(FOUND) == "Found only in the Russian version."


@pytest.mark.parametrize("twin", [copy.copy(FOUND), copy.deepcopy(FOUND), pickle.loads(pickle.dumps(FOUND))])
def test_copies_and_pickles_remember_the_template(twin):
    assert twin == FOUND
    with speaking("ru"):
        assert said(twin) == "Есть только в русской версии."


def test_braces_in_a_value_are_text():
    assert Phrase("No sample story {name}. Known: {known}.", name="{0}", known="{x}").startswith("No sample story {0}.")
    with speaking("ru"):
        assert said(Phrase("Note: {note}", note="{0} {x}")) == "Примечание: {0} {x}"


def test_phrases_inside_a_phrase_are_translated():
    inner = joined("; ", (Phrase("it is empty"), Phrase("it is a question")))
    outer = Phrase("[translation unreliable: {doubt}] {translation}", doubt=inner, translation="?")
    assert outer == "[translation unreliable: it is empty; it is a question] ?"
    with speaking("ru"):
        assert said(outer) == "[перевод ненадёжен: он пуст; это вопрос] ?"


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (1, "1 word", "1 слово"),
        (2, "2 words", "2 слова"),
        (5, "5 words", "5 слов"),
        (11, "11 words", "11 слов"),
        (21, "21 words", "21 слово"),
        (112, "112 words", "112 слов"),
        (1234, "1,234 words", "1\u00a0234 слова"),
    ],
)
def test_plurals(count, english, russian):
    assert counted("{count:,} word", "{count:,} words", count) == english
    with speaking("ru"):
        assert say_counted("{count:,} word", "{count:,} words", count) == russian


def test_any_other_string_stays_as_it_is():
    with speaking("ru"):
        assert said("Found only in the Russian part.") == "Found only in the Russian part."


def test_a_language_is_spoken_inside_its_block_alone():
    with pytest.raises(ZeroDivisionError), speaking("ru"):
        1 / 0  # noqa: B018
    assert interface_language() == "en"
