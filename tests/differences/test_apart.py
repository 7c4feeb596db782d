"""Sentences that are no counterparts and give another value for one thing: one conflict, and nothing said twice."""

import numpy as np
import pytest
from fitted_measures import SoundEmbedder

from translate import Options, compare
from translate.alignment.bead import Bead
from translate.counterparts.judgement import Judgement
from translate.counterparts.relation import Relation
from translate.counterparts.told import Told
from translate.counterparts.words import read_words
from translate.differences.difference import Difference
from translate.differences.finding import find_all
from translate.story.story import tell
from translate.text.document import document_of_sentences

EMBEDDER = SoundEmbedder()
FULL = Told(0.9, 0.1, 0.0)
RUSSIAN = ["Мост закрыт на ремонт.", "Ковры купили 840 гостей."]
ENGLISH = ["Kovry kupili 610 gostej.", "Most zakryt na remont."]
BEADS = (Bead((), (0,), 0.2, 0.9), Bead((0,), (1,), 0.9, 0.95), Bead((1,), (), 0.2, 0.9))


def told_of(link: float, none: float, beads: tuple[Bead, ...] = BEADS) -> tuple[Difference, ...]:
    """What is told where the sentences about carpets are linked so surely, and so surely told nowhere."""
    source, target = (
        tell(document_of_sentences(texts, language), EMBEDDER) for texts, language in ((RUSSIAN, "ru"), (ENGLISH, "en"))
    )
    words = read_words(source, EMBEDDER), read_words(target, EMBEDDER)
    lone = Told(0.0, 1 - none, none)
    everything = np.ones(len(words[0].start)), np.ones(len(words[1].start))
    pairs, chances = np.array([[0, 1], [1, 0]]), np.array([0.95, link])
    told = (FULL, lone), (lone, FULL)
    judged = Judgement(told, pairs[:, 0], pairs[:, 1], chances, words, everything, Relation("retelling", 0.9))
    return find_all(source, target, beads, EMBEDDER, None, judged)


def test_one_conflict_stands_for_two_lone_sentences() -> None:
    (number,) = told_of(0.45, 0.6)
    assert (number.kind, number.side, number.bead) == ("number", "both", 2)
    assert number.confidence == pytest.approx(0.968, abs=0.05)
    assert number.evidence.reason == (
        "The two sentences do not correspond as a whole, but both seem to give this value."
    )
    assert [reading.value for reading in number.evidence.readings] == ["840", "610"]
    assert (number.source[0].start, number.target[0].start) == (36, 13)


def test_sentences_that_are_surely_told_nowhere_stand_alone() -> None:
    assert [found.kind for found in told_of(0.45, 0.999)] == ["addition", "omission"]


def test_without_a_link_the_sentences_stand_alone() -> None:
    assert [found.kind for found in told_of(0.1, 0.6)] == ["addition", "omission"]


def test_sentences_that_share_a_bead_which_was_not_searched_are_compared() -> None:
    """Both stand alone by the verdict, so nothing else compares them."""
    together = (Bead((0,), (1,), 0.9, 0.95), Bead((1,), (0,), 0.4, 0.7))
    assert [(found.kind, found.bead) for found in told_of(0.45, 0.6, together)] == [("number", 1)]


ROUND = ["Жители Приозёрска выбрали нового мэра, им стал инженер Павел Громов.",
         "Партия власти получила большинство мест в городском совете.",
         "Посёлок Северный остался без воды после аварии на насосной станции.",
         "Громов поблагодарил избирателей и пообещал построить новую школу.",
         "Наблюдатели не заметили серьёзных нарушений.", "Новый совет соберётся через две недели."]  # fmt: skip
ABOUT = ["Pavel Gromov, an engineer, has been elected mayor of Priozersk.",
         "The ruling party won most of the seats on the city council.",
         "Mr Gromov thanked the voters and promised to build a new school.",
         "A burst pump left the village of Severny without water.",
         "Observers saw no serious violations.", "The council meets in two weeks."]  # fmt: skip


def kinds(russian: str, english: str) -> list[str]:
    """What is told of two sentences that stand in two reports of one event, but that they were moved."""
    source, target = "\n\n".join([ROUND[0], russian, *ROUND[1:]]), "\n\n".join([*ABOUT[:3], english, *ABOUT[3:]])
    found = compare(source, target, Options(engine="none")).differences
    places = (source.index(russian), target.index(english))
    return [
        each.kind
        for each in found
        if each.kind != "moved"
        and (
            any(places[0] <= span.start < places[0] + len(russian) for span in each.source)
            or any(places[1] <= span.start < places[1] + len(english) for span in each.target)
        )
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Явка составила 43,9 %.", "Turnout was about 55 percent, officials said."),
        ("Проголосовали 43,9 % избирателей.", "Turnout was 55 percent."),
        (
            "Сопоставимый сбор налогов прибавил 9,1 %, но отстал от роста цен, отмечает экономист Олег Шорин.",
            "Like-for-like tax receipts rose by 8.3 percent.",
        ),
        ("С той стороны пришли девятнадцать, с нашей ушли трое.", "Seventeen came across; three went the other way."),
    ],
)
def test_another_value_for_the_same_thing_is_one_conflict(russian: str, english: str) -> None:
    found = kinds(russian, english)
    assert found.count("number") == 1
    assert not {"omission", "addition"}.intersection(found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Явка к полудню составила 21,3 %.", "By the close of the polls turnout had reached 55 percent."),
        (
            "По данным опроса, 37 % горожан недовольны дорогами.",
            "A survey found that 48 percent of residents would like more buses.",
        ),
        ("В больницу попала 34-летняя женщина.", "A 19-year-old student was also hurt."),
    ],
)
def test_values_of_two_things_are_what_each_version_has_alone(russian: str, english: str) -> None:
    assert kinds(russian, english) == ["omission", "addition"]
