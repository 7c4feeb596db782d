"""Values that sentences without a link as counterparts give for one thing, and those that only look like it."""

import numpy as np
import pytest
from fitted_measures import SoundEmbedder

from translate.counterparts.judgement import Judgement
from translate.counterparts.relation import Relation
from translate.counterparts.told import Told
from translate.counterparts.words import read_words
from translate.differences.conflicts.values_apart import ValuesApart, values_apart
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences

EMBEDDER = SoundEmbedder()  # "ковры" and "kovry" mean the same to it


def told(language: str, sentences: list[str]) -> Story:
    return tell(document_of_sentences(sentences, language), EMBEDDER)


def judged(source: Story, target: Story, *links: tuple[int, int, float]) -> Judgement:
    pairs = np.array([link[:2] for link in links], dtype=np.int64).reshape(-1, 2)
    chances = np.array([link[2] for link in links])
    words = read_words(source, EMBEDDER), read_words(target, EMBEDDER)
    half = Told(0.2, 0.3, 0.5)
    verdicts = (half,) * len(source.sentences), (half,) * len(target.sentences)
    told_words = np.ones(len(words[0].start)), np.ones(len(words[1].start))
    return Judgement(verdicts, pairs[:, 0], pairs[:, 1], chances, words, told_words, Relation("retelling", 0.9))


def apart(russian: list[str], english: list[str], *links: tuple[int, int, float], **more: object) -> list[ValuesApart]:
    source, target = told("ru", russian), told("en", english)
    return list(values_apart(source, target, judged(source, target, *links), **more))  # type: ignore[arg-type]


def read(found: list[ValuesApart]) -> list[tuple[int, int, str, str, str]]:
    """Of each conflict both sentences, its kind, and the words on either side."""
    return [
        (each.source, each.target, each.conflict.kind, each.conflict.source[0][1].text, each.conflict.target[0][1].text)
        for each in found
    ]


@pytest.mark.parametrize(
    ("russian", "english", "kind", "values"),
    [
        ("Ковры купили 840 гостей.", "Kovry kupili 610 gostej, alas.", "number", ("840", "610")),
        ("Вдоль моста ставят 35 тонн плит.", "Vdol mosta 48 tonnes of plit.", "number", ("35 тонн", "48 tonnes")),
        ("За место отдали 700 рублей.", "Za mesto otdali 900 roubles.", "number", ("700 рублей", "900 roubles")),
        ("Мост откроют 4 июня.", "Most otkrojut on 11 June.", "date", ("4 июня", "11 June")),
        ("Концерт пройдёт в среду.", "Kontsert projdet on Friday.", "date", ("среду", "Friday")),
    ],
)
def test_another_value_for_the_same_thing(russian: str, english: str, kind: str, values: tuple[str, str]) -> None:
    (found,) = apart([russian], [english], (0, 0, 0.45))
    assert read([found]) == [(0, 0, kind, *values)]
    assert found.conflict.confidence >= 0.4
    assert f"The Russian text {'says' if kind == 'number' else 'gives'}" in found.conflict.reason


@pytest.mark.parametrize(
    ("russian", "english", "link"),
    [
        ("Ковры купили 840 гостей.", "Kovry kupili 610 gostej.", 0.1),  # the sentences tell of other things
        ("Ковры купили 840 гостей.", "Why, they fly by, 610 jimmy.", 0.25),  # other words stand around it
        ("Ковры купили 840 гостей.", "Kovry kupili 840 gostej.", 0.45),  # the same value
        ("Ковры купили 84 тысячи гостей.", "Kovry kupili 9 gostej.", 0.45),  # of another size
        ("Ковры купили 840 гостей.", "Kovry kupili 61% gostej.", 0.45),  # of another unit
        ("Лестница длиной 12 метров.", "Lestnitsa dlinoj 9 kilometres.", 0.45),
        ("Лестница открыта в июне.", "Lestnitsa otkryta in 2019.", 0.45),  # other fields
        ("Ковры купили двое гостей.", "Kovry kupili one of gostej.", 0.45),  # "one" contradicts nothing
    ],
)
def test_values_of_other_things(russian: str, english: str, link: float) -> None:
    assert [each for each in apart([russian], [english], (0, 0, link)) if each.conflict.confidence >= 0.4] == []


@pytest.mark.parametrize(
    "elsewhere", ["In all 840 tickets were sold.", "The guide names some 830 houses.", "It has stood since 840."]
)
def test_what_the_other_version_gives_elsewhere_has_moved_there(elsewhere: str) -> None:
    assert apart(["Ковры купили 840 гостей."], ["Kovry kupili 610 gostej.", elsewhere], (0, 0, 0.45)) == []


def test_a_day_of_a_month_does_not_give_a_count() -> None:
    russian, english = ["Ковры купили 14 гостей."], ["Kovry kupili 23 gostej.", "It opens on 14 May."]
    assert read(apart(russian, english, (0, 0, 0.45))) == [(0, 0, "number", "14", "23")]


def test_a_date_that_is_given_elsewhere_contradicts_nothing() -> None:
    russian, english = ["Мост откроют 4 июня."], ["Most otkrojut on 11 June.", "The fair is on 4 June."]
    assert apart(russian, english, (0, 0, 0.45)) == []
    assert len(apart(russian, english[:1], (0, 0, 0.45))) == 1


def test_the_nearest_of_two_claimants_has_it() -> None:
    """Each value is used once: by words, by link and by size the first sentence comes nearer."""
    russian = ["Ковры купили 840 гостей."]
    english = ["Kovry vidali 310 gostej.", "Kovry kupili 610 gostej."]
    found = apart(russian, english, (0, 0, 0.4), (0, 1, 0.45))
    assert read(found) == [(0, 1, "number", "840", "610")]


def test_what_was_compared_or_told_of_is_left_alone() -> None:
    russian, english = ["Ковры купили 840 гостей."], ["Kovry kupili 610 gostej."]
    (found,) = apart(russian, english, (0, 0, 0.45))
    assert apart(russian, english, (0, 0, 0.45), together={(0, 0)}) == []
    ours, theirs = ((0, found.conflict.source[0][1]),), ((0, found.conflict.target[0][1]),)
    assert apart(russian, english, (0, 0, 0.45), taken=(ours, ())) == []
    assert apart(russian, english, (0, 0, 0.45), taken=((), theirs)) == []


def test_the_likelier_the_link_and_the_nearer_in_size_the_surer() -> None:
    def sure(english: str, link: float) -> float:
        (found,) = apart(["Ковры купили 840 гостей."], [english], (0, 0, link))
        return found.conflict.confidence

    assert sure("Kovry kupili 610 gostej.", 0.3) < sure("Kovry kupili 610 gostej.", 0.45)
    assert sure("Kovry kupili 400 gostej.", 0.45) < sure("Kovry kupili 610 gostej.", 0.45)
    assert sure("Prodali kovry 610 gostej.", 0.45) < sure("Kovry kupili 610 gostej.", 0.45)
