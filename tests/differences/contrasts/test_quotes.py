"""Direct speech on both sides of a bead: what differs, and what must stay silent."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.contrast import Contrast
from translate.differences.contrasts.quotes import BALANCED, find_quotes, quote_measures
from translate.engines.encoder import default_encoder
from translate.facts.quotation import read_quotations
from translate.story.story import Story, tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences

EMBEDDER = LetterEmbedder()


def story(language: str, *sentences: str) -> Story:
    return tell(document_of_sentences(sentences, language), EMBEDDER)


def found(
    russian: str | list[str], english: str | list[str], line: int = 0, *, least: float = BALANCED
) -> tuple[Contrast, ...]:
    """Contrasts of one line; further lines stand around it."""
    ru, en = ([side] if isinstance(side, str) else side for side in (russian, english))
    return find_quotes(*sides_of(story("ru", *ru), story("en", *en), Bead((line,), (line,), 1.0, 1.0)), least=least)


GONE = [
    ("«Мы построим здесь новую школу», — сказал мэр.", "The mayor spoke.", "source"),
    ("Он добавил: «Поезда снова ходят по расписанию, билеты в продаже».", "He added that trains run.", "source"),
    ("«Это была ошибка, и я о ней очень жалею», — признался Орлов.", "Orlov admitted a mistake.", "source"),
    ("— Мы не уйдём отсюда никогда, — сказал старик.", "The old man spoke.", "source"),
    ("Мэр выступил.", "“We will build a new school here,” the mayor said.", "target"),
    ("Мэр выступил.", "The mayor said: ‘We will build a new school here.’", "target"),
    ("Он пообещал вернуться.", 'He told reporters: "I will be back before the week is out."', "target"),
]  # fmt: skip

RETOLD = [
    ("«Мы построим здесь новую школу», — сказал мэр.", "We will build a new school here, the mayor said."),
    ("«Мы построим здесь новую школу», — сказал мэр.", "The mayor said that a new school would be built here."),
    ("Мэр сказал: «Мы построим здесь новую школу».", "The mayor said they would build a new school here."),
    ("\"Дорога будет закрыта до вторника\", - сообщили в полиции.", "The road is closed until Tuesday, police said."),
    ("„Вода уже ушла из всех домов“, — рассказала Анна.", "Anna told us the water had left all the houses."),
    ("“Мост простоит ещё сто лет”, — заявил инженер.", "The bridge will stand for another century, he said."),
    ("— Мы не уйдём отсюда никогда, — сказал старик.", "The old man said they would never leave."),
    ("Врач объяснил: \"Больной поправится через две недели\".", "The doctor explained the patient would recover."),
    ("Мэр сказал, что здесь построят новую школу.", '"We will build a new school here," the mayor said.'),
    ("Мэр сказал, что здесь построят новую школу.", "“We will build a new school here,” the mayor said."),
    ("Мэр сказал, что здесь построят новую школу.", "'We will build a new school here,' the mayor said."),
    ("Мэр сказал, что здесь построят новую школу.", "The mayor said: ‘We will build a new school here.’"),
    ("По словам Анны, вода ушла из всех домов.", '"The water has left all of the houses," said Anna.'),
    ("Полиция сообщила, что дорога закрыта.", '"The road is closed until Tuesday," police said.'),
    ("Учёный сказал, что это открытие случайно.", '"We found it by pure chance," the scientist explained.'),
]  # fmt: skip

LONG_RU = "«Мы построим здесь школу, больницу, две дороги и мост, а потом займёмся парком и набережной», — сказал мэр."
LONG_EN = '"We will build a school, a hospital, two roads and a bridge here, and then the park," the mayor said.'

SHORTENED = [
    (LONG_RU, '"We will build a school," the mayor said.', "source"),
    ("«Мы построим школу», — сказал мэр.", LONG_EN, "target"),
    ("Мэр обещал «школу» и многое другое для города.", LONG_EN, "target"),
]

OTHER_SPEAKER = [
    ("«Мы построим здесь новую школу», — сказал Орлов.", '"We will build a new school here," said Dunmore.'),
    ("«Мы построим здесь новую школу», — заявил Иван Орлов.", '"We will build a new school here," Mike Gibson said.'),
    ("Вчера Орлов сказал: «Мы построим новую школу».", 'Yesterday Gibson said: "We will build a new school."'),
    ("«Дорога закрыта до вторника», — сообщил Кузнецов.", '"The road is closed till Tuesday," Bill Walsh added.'),
    ("«Больной скоро поправится, он ест», — сказал врач.", '"He will recover soon, he is eating," a lawyer said.'),
    ("«Мы не признаём этот приговор», — заявил адвокат.", '"We do not accept the verdict," the prosecutor said.'),
    ("«Мы готовы к переговорам в любой день», — сказал министр.", '"We are ready to talk any day," the mayor said.'),
    ("«Мы выиграем этот матч на выезде», — сказал тренер.", '"We will win this away game," the journalist said.'),
    # before, behind and in the middle, in other verbs and by "according to"
    ("«Мост простоит сто лет», — заверила главный инженер.", '"It will stand for ages," the accountant assured them.'),
    ("По мнению тренера хозяев, судья «испортил игру».", 'The referee "spoiled it", according to the home captain.'),
    ("«Мы, — вздохнул хозяин пекарни, — ничего не спасли».", '"We had," sighed the baker\'s wife, "no time at all."'),
    ("Директор школы назвала это «поспешным решением».", 'The pupils\' parents called it a "hasty decision".'),
    ("«Мы подадим апелляцию», — сказала Ирина Соколова, адвокат.", '"We will appeal," said the prosecutor.'),
    ("Дочь писателя вспоминала: «Он не жаловался».", '"He never complained," the writer\'s son recalled.'),
    ("«Закрыть дорогу», — потребовал глава банка.", '"Close the road," demanded the foreign minister.'),
    ("Дочь писателя сказала, что он не жаловался.", '"He never complained," the writer\'s son recalled.'),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english", "side"), GONE)
def test_a_quote_that_is_gone(russian: str, english: str, side: str) -> None:
    (contrast,) = found(russian, english)
    here, there = (contrast.source, contrast.target) if side == "source" else (contrast.target, contrast.source)
    assert (contrast.kind, contrast.side, contrast.severity, there) == ("quote", side, "major", ())
    assert here[0].end > here[0].start
    assert contrast.message.endswith("has no such quote.")


@pytest.mark.parametrize(("russian", "english"), RETOLD)
def test_direct_speech_may_be_told_without_marks(russian: str, english: str) -> None:
    assert found(russian, english, least=0.0) == ()


@pytest.mark.parametrize(("russian", "english", "side"), SHORTENED)
def test_a_shortened_quote(russian: str, english: str, side: str) -> None:
    (contrast,) = found(russian, english)
    assert contrast.side == side
    assert "quotes more of what was said" in contrast.message


@pytest.mark.parametrize(("russian", "english"), OTHER_SPEAKER)
def test_another_speaker(russian: str, english: str) -> None:
    (contrast,) = found(russian, english)
    assert (contrast.side, contrast.severity) == ("both", "major")
    assert contrast.source[0].value != contrast.target[0].value
    for words in (contrast.source[0], contrast.target[0]):
        assert f"“{words.told}”" in contrast.message
        assert f"“{words.told}”" in contrast.reason


TRAPS = [
    # the same quote in other marks
    ("«Мы построим здесь новую школу», — сказал мэр.", '"We will build a new school here," the mayor said.'),
    ("\"Мы построим здесь новую школу\", - сказал мэр.", "'We will build a new school here,' the mayor said."),
    ("„Мы построим здесь новую школу“, — сказал мэр.", "“We will build a new school here,” the mayor said."),
    ("— Мы построим здесь новую школу, — сказал мэр.", '"We will build a new school here," the mayor said.'),
    ("− Мы построим здесь новую школу, − сказал мэр.", '"We will build a new school here," the mayor said.'),
    ("Мэр сказал: «Мы построим здесь новую школу».", "‘We will build a new school here,’ said the mayor."),
    ("«Мы построим, — сказал мэр, — новую школу».", '"We will build," the mayor said, "a new school."'),
    # names and titles
    ("«Газпром» сообщил о прибыли за прошлый год.", "Gazprom reported a profit for last year."),
    ("Фильм «Как я провёл этим летом» получил приз.", "The film How I Ended This Summer won a prize."),
    ("Ледокол «Адмирал Макаров» вышел из порта.", "The icebreaker Admiral Makarov left port."),
    ("Об этом пишет газета «Коммерсантъ».", "The newspaper Kommersant writes about it."),
    ("В матче «Манчестер Сити» обыграл «Челси».", "Manchester City beat Chelsea in the match."),
    ("Проект «Чистая вода для каждого дома» закрыт.", 'The project Clean Water for Every Home was closed.'),
    ("Он прочёл роман о войне.", 'He read the novel "For Whom the Bell Tolls" and said so.'),
    ("Телеканал «Россия 24» показал кадры.", "Rossiya 24 television showed the footage."),
    # words held at a distance
    ("Он назвал это «катастрофой».", "He called it a catastrophe."),
    ("Так называемая «мягкая сила» не работает.", "So-called soft power does not work."),
    ("Это была ошибка, сказал он.", 'It was a "mistake", he said.'),
    ("Нажмите «Настройки».", "Tap Settings."),
    # apostrophes
    ("Дома рабочих снесли в девяностые.", "The workers' houses were torn down in the '90s."),
    ("Компания О'Нила закрылась.", "O'Neil's company closed, it's said, in the players' interest."),
    # nested and unclosed marks
    ("«Роман „Мы“ запретили в том же году», — сказал он.", "\"The novel 'We' was banned that year,\" he said."),
    ('"ОАО "Газпром" увеличит добычу газа", - сказал он.', '"Gazprom will raise its gas output," he said.'),
    # the same speaker
    ("«Мы построим здесь новую школу», — сказал Орлов.", '"We will build a new school here," said Orlov.'),
    ("«Мы построим здесь школу», — заявил Сергей Шойгу.", '"We will build a school here," Shoigu said.'),
    ("«Мы построим здесь новую школу», — сказал он.", '"We will build a new school here," said Orlov.'),
    ("«Мы построим здесь новую школу», — сказал мэр.", '"We will build a new school here," said Orlov.'),
    ("«Мы построим школу», — сказал мэр Орлов.", '"We will build a school here," said Mayor Orlov.'),
    ("«Школа будет здесь», — сказал Орлов агентству ТАСС.", '"The school will be here," Orlov told TASS.'),
    ("«Школа будет именно здесь», — рассказал Хуанг.", '"The school will be right here," Huang said.'),
    ("«Мы построим школу», — сказал глава города.", '"We will build a school here," the mayor said.'),
    ("«Мы готовы к переговорам», — сказал глава МИДа.", '"We are ready for talks," the foreign minister said.'),
    ("«Школа будет здесь», — сказал представитель мэрии.", '"The school will be here," an official said.'),
    ("«Школа будет здесь», — сказал главврач больницы.", '"The school will be here," the chief physician said.'),
    ("«Он не жаловался», — вспоминает вдова поэта.", '"He never complained," recalls the poet\'s wife.'),
    ("По словам сестры мэра, «школа будет здесь».", '"The school will be here," the mayor\'s sister said.'),
    ("«Мы рады», — заявил Торгово-промышленный союз.", '"We are glad," said Dunmore.'),
    # a headline that names the speaker behind a colon
    ("Мэр: «Здесь будет построена новая большая школа»", "A new big school will be built here: Mayor Orlov"),
    # no quotation at all
    ("Мэр сказал, что школу построят.", "The mayor said the school would be built."),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english"), TRAPS)
def test_the_same_told_otherwise_is_no_difference(russian: str, english: str) -> None:
    assert found(russian, english) == ()


NEIGHBOURS = [
    # the quote stands in the next sentence
    (["Мэр сказал: «Мы построим здесь новую школу».", "Все рады."],
     ["The mayor spoke about the plans of the town.", '"We will build a new school here," he said.']),
    # opened in one sentence and closed in the next
    (["«Мы построим здесь новую школу. Она нужна всем», — сказал мэр.", "Все рады."],
     ['"We will build a new school here.', 'Everybody needs it," the mayor said.']),
    (["«Мы построим здесь новую школу.", "Она нужна всем жителям города», — сказал мэр."],
     ['"We will build a new school here.', 'Everybody in town needs it," the mayor said.']),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english"), NEIGHBOURS)
def test_quotes_run_through_sentences_and_move(russian: list[str], english: list[str]) -> None:
    assert found(russian, english) == ()


BESIDE = [
    (["Директор школы обратился к учителям:", "«Уроки начнутся в девять утра»."],
     ["They all met.", '"Lessons will begin at nine in the morning," the mayor told the pupils.'], 1),
    (["Директор школы сказал это после урока.", "«Уроки начнутся в девять утра», — добавил он."],
     ["They all met.", '"Lessons will begin at nine in the morning," the mayor added.'], 1),
    (["«Уроки начнутся в девять утра».", "Об этом сообщил директор школы."],
     ['"Lessons will begin at nine in the morning," the mayor said.', "All of them heard it."], 0),
]  # fmt: skip


@pytest.mark.parametrize(("russian", "english", "line"), BESIDE)
def test_the_speaker_may_be_named_in_the_sentence_before_or_behind(
    russian: list[str], english: list[str], line: int
) -> None:
    (contrast,) = found(russian, english, line)
    assert "“the mayor”" in contrast.message
    assert "директор школы" in contrast.message.lower()


def test_a_list_is_no_dialogue() -> None:
    russian = [
        "Вот достижения компании:",
        "— Sony разработала телевизионную трубку нового формата, которой нет ни у кого другого.",
        "— Sony была пионером в создании записывающих устройств для дома и для студий.",
    ]
    english = ["These are its achievements:", "Sony made a tube.", "Sony was a pioneer."]
    assert [found(russian, english, line, least=0.0) for line in range(3)] == [(), (), ()]


def test_what_is_less_sure_is_told_when_asked_for() -> None:
    pair = "«Мы начали вчера», — сказал он, а «завтра закончим всю работу на мосту».", "He said they began yesterday."
    (contrast,) = found(*pair, least=0.25)
    assert contrast.side == "source"
    assert found(*pair, least=0.999) == ()


def test_other_languages_are_left_alone() -> None:
    german = tell(document_of_sentences(["„Wir bauen eine Schule“, sagte er."], "de"), EMBEDDER, plain_facts=True)
    english = story("en", "They will build a school here, he said.")
    assert find_quotes(*sides_of(german, english, Bead((0,), (0,), 1.0, 1.0))) == ()


def test_the_order_of_the_languages_does_not_matter() -> None:
    english, russian = story("en", GONE[0][1]), story("ru", GONE[0][0])
    (contrast,) = find_quotes(*sides_of(english, russian, Bead((0,), (0,), 1.0, 1.0)))
    assert (contrast.side, contrast.source) == ("target", ())


@pytest.mark.parametrize(
    ("sentences", "inside"),
    [
        (('He said: "We won."',), [['"We won."']]),
        (("Он сказал: «Мы победили».",), [["«Мы победили»"]]),
        (("‘We won,’ he said.",), [["‘We won,’"]]),
        (("The players' cup, the '90s.",), [[]]),
        (('"One.', "Two.", 'Three," he said.'), [['"One.'], ["Two."], ['Three,"']]),
        (('"One.', '"Two," he said.'), [['"One.'], ['"Two,"']]),
        (('"One.', "Two.", "Three."), [['"One.'], [], []]),
        (("— Да, — сказал он.",), [["— Да,"]]),
    ],
)
def test_what_stands_in_quotation_marks(sentences: tuple[str, ...], inside: list[list[str]]) -> None:
    read = read_quotations(sentences)
    assert [
        [text[at.start : at.end] for at in quotations] for text, quotations in zip(sentences, read, strict=True)
    ] == inside


def sorts(russian: str, english: str) -> list[str]:
    """What may be different, however unlikely."""
    sides = sides_of(story("ru", russian), story("en", english), Bead((0,), (0,), 1.0, 1.0))
    return [measure.sort for measure in quote_measures(*sides)]


@pytest.mark.parametrize(("words", "shortened"), [(6, False), (5, True)])
def test_a_quote_is_shortened_where_a_quarter_of_all_is_gone(words: int, shortened: bool) -> None:
    """Eight Russian words are as much as ten English ones."""
    english = " ".join(["we", "will", "build", "a", "new", "school", "here", "now"][:words])
    assert sorts("Мэр: «мы здесь скоро построим новую большую школу всем».", f'The mayor: "{english}".') == (
        ["shortened"] * shortened
    )


@pytest.mark.parametrize(
    ("russian", "speech"),
    [("Мэр: «да нет».", False), ("Мэр: «мы все ушли».", False), ("Мэр: «мы все давно ушли».", True)],
)
def test_a_few_words_in_marks_are_no_speech(russian: str, speech: bool) -> None:
    """Four English words are."""
    assert sorts(russian, "Mayor.") == ["unmarked"] * speech
    assert sorts("Мэр.", 'The mayor: "we all left".') == []
    assert sorts("Мэр.", 'The mayor: "we all left early".') == ["unmarked"]


def test_a_quote_that_the_next_sentence_holds_has_moved() -> None:
    ru, en = story("ru", "Мэр: «мы все давно ушли».", "Все рады."), story("en", "He spoke.", '"We all left early."')
    assert quote_measures(*sides_of(ru, en, Bead((0,), (0,), 1.0, 1.0))) == []
    ru, en = story("ru", "Все рады.", "Мэр: «мы все давно ушли»."), story("en", '"We all left early."', "He spoke.")
    assert quote_measures(*sides_of(ru, en, Bead((1,), (1,), 1.0, 1.0))) == []


def test_a_shortened_quote_is_told_with_its_words() -> None:
    (contrast,) = found(LONG_RU, '"We will build a school," the mayor said.')
    assert contrast.severity == "minor"
    assert contrast.reason == (
        "About 19 words stand in quotation marks in the Russian version and 5 in the English version, Russian words "
        "counted as English ones."
    )
    assert [words.value for words in (*contrast.source, *contrast.target)] == ["15 words", "5 words"]


def test_another_speaker_is_told_with_both_names() -> None:
    (contrast,) = found(*OTHER_SPEAKER[0])
    assert contrast.message == "The Russian version gives these words to “Орлов”, the English version to “Dunmore”."
    assert contrast.reason == (
        "“Орлов” stands beside the words of speech in the Russian version, “Dunmore” in the English version."
    )


def words_told(russian: str, english: str) -> list[tuple[str, str]]:
    """The words that two quotations are found to have for one another, as the encoder sees them."""
    ru, en = (
        tell(document_of_sentences([text], code), default_encoder())
        for text, code in ((russian, "ru"), (english, "en"))
    )
    sides = sides_of(ru, en, Bead((0,), (0,), 1.0, 1.0))
    found = [measure for measure in quote_measures(*sides, default_encoder()) if measure.sort == "words"]
    return [(measure.source[0].value, measure.target[0].value) for measure in found if measure.probability >= BALANCED]


@pytest.mark.model
def test_another_word_in_a_quotation_is_found() -> None:
    assert words_told(
        "«Мы приехали сюда ради опыта», — призналась лыжница.", "“We came here for gold,” the skier admitted."
    ) == [("опыта", "gold")]


@pytest.mark.model
def test_the_same_words_in_a_quotation_are_not() -> None:
    assert (
        words_told(
            "«Мы приехали сюда ради золота», — призналась лыжница.", "“We came here for gold,” the skier admitted."
        )
        == []
    )


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("«Мы не уйдём отсюда», — скандировали шахтёры.", "“We will not leave,” the teachers chanted.", True),
        ("«Мы не уйдём отсюда», — скандировали шахтёры.", "“We will not leave,” the miners chanted.", False),
        (
            "«Граница закрыта», — сказал глава погранслужбы.",
            "“The border is shut,” said the border guard chief.",
            False,
        ),
        (
            "Инспектор был краток: «Сюда я детей не пущу».",
            "The owner was brief: “I would not let children in here.”",
            True,
        ),
        (
            "Инспектор был краток: «Сюда я детей не пущу».",
            "The inspector was brief: “I would not let children in.”",
            False,
        ),
    ],
)
def test_roles_beside_a_quote_may_be_two_speakers(russian: str, english: str, *, expected: bool) -> None:
    assert ("speaker" in sorts(russian, english)) == expected
