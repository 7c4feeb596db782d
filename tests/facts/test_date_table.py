"""Dates by hand: pairs of sentences whose dates differ, and pairs that only write the same date differently."""

import pytest

from translate.facts.reading import read_facts
from translate.testing import compare_facts

DIFFERENT = [
    ("Указ подписан 6 сентября 2023 года.", "The decree was signed on September 8, 2023."),
    ("Указ подписан 6 сентября 2023 года.", "The decree was signed on October 6, 2023."),
    ("Указ подписан 6 сентября 2023 года.", "The decree was signed on September 6, 2022."),
    ("Встреча 06.09.2023.", "The meeting is on 7 September 2023."),
    ("Встреча 06.09.2023.", "The meeting is on 2023-09-16."),
    ("Отчёт от 2023-09-06.", "A report of 6 August 2023."),
    ("Встреча 25.12.2023.", "The meeting is on 12/15/2023."),
    ("В среду начались учения.", "The drills began on Thursday."),
    ("К пятнице дожди кончатся.", "The rain will stop by Sunday."),
    ("Субботний матч отменён.", "Friday's match was cancelled."),
    ("В прошлую пятницу он уехал.", "He left last Monday."),
    ("В августе цены упали.", "Prices fell in July."),
    ("С марта по июнь идёт ремонт.", "Repairs run from March to July."),
    ("В мае 2021 года.", "In May 2020."),
    ("Это случилось в 1987 году.", "It happened in 1978."),
    ("План на 2024–2026 годы.", "A plan for 2024–2028."),
    ("В 90-е он жил в деревне.", "In the 1980s he lived in a village."),
    ("В девяностых он жил в деревне.", "In the seventies he lived in a village."),
    ("В 1960-х годах.", "In the 1970s."),
    ("19–20 июля будет ярмарка.", "The fair is on July 19-21."),
    ("Выборы 14 мая.", "The election is on 18 May."),
    ("Закон вступит в силу 1 января.", "The law takes effect on July 1."),
    ("Он приедет завтра.", "He arrived yesterday."),
    ("Он приехал позавчера.", "He arrived yesterday."),
    ("В этом году цены выросли.", "Prices rose last year."),
    ("В прошлую среду она выступила.", "She will speak next Wednesday."),
    ("Первого сентября начнутся занятия.", "Classes begin on the third of September."),
    ("В сороковые годы.", "In the thirties."),
    ("Указ от 1 марта 1881 г.", "A decree of 1 March 1818."),
    ("В среду вечером он уедет.", "He leaves on Monday evening."),
    ("В начале октября.", "In early November."),
    ("К 2030 году.", "By 2035."),
    ("На прошлой неделе суд отложили.", "The trial will be adjourned next week."),
    ("В прошлом году открыли школу.", "A school will open next year."),
    ("В следующем месяце начнётся призыв.", "The draft began last month."),
    ("Во вторник, 5 марта, прошёл снег.", "It snowed on Wednesday, March 5."),
    ("Двадцать третьего февраля открыли памятник.", "A monument was unveiled on February 20."),
    ("Третьего мая он уехал.", "He left on May 5."),
    ("С 1 по 5 июня.", "From June 1 to June 8."),
    ("В 2008-м он женился.", "He married in 2006."),
    ("Весной 2019 года.", "In the spring of 2018."),
]

SAME = [
    ("Указ подписан 6 сентября 2023 года.", "The decree was signed on September 6, 2023."),
    ("Указ подписан 6 сентября 2023 г.", "The decree was signed on 6 Sept 2023."),
    ("6 сентября подписан указ.", "The decree was signed on the 6th of September."),
    ("6 сентября подписан указ.", "The decree was signed on 6/9/2023."),
    ("Встреча 06.09.2023.", "The meeting is on 9/6/2023."),
    ("Встреча 06.09.23.", "The meeting is on 2023-09-06."),
    ("Встреча 25.12.2023.", "The meeting is on 12/25/2023."),
    ("6 сентября 2023 года.", "September 2023."),
    ("В среду начались учения.", "The drills began on Wednesday."),
    ("В среду начались учения.", "The drills began yesterday."),
    ("Вчера начались учения.", "The drills began on Tuesday."),
    ("В среду начались учения.", "The drills began on September 6."),
    ("Субботний матч отменён.", "Saturday's match was cancelled."),
    ("В ночь на субботу.", "On Friday night."),
    ("В минувшую пятницу он уехал.", "He left last Friday."),
    ("В августе цены упали.", "Prices fell in August."),
    ("С марта по июнь идёт ремонт.", "Repairs run March through June."),
    ("В мае 2021 года.", "In May 2021."),
    ("Это может случиться в мае.", "It may happen in May."),
    ("Это случилось в 1987 году.", "It happened in 1987."),
    ("План на 2024–2026 годы.", "A plan for 2024-26."),
    ("План на 2024–2026 годы.", "A plan from 2024 to 2026."),
    ("В 90-е он жил в деревне.", "In the nineties he lived in a village."),
    ("В девяностых он жил в деревне.", "In the 1990s he lived in a village."),
    ("В девяностые годы.", "In the '90s."),
    ("19–20 июля будет ярмарка.", "The fair is on July 19 and 20."),
    ("Он приедет завтра.", "He comes tomorrow."),
    ("Вчера он приехал.", "He arrived today."),
    ("В этом году цены выросли.", "Prices rose this year."),
    ("Первого сентября начнутся занятия.", "Classes begin on September 1."),
    ("В ночь с пятницы на субботу.", "On Friday night."),
    ("В начале октября.", "In early October."),
    ("Сроки сдвинули на неделю.", "The deadline was moved by a week."),
    ("На этой неделе, в среду.", "On Wednesday this week."),
    ("В 2023 году и в 2024 году.", "In 2024 and 2023."),
    ("6 и 7 сентября.", "On September 6-7."),
    ("Две тысячи двадцатый год.", "A year to remember."),
    ("Позавчера он уехал.", "He left two days ago."),
    ("Вчера вечером он уехал.", "He left last night."),
    ("Сегодня многие живут иначе.", "Many live differently these days."),
    ("На прошлой неделе суд отложили.", "The trial was adjourned last week."),
    ("На минувшей неделе суд отложили.", "The trial was adjourned in the past week."),
    ("В прошлом году открыли школу.", "A school opened last year."),
    ("В прошлом году открыли школу.", "A school opened in 2022."),
    ("Три дня назад он уехал.", "He left three days ago."),
    ("Двадцать третьего февраля открыли памятник.", "A monument was unveiled on February 23."),
    ("Третьего мая он уехал.", "He left on May 3."),
    ("В 2008-м он женился.", "He married in 2008."),
    ("На площади 2000 человек.", "There are 2000 people on the square."),
    ("Весной 2019 года.", "In the spring of 2019."),
    ("Летом пройдут выборы.", "The election is in June."),
    ("Летом пройдут выборы.", "The election is this summer."),
    ("В первом квартале 2024 года.", "In Q1 2024."),
    ("Март Петров приехал.", "Petrov marched on."),
    ("Выборы 14 мая.", "The 14 May election."),
    ("В июле прошлого года.", "Last July."),
    ("В середине 1970-х.", "In the mid-1970s."),
    ("В XX веке.", "In the 20th century."),
    ("Родился 12.04.1961.", "He was born on 12 April 1961."),
    ("Теракты 11 сентября.", "The 9/11 attacks."),
    ("С понедельника по пятницу.", "Monday to Friday."),
    ("По понедельникам закрыто.", "Closed on Mondays."),
    ("К концу года.", "By the end of the year."),
    ("Работает круглосуточно.", "It is open 24/7."),
    ("Поправка к статье 2014.", "An amendment."),
    ("В понедельник, вчера, он уехал.", "He left on Monday."),
    ("1 сентября дети пошли в школу.", "Children went to school on the first of September."),
    ("В ночь на 6 сентября.", "Overnight on September 5."),
]


def kinds(russian, english):
    found = compare_facts([read_facts(russian, "ru")], [read_facts(english, "en")])
    return [conflict.kind for conflict in found]


@pytest.mark.parametrize(("russian", "english"), DIFFERENT)
def test_a_different_date_is_flagged(russian, english):
    """One conflict: of the day, the month, the year, the weekday, the decade, or past against future."""
    assert kinds(russian, english) == ["date"]


@pytest.mark.parametrize(("russian", "english"), SAME)
def test_the_same_date_in_other_words_is_silent(russian, english):
    """Short forms, numeric forms, missing years and localised days contradict nothing."""
    assert kinds(russian, english) == []
