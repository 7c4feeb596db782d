"""The bilingual dictionary: its files, and how an entry is found."""

import re
from collections import Counter
from importlib.resources import files

import pytest
from obscene import OBSCENE

from translate.languages.dictionary import Dictionary, dictionary

PARTS = {"n", "v", "adj", "adv", "prep", "conj", "part", "pron", "num", "pred", "intj", "det"}
LETTERS = {"ru": re.compile(r"[а-яё]", re.IGNORECASE), "en": re.compile(r"[a-zé]", re.IGNORECASE)}
OTHER = {"ru": "en", "en": "ru"}
FEWEST = 10_000  # entries of each language


def lines(language: str) -> list[str]:
    pack = files("translate.languages.ru_en")
    return (pack / f"dictionary.{language}.tsv").read_text(encoding="utf-8").splitlines()


def read(language: str) -> Dictionary:
    found = dictionary(language, OTHER[language])
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_line_is_well_formed(language: str) -> None:
    """A word in small letters, a part of speech, senses in the other language and at times opposites in its own."""
    own, other = LETTERS[language], LETTERS[OTHER[language]]
    wrong = []
    for line in lines(language):
        word, part, senses, *opposites = line.split("\t")
        said = [phrase for sense in senses.split(" | ") for phrase in sense.split(", ")]
        against = opposites[0].split(", ") if opposites else []
        well = (
            part in PARTS
            and word == word.lower() == word.strip()
            and own.search(word)
            and len(opposites) <= 1
            and all(phrase == phrase.strip() and other.search(phrase) for phrase in said)
            and all(phrase == phrase.strip() and own.search(phrase) for phrase in against)
            and word not in against
        )
        if not well:
            wrong.append(line)
    assert not wrong


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_word_has_one_entry_for_a_part_of_speech(language: str) -> None:
    counts = Counter(tuple(line.split("\t")[:2]) for line in lines(language))
    assert len(counts) >= FEWEST
    assert max(counts.values()) == 1


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_obscene_word_comes_out(language: str) -> None:
    assert [line for line in lines(language) if OBSCENE.search(line)] == []


@pytest.mark.parametrize("word", ["дерьмо", "охуеть", "заебал", "блядь", "пидорас", "fucking", "bullshit", "ass"])
def test_obscene_words_would_be_seen(word: str) -> None:
    assert OBSCENE.search(f"слово\tn\t{word}")


@pytest.mark.parametrize(
    "word", ["хуже", "мандат", "ребёнок", "небо", "Shiitake", "class", "cocktail", "Сахалин", "учебный"]
)
def test_harmless_words_are_not_taken_for_obscene_ones(word: str) -> None:
    assert not OBSCENE.search(word)


def test_an_entry_has_its_senses_and_opposites() -> None:
    (entry,) = read("ru").entries["истец"]
    assert entry.part == "n"
    assert entry.senses[0][0] == "plaintiff"
    assert "ответчик" in entry.opposites


@pytest.mark.parametrize(
    ("language", "form", "word"),
    [("ru", "солдатами", "солдат"), ("en", "soldiers", "soldier"), ("en", "Rose", "rise"), ("en", "cities", "city")],
)
def test_forms_are_found_by_their_words(language: str, form: str, word: str) -> None:
    found = read(language)
    assert word in found.headwords(form)
    assert word in {entry.word for entry in found.entries_of(form)}


def test_an_unknown_word_has_no_entries() -> None:
    assert read("en").headwords("qwzx") == ()
    assert list(read("en").entries_of("qwzx")) == []


def test_languages_without_a_dictionary_have_none() -> None:
    assert dictionary("ru", "de") is None
