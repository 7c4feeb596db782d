"""Other words in the same place of corresponding sentences, as the sentence encoder sees them."""

from itertools import pairwise

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.contrast import Contrast
from translate.differences.contrasts.meaning import BALANCED, find_meanings
from translate.engines.encoder import default_encoder
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences

pytestmark = pytest.mark.model


def story(*sentences: str, language: str) -> Story:
    return tell(document_of_sentences(sentences, language), default_encoder(), plain_facts=language == "de")


def found(russian: str, english: str, least: float = BALANCED) -> tuple[Contrast, ...]:
    sides = sides_of(story(russian, language="ru"), story(english, language="en"), Bead((0,), (0,), 0.8, 0.9))
    return find_meanings(*sides, default_encoder(), least=least)


OPPOSITES = [
    ("Цены на хлеб выросли за год.", "Bread prices fell over the year.", "выросли", "fell"),
    ("Суд арестовал журналиста.", "The court released the journalist.", "арестовал", "released"),
    ("Магазин открыли утром.", "The shop was closed in the morning.", "открыли", "closed"),
    ("Совет одобрил проект бюджета.", "The council rejected the draft budget.", "одобрил", "rejected"),
    ("Город построил новый мост.", "The city built an old bridge.", "новый", "old"),
    ("Присяжные оправдали банкира.", "The jurors convicted the banker.", "оправдали", "convicted"),
    (
        "Пожар начался в северном крыле завода.",
        "The fire began in the southern wing of the plant.",
        "северном",
        "southern",
    ),
]


@pytest.mark.parametrize(("russian", "english", "one", "other"), OPPOSITES)
def test_opposites_are_found(russian: str, english: str, one: str, other: str) -> None:
    (contrast,) = found(russian, english)
    assert (contrast.kind, contrast.side, contrast.severity) == ("meaning", "both", "major")
    (mine,), (theirs,) = contrast.source, contrast.target
    assert (russian[mine.start : mine.end], english[theirs.start : theirs.end]) == (one, other)
    assert contrast.message == (
        f"Another word stands in this place: “{one}” in the Russian version, “{other}” in the English version."
    )
    assert contrast.reason == (
        f"The words around “{one}” and “{other}” correspond; in the dictionary one is the opposite of the other."
    )


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Цены на хлеб выросли за год.", "Bread prices rose over the year."),
        ("Присяжные оправдали банкира.", "The jurors acquitted the banker."),
        ("Цены на хлеб не упали за год.", "Bread prices rose over the year."),
        ("Лодка застряла к северу от порта.", "The boat got stuck north of the port."),
        ("Он умер в больнице.", "He died in hospital."),
    ],
)
def test_what_says_the_same_is_silent(russian: str, english: str) -> None:
    assert found(russian, english) == ()


def test_the_evidence_tells_what_either_word_may_say() -> None:
    """So that a reader of one language can judge."""
    (contrast,) = found("Совет одобрил проект бюджета.", "The council rejected the draft budget.")
    (mine,), (theirs,) = contrast.source, contrast.target
    assert mine.value.startswith("одобрить: ")
    assert "approve" in mine.value
    assert theirs.value.startswith("reject: ")
    assert "отвергнуть" in theirs.value


def test_either_text_can_be_the_first() -> None:
    russian, english = "Совет одобрил проект бюджета.", "The council rejected the draft budget."
    sides = sides_of(story(english, language="en"), story(russian, language="ru"), Bead((0,), (0,), 0.8, 0.9))
    (contrast,) = find_meanings(*sides, default_encoder())
    (turned,) = found(russian, english)
    assert (contrast.source, contrast.target, contrast.confidence) == (turned.target, turned.source, turned.confidence)
    assert contrast.message.startswith("Another word stands in this place: “rejected” in the English version")


def test_what_is_less_sure_is_told_where_more_is_asked_for() -> None:
    pair = "Компания купила завод в Туле.", "The company sold the plant in Tula."
    assert [contrast.kind for contrast in found(*pair, least=0.3)] == ["meaning"]
    assert found(*pair, least=0.9) == ()


def test_less_is_told_the_more_is_asked() -> None:
    counts = [
        sum(len(found(russian, english, least)) for russian, english, *_ in OPPOSITES) for least in (0.0, 0.3, 0.6, 1.1)
    ]
    assert all(more >= less for more, less in pairwise(counts))
    assert counts[0] > counts[-1] == 0


def test_languages_without_a_dictionary_are_left_alone() -> None:
    german, english = story("Die Preise stiegen.", language="de"), story("Prices fell.", language="en")
    assert find_meanings(*sides_of(german, english, Bead((0,), (0,), 0.8, 0.9)), default_encoder(), least=0.0) == ()
