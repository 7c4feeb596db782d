"""The word gloss: phrases, words in their context, names and numbers, and the form in which they come out."""

import pytest
from obscene import OBSCENE

from translate.engines.gloss import gloss, glossed, has_gloss, text_of, unknown_in
from translate.engines.translation import mended
from translate.engines.translator import translate_document
from translate.languages.gloss_book import gloss_book
from translate.languages.registry import language_of
from translate.options import Options
from translate.text.document import document_of_sentences


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Низкая явка избирателей.", "Low voter turnout."),
        ("Была низкая явка.", "Was low turnout."),
        ("Матч отменили из-за коронавируса.", "Match canceled because of coronavirus."),
        ("Рижский окружной суд вынес приговор.", "Riga district court passed sentence."),
        ("По словам министра, погибли не менее 12 человек.", "According to minister, were killed at least 12 people."),
        ("Об этом сообщили в Следственном комитете.", "About this reported in Investigative Committee."),
        ("Владимир Путин подписал указ 6 сентября 2023 года.", "Vladimir Putin signed decree 6 September 2023."),
        ("В результате взрыва в больнице погибли люди.", "As a result of explosion in hospital were killed people."),
        ("Он не подписал договор.", "He did not sign contract."),
        ("Они будут работать в пятницу.", "They will work on Friday."),
        ("Это стоит на 3,5 % больше.", "This costs on 3.5 % more."),
        ("Сняли с поста, говорил с послом.", "Removed from post, said with ambassador."),
        ("Президент США прибыл в Прагу.", "President of US arrived in Prague."),
        ("Тушили более 100 домов.", "Extinguished more than 100 homes."),
        ("11-я минута", "11th minute"),
        ("Армяно-иранский договор", "Armenian-Iranian contract"),
        ("США и ООН в Google", "US and UN in Google"),
        ("Запрет может быть обжалован.", "Ban may be appealed."),
        ("Может быть, он придёт.", "Maybe, he will come."),
        ("Он, может быть, придёт.", "He, maybe, will come."),
        ("Прокуратура начала проверку.", "Prosecutors began check."),
        ("С начала года", "Since the beginning of the year"),
        ("Ставка выросла на 5 процентов.", "Rate rose by 5 percent."),
        ("Мэра Анны Орловой не было.", "Mayor of Anna Orlova was not."),
        ("Ксения Орлова и Яна Поплавская", "Kseniya Orlova and Yana Poplavskaya"),
        ("Мэр Орлов встретил Соколова.", "Mayor Orlov met Sokolov."),
        ("Паводок в долине Лены", "Flood in valley of Lena"),
        ("Закрыли мост через Тошню.", "Closed bridge through Toshnyu."),
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
        ("By Friday, at least 12 people had been killed.", "К пятнице, как минимум 12 человек убиты."),
        ("The exhibition was called off because of the coronavirus.", "Выставка отменена из-за коронавируса."),
        ("They called the whole thing off.", "Они отменили всю вещь."),
        ("The Riga District Court ruled.", "Окружной суд Риги постановил."),
        ("The minister's office did not comment.", "Офис министра не комментировал."),
        ("Government spending rose by 2.5%.", "Расходы правительства выросли на 2,5%."),
        ("The US told us.", "США сказали нам."),
        ("She left Monday.", "Она покинула в понедельник."),
        ("She said that 5,000 houses had fallen.", "Она сказала что 5 000 домов упали."),
        ("In May it may rain.", "В мае это может идти дождь."),
        ("The case may be appealed.", "Дело может быть обжаловано."),
        ("The law will be changed.", "Закон будет изменён."),
        ("In March the court ruled that the ban was legal.", "В марте суд постановил что запрет был законный."),
        ("They march in March.", "Они маршируют в марте."),
        ("PRICES ROSE IN MARCH", "Цены выросли в марте"),
        (
            "Police arrested two men suspected of robbing a bank.",
            "Полиция арестовала двух человек подозреваемых в ограблении банка.",
        ),
        ("Two women saw three cars.", "Две женщины видели три машины."),
        ("Donald Trump saw Mishustin and Oglethorpe.", "Дональд Трамп видел Мишустина и Oglethorpe."),
        ("He has been living in London since 2015.", "Он жил в Лондоне с 2015."),
        ("It would close two offices.", "Это закрыло бы два офиса."),
        ("Three men arrested by police", "Три человека арестованные полицией"),
        ("It rose to 5%.", "Это выросло в 5%."),
        ("on the 2nd floor", "на 2-й этаже"),
    ],
)
def test_english_in_russian_words(sentence: str, expected: str) -> None:
    assert gloss([sentence], "en", "ru") == [expected]


@pytest.mark.parametrize(("source", "target", "known"), [("ru", "en", True), ("en", "ru", True), ("ru", "de", False)])
def test_languages_without_words_have_no_gloss(source: str, target: str, known: bool) -> None:
    assert has_gloss(source, target) is known


def test_sentences_keep_their_number() -> None:
    assert gloss([], "ru", "en") == []
    assert len(gloss(["Да.", "", "Нет."], "ru", "en")) == 3


def test_tokens_make_up_the_gloss_and_point_to_their_words() -> None:
    sentence = "Глокая куздра ела в замке, а Иванов спал."
    (line,) = glossed([sentence], "ru", "en")
    text = text_of(line)
    assert [text] == gloss([sentence], "ru", "en")
    assert [sentence[token.start : token.end] for token in line if not token.known] == ["куздра"]
    assert [text[span.start : span.end] for span in unknown_in(line)] == ["куздра"]
    castle = next(token for token in line if sentence[token.start : token.end] == "замке")
    assert (castle.text, castle.shown, castle.senses) == ("castle", ("castle",), ("lock",))


def test_other_words_of_the_dictionary_are_offered() -> None:
    (line,) = glossed(["Истец опоздал."], "ru", "en")
    assert line[0].shown == ("Plaintiff",) or line[0].shown == ("plaintiff",)
    assert all(other not in line[0].shown for other in line[0].others)


def test_terms_of_a_user_go_first_in_any_form() -> None:
    terms = {"окружной суд": "Circuit Court", "министр": "secretary"}
    assert gloss(["В окружном суде министра ждали."], "ru", "en", terms=terms) == [
        "In Circuit Court of secretary waited for."
    ]


def test_a_name_keeps_its_letters_where_no_usual_form_is_known() -> None:
    assert gloss(["We saw Oglethorpe and Martin there."], "en", "ru")[0].split()[2:5] == ["Oglethorpe", "и", "Мартина"]


@pytest.mark.parametrize(("source", "target"), [("ru", "en"), ("en", "ru")])
def test_nothing_obscene_comes_out(source: str, target: str) -> None:
    """Of no word that the gloss knows, and of no frequent word that it makes up from its parts."""
    book = gloss_book(source, target)
    assert book is not None
    words = sorted({*book.words, *language_of(source).words("words")})
    lines = zip(words, glossed(words, source, target), strict=True)
    shown = [
        (word, said)
        for word, line in lines
        for token in line
        for said in ((token.text, *token.others) if token.known else ())
    ]
    assert len(shown) > len(words)
    assert [found for found in shown if OBSCENE.search(found[1])] == []


def test_obscene_words_are_left_as_they_stand() -> None:
    assert gloss(["Ну и дерьмо."], "ru", "en")[0].endswith("дерьмо.")


def test_words_of_a_gloss_that_no_dictionary_knows_are_told() -> None:
    document = document_of_sentences(["Кот видел глокую куздру.", "Кот дома.", ""], "ru")
    translation = translate_document(document, "en", Options(engine="gloss"))
    told = [
        [text[span.start : span.end] for span in translation.unknown_words(i)]
        for i, text in enumerate(translation.sentences)
    ]
    assert told == [["глокую", "куздру"], [], []]
    assert translate_document(document_of_sentences(["Кот дома."], "ru"), "en", Options(engine="gloss")).unknown == ()


def test_words_that_are_only_likely_come_with_the_other_senses() -> None:
    document = document_of_sentences(["Они закрыли замок.", "Кот дома.", ""], "ru")
    translation = translate_document(document, "en", Options(engine="gloss"))
    text = translation.sentences[0]
    guesses = {text[guess.start : guess.end]: guess.others for guess in translation.guessed_words(0)}
    assert guesses["castle"] == ("lock",)
    assert len(translation.guesses) == 3
    assert translation.guessed_words(2) == ()
    assert [translation.is_gloss([i]) for i in range(3)] == [True, True, False]
    by_hand = mended(translation, document, {0: "They locked up."})
    assert by_hand.guessed_words(0) == ()
    assert (by_hand.is_gloss([0]), by_hand.is_gloss([0, 1])) == (False, True)
