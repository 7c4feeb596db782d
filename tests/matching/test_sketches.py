"""Sketches: the beginning of an article as two vectors and its names and figures."""

from datetime import date

import numpy as np
import pytest

from translate.errors import InputError, LanguageError
from translate.matching import sketches
from translate.matching.articles import Article
from translate.matching.sketches import CHARACTERS, UNDATED, hashed, sketch_articles, sketches_of
from translate.testing import LetterEmbedder

TEXT = "Мост открыли в Самаре\n\nМост через Волгу открыли в понедельник. Ремонт стоил 12 млн рублей."


def sketch(text: str):
    return sketch_articles([Article("a", text)], LetterEmbedder())[0]


def test_both_halves_of_a_vector_have_length_1():
    vector = sketch(TEXT).vector.astype(float)
    assert np.linalg.norm(vector[:64]) == pytest.approx(1, abs=0.01)
    assert np.linalg.norm(vector[64:]) == pytest.approx(1, abs=0.01)


def test_names_and_figures_are_those_of_either_language():
    english = sketch(
        "Bridge opens in Samara\n\nThe bridge over the Volga opened on Monday. Repairs cost 12 million roubles."
    )
    both = set(english.keys.tolist()) & set(sketch(TEXT).keys.tolist())
    assert set(hashed(["n:1.2e+07"]).tolist()) <= both
    assert len(both) >= 3
    assert english.language == "en"


def test_a_sketch_does_not_depend_on_the_others():
    others = [Article("b", TEXT.replace("Мост", "Дом")), Article("a", TEXT), Article("c", "")]
    together = sketch_articles(others, LetterEmbedder())
    assert (together[1].vector == sketch(TEXT).vector).all()
    assert (together[1].keys == sketch(TEXT).keys).all()
    assert isinstance(together[2], InputError)


def test_other_languages_are_told():
    found = sketch("Мост відкрили після ремонту. Її відкрив міський голова, і він подякував усім робітникам міста.")
    assert isinstance(found, LanguageError)
    assert "It is in Ukrainian. Articles are matched in English, Russian." in str(found)


def test_the_end_of_a_long_text_is_not_read(monkeypatch):
    read: list[int] = []
    real = sketches.read_document
    monkeypatch.setattr(sketches, "read_document", lambda text: read.append(len(text)) or real(text))
    long = sketch(TEXT + "\n\nВ городе дождь." * 200_000)
    assert max(read) <= CHARACTERS
    assert long.language == "ru"


def test_a_collection_keeps_its_days_and_keys():
    articles = [Article("a", TEXT, published=date(2024, 5, 31)), Article("b", TEXT + " И 17.")]
    found = sketches_of(zip(articles, sketch_articles(articles, LetterEmbedder()), strict=True))
    assert found.days.tolist() == [date(2024, 5, 31).toordinal(), UNDATED]
    assert (found.keys[found.starts[1] :] == sketch(articles[1].text).keys).all()
    assert found.vectors.shape == (2, 128)
    assert len(sketches_of([])) == 0
