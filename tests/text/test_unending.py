"""Where sentences that do not end are cut."""

import pytest

from translate.text.segmentation import split_sentences
from translate.text.unending import LONGEST, parted


@pytest.mark.parametrize("unit", ["слово ", "5% ", "щ", "7", "🙂", "e\u0301", "«да», ", "а; б, ", "не\u00ad "])
def test_no_sentence_is_longer_than_the_longest(unit: str) -> None:
    """Nothing is lost between the parts but white space."""
    text = "Начало: " + unit * 4_000
    spans = split_sentences(text, "ru")
    assert max(end - start for start, end in spans) <= LONGEST * len(unit)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.strip().replace(" ", "")


def test_the_best_border_is_taken() -> None:
    """A semicolon before a comma, a comma before a dash, and that before a space."""
    words = "word " * 120
    text = f"{words}first; {words}second, {words}third – {words}"
    cuts = [text[:cut].split()[-1] for cut in parted(text, ())]
    assert cuts[0] == "first;"


def test_a_sentence_of_usual_length_stays_whole() -> None:
    """The longest real ones have 800 characters."""
    text = "word, " * 160
    assert list(parted(text.strip(), ())) == []


def test_a_letter_keeps_its_marks() -> None:
    """No part begins with an accent."""
    text = "x" * (LONGEST - 1) + "y" + "\u0301" * 3 + "z" * LONGEST
    assert next(iter(parted(text, ()))) == LONGEST - 1
