"""Different names in the same place are flagged; one name in two scripts, cases or lengths is not."""

import pytest
from told_conflicts import told_of

from translate import find_differences
from translate.facts.reading import read_facts
from translate.testing import compare_facts

REPLACED = [
    # people
    ("Вчера Путин напомнил о кораблях.", "Yesterday Veronika Stepanova recalled the ships."),
    ("Решение подписал губернатор Сергей Гришко.", "The decision was signed by Governor Anup Kumar."),
    ("Об этом сообщил Михаил Мишустин.", "This was announced by Dmitry Kozak."),
    ("По словам Марии Захаровой, переговоры продолжатся.", "According to Elena Gromova, the talks will continue."),
    ("Тренер Роберто Манчини покинул сборную.", "Coach Didier Deschamps left the national team."),
    ("Главную роль сыграла Светлана Ходченкова.", "The main role was played by Renata Litvinova."),
    ("Суд арестовал бизнесмена Зиявудина Магомедова.", "The court arrested the businessman Oleg Deripaska."),
    ("Книгу написал Харуки Мураками.", "The book was written by Kazuo Ishiguro."),
    # people whose names sound alike
    ("Активистка Ольга Ветрова рассказала о задержании.", "Activist Olga Petrova told of her arrest."),
    ("Активистка Ольга Ветрова рассказала, что её задержали.", "Activist Olga Petrova said she had been detained."),
    ("Матч судил Сергей Лапин.", "The match was refereed by Sergei Karpin."),
    ("Депутат Анна Громова выступила против.", "The deputy Anna Smirnova spoke against it."),
    # countries and their people
    ("Связи с Катаром разорваны.", "Ties with Spain were cut."),
    ("Французские фермеры бастуют.", "Polish farmers are on strike."),
    ("Немецкий суд отклонил иск.", "A French court dismissed the lawsuit."),
    ("Украинский певец поддержал жителей Украины.", "The Ukrainian singer supported the people of Bulgaria."),
    ("Китайский фонд сообщил, что качество работы в Китае ниже.", "The Chinese fund said work is worse in Romania."),
    ("Японцы выиграли матч.", "The Koreans won the match."),
    ("Посол Норвегии покинул зал.", "The ambassador of Denmark left the hall."),
    ("Выборы в Турции прошли спокойно.", "The election in Greece was calm."),
    ("Грузия закрыла границу.", "Armenia closed the border."),
    # cities and regions
    ("Он прилетел в Москву.", "He flew to Chicago."),
    ("Посольство в Берлине закрыто.", "The embassy in Madrid is closed."),
    ("Пожар в Казани потушен.", "The fire in Samara has been put out."),
    ("Саммит прошёл в Женеве.", "The summit was held in Vienna."),
    ("Ураган подошёл к Флориде.", "The hurricane came close to Texas."),
    ("Поезд из Киева опоздал.", "The train from Lviv was late."),
    ("Музей в Париже открылся вновь.", "The museum in London has reopened."),
    # institutions
    ("По данным Минобороны, испытания идут в плановом порядке.", "According to NASA, the tests are going as planned."),
    ("Об этом говорится на сайте Министерства обороны.", "This is stated on the website of the Interior Ministry."),
    ("В ООН осудили нападение.", "NATO condemned the attack."),
    ("Представитель МВД подтвердил задержание.", "A spokesman for the Foreign Ministry confirmed the arrest."),
    ("Доклад подготовил МВФ.", "The report was prepared by the WTO."),
    ("Игрока дисквалифицировала ФИФА.", "The player was banned by UEFA."),
    ("Следственный комитет возбудил дело.", "The Emergencies Ministry opened a case."),
]

SAME = [
    # cases and transliterations
    ("Указ подписал Владимир Зеленский.", "The decree was signed by Volodymyr Zelensky."),
    ("Встреча с Зеленским отложена.", "The meeting with Zelenskyy was postponed."),
    ("В Киеве объявлена тревога.", "An alert was declared in Kyiv."),
    ("В Харькове слышны взрывы.", "Explosions were heard in Kharkiv."),
    ("Михаилу Мишустину поручили дело.", "The matter was entrusted to Mishustin."),
    ("Книга Чехова переиздана.", "Chekhov's book has been reissued."),
    ("Концерт Чайковского прозвучал вновь.", "Tchaikovsky's concerto was heard again."),
    ("Хрущёв выступил с речью.", "Khrushchev gave a speech."),
    ("Режиссёр Сергей Эйзенштейн снял фильм.", "The director Sergei Eisenstein made a film."),
    ("Певица Юлия Савичева приехала в город.", "The singer Yulia Savicheva came to the city."),
    ("Хавьер Бардем получил приз.", "Javier Bardem received the prize."),
    ("Уильям Хёрт умер в Портленде.", "William Hurt died in Portland."),
    ("Писатель Гюнтер Грасс получил премию.", "The writer Günter Grass received the prize."),
    ("Си Цзиньпин прибыл с визитом.", "Xi Jinping arrived on a visit."),
    ("Глава Хабаров уволил чиновника.", "Khabarov, the head, dismissed an official."),
    ("Принц Вильям посетил Уэльс.", "Prince William visited Wales."),
    ("Маргарет Ходж задала вопрос Биллу Гейтсу.", "Margaret Hodge asked Bill Gates a question."),
    ("Олаф Шольц и Эмманюэль Макрон обсудили газ.", "Olaf Scholz and Emmanuel Macron discussed gas."),
    ("Борис Джонсон встретил короля Чарльза.", "Boris Johnson met King Charles."),
    ("Джо Байден отменил поездку.", "Joe Biden cancelled the trip."),
    ("Режиссёр Ханна Арендт приехала.", "The director Hannah Arendt has arrived."),
    ("Анна Хиггинс дала интервью.", "Hannah Higgins gave an interview."),
    ("Джордж Вашингтон был первым президентом.", "George Washington was the first president."),
    # short forms, initials and titles
    ("Д. А. Медведев ответил на вопросы.", "Dmitry Medvedev answered questions."),
    ("Президент США Джо Байден прилетел в Варшаву.", "Biden flew to Warsaw."),
    ("Госпожа Меркель отказалась от поста.", "Mrs Merkel declined the post."),
    ("Принц Гарри дал интервью.", "Prince Harry gave an interview."),
    # acronyms and institutions
    ("В ООН осудили нападение.", "The United Nations condemned the attack."),
    ("МВД подтвердило задержание.", "The Interior Ministry confirmed the arrest."),
    ("По данным Минобороны, дрон сбит.", "According to the Ministry of Defence, the drone was shot down."),
    ("Верховный суд отклонил жалобу.", "The Supreme Court rejected the complaint."),
    ("Росздравнадзор проверит клинику.", "The Federal Service for Supervision of Healthcare will inspect the clinic."),
    ("Мосгорсуд отменил приговор.", "The Moscow City Court overturned the verdict."),
    ("Замглавы МИД ответил журналистам.", "The Deputy Foreign Minister answered journalists."),
    ("Белый дом опроверг слухи.", "The White House denied the rumours."),
    ("Переход подписали «Пари Сен-Жермен» и игрок.", "PSG and the player signed the transfer."),
    ("Об этом сообщило агентство Франс Пресс.", "AFP reported this."),
    # countries, demonyms, geography
    ("Немецкие учёные сделали открытие.", "Scientists from Germany made a discovery."),
    ("Жители Соединённых Штатов голосуют.", "Americans are voting."),
    ("Великобритания выиграла со счётом 3:1.", "GB won 3-1."),
    ("В ЮАР введён карантин.", "South Africa has introduced a quarantine."),
    ("Турист пропал у Ниагарского водопада.", "A tourist went missing at Niagara Falls."),
    # brands, titles, pen names
    ("Компания Google открыла офис.", "Google opened an office."),
    ("Телефон Samsung подорожал.", "The price of the Samsung phone went up."),
    ("Комедия «Выкрутасы» вышла в прокат.", "The comedy “Lucky Trouble” is in cinemas."),
    ("Актёр по прозвищу «Дед» ушёл со сцены.", "The actor nicknamed “Grandpa” left the stage."),
]


@pytest.mark.model
@pytest.mark.parametrize(("russian", "english"), REPLACED)
def test_a_replaced_name_is_flagged(russian, english):
    """On both sides, whichever language comes first."""
    for texts in ((russian, english), (english, russian)):
        flags = [flag for flag in find_differences(*texts) if flag.kind == "name"]
        assert [(flag.side, flag.severity) for flag in flags] == [("both", "major")]


@pytest.mark.model
@pytest.mark.parametrize(("russian", "english"), SAME)
def test_one_name_in_two_forms_is_silent(russian, english):
    """Whichever language comes first."""
    assert [flag for flag in find_differences(russian, english) if flag.kind == "name"] == []
    assert [flag for flag in find_differences(english, russian) if flag.kind == "name"] == []


def test_of_two_mentions_the_nearer_one_is_marked():
    """The country is named twice on one side: what was replaced is the mention that stands where the other one is."""
    russian = "Украинский певец спел свои песни для всех жителей Украины."
    english = "The Ukrainian singer sang his songs for all the people of Bulgaria."
    (conflict,) = compare_facts([read_facts(russian, "ru")], [read_facts(english, "en")])
    assert [mention.text for _, mention in (*conflict.source, *conflict.target)] == ["Украины", "Bulgaria"]


@pytest.mark.model
def test_the_message_gives_a_name_in_both_scripts():
    """Whoever reads English alone can follow it."""
    (flag,) = find_differences(
        "Решение подписал губернатор Сергей Гришко.", "The decision was signed by Governor Anup Kumar."
    )
    assert "Сергей Гришко" in flag.message
    assert "Grishko" in flag.message
    assert "anup kumar" in flag.message.casefold()


@pytest.mark.parametrize(
    ("russian", "english", "near", "expected"),
    [
        (
            "Выборы в Турции прошли спокойно.",
            "The election in Greece was calm.",
            ("", ""),
            [
                (
                    ["0 Турции", "0 Greece"],
                    0.9,
                    "The Russian text names Türkiye (Турции), the English text names Greece in its place.",
                    "",
                )
            ],
        ),
        (
            "Турция и Франция рады.",
            "Greece and Spain are glad.",
            ("", ""),
            [
                (
                    ["0 Турция", "0 Greece"],
                    0.8,
                    "The Russian text names Türkiye (Турция), the English text names Greece in its place.",
                    "",
                ),
                (
                    ["0 Франция", "0 Spain"],
                    0.8,
                    "The Russian text names France (Франция), the English text names Spain in its place.",
                    "",
                ),
            ],
        ),
        (
            "Он был в Москве, потом в Казани.",
            "He was in Paris and then in Madrid, so it is.",
            ("", ""),
            [
                (
                    ["0 Москве", "0 Paris"],
                    0.8,
                    "The Russian text names Moscow (Москве), the English text names Paris in its place.",
                    "",
                ),
                (
                    ["0 Казани", "0 Madrid"],
                    0.8,
                    "The Russian text names Kazan (Казани), the English text names Madrid in its place.",
                    "",
                ),
            ],
        ),
        (
            "Турция далеко, так как это не рядом, а там, где море.",
            "It is not near but far from there, where the sea is: Greece.",
            ("", ""),
            [
                (
                    ["0 Турция", "0 Greece"],
                    0.9,
                    "The Russian text names Türkiye (Турция), the English text names Greece in its place.",
                    "",
                )
            ],
        ),
        (
            "Турция. Да, Турция.",
            "Turkey. Well, Greece.",
            ("", ""),
            [
                (
                    ["0 Турция", "0 Greece"],
                    0.75,
                    "The Russian text names Türkiye (Турция), the English text names Greece in its place.",
                    "",
                )
            ],
        ),
        (
            "Это сказал МВД.",
            "It was said by NASA.",
            ("", ""),
            [
                (
                    ["0 МВД", "0 NASA"],
                    0.9,
                    "The Russian text names MVD (МВД), the English text names NASA in its place.",
                    "",
                )
            ],
        ),
        (
            "Турция рада.",
            "Greece is glad.",
            ("", "Turkey too."),
            [
                (
                    ["0 Турция", "0 Greece"],
                    0.6,
                    "The Russian text names Türkiye (Турция), the English text names Greece in its place.",
                    "",
                )
            ],
        ),
        ("Турция рада.", "Greece is glad.", ("Греция.", "Turkey too."), []),
        (
            "Турция, Турция.",
            "Turkey, Greece, Spain.",
            ("", ""),
            [
                (
                    ["0 Турция", "0 Greece"],
                    0.7,
                    "The Russian text names Türkiye (Турция), the English text names Greece in its place.",
                    "",
                )
            ],
        ),
        (
            "Греция, Испания, Турция.",
            "Turkey, Turkey.",
            ("", ""),
            [
                (
                    ["0 Греция", "0 Turkey"],
                    0.7,
                    "The Russian text names Greece (Греция), the English text names Türkiye (Turkey) in its place.",
                    "",
                )
            ],
        ),
        ("Главную роль сыграла Светлана Ходченкова.", "The main role was played by Renata Litvinova.", ("", ""), []),
        (
            "Роль сыграла Светлана Ходченкова, а потом и другие люди нашего большого города.",
            "Other people of our big town played a role, and then also Renata Litvinova.",
            ("", ""),
            [],
        ),
        ("Роль сыграла Светлана Ходченкова и Анна Громова.", "The role was played by Renata Litvinova.", ("", ""), []),
        ("Роль сыграла Светлана Ходченкова.", "The role was played at the BBC.", ("", ""), []),
        ("Роль сыграла Светлана Ходченкова.", "The role was played at the Academy Awards.", ("", ""), []),
        ("Роль сыграла Светлана Ходченкова.", "The role was played by Svetla Khodkina.", ("", ""), []),
        ("Роль сыграла Мосфильм.", "The role was played by Renata.", ("", ""), []),
        ("Роль сыграла Франция.", "The role was played by Renata.", ("", ""), []),
        ("Он Голландия.", "He is Tom Holland.", ("", ""), []),
        ("Голландия рада.", "Tom Holland of Spain is glad.", ("", ""), []),
        (
            "Далеко Москва, а там, за морем и за лесом, живут люди, и живут они хорошо и долго.",
            "They live there, beyond the sea and the wood, and they live well and long in Paris.",
            ("", ""),
            [
                (
                    ["0 Москва", "0 Paris"],
                    0.9,
                    "The Russian text names Moscow (Москва), the English text names Paris in its place.",
                    "",
                )
            ],
        ),
        (
            "Москва далеко, а там, за морем и за лесом, живут люди, и живут они хорошо.",
            "They live there, beyond the sea and the wood, and they live well and long, Paris",
            ("", ""),
            [],
        ),
        (
            "Роль сыграла Светлана Ходченкова.",
            "The role was played by Renata Litvinova.",
            ("", "Khodchenkova is glad."),
            [],
        ),
        (
            "Москва далеко.",
            "Paris is far.",
            ("", "Moscow."),
            [
                (
                    ["0 Москва", "0 Paris"],
                    0.6,
                    "The Russian text names Moscow (Москва), the English text names Paris in its place.",
                    "",
                )
            ],
        ),
        (
            "Москва там далеко, а мы и не знали этого.",
            "It is Paris that is far away, Moscow too; and we did not.",
            ("", "Moscow."),
            [],
        ),
    ],
)
def test_what_a_reader_is_told_of_names(
    russian: str, english: str, near: tuple[str, str], expected: list[tuple[list[str], float, str, str]]
) -> None:
    assert told_of(russian, english, near) == expected
