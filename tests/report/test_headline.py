"""What a story is called, and the names of files that are made of it."""

from dataclasses import replace
from datetime import date

import pytest
from standin import ENGLISH, RUSSIAN, standin_compare

from translate.report.headline import LONGEST, LONGEST_STEM, file_stem, headline_of, headline_or_beginning
from translate.text.document import Document, Sentence
from translate.wording.interface import speaking

DAY = date(2026, 11, 29)


BODY = ENGLISH.split("\n\n", 1)[1]


def test_it_is_the_headline_in_the_language_of_the_interface():
    comparison = standin_compare(RUSSIAN, ENGLISH)
    assert headline_of(comparison) == "Bridge reopens after repairs"
    with speaking("ru"):
        assert headline_of(comparison) == "Мост открыли после ремонта"


def test_the_other_headline_stands_in_for_one_that_is_missing():
    assert headline_of(standin_compare(RUSSIAN, BODY)) == "Мост открыли после ремонта"


def test_two_sentences_alone_have_none():
    assert headline_of(standin_compare("Мост открыли.", "The bridge opened.")) == ""


def test_a_long_headline_is_cut():
    comparison = standin_compare(RUSSIAN, BODY)
    words = "мост " * 60
    first = next(i for i, sentence in enumerate(comparison.source.sentences) if sentence.role == "headline")
    start = comparison.source.sentences[first].start
    text = comparison.source.text[:start] + words.strip()
    long = replace(comparison.source.sentences[first], end=len(text))
    source = replace(comparison.source, text=text, sentences=(*comparison.source.sentences[:first], long))
    headline = headline_of(replace(comparison, source=source))
    assert len(headline) == LONGEST
    assert headline.endswith("…")


@pytest.mark.parametrize(
    ("headline", "stem"),
    [
        ("Путин поручил поддержать", "Путин-поручил-поддержать-2026-11-29"),
        ("Who? “A/B\\C”: <x>|*\0", "Who-A-B-C-x-2026-11-29"),
        ("../../etc/passwd", "etc-passwd-2026-11-29"),
        ("CON", "CON-2026-11-29"),
        ("snake_case __init__", "snake-case-init-2026-11-29"),
        ("и\u0306од", "йод-2026-11-29"),
        ("", "parallax-2026-11-29"),
        ("…", "parallax-2026-11-29"),
    ],
)
def test_a_name_is_safe_on_every_file_system(headline, stem):
    assert file_stem(headline, DAY) == stem


@pytest.mark.parametrize("headline", ["слово " * 40, "x" * 200])
def test_a_name_is_never_long(headline):
    stem = file_stem(headline, DAY)
    assert len(stem.removesuffix("-2026-11-29")) <= LONGEST_STEM
    assert len(stem.encode()) < 200
    assert not stem.startswith("-")


def test_a_headline_is_what_was_read_as_one():
    text = "Menu\nRain\nIt rained."
    sentences = (Sentence(0, 4, 0, "boilerplate"), Sentence(5, 9, 1, "headline"), Sentence(10, 20, 2))
    assert headline_or_beginning(Document("en", text, sentences)) == "Rain"
    assert headline_or_beginning(Document("en", text, (sentences[0], sentences[2]))) == "It rained."
    assert headline_or_beginning(Document("en", text, sentences[:1])) == "Menu Rain It rained."
