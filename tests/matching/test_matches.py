"""match(): pairs of two collections, one to one or many, the same whatever the number of workers."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from translate import Article, match
from translate.engines.encoder import default_encoder
from translate.errors import OptionError
from translate.matching.matches import chosen
from translate.matching.probability import Candidates
from translate.samples import load_sample

DAY = date(2024, 5, 31)
RUSSIAN = (
    "Мост в Самаре открыли после ремонта\n\nМост через Волгу открыли в понедельник. Ремонт стоил 120 млн рублей, "
    "сообщил мэр Пётр Лебедев.",
    "Учёные из Осаки вывели синюю розу\n\nРоза цветёт дважды в год, рассказала профессор Ямада. Сорт назовут «Море».",
    "Цены на пшеницу упали\n\nТонна пшеницы подешевела на бирже в Чикаго на 4%. Аналитики ждут большого урожая.",
)
ENGLISH = (
    "Osaka scientists grow a blue rose\n\nThe rose flowers twice a year, Professor Yamada said. It will be named Sea.",
    "Samara bridge reopens after repairs\n\nThe bridge over the Volga was opened on Monday. The repairs cost "
    "120 million roubles, mayor Pyotr Lebedev said.",
    "Museum shows old clocks\n\nA museum in Lyon has opened an exhibition of sixty clocks made by an unknown master.",
)


def articles(texts: tuple[str, ...], day: date | None = DAY) -> list[Article]:
    return [Article(str(number), text, published=day) for number, text in enumerate(texts)]


def drawn(found) -> list[tuple[str, str]]:
    return [(pair.source.name, pair.target.name) for pair in found.pairs]


@pytest.mark.model
def test_articles_on_one_story_are_found_and_others_stay_alone():
    found = match(articles(RUSSIAN), articles(ENGLISH))
    assert drawn(found) == [("0", "1"), ("1", "0")]
    assert all(0.5 <= pair.probability <= 1 for pair in found.pairs)
    assert [[article.name for article in side] for side in found.alone] == [["2"], ["2"]]
    assert drawn(match(articles(ENGLISH), articles(RUSSIAN))) == [("0", "1"), ("1", "0")]


@pytest.mark.model
def test_what_was_written_on_other_days_is_no_counterpart():
    earlier = articles(ENGLISH, date(2024, 5, 27))
    assert drawn(match(articles(RUSSIAN), earlier)) == []
    assert drawn(match(articles(RUSSIAN), earlier, window=4)) == [("0", "1"), ("1", "0")]
    assert len(match(articles(RUSSIAN), earlier, window=None).pairs) == 2
    assert len(match(articles(RUSSIAN), articles(ENGLISH, None), window=0).pairs) == 2


@pytest.mark.model
def test_an_article_may_have_several_counterparts_if_asked_for():
    flood, telescope = load_sample("flood"), load_sample("telescope")
    russian = articles((flood.source, telescope.source))
    beginning = flood.target[: flood.target.index(". ", len(flood.target) // 2) + 1]
    english = articles((flood.target, beginning, ENGLISH[2], telescope.target))
    assert drawn(match(russian, english)) == [("0", "0"), ("1", "3")]
    many = match(russian, english, many=True)
    assert sorted(drawn(many)) == [("0", "0"), ("0", "1"), ("1", "3")]
    assert [article.name for article in many.alone[1]] == ["2"]


@pytest.mark.model
def test_another_event_on_the_topic_is_no_counterpart():
    later = "Samara bridge to close for a night\n\nThe bridge over the Volga will be shut on 9 June for cleaning."
    for many in (False, True):
        found = match(articles(RUSSIAN), articles((later,)), many=many)
        assert found.pairs == ()
        assert [article.name for article in found.alone[0]] == ["0", "1", "2"]


@pytest.mark.model
def test_articles_in_one_language_are_no_counterparts_of_each_other():
    found = match(articles((*RUSSIAN, ENGLISH[0])), articles((*ENGLISH, RUSSIAN[0])))
    assert drawn(found) == [("0", "1"), ("1", "0")]


@pytest.mark.model
def test_workers_find_the_same():
    alone, together = (match(articles(RUSSIAN), articles(ENGLISH), workers=workers) for workers in (0, 2))
    assert alone == together


@pytest.mark.model
def test_what_cannot_be_read_stops_nothing(tmp_path: Path):
    for number, text in enumerate((*RUSSIAN, "Die Brücke wurde am Montag nach langer Reparatur wieder geöffnet.")):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "4.pdf").write_bytes(b"%PDF-1.4 nothing")
    stages: list[str] = []
    found = match(tmp_path, articles(ENGLISH), progress=lambda stage, done, total: stages.append(stage))
    assert [name for name, _ in found.unread] == ["4.pdf", "3.txt"]
    assert drawn(found) == [("0.txt", "1"), ("1.txt", "0")]
    assert found.pairs[0].source.text == ""
    assert [stage for k, stage in enumerate(stages) if stage not in stages[:k]] == ["sketching", "searching"]


@pytest.mark.model
def test_empty_collections_have_no_pairs():
    assert match([], articles(ENGLISH)).pairs == ()
    assert match(articles(RUSSIAN), []).pairs == ()
    assert match([], []).alone == ((), ())


@pytest.mark.parametrize("setting", [{"window": -1}, {"window": 1.5}, {"least": 2}, {"least": "x"}, {"workers": True}])
def test_settings_out_of_range_are_told(setting):
    with pytest.raises(OptionError, match=next(iter(setting))):
        match([], [], **setting)


def candidates(pairs: list[tuple[int, int]]) -> Candidates:
    i, j = np.array(pairs).T
    return Candidates(i, j, np.zeros((len(pairs), 0)))


def test_one_to_one_takes_the_most_probable_first():
    found = candidates([(0, 0), (0, 1), (1, 0), (1, 1), (2, 2)])
    probability = np.array([0.8, 0.7, 0.9, 0.6, 0.4])
    assert chosen(found, probability, 0.5, many=False) == [1, 2]
    assert chosen(found, probability, 0.5, many=True) == [0, 1, 2, 3]


def test_of_equally_probable_pairs_the_first_is_taken():
    found = candidates([(0, 0), (0, 1), (1, 0), (1, 1)])
    assert chosen(found, np.full(4, 0.9), 0.5, many=False) == [0, 3]


def test_the_encoder_has_its_model():
    from translate.matching.probability import matching_model

    model = matching_model(default_encoder().fitted_as)
    assert model.one.weights["ahead_shared"] > 0
    assert model.many.weights["figures"] > 0
    assert 0 < max(model.background.values()) <= 1
