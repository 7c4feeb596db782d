"""Short stories with one trap each, after public bug reports and real bilingual documents: which kinds are found."""

import pytest

from translate import Options, compare

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("russian", "english", "kinds"),
    [
        pytest.param(
            "Сейчас пошлина равна 12 копейкам. В последний раз её снижал Беляев в 1998 году.",
            "The tariff is 12 kopecks. It was last lowered by Belyaev in 1998, after a cut by Roman Sidorov in 1996.",
            {"partial"},
            id="W2",
        ),
        pytest.param(
            "Все помнят, как красиво играл этот оркестр. Теперь он распущен.",
            "Who could forget how beautifully this orchestra played? Now it has been disbanded.",
            set(),
            id="W16",
        ),
        pytest.param(
            "Составлен список дорогих курортов, где жизнь подешевела. Мы расспросили туристов.",
            "A list of expensive resorts that have become cheaper has been drawn up. We asked tourists.",
            set(),
            id="W17",
        ),
        pytest.param(
            "Маловероятно, что компания закроет завод. Рабочие спокойны.",
            "It is not likely that the company will close the plant. The workers are calm.",
            set(),
            id="W20",
        ),
        pytest.param(
            "Город растёт быстро, а строительство школ отстаёт. Нужны учителя.",
            "The city is growing fast, and the building of schools has not kept up. Teachers are needed.",
            set(),
            id="W21",
        ),
        pytest.param(
            "Эти прогнозы не должны нас удивлять. Они уже подтверждаются.",
            "We should recognise these forecasts. They are already being confirmed.",
            set(),
            id="W22",
        ),
        pytest.param(
            "Присяжные оправдали директора завода. Следователь подаст жалобу.",
            "The jury convicted the director of the plant. The investigator will appeal.",
            {"meaning"},
            id="W27a",
        ),
        pytest.param(
            "Власти запретили азартные игры. Указ вступит в силу в июне.",
            "The authorities legalised gambling. The decree takes effect in June.",
            {"negation"},
            id="W27b",
        ),
        pytest.param(
            "Мы не станем платить выкуп. Полиция ведёт розыск.",
            "We won‘t pay a ransom. The police are searching.",
            set(),
            id="W28a",
        ),
        pytest.param(
            "Мы не станем платить выкуп. Полиция ведёт розыск.",
            "We won&apos;t pay a ransom. The police are searching.",
            set(),
            id="W28b",
        ),
        pytest.param(
            "Мы не станем платить выкуп. Полиция ведёт розыск.",
            "We won´t pay a ransom. The police are searching.",
            set(),
            id="W28c",
        ),
        pytest.param(
            "Трубу проложили на пять километров. Работы завершены.",
            "The pipe was laid for 7,000 metres. The work is finished.",
            {"number"},
            id="W30a",
        ),
        pytest.param(
            "Допрос шёл трое суток. Адвоката не пустили.",
            "The questioning lasted 48 hours. The lawyer was not let in.",
            {"number"},
            id="W30b",
        ),
        pytest.param(
            "Встреча длилась четверть часа. Журналистов не позвали.",
            "The meeting lasted 40 minutes. Journalists were not invited.",
            {"number"},
            id="W30c",
        ),
        pytest.param(
            "Концерт длился три часа. Зал был полон.",
            "The concert lasted 100 minutes. The hall was full.",
            {"number"},
            id="W32",
        ),
        pytest.param(
            "Судья назначил 2 года 3 месяца колонии. Адвокат подал жалобу.",
            "The judge gave him 27 months in a penal colony. The lawyer has appealed.",
            set(),
            id="W34",
        ),
        pytest.param(
            "Фабрика уволила почти треть рабочих. Цех закроют.",
            "The factory dismissed almost a full third of its workers. The shop will be closed.",
            set(),
            id="W35",
        ),
        pytest.param(
            "Наводнение разрушило половину мостов в районе. Жителей вывезли.",
            "The flood destroyed a third of the bridges in the district. Residents were evacuated.",
            {"number"},
            id="W36",
        ),
        pytest.param(
            "Налог подняли на 3 процентных пункта. Предприниматели недовольны.",
            "The tax was raised by 3 percent. Business owners are unhappy.",
            {"number"},
            id="W38",
        ),
        pytest.param(
            "Число пожаров увеличилось в два раза. Министерство создало комиссию.",
            "The number of fires rose by 200 percent. The ministry has set up a commission.",
            {"number"},
            id="W39",
        ),
        pytest.param(
            "В первом квартале 2022 года выручка завода упала на 8%. Акции подешевели.",
            "The plant's revenue fell by 8% in the fourth quarter of 2022. The shares went down.",
            {"date"},
            id="W41",
        ),
        pytest.param(
            "На этой неделе прошёл ураган. Школы закрыты.",
            "A hurricane passed through last week. Schools are closed.",
            {"date"},
            id="W42a",
        ),
        pytest.param(
            "Вчера прошёл ураган. Школы закрыты.",
            "A hurricane passed through today. Schools are closed.",
            {"date"},
            id="W42b",
        ),
        pytest.param(
            "Ранены более 70 человек. Полиция ищет свидетелей.",
            "About 70 people were injured. The police are looking for witnesses.",
            {"number"},
            id="W45a",
        ),
        pytest.param(
            "Почти 70 человек эвакуированы. Полиция ищет свидетелей.",
            "More than 70 people were evacuated. The police are looking for witnesses.",
            {"number"},
            id="W45b",
        ),
        pytest.param(
            "Долг превысил 6 млрд рублей. Бумаги переданы прокурору.",
            "The debt came to almost 6 billion rubles. The papers have been handed to the prosecutor.",
            {"number"},
            id="W45c",
        ),
        pytest.param(
            "К утру похолодает до минус 20 градусов. Автобусы отменены.",
            "It will drop to 20 degrees by the morning. Buses have been cancelled.",
            {"number"},
            id="W47",
        ),
        pytest.param(
            "Поезд сошёл с рельсов в 11:10 по московскому времени. Раненых нет.",
            "The train left the rails at 13:10 Moscow time. No one was injured.",
            {"number"},
            id="W50",
        ),
        pytest.param(
            "Конкурс выиграла певица Ольга Громова. Зал аплодировал.",
            "The contest was won by the singer Olga Sokolova. The audience applauded.",
            {"name"},
            id="W52a",
        ),
        pytest.param(
            "Владимир Зеленский приехал в Прагу. Встреча пройдёт вечером.",
            "Volodymyr Zaluzhnyi came to Prague. The meeting will be held in the evening.",
            {"name"},
            id="W52b",
        ),
        pytest.param(
            "Судья Брокс и прокурор Чайлдс прибыли в город. Заседание начнётся в среду.",
            "Judge Brocks and prosecutor Childress arrived in the city. The session begins on Wednesday.",
            {"name"},
            id="W53",
        ),
        pytest.param(
            "Цех «Тойоты» остановлен, «Хёндэ» работает. Директор подал в отставку.",
            "The Toyota shop has stopped, Nissan is working. The director has resigned.",
            {"name"},
            id="W54",
        ),
        pytest.param(
            "Так решил Берч, глава Philips. Завод закрыли.",
            "So Mr. Birch decided. The plant was closed.",
            {"partial"},
            id="W56",
        ),
        pytest.param(
            "Вирус нашли в Чили, Перу и Уругвае. Границы закрыты.",
            "The virus was found in Chile, Peru, Uruguay and Bolivia. The borders are closed.",
            {"partial"},
            id="W63",
        ),
        pytest.param(
            "Акт составлен 09/08/2021г. Подписей две.",
            "The report was drawn up on 9 August 2021. There are two signatures.",
            set(),
            id="W67d4",
        ),
        pytest.param(
            "Акт составлен 09/08/2021г. Подписей две.",
            "The report was drawn up on 10 August 2021. There are two signatures.",
            {"date"},
            id="W67d4b",
        ),
        pytest.param(
            "ВВП растёт два квартала подряд. Это рекорд.",
            "GDP has seen two quarters of growth. That is a record.",
            set(),
            id="two quarters",
        ),
        pytest.param(
            "«Воды в городе нет», — вздохнула Мария Котова. «Так нельзя», — добавила Елена Гусева.",
            '"There is no water in the city," sighed Elena Guseva. "This cannot go on," added Maria Kotova.',
            {"quote"},
            id="W60",
        ),
        pytest.param(
            "Штрафы, вероятно, менее действенны. Нужны другие меры.",
            "Fines are less likely to work. Other measures are needed.",
            set(),
            id="W61",
        ),
        pytest.param(
            "Доц. Белов живёт на ул. Лесной. Трамвай идёт до ст. м. «Садовая». Билет стоит дёшево.",
            "Professor Belov lives in Lesnaya Street. The tram goes to Sadovaya metro station. The ticket is cheap.",
            set(),
            id="W68",
        ),
        pytest.param(
            "Перенос семян из Алжира\nВывоз в Канаду\n\n"
            "Обзор посвящён двум странам. Он печатается раз в месяц.\n\n"
            "Перенос семян из Алжира\n\nНесколько образцов взяты у моряков, приплывших из Алжира.\n\n"
            "Вывоз в Канаду\n\nВ Канаду семена попадали много раз.",
            "Spread of the seeds from Algeria\nExports to Canada\n\n"
            "The review is about two countries. It is printed once a month.\n\n"
            "Spread of the seeds from Algeria\n\nSeveral samples were taken from sailors who came from Algeria.\n\n"
            "Exports to Canada\n\nThe seeds got to Canada many times.",
            set(),
            id="W71",
        ),
        pytest.param(
            "Холдинг подвёл итоги за год. Доход составил 2.715.408.920,35 руб. Убытки не названы.",
            "The holding summed up the year. Income came to 2,715,408,920.35 rubles. Losses are not named.",
            set(),
            id="W78",
        ),
        pytest.param(
            "Яхту выставили на торги в среду. Стартовая цена -7,4млн. рублей. Аукцион пройдёт в июне.",
            "The yacht was put up for auction on Wednesday. Bids start at 7.4 million rubles. The sale is in June.",
            set(),
            id="W79",
        ),
        pytest.param(
            "Хозяйство владеет ста двадцатью двумя тысячами гектаров пашни. Весной площадь сократят.",
            "The farm owns 122,000 hectares of arable land. The area will be reduced in the spring.",
            set(),
            id="W80",
        ),
        pytest.param(
            "Самолёт опоздал на полтора часа. Туристов накормили.",
            "The plane was an hour and a half late. The tourists were fed.",
            set(),
            id="W81",
        ),
        pytest.param(
            "Пожар начался в половине третьего ночи. Жильцы спаслись.",
            "The fire started at half past two in the morning. The tenants escaped.",
            set(),
            id="W82",
        ),
        pytest.param(
            "Полмиллиона рабочих участвуют в забастовке. Заводы стоят.",
            "Half a million workers are taking part in the strike. Plants have stopped.",
            set(),
            id="W83",
        ),
        pytest.param(
            "Крепость возвели в XVI веке. Раскопки завершатся в августе.",
            "The fortress was put up in the sixteenth century. Excavations will be finished in August.",
            set(),
            id="W84",
        ),
        pytest.param(
            "Проезд подорожал до руб 58. Скидки сохранят.",
            "The fare now costs 58 rubles. Discounts will remain.",
            set(),
            id="W85",
        ),
        pytest.param(
            "Доля фонда — ½ акций. Остальное у семьи.",
            "The fund holds half of the shares. The family holds the rest.",
            set(),
            id="W86",
        ),
        pytest.param(
            "Трассу закроют с 3 марта по 25 мая. Водителей предупредили.",
            "The highway will be closed from March 3 to May 25. Drivers have been warned.",
            set(),
            id="W87",
        ),
        pytest.param(
            "Ярмарку отменили девятого августа. Пошёл град.",
            "The fair was cancelled on the ninth of August. Hail began to fall.",
            set(),
            id="W88",
        ),
        pytest.param(
            "Взрыв произошёл 7 окт. 2009 г. в Самаре. Здание восстановили.",
            "The explosion happened on October 7, 2010 in Samara. The building was restored.",
            {"date"},
            id="W89",
        ),
        pytest.param(
            "«Он честен, его опыт пригодится городу», — судья Роберт Клейн. Указ вступит в силу в июне.",
            "“He is honest, his experience will help the city.” -Judge Robert Klein. The decree takes effect in June.",
            set(),
            id="W90",
        ),
        pytest.param(
            "У него не было ни сыпи, ни слабости. Анализ хороший.",
            "He had neither rash nor weakness. The analysis is good.",
            set(),
            id="W91",
        ),
        pytest.param(
            "Владимир Зеленский приехал в Осло. Встреча пройдёт вечером.",
            "Volodymyr Zelenskyi came to Oslo. The meeting will be held in the evening.",
            set(),
            id="W92",
        ),
        pytest.param(
            "Гринько Виктор Николаевич назначен директором. Приказ подписан.",
            "Viktor Hrynko has been appointed director. The order is signed.",
            set(),
            id="W93",
        ),
        pytest.param(
            "Депутат Пётр Семёнов сложил полномочия. Выборы пройдут осенью.",
            "Deputy Pyetr Semyenov gave up his seat. Elections will be held in the autumn.",
            set(),
            id="W94",
        ),
        pytest.param(
            "Соловьёва Татьяна получила премию. Жюри было единодушно.",
            "Tatiana Solovyova received the prize. The jury was unanimous.",
            set(),
            id="W95",
        ),
        pytest.param(
            "Судья Брокс и прокурор Чайлдс прибыли в город. Заседание начнётся в среду.",
            "Judge Brocks and prosecutor Childs arrived in the city. The session begins on Wednesday.",
            set(),
            id="W96",
        ),
        pytest.param(
            "Чжан Чуньсянь и Чжао Хунчжу открыли выставку. Она продлится неделю.",
            "Zhang Chunxian and Zhao Hongzhu opened the exhibition. It will last a week.",
            set(),
            id="W97",
        ),
        pytest.param(
            "Андрей Николаевич Белов назначен судьёй. Указ подписан.",
            "Andrei Konstantinovich Belov has been appointed judge. The decree is signed.",
            {"name"},
            id="W98",
        ),
        pytest.param(
            "Президе́нт Путин прилете́л в Ми́нск. Самми́т зако́нчился.",
            "President Putin flew to Minsk. The summit is over.",
            set(),
            id="W99",
        ),
        pytest.param(
            "К отчёту приложена схема (на английском языке). Её можно распечатать.",
            "A diagram is attached to the report. It can be printed.",
            {"partial"},
            id="W57",
        ),
        pytest.param(
            "Авария случилась 13 авг. 2005 г. в Туле. Связь восстановили.",
            "The accident happened on August 13, 2005 in Tula. Communications were restored.",
            set(),
            id="W66",
        ),
        pytest.param(
            "Протокол подписан 09/08/2021г. Копий две.",
            "The protocol was signed on 10 August 2021. There are two copies.",
            {"date"},
            id="W67d4b",
        ),
        pytest.param("Минск раскритиковал пошлины США.", "Minsk slams US tariffs.", set(), id="W74a"),
        pytest.param("Лавров встретился с Блинкеном в Осло.", "Lavrov met Blinken in Oslo.", set(), id="W74b"),
        pytest.param(
            "Ван И встретился с Лавровым в Дели. Итог не назван.",
            "Wang Yi met Lavrov in Delhi. No outcome was given.",
            set(),
            id="W74c",
        ),
        pytest.param(
            "Суд арестовал мэра Пскова.\n\nПодпишитесь на нашу рассылку, чтобы не пропустить новые расследования\n\n"
            "Адвокат обжалует решение в областном суде.",
            "A court arrested the mayor of Pskov.\n\nThe lawyer will appeal the decision in the regional court.",
            set(),
            id="W101",
        ),
    ],
)
def test_a_trap_gives_the_flags_it_deserves_and_no_others(russian: str, english: str, kinds: set[str]) -> None:
    found = compare(russian, english, Options(engine="none"))
    assert {difference.kind for difference in found.differences} == kinds
