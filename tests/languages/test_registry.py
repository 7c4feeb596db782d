"""The languages that can be aligned."""

import pytest

from translate.errors import UnknownLanguage
from translate.languages.registry import (
    LANGUAGES,
    compared_languages,
    counterpart_of,
    directions,
    known_language,
    language_of,
    language_pairs,
    pair_of,
)


@pytest.mark.parametrize(("code", "known"), [("de", "de"), ("DE", "de"), ("zh_TW", "zh-tw"), (" fr ", "fr")])
def test_codes_are_known_however_they_are_written(code: str, known: str) -> None:
    assert known_language(code) == known


def test_an_unknown_code_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownLanguage, match="'xx'") as error:
        known_language("xx")
    assert all(code in str(error.value) for code in LANGUAGES)


def test_russian_and_english_are_measured_as_they_are() -> None:
    """The alignment was fitted on their lengths."""
    assert LANGUAGES["ru"].length == LANGUAGES["en"].length == 1.0


def test_what_can_be_compared_has_a_folder() -> None:
    assert compared_languages() == ("en", "ru")
    assert [(pair.first.code, pair.second.code) for pair in language_pairs()] == [("ru", "en")]
    assert directions() == (("ru", "en"), ("en", "ru"))
    assert (counterpart_of("ru"), counterpart_of("en"), counterpart_of("de")) == ("en", "ru", None)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_frequent_words_are_listed_once(language: str) -> None:
    words = language_of(language).words("words")
    assert len(words) == len(set(words)) == 10_000


def test_a_pair_is_found_in_either_order() -> None:
    pair = pair_of("en", "ru")
    assert pair is not None
    assert pair == pair_of("ru", "en")
    assert "ivan" in pair.table("given_names")["given_names"]["иван ваня иоанн"]
    assert pair_of("de", "en") is None


def test_letters_that_are_written_for_each_other_are_one():
    assert language_of("ru").folded("королёв") == "королев"
    assert language_of("en").folded("королёв") == "королёв"
