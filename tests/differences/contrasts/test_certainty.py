"""Hedges and attributions on both sides of a bead: what differs, and what must stay silent."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.contrast import Contrast
from translate.differences.contrasts.certainty import BALANCED, find_certainty
from translate.differences.contrasts.certainty_marks import ALLEGED, ATTRIBUTED, LIKELY, POSSIBLE, read_certainty
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()


def story(language: str, *sentences: str) -> Story:
    return tell(document_of_sentences(sentences, language), EMBEDDER)


def found(
    russian: str | list[str], english: str | list[str], line: int = 0, least: float = BALANCED
) -> tuple[Contrast, ...]:
    """Contrasts of one line; further lines stand around it."""
    ru, en = ([side] if isinstance(side, str) else side for side in (russian, english))
    sides = sides_of(story("ru", *ru), story("en", *en), Bead((line,), (line,), 1.0, 1.0))
    return find_certainty(*sides, least=least)


CAREFUL, FAINT = 0.81, 0.5

ONLY_RUSSIAN = [
    ("По словам мэра, мост закрыт.", "The bridge is closed.", "attributed to somebody"),
    ("По данным полиции, погибли трое.", "Three people died.", "attributed to somebody"),
    ("Мост закрыт до вторника, сообщили в полиции.", "The bridge is closed until Tuesday.", "attributed to somebody"),
    ("Мост закрыт до вторника, заявил мэр.", "The bridge is closed until Tuesday.", "attributed to somebody"),
    ("Как сообщается, завод остановлен.", "The plant has stopped.", "attributed to somebody"),
    ("Завод, по их мнению, остановлен зря.", "The plant was stopped in vain.", "attributed to somebody"),
    ("Поезд, вероятно, опоздает на час.", "The train will be an hour late.", "likely"),
    ("Скорее всего, матч отменят.", "The match will be cancelled.", "likely"),
    ("Огонь, по-видимому, начался на кухне.", "The fire began in the kitchen.", "likely"),
    ("Возможно, пожар начался на кухне.", "The fire began in the kitchen.", "possible"),
    ("Не исключено, что матч отменят.", "The match is cancelled.", "possible"),
    ("Цены могут вырасти к осени.", "Prices will rise by autumn.", "possible"),
    ("Поезд может опоздать на час.", "The train will be an hour late.", "possible"),
    ("Он якобы взял эти деньги.", "He took this money.", "alleged"),
    ("Возможно, цены вырастут к осени.", "Prices will rise by autumn.", "possible"),
    ("Письмо якобы написал министр.", "The minister sent this letter.", "alleged"),
]  # fmt: skip

ONLY_ENGLISH = [
    ("Мост закрыт.", "According to the mayor, the bridge is closed.", "attributed to somebody"),
    ("Погибли трое.", "Three people died, according to police.", "attributed to somebody"),
    ("Мост закрыт до вторника.", "The bridge is closed until Tuesday, the mayor said.", "attributed to somebody"),
    ("Мост закрыт до вторника.", "The bridge is closed until Tuesday, police told Reuters.", "attributed to somebody"),
    ("Завод остановлен с понедельника.", "The plant is shut since Monday, TASS reported.", "attributed to somebody"),
    ("Поезд опоздает на час.", "The train will probably be an hour late.", "likely"),
    ("Пожар начался на кухне.", "The fire apparently began in the kitchen.", "likely"),
    ("Пожар начался на кухне.", "Perhaps the fire began in the kitchen.", "possible"),
    ("Пожар начался на кухне.", "The fire possibly began in the kitchen.", "possible"),
    ("Цены вырастут к осени.", "Prices may rise by autumn.", "possible"),
    ("Поезд опоздает на час.", "The train might be an hour late.", "possible"),
    ("Он взял эти деньги.", "He allegedly took this money.", "alleged"),
    ("Клуб продал вратаря.", "The club has reportedly sold its goalkeeper.", "alleged"),
    ("Он взял эти деньги.", "He purportedly took this money.", "alleged"),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english", "value"), ONLY_RUSSIAN)
def test_only_the_russian_side_hedges_or_attributes(russian: str, english: str, value: str) -> None:
    (contrast,) = found(russian, english, least=FAINT)
    assert (contrast.kind, contrast.side, contrast.target) == ("certainty", "source", ())
    assert [words.value for words in contrast.source] == [value]
    word = russian[contrast.source[0].start : contrast.source[0].end]
    assert contrast.message == (
        f"The Russian version gives this as {value} (“{word}”); the English version states it as a fact."
    )


@pytest.mark.parametrize(("russian", "english", "value"), ONLY_ENGLISH)
def test_only_the_english_side_hedges_or_attributes(russian: str, english: str, value: str) -> None:
    (contrast,) = found(russian, english)
    assert (contrast.kind, contrast.side, contrast.source) == ("certainty", "target", ())
    assert [words.value for words in contrast.target] == [value]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Он якобы взял эти деньги.", "He probably took this money."),
        ("Огонь, по-видимому, начался на кухне.", "The fire allegedly began in the kitchen."),
    ],
)
def test_two_steps_apart_are_a_difference(russian: str, english: str) -> None:
    (contrast,) = found(russian, english)
    assert contrast.side == "both"
    assert {contrast.source[0].value, contrast.target[0].value} == {"alleged", "likely"}
    assert "2 steps apart" in contrast.reason


TRAPS = [
    # the same in other words
    ("По словам мэра, мост закрыт.", "According to the mayor, the bridge is closed."),
    ("По словам мэра, мост закрыт.", "The mayor said the bridge was closed."),
    ("По словам мэра, мост закрыт.", "In the mayor's words, the bridge is closed."),
    ("Мэр анонсировал ремонт моста.", "The mayor announced repairs of the bridge, he said."),
    ("Нужно починить мост как можно скорее.", "The bridge must be repaired as soon as possible."),
    ("Клуб, по слухам, продал вратаря.", "The club has reportedly sold its goalkeeper."),
    ("Очевидно, он заблудился.", "Obviously, he got lost."),
    ("Они смогут купить билеты завтра.", "They can buy tickets tomorrow."),
    ("По его словам, мост закрыт.", "The bridge is closed, he explained."),
    ("Мост закрыт, сообщили в полиции.", "Police announced that the bridge was closed."),
    ("По данным полиции, погибли трое.", "Police confirmed that three had died."),
    ("По официальной статистике, родилось больше детей.", "According to official statistics, more children were born."),
    ("Как выразилась Анна, город спит.", "The city sleeps, Anna said."),
    ("Поезд, вероятно, опоздает на час.", "The train will likely be an hour late."),
    ("Поезд, вероятно, опоздает.", "The train may be late."),
    ("Возможно, матч отменят.", "There is a chance that the match will be cancelled."),
    ("Возможно, пожар начался на кухне.", "It is possible that the fire began in the kitchen."),
    ("Судя по всему, он уехал.", "He seems to have left."),
    ("Не исключено, что он уехал.", "He could have left."),
    ("Наверное, было бы лучше уехать.", "It would probably be better to leave."),
    ("Он якобы взял деньги.", "He is alleged to have taken the money."),
    ("Он предположительно взял деньги.", "He presumably took the money."),
    ("Его обвиняют в том, что он взял деньги.", "He allegedly took the money."),
    ("По сообщениям, клуб продал вратаря.", "The club has reportedly sold its goalkeeper."),
    ("Клуб, как сообщают СМИ, продал вратаря.", "The club has reportedly sold its goalkeeper."),
    # ability, permission, the past, the month
    ("Вы можете прийти завтра.", "You will come tomorrow."),
    ("Он не может приехать.", "He will not come."),
    ("Он мог читать по ночам.", "He will read at night."),
    ("В мае будет тепло.", "It will be warm in May."),
    ("Флот показал свою мощь и уйдёт.", "The fleet showed its might and left."),
    ("Дети будут в школе.", "Children must be at school."),
    # questions and conditions
    ("Возможно, он прав?", "Is he right?"),
    ("Если пойдёт дождь, матч отменят.", "The match might be cancelled if it rains."),
    # marks for "said"
    ("«Мост закрыт до вторника», — сообщили в полиции.", '"The bridge is closed until Tuesday."'),
    ("Мэр: мост закрыт до вторника", "The bridge is closed until Tuesday, the mayor said"),
    ("Торговля выросла на 71 %, сообщает RT Business.", "Trade surges 71% - RT Business"),
    # what looks like a speaker or a source
    ("Это соответствует закону.", "It is paid according to the law."),
    ("Корабли войдут в состав флота.", "The ships will be added to the fleet."),
    ("Он живёт в Соединённых Штатах.", "He lives in the United States."),
    ("Я говорил об этом вчера.", "I said this yesterday."),
    ("Мост закрыт до вторника.", "The bridge is closed until Tuesday."),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english"), TRAPS)
def test_the_same_told_otherwise_is_no_difference(russian: str, english: str) -> None:
    assert found(russian, english) == ()


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Скорее всего, матч отменят.", "The match is expected to be cancelled."),
        ("Он может читать без очков.", "He reads without glasses."),
        ("Он читает без очков.", "He could read without glasses."),
        ("Суд вправе отложить дело.", "The court may adjourn the case."),
        ("Похоже на правду.", "This is the truth."),
    ],
)
def test_what_may_be_the_same_is_not_told_to_a_careful_reader(russian: str, english: str) -> None:
    assert found(russian, english, least=CAREFUL) == ()


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (["По словам мэра, мост закрыт.", "Дорога открыта."], ["The bridge is closed.", "The road is open, he said."]),
        (["Возможно, мост закрыт.", "Его снесут."], ["The bridge is closed.", "Perhaps it will be torn down."]),
    ],
)
def test_what_moved_into_the_next_sentence_is_no_difference(russian: list[str], english: list[str]) -> None:
    assert found(russian, english) == ()


def test_an_attribution_beside_it_that_both_have_excuses_nothing() -> None:
    russian = ["По словам мэра, мост закрыт.", "Дорога, по его словам, открыта."]
    english = ["The bridge is closed.", "The road is open, he said."]
    (contrast,) = found(russian, english)
    assert contrast.source[0].value == "attributed to somebody"


def test_other_languages_are_left_alone() -> None:
    german = tell(document_of_sentences(["Er kam vielleicht."], "de"), EMBEDDER, plain_facts=True)
    assert find_certainty(*sides_of(german, story("en", "He came."), Bead((0,), (0,), 1.0, 1.0))) == ()


@pytest.mark.parametrize(
    ("text", "language", "steps"),
    [
        ("Завтра может пойти дождь.", "ru", [{POSSIBLE}]),
        ("Он якобы болен.", "ru", [{ALLEGED}]),
        ("Он, предположительно, болен.", "ru", [{LIKELY, POSSIBLE, ALLEGED}]),
        ("It may rain, police said.", "en", [{POSSIBLE}, {ATTRIBUTED}]),
        ("He is probably ill.", "en", [{LIKELY}]),
        ("It can rain.", "en", [set()]),
        ("He left in May.", "en", [set()]),
    ],
)
def test_the_ladder(text: str, language: str, steps: list[set[int]]) -> None:
    assert [set(mark.steps) for mark in read_certainty(text, language)] == steps
