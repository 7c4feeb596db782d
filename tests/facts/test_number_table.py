"""Numbers by hand: pairs of sentences whose numbers differ, and pairs that only write the same number differently."""

import pytest

from translate.facts.reading import read_facts
from translate.testing import compare_facts

DIFFERENT = [
    ("Бюджет составит 5,2 млрд рублей.", "The budget will be 6.2 billion roubles."),
    ("Сумма — 1 638 450 рублей.", "The sum is 1,683,450 roubles."),
    ("Она владеет двумястами картинами.", "She owns three hundred paintings."),
    ("Срок — полтора года.", "The term is three years."),
    ("Погибли трое шахтёров.", "Four miners died."),
    ("В зале сотня зрителей.", "There were two hundred spectators in the hall."),
    ("Купили дюжину яиц.", "They bought 20 eggs."),
    ("Убытки — 300 тыс. долларов.", "Losses are $500k."),
    ("Убытки — 3 млн долларов.", "Losses are $3bn."),
    ("Капитализация — 2 трлн долларов.", "The market value is $2 billion."),
    ("Выделено 5 млн рублей.", "$5 million was allocated."),
    ("Выделено 5 млн евро.", "USD 5 million was allocated."),
    ("Билет стоит 40 фунтов.", "A ticket costs €40."),
    ("Осталось пройти 5 км.", "There are 5 miles to go."),
    ("Груз весит 20 тонн.", "The cargo weighs 20 kilograms."),
    ("Ждать придётся 10 дней.", "The wait will be 10 weeks."),
    ("Пришли более 200 человек.", "Fewer than 200 people came."),
    ("Не менее 40 школ закрыты.", "No more than 40 schools are closed."),
    ("Ставка — не выше 7 процентов.", "The rate is above 7 percent."),
    ("Поддержка выросла до 48%.", "Support rose to 84 percent."),
    ("Рост на 3 процентных пункта.", "A rise of 5 percentage points."),
    ("45-летний водитель задержан.", "A 54-year-old driver was detained."),
    ("Ивану Петрову 72 года.", "Ivan Petrov is 27 years old."),
    ("Она заняла седьмое место.", "She finished ninth."),
    ("Это 15-й визит.", "It was the 13th visit."),
    ("Матч закончился со счётом 3:2.", "The match ended 5-2."),
    ("Ночью до −25 градусов.", "Down to minus 15 degrees at night."),
    ("Начало в 18:30.", "It starts at 7.30 p.m."),
    ("Поезд прибудет в 6 утра.", "The train arrives at 6 p.m."),
    ("Две трети депутатов против.", "Three quarters of the deputies are against."),
    ("Пятая часть домов пуста.", "A third of the houses are empty."),
    ("Дом № 15 снесут.", "House No. 18 will be torn down."),
    ("Карл V прибыл.", "Charles III arrived."),
    ("До 30 градусов.", "Up to 20C."),
    ("Рост — три десятых процента.", "Growth of 0.7 percent."),
    ("Карл III прибыл.", "Charles II arrived."),
    ("Штраф от 40 до 60 долларов.", "A fine of $40 to $90."),
    ("Экспорт вырос на 12–15 процентов.", "Exports grew by 12 to 18 percent."),
    ("Двадцать пять тысяч семей переехали.", "Thirty-five thousand families moved."),
    ("Площадь — 120 квадратных метров.", "The area is 150 square metres."),
]

SAME = [
    ("Бюджет — 5,2 млрд рублей.", "The budget is RUB 5.2bn."),
    ("Сумма — 1 638 450 рублей.", "The sum is 1,638,450 roubles."),
    ("Население — 1.234.567 человек.", "The population is 1,234,567."),
    ("Она владеет двумястами картинами.", "She owns two hundred paintings."),
    ("Срок — полтора года.", "The term is a year and a half."),
    ("Срок — полтора года.", "The term is eighteen months."),
    ("Полтора десятка школ.", "Fifteen schools."),
    ("Погибли трое шахтёров.", "Three miners died."),
    ("Пришли сотни людей, десятки уехали.", "Hundreds came and dozens left."),
    ("Купили дюжину яиц.", "They bought a dozen eggs."),
    ("Полмиллиона жителей без света.", "Half a million residents have no power."),
    ("Убытки — 300 тыс. долларов США.", "Losses are US$300k."),
    ("Убытки — 3 млн долл.", "Losses are $3m."),
    ("Капитализация — 2 трлн долларов.", "The market value is $2 trillion."),
    ("Заплатили 40 ф. ст.", "They paid £40."),
    ("Осталось 8 км.", "Five miles are left."),
    ("Высота — 30 метров.", "It is 98 feet high."),
    ("Его рост — 198 см.", "He is 6-foot-6."),
    ("Вес — 10 кг.", "It weighs 22 pounds."),
    ("Пришли более 200 человек.", "Over 200 people came."),
    ("Пришли не менее 200 человек.", "At least 200 people came."),
    ("Пришли около 200 человек.", "Nearly 200 people came."),
    ("Пришли свыше 40 человек.", "Forty people came."),
    ("Почти 50 домов.", "About 48 houses."),
    ("Не более 5 минут.", "No more than five minutes."),
    ("200 с лишним человек.", "More than 200 people."),
    ("Поддержка — 48%.", "Support is at 48 per cent."),
    ("Рост на 3 п. п.", "A rise of 3 percentage points."),
    ("45-летний водитель задержан.", "The driver, 45, was detained."),
    ("Сорокапятилетний водитель.", "A driver aged 45."),
    ("Она заняла седьмое место.", "She finished 7th."),
    ("Матч закончился со счётом 3:2.", "The match ended 3-2."),
    ("Ночью до −25 градусов.", "Minus 25 degrees at night."),
    ("Начало в 18:30.", "It starts at 6.30 p.m."),
    ("Начало в 18.30.", "It starts at 6:30 pm."),
    ("Начало в 9 часов.", "It starts at nine o'clock."),
    ("Начало в 18:00 по московскому времени.", "It starts at 3 p.m. GMT."),
    ("В полдень закрыли мост.", "The bridge was closed at 12 p.m."),
    ("Две трети депутатов против.", "2/3 of the deputies are against."),
    ("Пятая часть домов пуста.", "A fifth of the houses are empty."),
    ("Одна десятая бюджета.", "One tenth of the budget."),
    ("Три четверти жителей.", "Three-quarters of the residents."),
    ("Дом № 15 снесут.", "Number 15 will be torn down."),
    ("Карл III прибыл.", "Charles III arrived."),
    ("Карл V правил.", "Charles V reigned."),
    ("Вторая мировая война.", "World War II."),
    ("Пётр I построил город.", "Peter the Great built the city."),
    ("Штраф от 40 до 60 долларов.", "A fine of $40-60."),
    ("Экспорт вырос на 12–15 процентов.", "Exports grew by 12 to 15 percent."),
    ("5-7 млн долларов.", "Between five and seven million dollars."),
    ("Двадцать пять тысяч семей.", "25,000 families."),
    ("Площадь — 120 кв. м.", "The area is 120 square metres."),
    ("Акции выросли в пять раз.", "Shares rose fivefold."),
    ("Акции подорожали вдвое.", "Shares doubled in price."),
    ("Оба брата уехали.", "The two brothers left."),
    ("В ближайшие квартал или два.", "Over the next one or two quarters."),
    ("Первый тайм прошёл без голов.", "There were no goals in the first half."),
    ("Он один из лучших.", "He is one of the top ten."),
    ("До 30 градусов тепла.", "Up to 86 degrees Fahrenheit."),
    ("Ночью −20 °C.", "It was minus 4F at night."),
    ("Рост на 20 с лишним процентов.", "Growth of more than 20 percent."),
    ("Две пятых жителей.", "Two fifths of the residents."),
    ("Победа в 1/8 финала.", "A win in the last 16."),
    ("За полчаса до начала.", "30 minutes before the start."),
    ("В половине седьмого.", "At half past six."),
    ("Ракета С-300 сбита.", "An S-300 missile was downed."),
    ("Тел. 8 800 555-35-35.", "Call us."),
    ("Рубль упал на 50 копеек.", "The rouble fell by 0.5 roubles."),
    ("За 24 часа выпал снег.", "Snow fell within a day."),
    ("Родились 40–50 тыс. детей.", "Some 40,000 to 50,000 children were born."),
    ("В XIX веке.", "In the nineteenth century."),
]


def kinds(russian, english):
    found = compare_facts([read_facts(russian, "ru")], [read_facts(english, "en")])
    return [conflict.kind for conflict in found]


@pytest.mark.parametrize(("russian", "english"), DIFFERENT)
def test_a_different_number_is_flagged(russian, english):
    """One conflict: of value, magnitude, unit, currency, bound or time of the day."""
    assert kinds(russian, english) == ["number"]


@pytest.mark.parametrize(("russian", "english"), SAME)
def test_the_same_number_in_other_words_is_silent(russian, english):
    """Grouping, words, scales, short forms, conversions and rounding contradict nothing."""
    assert kinds(russian, english) == []
