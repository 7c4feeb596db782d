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
