"""What each language's names.toml says of its names."""

import pytest

from translate.facts.name_rules import NameRules, name_rules
from translate.facts.names import read_names


@pytest.mark.parametrize(
    ("word", "language", "bare"),
    [("Putin's", "en", "Putin"), ("May’s", "en", "May"), ("Путина", "ru", "Путина"), ("Putin's", "de", "Putin's")],
)
def test_a_possessive_ending_falls_away_where_the_language_has_it(word, language, bare):
    assert name_rules(language).bare(word) == bare


@pytest.mark.parametrize(("word", "is_acronym"), [("US", True), ("us", False), ("BRITAIN", False)])
def test_a_short_word_in_capitals_is_another_word_in_english(word, is_acronym):
    assert name_rules("en").is_acronym(word) is is_acronym
    assert not name_rules("ru").is_acronym(word)


def test_foreign_names_keep_the_small_words_of_their_language():
    """Russian prints them as English writes them: "The Sunday" is no part of what can be heard on the other side."""
    assert [name.text for name in read_names("Об этом написала газета The Sunday Times.", "ru")] == ["Times"]


def test_a_language_without_a_table_has_no_rule():
    assert name_rules("de") == NameRules()
