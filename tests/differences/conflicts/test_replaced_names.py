"""Names in each other's place, told by an encoder that knows what the words of a few sentences mean."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from zlib import crc32

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import BeadSide, sides_of
from translate.differences.conflicts.opposition import FactConflict
from translate.differences.conflicts.replaced_names import NameMeasure, find_replaced, name_measures
from translate.story.story import Story, tell
from translate.story.vectors import Embeddings
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

# What means the same in both languages, each a letter to the encoder; any other word means something of its own.
MEANINGS = """
вчера yesterday | город городе города town | музей museum | открыл opened | новый new | дом дома house | дети children |
пели sang | песни songs | мэр mayor | сказал said | доклад report | подготовил prepared | большой great |
счастливая lucky | беда trouble | банк bank | стальная steel | компания company | матч match | выиграли won |
река реки river | рыба fish
"""
WORD = re.compile(r"\w+")
LETTER, OTHERS = 0x4E00, 0x5000  # of the words that are listed, and of all others
KNOWN = {word: chr(LETTER + i) for i, words in enumerate(MEANINGS.split("|")) for word in words.split()}


class Glossary(LetterEmbedder):
    """Encodes what the words of a text mean."""

    def encode(self, texts: Sequence[str]) -> Embeddings:
        return super().encode(
            [
                "".join(
                    KNOWN.get(word, chr(OTHERS + crc32(word.encode()) % 10_000)) for word in WORD.findall(text.lower())
                )
                for text in texts
            ]
        )


EMBEDDER = Glossary()


def story(language: str, texts: Sequence[str]) -> Story:
    return tell(document_of_sentences(texts, language), EMBEDDER)


@cache
def both(russian: str, english: str) -> tuple[BeadSide, BeadSide]:
    """The sides of a bead of all sentences; "|" stands between those, "#" before the first that is no part of it."""
    sides = [[part.split("|") for part in text.split("#")] for text in (russian, english)]
    ru, en = ([sentence for part in side for sentence in part] for side in sides)
    inside = [tuple(range(len(side[0]))) for side in sides]
    return sides_of(story("ru", ru), story("en", en), Bead(*inside, 1.0, 1.0))


def measured(russian: str, english: str) -> list[str]:
    return [
        f"{' '.join(word.text for word in found.strange)} for {' '.join(word.text for word in found.rival)}"
        for found in name_measures(*both(russian, english), EMBEDDER)
    ]


@pytest.mark.parametrize(
    ("russian", "english", "names", "features"),
    [
        ("Вчера в городе музей открыл Щукин.", "Yesterday Kumar opened a museum in the town.",
         ["Kumar for Щукин"], [[0.227, -0.015, -0.025, 0.0]]),
        ("Вчера в городе музей открыл Щукин.", "Yesterday Shchukin opened a museum in the town.",
         [], []),
        ("Вчера в городе музей открыл Щукин.", "Yesterday Mike Kumar opened a museum in the town.",
         ["Mike Kumar for Щукин"], [[0.219, 0.009, -0.001, 0.0]]),
        ("Вчера в городе музей открыл Пётр Щукин.", "Yesterday Mike Kumar opened a museum in the town.",
         ["Mike Kumar for Щукин"], [[0.219, 0.009, -0.025, 0.0]]),
        ("Вчера в городе музей открыл Пётр Щукин, а дом Иван Жуков.", "Yesterday Mike Kumar opened a museum in the town and Bob Gibson a house.",  # noqa: E501
         ["Mike Kumar for Жуков", "Bob Gibson for Жуков"], [[0.219, -0.07, 0.017, 0.0], [0.176, 0.1, 0.12, 0.0]]),
        ("Вчера в городе музей открыли в Париже.", "Yesterday a museum was opened in the town by Kumar.",
         ["Kumar for Париже"], [[0.227, 0.019, 0.039, 0.0]]),
        ("Вчера в городе музей открыл Щукин.", "Yesterday in the town of Paris a museum was opened.",
         ["Paris for Щукин"], [[0.285, 0.001, -0.009, 1.0]]),
        ("Вчера музей открыл МВФ.", "Yesterday NASA opened a museum.",
         ["NASA for МВФ"], [[0.067, 0.039, 0.136, 1.0]]),
        ("Вчера музей открыл МВФ.", "Yesterday ITUC opened a museum.",
         ["ITUC for МВФ"], [[0.089, 0.137, 0.234, 0.0]]),
        ("Вчера музей открыл Щукин.", "Yesterday ITUC opened a museum.",
         [], []),
        ("Вчера музей открыл Щукин.", "Yesterday U.K.S. opened a museum.",
         [], []),
        ("Вчера музей открыл Щукин.", "Yesterday the McDONALD opened a museum.",
         [], []),
        ("Вчера музей открыла Счастливая Беда.", "Yesterday Lucky Trouble opened a museum.",
         [], []),
        ("Вчера музей открыл Щукин.", "Yesterday Great House opened a museum.",
         [], []),
        ("Вчера музей открыл МВФ.", "Yesterday Great House opened a museum.",
         [], []),
        ("Вчера музей открыл МВФ.", "Yesterday Great House Kumar opened a museum.",
         ["Great House Kumar for МВФ"], [[0.213, 0.141, 0.238, 0.0]]),
        ("Вчера музей открыл ЩУКИН.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл г. Щукин.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл Росщукин.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл Госщукин.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Щукин вчера открыл музей.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл Орёл.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл губернатор.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл щукин.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл Кумаров.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл Кумыров.", "Yesterday Kumar opened a museum of Camaro.",
         [], []),
        ("Вчера музей открыл Щукин.#Кумар рад.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера музей открыл Щукин.", "Yesterday Kumar opened a museum.#Shchukin sang.",
         ["Kumar for Щукин"], [[0.198, 0.031, 0.094, 0.0]]),
        ("Вчера музей открыл Щукин и Жуков.", "Yesterday Kumar and Zhukov opened a museum.",
         [], []),
        ("Вчера музей открыл Щукин из Парижа.", "Yesterday Kumar of London opened a museum.",
         ["Kumar of London for Парижа"], [[0.182, 0.182, 0.246, 1.0]]),
        ("Вчера музей открыл Щукин из Парижа.", "Yesterday Kumar of Paris opened a museum.",
         [], []),
        ("Вчера музей открыл Щукин из Парижа.", "Yesterday Kumar opened a museum.#Paris sang.",
         ["Kumar for Щукин"], [[0.198, 0.087, 0.054, 0.0]]),
        ("Вчера музей открыл Щукин.|Дети пели песни.", "Yesterday Kumar opened a museum.|Children sang songs.",
         ["Kumar for Щукин"], [[0.198, 0.032, 0.085, 0.0]]),
        ("Дети пели песни.|Вчера музей открыл Щукин.", "Children sang songs.|Yesterday Kumar opened a museum.",
         ["Kumar for Щукин"], [[0.198, 0.032, 0.085, 0.0]]),
        ("Вчера музей открыл Щукин.|Дети пели песни Жукова.", "Yesterday Kumar opened a museum.|Children sang songs of Gibson.",  # noqa: E501
         ["Kumar for Жукова", "Gibson for Жукова"], [[0.198, 0.005, 0.077, 0.0], [0.093, 0.023, 0.099, 0.0]]),
        ("Вчера музей открыл Щукин, Жуков, Орлов, Лапин, Громов, Цой, Шмыгин, Чичиков.", "Yesterday Kumar opened a museum.",  # noqa: E501
         ["Kumar for Громов Цой Шмыгин Чичиков"], [[0.207, -0.025, 0.167, 0.0]]),
        ("Вчера музей открыл добрый милый старый умный весёлый Щукин.", "Yesterday Kumar opened a museum.",
         ["Kumar for весёлый Щукин"], [[0.198, 0.029, 0.112, 0.0]]),
        ("Вчера музей открыл Щукин Добрый Милый Старый Умный.", "Yesterday Kumar opened a museum.",
         ["Kumar for Щукин Добрый Милый Старый"], [[0.198, 0.025, 0.334, 0.0]]),
        ("Вчера музей открыл Щукин добрый милый старый умный.", "Yesterday Kumar opened a museum.",
         ["Kumar for Щукин добрый милый старый"], [[0.198, 0.025, 0.334, 0.0]]),
        ("Вчера музей открыл Щукин - Жуков.", "Yesterday Kumar opened a museum.",
         ["Kumar for Жуков"], [[0.198, 0.003, 0.063, 0.0]]),
        ("Вчера музей открыл Щукин, Жуков.", "Yesterday Kumar opened a museum.",
         ["Kumar for Щукин Жуков"], [[0.198, 0.003, 0.126, 0.0]]),
        ("Музей.", "Kumar.",
         [], []),
        ("Щукин.", "Kumar.",
         [], []),
        ("Музей Щукин.", "A museum by Kumar.",
         ["Kumar for Щукин"], [[0.198, -0.037, 0.043, 0.0]]),
        ("Вчера ВОЗ открыл музей.", "Yesterday Kumar opened a museum.",
         ["Kumar for ВОЗ"], [[0.026, 0.066, 0.2, 0.0]]),
        ("Вчера японцы открыли музей.", "Yesterday Kumar opened a museum.",
         [], []),
        ("Вчера в Японии открыл музей.", "Yesterday the Louvre in Quebec opened a museum.",
         [], []),
        ("Вчера музей открыл Щукин.", "Yesterday a Russian museum opened.",
         [], []),
        ("Вчера музей открыл в Вологде.", "Yesterday a Russian museum opened.",
         [], []),
        ("Вчера НАТО открыло музей.", "Yesterday the UN opened a museum.",
         ["UN for НАТО открыло"], [[0.219, -0.062, 0.034, 1.0]]),
        ("Вчера НАТО открыло музей.", "Yesterday Paris opened a museum.",
         [], []),
        ("Вчера активистка Ольга Ветрова пела песни.", "Yesterday the activist Olga Petrova sang songs.",
         ["Petrova for Ветрова пела"], [[0.193, 0.035, 0.185, 0.0]]),
        ("Вчера пела Светлана Путина.", "Yesterday the activist Svetlana Petrova sang songs.",
         [], []),
        ("Вчера пел Иван Петрович Жуков.", "Yesterday the activist Mike Gibson sang songs.",
         ["Mike Gibson for Иван Петрович Жуков"], [[-0.025, 0.125, 0.309, 0.0]]),
        ("Вчера музей открыл Щукин.|Дети пели песни.|Рыба в реке.", "Yesterday Kumar opened a museum.|Children sang songs.|A fish in the river.",  # noqa: E501
         [], []),
        ("Рыба в реке.|Дети пели песни.|Рад Щукин.", "Children sang songs.|A fish in the river.|Kumar is glad.",
         ["Kumar for Щукин"], [[0.198, 0.12, 0.057, 0.0]]),
        ("Рыба Париж.|Дети Щукин.", "A fish Kumar.|Children Paris.",
         ["Kumar for Париж"], [[0.198, 0.024, 0.209, 0.0]]),
        ("Вчера музей открыл Щукин. Рыба в реке.", "Yesterday Kumar opened a museum. Gibson is a great fish.",
         ["Kumar for Щукин"], [[0.198, -0.0, 0.006, 0.0]]),
    ],
)  # fmt: skip
def test_a_strange_name_stands_for_the_likeliest_words(
    russian: str, english: str, names: list[str], features: list[list[float]]
) -> None:
    """With its support, what is gained without it and without both, and whether a table has it."""
    assert measured(russian, english) == names
    found = [measure.features for measure in name_measures(*both(russian, english), EMBEDDER)]
    assert found == [pytest.approx(each, abs=1e-3) for each in features]


def told(conflict: FactConflict) -> str:
    """Both names, with the number of the sentence in the bead before them and their reading behind."""
    (at, source), (to, target) = conflict.source[0], conflict.target[0]
    return f"{at} {source.text} = {source.value}, {to} {target.text} = {target.value}"


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("Вчера в городе музей открыл Щукин.", "Yesterday Kumar opened a museum in the town.",
         ["0 Щукин = Shchukin, 0 Kumar = Kumar"]),
        ("Вчера в городе музей открыл Щукин.", "Yesterday Mike Kumar opened a museum in the town.",
         ["0 Щукин = Shchukin, 0 Mike Kumar = Mike Kumar"]),
        ("Вчера в городе музей открыл Пётр Щукин.", "Yesterday Mike Kumar opened a museum in the town.",
         ["0 Щукин = Shchukin, 0 Mike Kumar = Mike Kumar"]),
        ("Вчера в городе музей открыл Пётр Щукин, а дом Иван Жуков.", "Yesterday Mike Kumar opened a museum in the town and Bob Gibson a house.",  # noqa: E501
         ["0 Жуков = Zhukov, 0 Bob Gibson = Bob Gibson"]),
        ("Вчера в городе музей открыли в Париже.", "Yesterday a museum was opened in the town by Kumar.",
         ["0 Париже = Paris, 0 Kumar = Kumar"]),
        ("Вчера в городе музей открыл Щукин.", "Yesterday in the town of Paris a museum was opened.",
         ["0 Щукин = Shchukin, 0 Paris = Paris"]),
        ("Вчера музей открыл МВФ.", "Yesterday NASA opened a museum.",
         ["0 МВФ = IMF, 0 NASA = NASA"]),
        ("Вчера музей открыл МВФ.", "Yesterday ITUC opened a museum.",
         ["0 МВФ = IMF, 0 ITUC = ITUC"]),
        ("Вчера музей открыл МВФ.", "Yesterday Great House Kumar opened a museum.",
         ["0 МВФ = IMF, 0 Great House Kumar = Great House Kumar"]),
        ("Вчера музей открыл Щукин.", "Yesterday Kumar opened a museum.#Shchukin sang.",
         ["0 Щукин = Shchukin, 0 Kumar = Kumar"]),
        ("Вчера музей открыл Щукин из Парижа.", "Yesterday Kumar of London opened a museum.",
         ["0 Парижа = Paris, 0 Kumar of London = London"]),
        ("Вчера музей открыл Щукин из Парижа.", "Yesterday Kumar opened a museum.#Paris sang.",
         ["0 Щукин = Shchukin, 0 Kumar = Kumar"]),
        ("Вчера музей открыл Щукин.|Дети пели песни.", "Yesterday Kumar opened a museum.|Children sang songs.",
         ["0 Щукин = Shchukin, 0 Kumar = Kumar"]),
        ("Дети пели песни.|Вчера музей открыл Щукин.", "Children sang songs.|Yesterday Kumar opened a museum.",
         ["1 Щукин = Shchukin, 1 Kumar = Kumar"]),
        ("Вчера музей открыл Щукин.|Дети пели песни Жукова.", "Yesterday Kumar opened a museum.|Children sang songs of Gibson.",  # noqa: E501
         ["1 Жукова = Zhukov, 1 Gibson = Gibson"]),
        ("Вчера музей открыл Щукин, Жуков, Орлов, Лапин, Громов, Цой, Шмыгин, Чичиков.", "Yesterday Kumar opened a museum.",  # noqa: E501
         ["0 Громов, Цой, Шмыгин, Чичиков = Gromov Tsoy Shmygin Chichikov, 0 Kumar = Kumar"]),
        ("Вчера музей открыл добрый милый старый умный весёлый Щукин.", "Yesterday Kumar opened a museum.",
         ["0 весёлый Щукин = vesyoly Shchukin, 0 Kumar = Kumar"]),
        ("Вчера музей открыл Щукин Добрый Милый Старый Умный.", "Yesterday Kumar opened a museum.",
         ["0 Щукин Добрый Милый Старый = Shchukin Dobry Mily Stary, 0 Kumar = Kumar"]),
        ("Вчера музей открыл Щукин добрый милый старый умный.", "Yesterday Kumar opened a museum.",
         ["0 Щукин добрый милый старый = Shchukin dobry mily stary, 0 Kumar = Kumar"]),
        ("Вчера музей открыл Щукин - Жуков.", "Yesterday Kumar opened a museum.",
         ["0 Жуков = Zhukov, 0 Kumar = Kumar"]),
        ("Вчера музей открыл Щукин, Жуков.", "Yesterday Kumar opened a museum.",
         ["0 Щукин, Жуков = Shchukin Zhukov, 0 Kumar = Kumar"]),
        ("Музей Щукин.", "A museum by Kumar.",
         ["0 Щукин = Shchukin, 0 Kumar = Kumar"]),
        ("Вчера ВОЗ открыл музей.", "Yesterday Kumar opened a museum.",
         ["0 ВОЗ = WHO, 0 Kumar = Kumar"]),
        ("Вчера НАТО открыло музей.", "Yesterday the UN opened a museum.",
         ["0 НАТО открыло = NATO, 0 UN = United Nations"]),
        ("Вчера активистка Ольга Ветрова пела песни.", "Yesterday the activist Olga Petrova sang songs.",
         ["0 Ветрова = Vetrov, 0 Petrova = Petrova"]),
        ("Вчера пела Светлана Путина.", "Yesterday the activist Svetlana Petrova sang songs.",
         ["0 Путина = Putin, 0 Petrova = Petrova"]),
        ("Вчера пел Иван Петрович Жуков.", "Yesterday the activist Mike Gibson sang songs.",
         ["0 Иван Петрович Жуков = Ivan Petrovich Zhukov, 0 Mike Gibson = Mike Gibson"]),
        ("Рыба в реке.|Дети пели песни.|Рад Щукин.", "Children sang songs.|A fish in the river.|Kumar is glad.",
         ["2 Щукин = Shchukin, 2 Kumar = Kumar"]),
        ("Рыба Париж.|Дети Щукин.", "A fish Kumar.|Children Paris.",
         ["0 Париж = Paris, 0 Kumar = Kumar"]),
        ("Вчера музей открыл Щукин. Рыба в реке.", "Yesterday Kumar opened a museum. Gibson is a great fish.",
         ["0 Щукин = Shchukin, 0 Kumar = Kumar"]),
    ],
)  # fmt: skip
def test_names_in_each_others_place_are_told_whichever_text_is_the_source(
    russian: str, english: str, expected: list[str]
) -> None:
    """No words of one side are told twice."""
    ru, en = both(russian, english)
    assert [told(conflict) for conflict in find_replaced(ru, en, EMBEDDER)] == expected
    turned = find_replaced(
        BeadSide("source", en.story, en.sentences), BeadSide("target", ru.story, ru.sentences), EMBEDDER
    )
    assert [told(replace(conflict, source=conflict.target, target=conflict.source)) for conflict in turned] == expected


def test_two_people_are_told_apart_by_sound_alone() -> None:
    (conflict,) = find_replaced(
        *both("Вчера активистка Ольга Ветрова пела песни.", "Yesterday the activist Olga Petrova sang songs."), EMBEDDER
    )
    assert (conflict.confidence, conflict.severity) == (0.9, "major")
    assert conflict.reason == (
        "The English text names “Petrova”; nothing in the Russian text sounds like it or means it, and “Ветрова” "
        "(Vetrov) stands there instead."
    )


def test_how_sure_it_is_comes_from_the_measure() -> None:
    sides = both("Вчера в городе музей открыл Щукин.", "Yesterday Kumar opened a museum in the town.")
    (measure,), (conflict,) = name_measures(*sides, EMBEDDER), find_replaced(*sides, EMBEDDER)
    assert conflict.confidence == round(1 / (1 + math.exp(-measure.log_odds)), 3)


def test_the_surest_names_go_first_and_unsure_ones_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four fifths are enough, by the log odds."""
    sides = both("Вчера музей открыл Щукин.", "Yesterday Kumar opened a museum.#Shchukin sang.")
    monkeypatch.setattr(NameMeasure, "log_odds", math.log(4) + 1e-9)
    assert len(find_replaced(*sides, EMBEDDER)) == 1
    monkeypatch.setattr(NameMeasure, "log_odds", math.log(4) - 1e-9)
    assert find_replaced(*sides, EMBEDDER) == ()


def test_languages_that_are_no_pair_are_left_alone() -> None:
    ru, _ = both("Вчера музей открыл Щукин.", "Yesterday.")
    assert find_replaced(ru, ru, EMBEDDER) == ()
