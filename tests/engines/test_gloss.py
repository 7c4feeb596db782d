"""The word gloss: phrases, words in their context, names and numbers, and the form in which they come out."""

import pytest

from translate.engines.gloss import gloss


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Низкая явка избирателей.", "Low voter turnout."),
        ("Была низкая явка.", "Was low turnout."),
        ("Матч отменили из-за коронавируса.", "Match canceled because of coronavirus."),
        ("Рижский окружной суд вынес приговор.", "Riga district court passed sentence."),
        ("По словам министра, погибли не менее 12 человек.", "According to minister, died at least 12 people."),
        ("Об этом сообщили в Следственном комитете.", "About this reported in Investigative Committee."),
        ("Владимир Путин подписал указ 6 сентября 2023 года.", "Vladimir Putin signed decree 6 September 2023."),
        ("В результате взрыва в больнице погибли люди.", "As a result of explosion in hospital died people."),
        ("Он не подписал договор.", "He did not sign contract."),
        ("Они будут работать в пятницу.", "They will work on Friday."),
        ("Это стоит на 3,5 % больше.", "This costs on 3.5 % more."),
        ("Сняли с поста, говорил с послом.", "Removed from post/fast, spoke with ambassador."),
        ("Президент США прибыл в Прагу.", "President of US arrived in Prague."),
        ("11-я минута", "11th minute"),
        ("Армяно-иранский договор", "Armenian-Iranian contract"),
        ("США и ООН в Google", "US and UN in Google"),
        ("  ", ""),
        ("", ""),
        ("🙂 1 + 1 = 2", "🙂 1 + 1 = 2"),
    ],
)
def test_russian_in_english_words(sentence: str, expected: str) -> None:
    assert gloss([sentence], "ru", "en") == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The school was closed for good.", "Школа закрыта навсегда."),
        ("By Friday, at least 12 people had been killed.", "К пятнице, по меньшей мере 12 человек убиты."),
        ("The exhibition was called off because of the coronavirus.", "Выставка отменена из-за коронавируса."),
        ("They called the whole thing off.", "Они отменили всю вещь."),
        ("The Riga District Court ruled.", "Окружной суд Риги постановил."),
        ("The minister's office did not comment.", "Офис министра не комментировал."),
        ("Government spending rose by 2.5%.", "Расходы правительства выросли на 2,5%."),
        ("The US told us.", "США сказали нам."),
        ("She left Monday.", "Она покинула в понедельник."),
        ("She said that 5,000 houses had fallen.", "Она сказала что 5 000 домов упали."),
        ("In May it may rain.", "В мае это может идти дождь."),
        ("Donald Trump saw Mishustin and Oglethorpe.", "Дональд Трамп видел Мишустина и Oglethorpe."),
        ("on the 2nd floor", "на 2-й этаже"),
    ],
)
def test_english_in_russian_words(sentence: str, expected: str) -> None:
    assert gloss([sentence], "en", "ru") == [expected]
