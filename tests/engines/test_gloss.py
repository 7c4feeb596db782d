import pytest

from translate.engines.gloss import gloss

WORDS = {"больница": "hospital", "президент": "president", "подписать": "sign", "hospital": "больница"}


class Dictionary:
    """A lexicon of a few words; all others have only a far neighbour."""

    def neighbours(self, words, to, k=5):
        return [[(WORDS[word], 0.9)] if word in WORDS else [("elsewhere", 0.3)] for word in words]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("В больницу.", "In hospital."),
        ("Президент подписал вердикт.", "President sign verdikt."),
        ("Мишустину поручили это.", "Mishustin instructed this."),
        ("Отчёт до 1 декабря 2023 года, в среду.", "Otchyot until 1 December 2023 year, in Wednesday."),
        ("Хруст на 3,5 % («Интерфакс»)!", "Khrust on 3,5 % («Interfaks»)!"),
        ("США и ООН в Google", "USA and UN in Google"),
        ("Он же ушёл", "He ushyol"),
        ("  ", ""),
        ("", ""),
        ("🙂 1 + 1 = 2", "🙂 1 + 1 = 2"),
    ],
)
def test_russian_in_english_words(sentence, expected):
    assert gloss([sentence], "ru", "en", lexicon=Dictionary()) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In the hospital.", "В больница."),
        ("Mishustin was in Kazan on Tuesday.", "Mishustin был в Kazan на вторник."),
        ("In May it may rain.", "В мая это может rain."),
        ("The US told us.", "США сообщил нам."),
        ("The hospital, of course", "Больница, course"),
    ],
)
def test_english_in_russian_words(sentence, expected):
    assert gloss([sentence], "en", "ru", lexicon=Dictionary()) == [expected]


def test_sentences_keep_their_number():
    assert gloss([], "ru", "en", lexicon=Dictionary()) == []
    assert len(gloss(["Да.", "", "Нет."], "ru", "en", lexicon=Dictionary())) == 3


@pytest.mark.model
def test_news_sentence_is_recognisable():
    (line,) = gloss(["В результате взрыва в больнице Казани погибли 12 человек."], "ru", "en")
    assert line == "In result explosion in hospital Kazan died 12 person."


@pytest.mark.model
def test_a_name_at_the_beginning_of_a_sentence_is_known_from_another_sentence():
    found = gloss(["The mayor, Andrei Vetrov, said this.", "Vetrov said more."], "en", "ru")
    assert ["Vetrov" in sentence for sentence in found] == [True, True]
