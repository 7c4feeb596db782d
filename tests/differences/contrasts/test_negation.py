"""Negations in corresponding sentences, as the sentence encoder sees their words."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.contrast import Contrast
from translate.differences.contrasts.negation import find_negations
from translate.engines.encoder import default_encoder
from translate.story.story import Story, tell
from translate.text.document import document_of_sentences

pytestmark = pytest.mark.model


def story(*sentences: str, language: str) -> Story:
    return tell(document_of_sentences(sentences, language), default_encoder(), plain_facts=language == "de")


def found(russian: str, english: str) -> tuple[Contrast, ...]:
    return find_negations(
        *sides_of(story(russian, language="ru"), story(english, language="en"), Bead((0,), (0,), 0.8, 0.9))
    )


@pytest.mark.parametrize(
    ("russian", "english", "side"),
    [
        (
            "Президент не подпишет закон до конца недели.",
            "The president will sign the law by the end of the week.",
            "source",
        ),
        (
            "Президент подпишет закон до конца недели.",
            "The president will not sign the law by the end of the week.",
            "target",
        ),
        ("Завод не будет закрыт в этом году.", "The plant will be closed this year.", "source"),
        ("Завод будет закрыт в этом году.", "The plant won't be closed this year.", "target"),
        ("Жители не должны покидать дома.", "Residents should leave their homes.", "source"),
        ("Жители должны покинуть дома.", "Residents should not leave their homes.", "target"),
        ("Полиция не нашла оружие в квартире.", "Police found a weapon in the apartment.", "source"),
        ("Полиция нашла оружие в квартире.", "Police did not find a weapon in the apartment.", "target"),
        ("Министр не знал о переговорах.", "The minister knew about the talks.", "source"),
        ("Министр знал о переговорах.", "The minister didn't know about the talks.", "target"),
        (
            "Врачи могут назвать точную причину болезни.",
            "Doctors cannot name the exact cause of the disease.",
            "target",
        ),
        (
            "Врачи не могут назвать точную причину болезни.",
            "Doctors can name the exact cause of the disease.",
            "source",
        ),
        ("Команда не намерена продолжать переговоры.", "The team intends to continue the talks.", "source"),
        ("Россию на саммит не приглашали.", "Russia was invited to the summit.", "source"),
        ("Россию пригласили на саммит.", "Russia was not invited to the summit.", "target"),
        ("Школы снова не откроются в понедельник.", "Schools will open again on Monday.", "source"),
        ("Суд признал его виновным.", "The court has not found him guilty.", "target"),
        ("Дожди ожидаются в воскресенье.", "Rain is not expected on Sunday.", "target"),
        ("Это было бы хорошим началом.", "This would not be a good start.", "target"),
        ("Эксперты считают, что цены не вырастут.", "Experts believe that prices will rise.", "source"),
        ("Никто не видел, как он вошёл в здание.", "Everyone saw him enter the building.", "source"),
        ("Он часто ездит в Москву на поезде.", "He never travels to Moscow by train.", "target"),
        ("Закон вступит в силу в январе.", "The law will not take effect in January.", "target"),
        ("Учёные не подтвердили результаты опыта.", "Scientists confirmed the results of the experiment.", "source"),
        ("Выборы не состоятся в мае.", "The election will be held in May.", "source"),
    ],
)
def test_a_flipped_statement_is_found(russian: str, english: str, side: str) -> None:
    """One contrast on the side that has the negation."""
    (contrast,) = found(russian, english)
    assert (contrast.kind, contrast.side) == ("negation", side)
    assert 0.4 <= contrast.confidence <= 1
    assert contrast.message.endswith(".")
    assert contrast.source or side == "target"
    assert contrast.target or side == "source"


@pytest.mark.parametrize(
    ("russian", "english", "words"),
    [
        ("Парламент запретил вейпы.", "Parliament legalised vapes.", ("запретил", "legalised")),
        (
            "Глава республики отказался встретиться с дольщиками.",
            "The head of the republic agreed to meet the home buyers.",
            ("отказался", "agreed"),
        ),
        ("Добычу угля на шахте прекратили.", "Coal mining at the mine continues.", ("прекратили", "continues")),
        (
            "Фабрика перестала закупать хлопок.",
            "The factory has not stopped buying cotton.",
            ("перестала", "not stopped"),
        ),
        (
            "Министр исключил новую мобилизацию.",
            "The minister did not rule out a new mobilisation.",
            ("исключил", "not rule out"),
        ),
        (
            "Карнавал в Базеле отменили второй раз подряд.",
            "The Basel carnival will take place for the second year.",
            ("отменили", "will take place"),
        ),
        (
            "Пожар потушили к утру, никто не пострадал.",
            "The fire was put out by morning; there were casualties.",
            ("никто не пострадал", "casualties"),
        ),
        (
            "Допрос вице-мэра шёл шесть часов без адвоката.",
            "The vice mayor was questioned for six hours with a lawyer.",
            ("без", "lawyer"),
        ),
        ("Отключать воду будут не только ночью.", "The water will be cut off only at night.", ("не только", "only")),
        (
            "Ни один из экономистов не ждёт роста.",
            "Not every one of the economists expects growth.",
            ("Ни один", "Not every"),
        ),
        ("Ведомство больше не публикует данные.", "The agency still publishes data.", ("больше не", "still")),
        (
            "Суд признал увольнение медсестры незаконным.",
            "The court ruled the dismissal of the nurse lawful.",
            ("незаконным", "lawful"),
        ),
        (
            "Эксперты сочли воду в реке пригодной для купания.",
            "Experts have deemed the river's water unfit for swimming.",
            ("пригодной", "unfit"),
        ),
        ("Парламент отклонил поправку о сроках.", "Parliament passed the amendment on terms.", ("отклонил", "passed")),
        ("Чиновник отрицает вину.", "The official has admitted his guilt.", ("отрицает", "admitted")),
    ],
)
def test_what_is_affirmed_in_other_words_than_it_is_denied_in_is_found(
    russian: str, english: str, words: tuple[str, str]
) -> None:
    """Refusals, ends, absence, quantifiers and prefixes against what says the contrary."""
    (contrast,) = found(russian, english)
    source, target = contrast.source[0], contrast.target[0]
    assert (russian[source.start : source.end], english[target.start : target.end]) == words


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Закон не вступит в силу.", "The law will not take effect."),
        ("Никто никогда не видел этого документа.", "Nobody has ever seen this document."),
        ("Он никому ничего не сказал.", "He told no one anything."),
        ("Он не мог не заметить ошибку.", "He could not help noticing the mistake."),
        ("Он не мог не заметить ошибку.", "He was bound to notice the mistake."),
        ("Встреча прошла не без споров.", "The meeting took place with some disputes."),
        ("Он не только поёт, но и танцует.", "He both sings and dances."),
        ("Он поёт и танцует.", "He not only sings but also dances."),
        ("Погибли не менее десяти человек.", "At least ten people died."),
        ("Погибли не более десяти человек.", "At most ten people died."),
        ("Пострадали как минимум десять человек.", "No fewer than ten people were hurt."),
        ("Он чуть не упал с лестницы.", "He almost fell down the stairs."),
        ("Он не согласен с решением суда.", "He disagrees with the court's decision."),
        ("Министр отказался отвечать на вопросы.", "The minister did not answer the questions."),
        ("Экипаж не смог посадить самолёт.", "The crew failed to land the plane."),
        ("Экипаж не сумел посадить самолёт.", "The crew was unable to land the plane."),
        ("Строительство признали незаконным.", "The construction was found to be not legal."),
        ("У страны нет нефти.", "The country lacks oil."),
        ("В документе отсутствует подпись.", "There is no signature on the document."),
        ("Дом остался без воды.", "The house was left with no water."),
        ("Он больше не работает в банке.", "He no longer works at the bank."),
        ("Он перестал работать в банке.", "He no longer works at the bank."),
        ("Это правда, не так ли?", "It is true, isn't it?"),
        ("Это же правда?", "It is true, isn't it?"),
        ("Дом № 5 сгорел ночью.", "House No. 5 burned down at night."),
        ("Это победа народа, а не партии.", "It is a victory of the people rather than the party."),
        ("Он ждал, пока не пришёл поезд.", "He waited until the train came."),
        ("Игра не состоится, если не прекратится дождь.", "The game will not take place unless the rain stops."),
        ("Он едва ли вернётся домой.", "He will hardly return home."),
        ("Вряд ли он вернётся домой.", "He will not return home, most likely."),
        ("Поезд придёт не раньше полудня.", "The train will come only after noon."),
        ("Несмотря на дождь, матч состоялся.", "Despite the rain, the match took place."),
        ("Нельзя проносить зажигалки в метро.", "It is forbidden to bring lighters into the metro."),
        ("Это невозможно.", "It is not possible."),
        ("Водитель не пострадал.", "The driver was unhurt."),
        ("Сумма не разглашается.", "The amount is undisclosed."),
        ("Отчётность ещё не опубликована.", "The accounts are yet to be published."),
        ("Её просили не вставать.", "She was asked to avoid standing up."),
        ("Не исключено, что цены вырастут.", "Prices may rise."),
        ("Ему не терпится начать работу.", "He is eager to start work."),
        ("Двери не были открыты.", "The doors were closed."),
        ("Цены на нефть выросли, а цены на газ упали.", "Oil prices rose while gas prices fell."),
        ("В Новом Уренгое открыли завод.", "A plant was opened in Novy Urengoy, an old town."),
        ("Неделя прошла спокойно.", "The week was quiet."),
        ("Маловероятно, что банк объявит дефолт.", "It is not likely that the bank will default."),
        (
            "Болезнь расходится быстро, а обработка данных отстаёт.",
            "The disease spreads fast, and data processing has not kept up.",
        ),
        ("Эти предсказания не должны нас удивлять.", "We should recognise these predictions."),
        ("Все помнят, какой великой была эта команда.", "Who could forget the greatness of this team?"),
        ("Мы не пойдём на уступки.", "We won‘t make concessions."),
        ("Мы не пойдём на уступки.", "We won&apos;t make concessions."),
        ("Мы не пойдём на уступки.", "We won´t make concessions."),
        (
            "Семье сообщили о смерти солдата лишь спустя пять недель.",
            "The family was not told of his death until five weeks later.",
        ),
        (
            "Когда приехала полиция, подозреваемого там уже не было.",
            "By the time police came, the suspect had already gone.",
        ),
        ("Тренер не смог не отметить защитников.", "The coach felt obliged to praise the defenders."),
        ("Подсчёт голосов ещё не завершён.", "Vote counting is still under way."),
        ("Бывший губернатор больше не намерен баллотироваться.", "The former governor has dropped plans to run."),
        ("Мы не уйдём, пока не увидим списки.", "We will stay until we see the lists."),
        (
            "Автобус едва не сорвался в ущелье, его удержало ограждение.",
            "The bus nearly fell into the gorge but was held by the barrier.",
        ),
        ("Никто не может с ним сравниться.", "No one can compare to him."),
        ("Она никогда не слышала этого имени.", "She had never heard this name."),
    ],
)
def test_the_same_in_other_words_is_no_contrast(russian: str, english: str) -> None:
    """Idioms, double negations and words that deny by their meaning stay silent."""
    assert found(russian, english) == ()


def test_either_order_of_languages_gives_the_same_contrast() -> None:
    russian = story("Завод не будет закрыт в этом году.", language="ru")
    english = story("The plant will be closed this year.", language="en")
    bead = Bead((0,), (0,), 0.8, 0.9)
    (one,), (other,) = (
        find_negations(*sides_of(russian, english, bead)),
        find_negations(*sides_of(english, russian, bead)),
    )
    assert (one.side, other.side) == ("source", "target")
    assert (one.source, one.target, one.message) == (other.target, other.source, other.message)


def test_the_message_names_the_words_and_both_places_are_marked() -> None:
    russian = story("Всё спокойно.", "Завод не будет закрыт в этом году.", language="ru")
    english = story("All is calm.", "The plant will be closed this year.", language="en")
    (contrast,) = find_negations(*sides_of(russian, english, Bead((1,), (1,), 0.8, 0.9)))
    assert contrast.message == (
        "The Russian version says this with a negation (“не будет”), the English version without one."
    )
    (denied,), (counterpart,) = contrast.source, contrast.target
    assert (denied.sentence, denied.value) == (1, "не")
    assert russian.sentences[1].text[denied.start : denied.end] == "не будет"
    assert english.sentences[1].text[counterpart.start : counterpart.end] == "closed"
    assert "closed" in contrast.reason


def test_a_bead_of_several_sentences_is_compared_as_a_whole() -> None:
    russian = story("Завод закроют, но никто не будет уволен.", language="ru")
    english = story("The plant will be closed.", "But nobody will be dismissed.", language="en")
    assert find_negations(*sides_of(russian, english, Bead((0,), (0, 1), 0.8, 0.9))) == ()


def test_other_languages_are_left_alone() -> None:
    german = story("Das Werk wird nicht geschlossen.", language="de")
    english = story("The plant will be closed.", language="en")
    assert find_negations(*sides_of(german, english, Bead((0,), (0,), 0.8, 0.9))) == ()
