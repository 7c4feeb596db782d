"""Known names in any case, by a key that both languages share."""

import pytest

from translate.facts.gazetteer import bases, gazetteer


def known(text: str, language: str, i: int = 0) -> tuple[str, int] | None:
    """Key and number of words of the name that begins with word i."""
    entry = gazetteer(language).find(text.split(), i, language)
    return None if entry is None else (entry.key, len(entry.words))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Новой Зеландии", ("country:NZ", 2)),
        ("ru", "Новой", None),
        ("ru", "Новой погоды", None),
        ("ru", "французскими", ("country:FR", 1)),
        ("ru", "украинцами", ("country:UA", 1)),
        ("ru", "украинскому", ("country:UA", 1)),
        ("en", "United States", ("country:US", 2)),
        ("en", "United", None),
        ("en", "Guinea", ("country:GN", 1)),
        ("en", "Guinea Bissau", ("country:GW", 2)),
        ("en", "US", ("country:US", 1)),
        ("en", "us", None),
        ("en", "U.S.", ("country:US", 1)),
        ("en", "France's", ("country:FR", 1)),
        ("en", "FRANCE", ("country:FR", 1)),
        ("en", "Bread", None),
    ],
)
def test_the_longest_known_name_is_found(language: str, text: str, expected: tuple[str, int] | None) -> None:
    assert known(text, language) == expected


def test_a_name_is_looked_for_where_one_asks() -> None:
    assert known("in the United States", "en", 2) == ("country:US", 2)
    assert known("in the United States", "en", 3) is None


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("ru", "Франции", "France"),
        ("en", "Beijing", "Beijing"),
        ("ru", "ООН", "United Nations"),
        ("ru", "Нью-Йорк", None),
    ],
)
def test_a_label_is_english(language: str, text: str, label: str | None) -> None:
    entry = gazetteer(language).find(text.split(), 0, language)
    assert (entry and entry.label) == label


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("NASA", "NASA"),
        ("NASAS", "NASAS"),
        ("MOSCOW", "moscow"),
        ("Moscow's", "moscow"),
        ("Moscow’s", "moscow"),
        ("U.S.", "U.S"),
    ],
)
def test_short_capitals_keep_their_case(word: str, base: str) -> None:
    """So that "us" is not the US."""
    assert bases(word, "en") == {base}


def test_russian_words_have_their_base_forms() -> None:
    assert {"осетия", "осетии"} <= bases("Осетии", "ru")
    assert "елка" in bases("ёлки", "ru")
