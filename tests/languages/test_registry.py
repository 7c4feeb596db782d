"""The languages that can be aligned."""

import pytest

from translate.errors import UnknownLanguage
from translate.languages.registry import LANGUAGES, known_language


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
