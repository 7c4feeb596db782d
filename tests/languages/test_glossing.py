"""Words read in their sentence, and the forms into which glosses are put."""

import pytest

from translate.languages.en import forms as english
from translate.languages.en import tagging as reading_english
from translate.languages.gloss_book import gloss_book
from translate.languages.ru import forms as russian
from translate.languages.ru import tagging as reading_russian
from translate.languages.ru.transcription import transcribed


def parts(sentence: str, language: str) -> str:
    """Each word as it is read first: "word/part"."""
    tagging, other = (reading_russian, "en") if language == "ru" else (reading_english, "ru")
    book = gloss_book(language, other)
    assert book is not None
    words = [part for word in sentence.split() for part in tagging.parted(word)]
    return " ".join(f"{read[0].lemma}/{read[0].part}" for read in tagging.tagged(words, book.parts) if read)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The report was late", "the/aux report/n be/v late/adj"),
        ("They report losses", "they/pron report/v loss/n"),
        ("He has been living there", "he/pron have/aux be/aux live/v there/adv"),
        ("She didn't close it", "she/pron do/aux not/part close/v it/pron"),
        ("They hoped to win", "they/pron hope/v to/aux win/v"),
        ("the states used oil", "the/aux state/n use/v oil/n"),
    ],
)
def test_english_words_are_read_by_those_beside_them(sentence: str, expected: str) -> None:
    assert parts(sentence, "en") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("они будут работать", "они/pron быть/aux работать/v"),
        ("их мнение", "их/adj мнение/n"),
        ("из трёх стали два", "из/prep три/num сталь/n два/num"),
        ("они стали лучше", "они/pron стать/v хороший/adj"),
    ],
)
def test_russian_words_are_read_by_those_beside_them(sentence: str, expected: str) -> None:
    assert parts(sentence, "ru") == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("city", "cities"), ("man", "men"), ("spokesman", "spokesmen"), ("German", "Germans"), ("news", "news"),
     ("church", "churches"), ("crisis", "crises"), ("person", "people"), ("wife", "wives"), ("bus", "buses")],
)  # fmt: skip
def test_english_plurals(word: str, expected: str) -> None:
    assert english.plural(word) == expected


@pytest.mark.parametrize(
    ("verb", "past", "participle", "going"),
    [
        ("stop", "stopped", "stopped", "stopping"),
        ("visit", "visited", "visited", "visiting"),
        ("rise", "rose", "risen", "rising"),
        ("carry", "carried", "carried", "carrying"),
        ("put", "put", "put", "putting"),
        ("become", "became", "become", "becoming"),
        ("die", "died", "died", "dying"),
        ("beat", "beat", "beaten", "beating"),
        ("show", "showed", "shown", "showing"),
    ],
)
def test_english_verbs(verb: str, past: str, participle: str, going: str) -> None:
    assert (*english.past(verb), english.present_participle(verb)) == (past, participle, going)


def test_russian_phrases_bend_their_head() -> None:
    assert russian.bent("окружной суд", frozenset(("gent", "sing"))) == "окружного суда"
    assert russian.bent("глава правительства", frozenset(("ablt", "sing"))) == "главой правительства"
    assert russian.bent("принять меры", frozenset(("past", "plur"))) == "приняли меры"
    assert russian.of_aspect(("купить", "покупать"), "impf") == "купить"  # not alike enough
    assert russian.of_aspect(("сообщить", "сообщать"), "impf") == "сообщать"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Martin", "Мартин"), ("Ivanov", "Иванов"), ("Oglethorpe", None), ("UN", None), ("Żuk", None)],
)
def test_names_come_in_russian_letters_where_they_are_known(name: str, expected: str | None) -> None:
    assert transcribed(name) == expected
