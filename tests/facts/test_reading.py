"""Facts of sentences that correspond: what contradicts, what only moved, what is absent."""

import pytest

from translate.facts.mention import MOST
from translate.facts.reading import anchor_keys, counterparts, read_facts, unmatched_facts
from translate.testing import compare_facts


def conflicts(russian, english, **near):
    return compare_facts([read_facts(russian, "ru")], [read_facts(english, "en")], **near)


@pytest.mark.parametrize(
    ("russian", "english", "kind"),
    [
        ("Помогут 10 тысяч человек.", "13,500 people will help.", "number"),
        ("Заложены шесть новых кораблей.", "Seven new ships were laid down.", "number"),
        ("Рост составил 7,5 процента.", "Growth reached 5.5 percent.", "number"),
        ("Продажи начнутся в 11 утра.", "Sales begin at 8 a.m.", "number"),
        ("В воскресенье, 26 июля, дожди.", "Rain on Sunday, July 20.", "date"),
        ("В понедельник он уехал.", "He left on Tuesday.", "date"),
        ("Это было в 2020 году.", "It was in 2021.", "date"),
        ("В июле потеплеет.", "It will get warmer in October.", "date"),
        ("Связи с Катаром разорваны.", "Ties with Spain were cut.", "name"),
        ("Он прилетел в Москву.", "He flew to Chicago.", "name"),
        ("Выросло на 1870 человек.", "It grew by 930 people.", "number"),
        ("Двести солдат вернулись.", "Four hundred soldiers returned.", "number"),
        ("Цена — 3,2 млн евро.", "The price is 12.2 million euros.", "number"),
        ("Это было в 1990-е годы.", "It was in the 1980s.", "date"),
        ("Выборы пройдут 14 мая.", "Elections are due on May 18.", "date"),
        ("Посольство в Берлине закрыто.", "The embassy in Madrid is closed.", "name"),
        ("Французские фермеры бастуют.", "Polish farmers are on strike.", "name"),
        ("Вчера Путин напомнил о кораблях.", "Yesterday Veronika Stepanova recalled the ships.", "name"),
    ],
)
def test_different_facts_are_found(russian, english, kind):
    """One conflict of the right kind, with a reason in plain words."""
    (conflict,) = conflicts(russian, english)
    assert conflict.kind == kind
    assert conflict.reason.startswith("The Russian text ")
    assert conflict.reason.endswith(".")
    assert 0 < conflict.confidence <= 1


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Бюджет — 5,2 млрд рублей.", "The budget is 5.2 billion roubles."),
        ("Погибли около 40 человек.", "At least 42 people died."),
        ("Срок — полтора года.", "The term is 18 months."),
        ("Один из них уехал.", "Two of them left."),
        ("Он приехал в среду.", "He arrived yesterday."),
        ("6 сентября 2023 года подписан указ.", "The order was signed on September 6."),
        ("Премьер Британии прибыл.", "England's prime minister arrived."),
        ("Российский президент выступил.", "The president spoke."),
        ("Том Холланд сыграл в фильме.", "Tom Holland played in it."),
        ("Ему 45 лет.", "The 45-year-old came."),
        ("На шестом этаже.", "On the fifth floor."),
        ("В 90-е годы.", "In the 1990s."),
        ("Матч закончился 3:1.", "The match ended 3-1."),
        ("Осталось 18.", "18 million remain."),
        ("В церкви св. Луи.", "In the church of St. Louis."),
        ("Вручили «Оскар».", "The Academy Awards were given."),
        ("Урок английского языка в США.", "An English lesson in America."),
        ("Выступил представитель ООН.", "A United Nations spokesman spoke."),
        ("Матч Греции и Голландии.", "The match between Greece and the Netherlands."),
        ("Штраф от 40 до 50 долларов.", "A fine between $40 and $50."),
        ("Погибли трое, ранены двое.", "Two were hurt, three died."),
        ("За сутки — 13 случаев.", "There were 13 cases in 24 hours."),
        ("Встреча 06.09.2023.", "The meeting was on 6 September 2023."),
        ("Половина жителей уехала.", "About 50 percent of the residents left."),
        ("Акции выросли вдвое.", "Shares doubled."),
        ("Дрон Су-57 и вирус COVID-19.", "The drone and the virus."),
    ],
)
def test_the_same_in_other_words_is_no_conflict(russian, english):
    """Rounding, short forms, localised days and known paraphrases stay silent."""
    assert conflicts(russian, english) == ()


def test_a_number_that_moved_to_the_next_sentence_is_no_conflict():
    """The neighbours on the other side may have taken both numbers over."""
    source = [read_facts("Ранены 17 человек.", "ru")]
    target = [read_facts("There were 23 rooms.", "en")]
    assert compare_facts(source, target)
    near = {"near_source": [read_facts("Там 23 комнаты.", "ru")], "near_target": [read_facts("17 were hurt.", "en")]}
    assert compare_facts(source, target, **near) == ()


def test_a_fact_on_one_side_only_is_unmatched_and_no_conflict():
    """It is evidence for partial coverage."""
    source, target = [read_facts("В Казани 40 человек ждали.", "ru")], [read_facts("People waited.", "en")]
    assert compare_facts(source, target) == ()
    ours, theirs = unmatched_facts(source, target)
    assert [(position, mention.kind) for position, mention in ours] == [(0, "name"), (0, "number")]
    assert theirs == ()


def test_anchor_keys_do_not_depend_on_the_language():
    """Same facts, same keys."""
    russian = read_facts("6 сентября Мишустин выделил 5,2 млрд рублей Казани.", "ru")
    english = read_facts("On September 6, he, Mishustin, gave Kazan 5.2 billion roubles.", "en")
    assert anchor_keys(russian) == anchor_keys(english)


def test_counterparts_pair_what_says_the_same():
    """For highlighting in two colours at once."""
    pairs = counterparts(
        read_facts("В Москве 6 мая 12 человек.", "ru"), read_facts("12 people in Moscow on May 6.", "en")
    )
    assert [(one.text, other.text) for one, other in pairs] == [("Москве", "Moscow"), ("6 мая", "May 6"), ("12", "12")]


def test_position_in_the_bead_is_told():
    """A conflict names the sentence of the bead in which each mention stands."""
    source = [read_facts("Он приехал.", "ru"), read_facts("Пришли 30 человек.", "ru")]
    (conflict,) = compare_facts(source, [read_facts("He came, and so did 50 people.", "en")])
    assert (conflict.source[0][0], conflict.target[0][0]) == (1, 0)


def test_order_of_the_languages_does_not_matter():
    """English may be the source."""
    (conflict,) = compare_facts([read_facts("It was Monday.", "en")], [read_facts("Был вторник.", "ru")])
    assert conflict.reason == "The English text gives the weekday as Monday, the Russian text as Tuesday (вторник)."


@pytest.mark.parametrize(
    ("russian", "english", "reason", "note"),
    [
        (
            "Осталось 5 км.",
            "It is 5 miles away.",
            "The Russian text says 5 km (5 км), the English text says 5 miles.",
            "5 miles is about 8.05 km.",
        ),
        (
            "Пришли более 200 человек.",
            "Fewer than 200 people came.",
            "The Russian text says 200 or more (более 200), the English text says 200 or less (Fewer than 200).",
            "",
        ),
        (
            "Пришли 30 человек.",
            "Of 90 invited, 40 people came.",
            "The Russian text says 30, the English text says 40.",
            "The nearest other number in the English text is 90.",
        ),
        (
            "На прошлой неделе он уехал.",
            "He leaves next week.",
            "The Russian text gives the time as last week (прошлой неделе), the English text as next week.",
            "",
        ),
        (
            "Это было в 1717 году.",
            "It was in 2747.",
            "The Russian text says the year 1717 (1717 году), the English text says 2747.",
            "",
        ),
    ],
)
def test_a_conflict_says_what_was_read_and_what_else_was_near(russian, english, reason, note):
    """Values in normal form with the words as written; a conversion or the next best number as a note."""
    (conflict,) = conflicts(russian, english)
    assert (conflict.reason, conflict.note) == (reason, note)


@pytest.mark.parametrize(
    ("russian", "english", "ours", "theirs"),
    [
        ("Пришли 30 человек.", "People came.", ["30"], []),
        ("Пришли 30 человек.", "It was the 30s.", ["30"], ["30s"]),
        ("Пришли 6 человек.", "It was September 6.", [], ["September 6"]),  # the number stands in a date
        ("Один пришёл.", "They came.", [], []),  # too weak to be missed
        ("Это было 6 мая.", "It was in May.", [], []),
        ("Это было 6 мая.", "It was in June.", ["6 мая"], ["June"]),
        ("Это было вчера.", "It was.", [], []),  # journalists rewrite it
        ("Это было 6 мая и 7 мая.", "It was on May 6.", ["7 мая"], []),
        ("Он был в Москве и Казани.", "He was in Moscow.", ["Казани"], []),
        ("Он был в Москве.", "He was in Moscow, May 6, with 30 men.", [], ["May 6", "30"]),
    ],
)
def test_facts_that_the_other_side_lacks(russian: str, english: str, ours: list[str], theirs: list[str]) -> None:
    """In reading order; a number may be given as a part of a date, and a date in part."""
    left, right = unmatched_facts([read_facts(russian, "ru")], [read_facts(english, "en")])
    assert [mention.text for _, mention in left] == ours
    assert [mention.text for _, mention in right] == theirs


def test_facts_may_be_given_by_a_neighbour_of_the_other_side() -> None:
    source, target = [read_facts("Пришли 30 человек.", "ru")], [read_facts("In Kazan, people came.", "en")]
    near_target, near_source = [read_facts("There were 30.", "en")], [read_facts("Это Казань.", "ru")]
    assert unmatched_facts(source, target, near_target=near_target)[0] == ()
    assert unmatched_facts(source, target, near_source=near_source)[1] == ()
    assert all(unmatched_facts(source, target))


def test_facts_of_several_sentences_say_where_they_stand() -> None:
    source = [read_facts("В Казани ждали 30 человек.", "ru"), read_facts("Это было 6 мая.", "ru")]
    ours, _ = unmatched_facts(source, [read_facts("They waited.", "en")])
    assert [(position, mention.text) for position, mention in ours] == [(0, "Казани"), (0, "30"), (1, "6 мая")]


def test_anchors_name_what_was_read() -> None:
    """Weak numbers, and names of one consonant, are shared by chance."""
    facts = read_facts("In France, on 6 May 2023, one Ewa and Mishustin spent 5.2 billion.", "en")
    assert anchor_keys(facts) == {"n:5.2e+09", "d:year:2023", "d:month:5", "d:day:6", "country:FR", "mSstn"}


def test_an_anchor_of_two_consonants_counts() -> None:
    assert anchor_keys(read_facts("Then Lena came.", "en")) == {"ln"}


def test_a_number_inside_a_date_is_no_number_of_its_own() -> None:
    facts = read_facts("6 мая пришли 30 человек.", "ru")
    assert [mention.text for mention in facts.mentions] == ["30", "6 мая"]
    assert facts.length == len("6 мая пришли 30 человек.")


def test_counterparts_stand_in_reading_order() -> None:
    pairs = counterparts(read_facts("12 в Москве, 15 в Казани.", "ru"), read_facts("15 in Kazan, 12 in Moscow.", "en"))
    assert [(one.text, other.text) for one, other in pairs] == [
        ("12", "12"),
        ("Москве", "Moscow"),
        ("15", "15"),
        ("Казани", "Kazan"),
    ]


@pytest.mark.parametrize(("said", "kind"), [("{}% ", "numbers"), ("in {} May, ", "dates"), ("Russia, ", "names")])
def test_of_a_sentence_without_end_the_first_facts_are_read(said: str, kind: str) -> None:
    """So many as no sentence of news has; a table without full stops does."""
    few, many = (read_facts("".join(said.format(k % 28 + 1) for k in range(count)), "en") for count in (20, 150))
    assert len(getattr(few, kind)) == 20
    assert getattr(many, kind)[:20] == getattr(few, kind)
    assert len(getattr(many, kind)) == MOST
