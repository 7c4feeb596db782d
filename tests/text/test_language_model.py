"""What words say about their language."""

import numpy as np
import pytest

from translate.languages.told_apart import languages_in, marks_of
from translate.text.language_model import function_words, word_scores

NEIGHBOURS = ("ru", "uk", "be", "bg", "mk", "sr")


def likeliest(text, languages=NEIGHBOURS):
    return languages[int(np.argmax(word_scores(text.split(), languages)))]


@pytest.mark.parametrize(
    ("word", "language"),
    [("правительство", "ru"), ("зростання", "uk"), ("дзяржаўнага", "be"), ("правителството", "bg"), ("њихових", "sr")],
)
def test_spelling_tells_the_language_of_a_word(word, language):
    assert likeliest(word) == language


def test_a_small_word_tells_more_than_its_letters():
    assert likeliest("said", ("de", "en")) == "en"
    assert likeliest("auf", ("de", "en")) == "de"


def test_a_name_weighs_less_than_another_word():
    plain, name = (word_scores([word], NEIGHBOURS) for word in ("гридли", "Гридли"))
    assert np.ptp(name) < np.ptp(plain)


def test_a_word_counts_as_often_as_it_stands():
    assert np.allclose(word_scores(["дом", "дом"], NEIGHBOURS), 2 * word_scores(["дом"], NEIGHBOURS))


def test_a_monstrous_word_has_a_likelihood():
    assert np.isfinite(word_scores(["ы" * 5000], NEIGHBOURS)).all()


def test_no_list_names_a_word_twice():
    told_apart = [language for script in ("CYRILLIC", "LATIN") for language in languages_in(script)]
    assert {"ru", "en", "uk", "sr-Latn"} <= set(told_apart)
    for language in told_apart:
        words = marks_of(language).words
        assert len(function_words(language)) == len(words), language
        assert list(words) == [word.lower() for word in words], language
