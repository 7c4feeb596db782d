"""Texts that tell the same in other words, after real documents: what is told over there is not called one-sided."""

import pytest

from translate import Comparison, Options, compare
from translate.engines.word_states import weights_file

pytestmark = pytest.mark.model

FREE_RUSSIAN = """\
Препарат дали двум сотням добровольцев. Не все повторные опыты показали, что он помогает. Но стоит он копейки и вреда \
не приносит, так что почему бы не попробовать.

Власти города не отрицают, что цены кусаются. Однако прожить на среднюю зарплату можно. Начать стоит с жилья. В \
пригородах снимать дешевле.

По музею нас водила Ирина Громова. Она служит в бюро, которое показывает гостям кухню края. Всем понравилось.

Дом строили два года. Открыли его в мае."""
FREE_ENGLISH = """\
The drug was given to two hundred volunteers. But it doesn't always work. Still, it costs pennies and does no harm, so \
why not try.

The city does not deny that prices bite. Yet one can live on an average wage, to begin with by choosing where to rent. \
Rents are lower in the suburbs.

Irina Gromova took us round the museum; she is employed by an agency for food tourists. Everybody liked it.

The house took two years to build. It opened in May."""


def compared(source: str, target: str) -> Comparison:
    return compare(source, target, Options(engine="none"))


def test_a_paraphrase_among_sure_pairs_is_no_omission() -> None:
    found = compared(FREE_RUSSIAN, FREE_ENGLISH)
    assert [difference for difference in found.differences if difference.kind in ("omission", "addition")] == []


def test_a_short_story_freely_told_is_the_same_story() -> None:
    found = compared(
        "Поезд опоздал на три часа. Пассажирам раздали воду.",
        "The train came in three hours late. Water was handed out.",
    )
    assert found.same_story.likely


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        (
            "Бензиновый сбор равен 18 центам за галлон. При Клинтоне в 1993 году его подняли в последний раз. Бензин "
            "подешевел.",
            "The petrol duty stands at 18 cents a gallon; it last went up under Clinton in 1993, following an increase "
            "under Bush in 1990. Petrol has become cheaper.",
            "under Bush in 1990",
        ),
        (
            "Мост закрыли в мае. Его ремонтируют рабочие из Твери. Движение пустили в объезд.",
            "The bridge was closed in May and is being repaired by workers from Tver at a cost of 40 million rubles. "
            "Traffic has been diverted.",
            "40 million rubles",
        ),
    ],
)
def test_sentences_that_are_one_over_there_are_searched_for_parts(source: str, target: str, words: str) -> None:
    (found,) = compared(source, target).differences
    assert (found.kind, found.side) == ("partial", "target")
    (span,) = found.target
    assert words in target[span.start : span.end]


@pytest.mark.skipif(weights_file() is None, reason="the second encoder is not installed")
def test_two_questions_that_are_one_over_there_are_no_omission_to_both_encoders(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PARALLAX_SECOND_ENCODER", "1")
    found = compared(
        "История знает много крушений. Что же их вызывает? И какие причины видны уже сегодня? Учёные спорят.",
        "History knows many collapses. What brings them about, and what can be seen of it today? Scholars argue.",
    )
    assert not found.differences
