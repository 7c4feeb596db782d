"""The table of facts: what either version says of every number, date and name."""

from dataclasses import replace

import pytest

from translate.alignment.bead import Bead
from translate.differences.conflicts.fact_table import fact_table
from translate.differences.finding import find_all
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


def facts_of(russian, english, beads):
    """Rows as (kind, status, words of the source with sentence, words of the target with sentence)."""
    source = tell(document_of_sentences(russian, "ru"), LetterEmbedder())
    target = tell(document_of_sentences(english, "en"), LetterEmbedder())
    made = tuple(Bead(tuple(left), tuple(right), 0.8, 0.9) for left, right in beads)
    found = find_all(source, target, made, LetterEmbedder())
    facts = fact_table(source, target, made, [d for d in found if d.kind in ("number", "date", "name")])
    return [
        (
            fact.kind,
            fact.status,
            [(said.sentence, source.document.text[said.start : said.end]) for said in fact.source],
            [(said.sentence, target.document.text[said.start : said.end]) for said in fact.target],
        )
        for fact in facts
    ]


def test_each_fact_stands_beside_what_the_other_version_says():
    rows = facts_of(
        ["Мост 12 мая открыли.", "Ремонт стоил 40 миллионов рублей.", "Мэр Петров поблагодарил 15 рабочих."],
        ["The bridge was opened on May 12.", "The repairs cost 60 million roubles.", "Mayor Petrov thanked them."],
        [([0], [0]), ([1], [1]), ([2], [2])],
    )
    assert rows == [
        ("date", "matched", [(0, "12 мая")], [(0, "May 12")]),
        ("number", "different", [(1, "40 миллионов рублей")], [(1, "60 million roubles")]),
        ("name", "matched", [(2, "Петров")], [(2, "Petrov")]),
        ("number", "only", [(2, "15")], []),
    ]


def test_a_name_that_comes_back_is_one_row():
    rows = facts_of(
        ["Приехал Андрей Соколов.", "Он посетил школу.", "Потом Соколов уехал."],
        ["We saw Andrei Sokolov.", "There Sokolov visited a school.", "Then he left."],
        [([0], [0]), ([1], [1]), ([2], [2])],
    )
    assert rows == [
        ("name", "matched", [(0, "Андрей Соколов"), (2, "Соколов")], [(0, "Andrei Sokolov"), (1, "Sokolov")])
    ]


def test_two_people_of_one_family_name_are_two_rows():
    rows = facts_of(
        ["Приехал Андрей Соколов.", "Уехал Алексей Соколов."],
        ["We saw Andrei Sokolov.", "We met Alexei Sokolov."],
        [([0], [0]), ([1], [1])],
    )
    assert [row[1] for row in rows] == ["matched", "matched"]


def test_two_people_of_one_family_name_are_never_one_row():
    rows = facts_of(["Приехал Андрей Соколов."], ["We saw Oleg Sokolov in town."], [([0], [0])])
    assert not any(status == "matched" for _, status, *_ in rows)


def test_a_number_given_in_sentences_that_do_not_correspond_is_told_apart():
    """Seven houses here and seven hours there need not be the same seven."""
    rows = facts_of(
        ["Сгорело 17 домов.", "Тушили всю ночь."],
        ["Houses burned down.", "It took the crews 17 trucks to put it out."],
        [([0], [0]), ([1], [1])],
    )
    assert rows == [("number", "elsewhere", [(0, "17")], [(1, "17")])]


def test_what_a_lone_sentence_says_is_there_too():
    rows = facts_of(
        ["Всё спокойно.", "Эвакуировали 240 человек."],
        ["All is calm.", "On Tuesday boats came."],
        [([0], [0]), ([1], []), ([], [1])],
    )
    assert rows == [
        ("number", "only", [(1, "240")], []),
        ("date", "only", [], [(1, "Tuesday")]),
    ]


def test_a_year_read_as_a_number_on_one_side_is_matched():
    rows = facts_of(["Завод построен в 1987 году."], ["Built 1987, the plant stands."], [([0], [0])])
    assert [(kind, status) for kind, status, *_ in rows] == [("date", "matched")]


def test_the_same_value_goes_before_one_that_may_be_meant():
    rows = facts_of(["Вода поднялась на шесть метров."], ["At 6 p.m. the water had risen by six metres."], [([0], [0])])
    assert ("number", "matched", [(0, "шесть метров")], [(0, "six metres")]) in rows


def test_a_name_that_may_be_translated_is_not_said_to_be_missing():
    rows = facts_of(
        ["Об этом сообщил Кремль из Рослесхоза.", "Там был Петров.", "Он видел Францию."],
        ["The Kremlin told so.", "He saw it."],
        [([0], [0]), ([1], []), ([2], [1])],
    )
    assert [(status, words[0][1]) for _, status, words, _ in rows] == [
        ("matched", "Кремль"),
        ("unclear", "Рослесхоза"),
        ("only", "Петров"),
        ("only", "Францию"),
    ]


@pytest.mark.parametrize("words", ["Один из домов цел.", "Вчера было тихо."])
def test_what_says_too_little_is_left_out(words):
    assert facts_of([words], ["A house stands."], [([0], [0])]) == []


def test_a_date_that_differs_in_two_fields_is_one_row():
    rows = facts_of(["Суд состоится 12 мая."], ["The trial is on June 14."], [([0], [0])])
    assert [(kind, status) for kind, status, *_ in rows] == [("date", "different")]


def test_a_row_names_the_difference_that_tells_of_it():
    source = tell(document_of_sentences(["Ремонт стоил 40 миллионов."], "ru"), LetterEmbedder())
    target = tell(document_of_sentences(["The repairs cost 60 million."], "en"), LetterEmbedder())
    bead = Bead((0,), (0,), 0.8, 0.9)
    found = find_all(source, target, (bead,), LetterEmbedder())
    conflict = next(difference for difference in found if difference.kind == "number")
    (fact,) = fact_table(source, target, (bead,), found)
    assert fact.difference == conflict.id
    assert (fact.source[0].value, fact.target[0].value) == ("40000000", "60000000")
    unread = replace(conflict, evidence=replace(conflict.evidence, readings=()))
    (fact,) = fact_table(source, target, (bead,), [unread])
    assert (fact.source[0].value, fact.target[0].value) == ("40 миллионов", "60 million")


@pytest.mark.parametrize(
    ("russian", "english", "beads", "rows"),
    [
        (
            ["Было 5 мая.", "Ранены 17 и 240 человек."],
            ["It was in 17 houses.", "On May 5 we saw 240 of them, and 33 more."],
            [([0], [0]), ([1], [1])],
            [
                ("date", "elsewhere", [(0, "5 мая")], [(1, "May 5")]),
                ("number", "only", [], [(0, "17")]),
                ("number", "different", [(1, "17")], [(1, "33")]),
                ("number", "matched", [(1, "240")], [(1, "240")]),
            ],
        ),
        (
            ["Завод 1987 года, в среду."],
            ["In 1987 it was, on Wednesday: 3."],
            [([0], [0])],
            [
                ("date", "matched", [(0, "1987 года")], [(0, "1987")]),
                ("date", "matched", [(0, "среду")], [(0, "Wednesday")]),
                ("number", "only", [], [(0, "3")]),
            ],
        ),
        (
            ["Завод 3 мая 2019 года."],
            ["It was 2019 then; 3 of them."],
            [([0], [0])],
            [("date", "matched", [(0, "3 мая 2019 года.")], [(0, "2019")]), ("number", "only", [], [(0, "3")])],
        ),
        (
            ["Завод в среду."],
            ["It was 2 of them."],
            [([0], [0])],
            [("date", "only", [(0, "среду")], []), ("number", "only", [], [(0, "2")])],
        ),
        (
            ["Иванов рад.", "Он там.", "Рад Иванов."],
            ["There was Petrov.", "Said Ivanov.", "So Petrov left."],
            [([0], [0]), ([1], [1]), ([2], [2])],
            [
                ("name", "matched", [(0, "Иванов"), (2, "Иванов")], [(1, "Ivanov")]),
                ("name", "unclear", [], [(0, "Petrov"), (2, "Petrov")]),
            ],
        ),
        (
            ["Приехал Петров.", "Он рад."],
            ["He is glad.", "We saw Petrov."],
            [([0], [0]), ([1], [1])],
            [("name", "matched", [(0, "Петров")], [(1, "Petrov")])],
        ),
        (
            ["Был во Франции.", "Рад."],
            ["He was.", "In France too."],
            [([0], []), ([1], [0]), ([], [1])],
            [("name", "matched", [(0, "Франции")], [(1, "France")])],
        ),
        (
            ["Приехал Андрей Соколов.", "Приехал Иван Соколов."],
            ["We saw Sokolov.", "Here was Sokolov."],
            [([0], [0]), ([1], [1])],
            [
                ("name", "matched", [(0, "Андрей Соколов")], [(0, "Sokolov")]),
                ("name", "matched", [(1, "Иван Соколов")], [(1, "Sokolov")]),
            ],
        ),
        (
            ["Ранены 17.", "Ранены 17.", "Ранены 17."],
            ["Hurt were 17.", "Hurt were 17.", "Hurt."],
            [([0], [0]), ([1], [1]), ([2], [2])],
            [
                ("number", "matched", [(0, "17"), (1, "17")], [(0, "17"), (1, "17")]),
                ("number", "elsewhere", [(2, "17")], [(0, "17"), (1, "17")]),
            ],
        ),
        (
            ["Вчера ранены 17."],
            ["Yesterday 17 were hurt."],
            [([0], [0])],
            [("date", "matched", [(0, "Вчера")], [(0, "Yesterday")]), ("number", "matched", [(0, "17")], [(0, "17")])],
        ),
        (
            ["Вчера ранены 17."],
            ["Today 17 were hurt."],
            [([0], [0])],
            [("date", "different", [(0, "Вчера")], [(0, "Today")]), ("number", "matched", [(0, "17")], [(0, "17")])],
        ),
        (
            ["Двое рады, 17 и 18."],
            ["Both are glad, 18 of 17."],
            [([0], [0])],
            [
                ("number", "matched", [(0, "Двое")], [(0, "Both")]),
                ("number", "matched", [(0, "17")], [(0, "17")]),
                ("number", "matched", [(0, "18")], [(0, "18")]),
            ],
        ),
        (
            ["Дали 17 рублей.", "Рад Мэр 240."],
            ["The 240 of us.", "It was 17."],
            [([0, 1], [0, 1])],
            [
                ("number", "matched", [(0, "17 рублей")], [(1, "17")]),
                ("name", "unclear", [(1, "Мэр")], []),
                ("number", "matched", [(1, "240")], [(0, "240")]),
            ],
        ),
        (
            ["Их было 40 или 60 человек, 15 мая."],
            ["There were 50 of them, 60 m away on May 16."],
            [([0], [0])],
            [
                ("number", "different", [(0, "40")], [(0, "50")]),
                ("number", "matched", [(0, "60")], [(0, "60")]),
                ("date", "different", [(0, "15 мая")], [(0, "May 16")]),
            ],
        ),
        (
            ["Приехал Соколов.", "Соколов рад."],
            ["We saw Andrei Sokolov.", "So Ivan Sokolov is."],
            [([0], [0]), ([1], [1])],
            [
                ("name", "matched", [(0, "Соколов")], [(0, "Andrei Sokolov")]),
                ("name", "matched", [(1, "Соколов")], [(1, "Ivan Sokolov")]),
            ],
        ),
        (
            ["Их было 50 тысяч.", "Ранены 50 тысяч."],
            ["There were 49,800.", "Hurt were 50,000."],
            [([0], [0]), ([1], [1])],
            [
                ("number", "matched", [(0, "50 тысяч")], [(0, "49,800")]),
                ("number", "matched", [(1, "50 тысяч")], [(1, "50,000")]),
            ],
        ),
        (
            ["Их было 50 тысяч.", "Ранены 50 тысяч.", "Убиты 50 тысяч."],
            ["There were 50,000.", "Hurt were 50,000.", "Hurt."],
            [([0], [0]), ([1], [1]), ([2], [2])],
            [
                ("number", "matched", [(0, "50 тысяч"), (1, "50 тысяч")], [(0, "50,000"), (1, "50,000")]),
                ("number", "elsewhere", [(2, "50 тысяч")], [(0, "50,000"), (1, "50,000")]),
            ],
        ),
        (
            ["Был Петров.", "Рад Петров."],
            ["Here was Petrov, Petrov.", "Sidorov."],
            [([0], [0]), ([1], [1])],
            [("name", "matched", [(0, "Петров"), (1, "Петров")], [(0, "Petrov"), (0, "Petrov")])],
        ),
        (
            ["Ранены 17, 5 мая."],
            ["Hurt."],
            [([0], []), ([], [0])],
            [("number", "only", [(0, "17")], []), ("date", "only", [(0, "5 мая")], [])],
        ),
        (
            ["Был в Самаре Росвуз."],
            ["He was in it."],
            [([0], [0])],
            [("name", "only", [(0, "Самаре")], []), ("name", "unclear", [(0, "Росвуз")], [])],
        ),
        (
            ["Был в Самаре Росвуз.", "Рад Росвуз."],
            ["He was in it."],
            [([0], [0]), ([1], [])],
            [("name", "only", [(0, "Самаре")], []), ("name", "only", [(0, "Росвуз"), (1, "Росвуз")], [])],
        ),
        (
            ["17 мая 17 домов."],
            ["17 houses; 17 on it."],
            [([0], [0])],
            [("date", "matched", [(0, "17 мая")], [(0, "17")]), ("number", "matched", [(0, "17")], [(0, "17")])],
        ),
        (
            ["17 домов, 17 мая."],
            ["On May 17, 17 houses."],
            [([0], [0])],
            [("number", "matched", [(0, "17")], [(0, "17")]), ("date", "matched", [(0, "17 мая")], [(0, "May 17")])],
        ),
        (
            ["Дали 17 рублей 17 людям."],
            ["They gave 17 people 17 roubles, 17 of it."],
            [([0], [0])],
            [
                ("number", "matched", [(0, "17 рублей")], [(0, "17 roubles")]),
                ("number", "matched", [(0, "17")], [(0, "17")]),
                ("number", "elsewhere", [(0, "17")], [(0, "17")]),
            ],
        ),
        (
            ["Стоит 5 рублей.", "Стоит 6 долларов."],
            ["It is $6.", "It is 5 roubles."],
            [([0], [0]), ([1], [1])],
            [
                ("number", "elsewhere", [(0, "5 рублей")], [(1, "5 roubles")]),
                ("number", "elsewhere", [(1, "6 долларов")], [(0, "$6")]),
            ],
        ),
        (
            ["Был Иван Петров.", "Был Иван."],
            ["So Ivan Petrov was.", "So Ivan was."],
            [([0], [0]), ([1], [1])],
            [
                ("name", "matched", [(0, "Иван Петров")], [(0, "Ivan Petrov")]),
                ("name", "matched", [(1, "Иван")], [(1, "Ivan")]),
            ],
        ),
        (
            ["Рад МИД.", "МИД рад."],
            ["So is the Foreign Ministry.", "It is glad."],
            [([0], [0]), ([1], [1])],
            [("name", "matched", [(0, "МИД"), (1, "МИД")], [(0, "Foreign Ministry")])],
        ),
    ],
)
def test_rows_of_small_stories(russian, english, beads, rows):
    """Numbers in dates, what stands in sentences that do not correspond, people, and what says too little."""
    assert facts_of(russian, english, beads) == rows
