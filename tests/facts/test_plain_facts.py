"""Numbers in digits, read by value in any language."""

import pytest

from translate.facts.mention import MOST
from translate.facts.plain_facts import read_plain_facts
from translate.facts.reading import anchor_keys


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Der Makalu misst 8.481 m.", "de", ["8481"]),
        ("The Makalu is 8,481 m high, not 8.5 km.", "en", ["8481", "8.5"]),
        ("Le Makalu mesure 8 481,5 m.", "fr", ["8481.5"]),
        ("Der Makalu misst 8'481 m.", "de", ["8481"]),
        ("Am 06.09.1956 kamen 3000 Leute.", "de", ["6", "9", "1956", "3000"]),
        ("馬卡魯峰高8,481公尺。", "zh-tw", ["8481"]),
        ("ارتفاع الجبل ٨٤٨١ مترا", "ar", ["8481"]),
        ("1956 300 Bücher, 1 2 3", "de", ["1956", "300", "1", "2", "3"]),
        ("Konto 12345678901234567890", "de", ["1.23456789012346e+19"]),
        ("Es sind 2.500 Mark.", "de", ["2500"]),
        ("It is 2.500 miles.", "en", ["2.5"]),
        ("Konto 123456789012345678901", "de", []),
        ("Keine Zahl.", "de", []),
    ],
)
def test_numbers_are_read_by_value(text: str, language: str, values: list[str]) -> None:
    facts = read_plain_facts(text, language)
    assert [mention.value for mention in facts.numbers] == values
    assert all(text[mention.start : mention.end] == mention.text for mention in facts.numbers)


def test_the_same_number_is_the_same_anchor_in_every_language() -> None:
    german = read_plain_facts("Es kostete 2.500 Mark im Jahr 1956.", "de")
    english = read_plain_facts("In 1956 it cost 2,500 marks.", "en")
    assert anchor_keys(german) == anchor_keys(english) != frozenset()


def test_of_a_sentence_without_end_the_first_numbers_are_read() -> None:
    assert len(read_plain_facts("7 " * 2 * MOST, "de").numbers) == MOST


def test_names_are_no_anchors() -> None:
    assert anchor_keys(read_plain_facts("In Bern wohnt Frau Meier.", "de")) == frozenset()
