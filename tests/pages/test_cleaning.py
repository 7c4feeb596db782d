"""Two pages are read together: what the other tells is the story; what a user decided stays."""

from dataclasses import replace

import pytest

from translate import compare
from translate.engines.encoder import default_encoder
from translate.pages.cleaning import cleaned_together
from translate.text.document import Document, document_of_sentences
from translate.text.reading import read_document

RUSSIAN = """\
Вечерний Приозёрск
Новости
Происшествия
Мэрия
Поиск
=В Приозёрске река вышла из берегов, эвакуированы сто человек
15 мая 2025, 12:40
Ирина Савельева
caption Жители улицы Речной ждут лодку. Фото: Павел Громов
+Река Тосна вышла из берегов у Приозёрска в ночь на четверг, сообщили в городской администрации.
+Из домов на улице Речной вывезли сто человек, их разместили в школе № 3.
РЕПОРТАЖ ПО ТЕМЕ
Как город готовится к новому сезону
+По словам мэра Олега Панина, вода поднялась на два метра за шесть часов.
+Занятия в школах отменены до понедельника.
Подписывайтесь на наш канал в Telegram
correction Исправление: в первой версии заметки было сказано, что вывезли двести человек.
Читайте также
В Приозёрске откроют каток
Пенсионерка выиграла в лотерею миллион
© 2025 «Вечерний Приозёрск»"""
ENGLISH = """\
The Lake Herald
World
Business
Subscribe for $1 a week
Log in
=A hundred evacuated as river floods Priozersk
By Anna Lake
May 15, 2025
+The Tosna river burst its banks near the town of Priozersk overnight, local authorities said on Thursday.
+About a hundred residents of Rechnaya Street were taken to a school.
Advertisement
+The water rose by two metres in six hours, Mayor Oleg Panin said.
+Schools will stay closed until Monday.
Most read
Ten ways to cook a pumpkin
The dog that learned to skate
© 2025 The Lake Herald. All rights reserved."""
MARKS = ("=", "+", "caption ", "correction ")


def pasted(marked: str) -> str:
    return "\n".join(
        next((line[len(mark) :] for mark in MARKS if line.startswith(mark)), line) for line in marked.split("\n")
    )


def story(marked: str) -> list[str]:
    return [line[1:] for line in marked.split("\n") if line[0] in "=+"]


def kept(document: Document) -> list[str]:
    return [document.sentence_text(i) for i in document.compared]


def labelled(document: Document, label: str) -> list[str]:
    return [document.sentence_text(i) for i, sentence in enumerate(document.sentences) if sentence.label == label]


@pytest.fixture(scope="module")
def read():
    return read_document(pasted(RUSSIAN)), read_document(pasted(ENGLISH))


@pytest.fixture(scope="module")
def together(read):
    return cleaned_together(*read, default_encoder())


def test_the_story_is_what_both_tell(together):
    for document, marked in zip(together, (RUSSIAN, ENGLISH), strict=True):
        assert kept(document) == story(marked)
        roles = [document.sentences[i].role for i in document.compared]
        assert roles == ["headline"] + ["body"] * (len(roles) - 1)


def test_lines_have_kinds(together):
    russian, english = together
    assert any("ждут лодку" in text for text in labelled(russian, "caption"))
    assert any("двести человек" in text for text in labelled(russian, "correction"))
    assert "Log in" in labelled(english, "menu")
    assert "May 15, 2025" in labelled(english, "time")
    assert {"Ten ways to cook a pumpkin", "The dog that learned to skate"} <= set(labelled(english, "related"))


def test_certainty_is_a_probability_and_doubt_the_exception(together):
    for document in together:
        assert all(0 <= sentence.certainty <= 1 for sentence in document.sentences)
        assert sum(sentence.doubtful for sentence in document.sentences) <= len(document.sentences) / 4


def test_roles_that_a_user_gave_stay(read):
    russian, english = read
    odd = replace(russian, sentences=tuple(replace(sentence, role="body") for sentence in russian.sentences))
    same, judged = cleaned_together(odd, english, default_encoder(), pasted=(False, True))
    assert same is odd
    assert kept(judged) == story(ENGLISH)
    assert cleaned_together(odd, english, default_encoder(), pasted=(False, False)) == (odd, english)
    assert compare(odd, english).source is odd


def test_a_page_of_one_line_is_left_as_it_is(read):
    line = document_of_sentences(["The Tosna river burst its banks near Priozersk."], "en")
    assert cleaned_together(read[0], line, default_encoder()) == (read[0], line)


def test_compare_reads_pages_together(together):
    found = compare(pasted(RUSSIAN), pasted(ENGLISH))
    for document, expected in zip((found.source, found.target), together, strict=True):
        assert [(s.role, s.label) for s in document.sentences] == [(s.role, s.label) for s in expected.sentences]
    assert "cleaning:3" in found.signature


def test_a_list_of_contents_and_the_headings_that_repeat_it_are_the_story():
    russian = [
        "Распространение вируса из Ирана\nВвоз в США",
        "Отчёт охватывает две страны. Он выходит раз в неделю.",
        "Распространение вируса из Ирана",
        "Несколько геномов получены от людей, вернувшихся из Ирана.",
        "Ввоз в США",
        "В США вирус завезли много раз.",
    ]
    english = [
        "Spread of the virus from Iran\nIntroductions to the U.S.",
        "The report covers two countries. It comes out once a week.",
        "Spread of the virus from Iran",
        "Several genomes come from people who returned from Iran.",
        "Introductions to the U.S.",
        "The virus was brought to the U.S. many times.",
    ]
    found = compare("\n\n".join(russian), "\n\n".join(english))
    assert not [s for document in (found.source, found.target) for s in document.sentences if s.role == "boilerplate"]
    assert found.differences == ()
