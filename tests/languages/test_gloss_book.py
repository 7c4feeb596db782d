"""What a gloss looks up: its files, which entry goes first, and phrases in any form."""

import re
from collections import Counter
from importlib.resources import files

import pytest
from obscene import OBSCENE

from translate.languages.dictionary import dictionary
from translate.languages.gloss_book import GlossBook, forms_of, gloss_book, longest
from translate.languages.glossing import Reading

OTHER = {"ru": "en", "en": "ru"}
LETTERS = {"ru": re.compile("[а-яё]", re.IGNORECASE), "en": re.compile("[a-z]", re.IGNORECASE)}


def lines(name: str) -> list[list[str]]:
    text = (files("translate.languages.ru_en") / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def book(language: str) -> GlossBook:
    found = gloss_book(language, OTHER[language])
    assert found is not None
    return found


def phrase_in(text: str, language: str) -> str | None:
    words = text.lower().split()
    found = longest(book(language).phrases, [forms_of(word, language) for word in words], words, 0)
    return found and found[0].entry.word


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_line_of_its_own_is_well_formed(language: str) -> None:
    listed = lines(f"gloss.{language}")
    assert [line for line in listed if len(line) != 3 or not LETTERS[language].search(line[0])] == []
    assert max(Counter((word, part) for word, part, _ in listed).values()) == 1
    assert [line for line in listed if OBSCENE.search(" ".join(line))] == []


def test_every_name_is_told_in_both_languages() -> None:
    wrong = [
        line
        for line in lines("names")
        if not LETTERS["ru"].search(line[0]) or not LETTERS["en"].search(line[1]) or line[2:] not in ([], ["given"])
    ]
    assert wrong == []


def test_what_only_a_gloss_needs_goes_first() -> None:
    """The rest of what the dictionary says is kept."""
    listed = dictionary("ru", "en")
    assert listed is not None
    before = listed.entries["вопрос"][0].senses
    after = book("ru").words["вопрос"][0].senses
    assert (before[0][0], after[0][0]) == ("question", "issue")
    assert {word for sense in before for word in sense} == {word for sense in after for word in sense}


def test_an_entry_may_ask_for_a_case() -> None:
    told = [book("ru").entry(Reading("с", "prep", frozenset((case,)))) for case in ("genitive", "instrumental")]
    assert [entry and entry.senses[0][0] for entry in told] == ["from", "with"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "следственного комитета россии", "следственный комитет"),
        ("ru", "по словам министра", "по словам"),
        ("ru", "по слову", None),
        ("en", "called off the match", "call off"),
        ("en", "called the match off", "call off"),
        ("en", "called , off", None),
        ("en", "at least twelve", "at least"),
    ],
)
def test_phrases_are_found_in_their_forms(language: str, text: str, expected: str | None) -> None:
    found = phrase_in(text, language)
    assert (found.lower() if found else found) == expected


def test_languages_without_words_have_no_book() -> None:
    assert gloss_book("ru", "de") is None


@pytest.mark.parametrize("language", ["ru", "en"])
def test_senses_that_the_news_has_go_first(language: str) -> None:
    told = lines(f"senses.{language}")
    assert len(told) > 20
    for word, part, order in told:
        entry = book(language).plain_entry(Reading(word, part))
        listed = gloss_book(language, OTHER[language], by_news=False).plain_entry(Reading(word, part))
        assert entry is not None
        assert sorted(entry.senses) == sorted(listed.senses)
        assert [sense[0] for sense in entry.senses[: entry.likely]] == order.split(" | ")
        assert entry.likely <= 2


def test_of_a_word_that_the_news_tells_nothing_of_one_sense_is_likely() -> None:
    entry = book("ru").plain_entry(Reading("замок", "n"))
    assert entry is not None
    assert (len(entry.senses), entry.likely) == (2, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("может быть обжаловано", "мочь быть"), ("может быть , придёт", "может быть"), ("может быть", "может быть")],
)
def test_what_says_something_only_between_signs_says_it_there(text: str, expected: str) -> None:
    assert phrase_in(text, "ru") == expected


def test_a_word_of_a_phrase_that_is_no_form_stands_for_itself_alone() -> None:
    assert phrase_in("court rulings", "en") == "court ruling"
    assert phrase_in("court ruled", "en") is None
