"""What a passage that one version has alone is about."""

import pytest

from translate.differences.about import about_what, found_only, part_found_only
from translate.facts.reading import read_facts
from translate.wording.naming import Version


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "Then the governor of Texas, Greg Abbott, promised $96 million.", "Texas, Greg Abbott, $96 million"),
        ("ru", "Об этом в среду сообщил в Самаре Иван Петров.", "среду, Самаре, Иван Петров"),
        ("ru", "Три реки вышли из берегов у Самары, и 90 из них замёрзли.", "Три реки, Самары, 90"),
        ("ru", "Шестеро находятся в больнице.", "Шестеро"),
        ("en", "Nobody knows why.", ""),
        ("en", "He was the first one to say so.", ""),
    ],
)
def test_names_and_figures_as_they_stand(language: str, text: str, about: str) -> None:
    """In reading order; a name keeps its capital and its case."""
    assert about_what(read_facts(text, language).mentions, text, language) == about


def test_three_at_most_and_each_once() -> None:
    text = "Paris wrote to Berlin, Berlin to Rome, Rome to Madrid."
    assert about_what(read_facts(text, "en").mentions, text, "en") == "Paris, Berlin, Rome"


def test_what_is_told() -> None:
    text = "Nobody in Paris knows why."
    mentions = read_facts(text, "en").mentions
    assert found_only(Version("en"), mentions, text) == "Found only in the English version: Paris."
    assert part_found_only(Version("en"), (), text) == "This part of the sentence is found only in the English version."
    assert (
        part_found_only(Version("en"), mentions, text)
        == "This part of the sentence is found only in the English version: Paris."
    )
