"""Where sentences and paragraphs start; a bar marks the border."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.segmentation import split_paragraphs, split_sentences


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Sen. Kamala Harris spoke on Sept. 11, 2001.| |It was late."),
        ("en", "They met at 8 a.m. Friday.| |St. Andrew's flag was raised."),
        ("en", "Troops came on Feb. 24.| |Russia said nothing."),
        ("en", "He has vitamin C.| |In addition, he has potatoes."),
        ("en", 'He said: "No. I will not."| |Then he left.'),
        ("en", "The U.S. Senate voted.| |Gen. Lee did not."),
        ("ru", "Он родился в 2009 г.| |Каждый знает это."),
        ("ru", "Приехал А. С. Пушкин.| |Был дождь."),
        ("ru", "Ущерб составил 5 млн руб.| |«Это много», — сказал он."),
        ("ru", "Жил на ул. Ленина в г. Омске.| |Потом уехал."),
        ("ru", "Он пришёл в 5 ч. утра.| |Дом спал."),
        ("ru", "Авария случилась 4 окт. 2011 г. под Уфой.| |Связь вернули."),
        ("ru", "Письмо отправлено 12.03.2019г.| |Ответа нет."),
        ("ru", "Доля упала на 3 п.п.| |Аналитики ждут роста."),
        ("ru", "Лекцию читал доц. Белов.| |Трамвай шёл до ст. м. «Садовая».| |Потом встал."),
        ("ru", "Вход со стороны блока В.| |Охрана спит."),
        ("ru", "Командир корпуса А. Белов принял парад.| |Шёл снег."),
        ("en", "Mix it, heat it, and -- there! -- the soup is ready.| |Help yourself."),
        ("en", "He flew back to the U.S.| |Many others stayed."),
        # Speech of several sentences is cut in both versions alike, as 2 of 2 and 8 of 10 development quotes are.
        ("ru", "«Я пришёл.| |Всё хорошо», — сказал он.| |И ушёл."),
        ("en", '"I have come.| |All is well," he said.| |And he left.'),
    ],
)
def test_sentences_end_where_the_bar_is(language, marked):
    text = marked.replace("| |", " ")
    assert [text[start:end] for start, end in split_sentences(text, language)] == marked.split("| |")


@given(st.text(alphabet="aБв. !?\u00ad\u200f\r\n«»\"'1гU—\u00a0\x00", max_size=80), st.sampled_from(["ru", "en"]))
def test_every_visible_character_stands_in_exactly_one_sentence(text, language):
    spans = split_sentences(text, language)
    inside = [place for start, end in spans for place in range(start, end)]
    assert inside == sorted(set(inside))
    assert {i for i, character in enumerate(text) if not character.isspace()} <= set(inside)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_page_has_one_paragraph_a_line(end):
    text = end.join(["Storm hits city", "Two people were hurt in the storm.", "Trains stopped."])
    assert [text[start:end_] for start, end_ in split_paragraphs(text)] == text.split(end)


def test_wrapped_lines_are_one_paragraph():
    text = (
        "The government has decided to support the makers of computers, and the\n"
        "order was published on Wednesday. Officials said that the money would\n"
        "come from the budget of the following year.\n\n"
        "A report is due in December."
    )
    assert [text[start:end].count("\n") for start, end in split_paragraphs(text)] == [2, 0]


def test_headlines_under_each_other_are_not_wrapped_prose():
    text = "Storm leaves thousands without any power\nFive questions about the new tax law\nWhy prices are rising"
    assert len(split_paragraphs(text)) == 3


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "He saw Mr. Smith.| |It was late."),
        ("en", "Read No. 5 today.| |It is good."),
        ("en", "Foes vs. Friends met.| |It was late."),
        ("en", "The Dept. Head left.| |It was late."),
        ("en", "MOSCOW, Russia. - The president left.| |It was late."),
        ("en", "Apple Inc. said so.| |It was late."),
        ("en", "He came; She left.| |It was late."),
        ("en", "He met J. F.'s aunt.| |It was late."),
        ("en", "It blew at 90 km/h.| |Trees fell."),
        ("en", "Nobody saw it.The man left it."),
        ("en", "He left in Sept.| |It was late."),  # no day follows
        ("en", "A. Smith came.| |It was late."),
        ("en", '"No. I will not," he said.| |Then he left.'),
        ("ru", "1. Пункт первый.| |Он важен."),
        ("ru", "А. С. Пушкин приехал.| |Был дождь."),
        ("ru", "Ветер дул 20 м/с.| |Деревья упали."),
        ("ru", "Собрали 5 млн руб.| |Этого мало."),
        ("ru", "Было поздно; Он ушёл.| |Шёл дождь."),
        ("ru", "МОСКВА. — Президент уехал.| |Было поздно."),
        ("ru", "См. рис. 5 и гл. 7.| |Там всё есть."),
        ("de", "Er kam mit Dr. Lee.| |Es war spät."),
    ],
)
def test_abbreviations_end_no_sentence(language: str, marked: str) -> None:
    text = marked.replace("| |", " ")
    assert [text[start:end] for start, end in split_sentences(text, language)] == marked.split("| |")


def test_a_border_that_was_taken_away_does_not_hide_the_next() -> None:
    """The rules look back to the last border that stayed, and no further than forty characters."""
    text = "Mr. A. Smith came. Dr. B. Jones left. It was late."
    assert [text[a:b] for a, b in split_sentences(text, "en")] == [
        "Mr. A. Smith came.",
        "Dr. B. Jones left.",
        "It was late.",
    ]


@pytest.mark.parametrize("length", [19_990, 20_000, 20_010, 45_000])
def test_long_paragraphs_are_split_like_short_ones(length: int) -> None:
    """Piece by piece, and a sentence that runs over the end of a piece stays whole."""
    sentence = "The storm left the town without light for a day."
    text = " ".join([sentence] * (length // (len(sentence) + 1)))
    assert {text[start:end] for start, end in split_sentences(text, "en")} == {sentence}


def test_a_word_longer_than_a_piece_is_cut_nowhere_but_there() -> None:
    text = "a" * 45_000 + ". The end came. It was late."
    assert [text[start:end] for start, end in split_sentences(text, "en")][-1] == "It was late."
    assert sum(end - start for start, end in split_sentences(text, "en")) >= len(text) - 4


@pytest.mark.parametrize("length", [19_990, 20_000, 20_010, 45_000, 70_000])
def test_after_a_sentence_longer_than_a_piece_borders_are_found(length: int) -> None:
    text = "on and on " * (length // 10) + "it goes. The end came. It was late."
    found = [text[start:end] for start, end in split_sentences(text, "en")]
    assert found[-2:] == ["The end came.", "It was late."]
    assert " ".join(found) == text


@pytest.mark.parametrize(("length", "joined"), [(40, True), (41, False)])
def test_forty_characters_before_a_border_are_looked_at(length: int, joined: bool) -> None:
    """A dateline that began before them is none."""
    text = "OMS, R".ljust(length - 2, "u") + ". - The storm left."
    assert (len(split_sentences(text, "en")) == 1) == joined


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One. Two. \u200b", ["One.", "Two. \u200b"]),
        ("\u200b One.", ["\u200b One."]),
        (" \n ", []),
        ("\u200b", ["\u200b"]),
        ("  One.  Two.  ", ["One.", "Two."]),
        ("One. \u200b", ["One. \u200b"]),
        ("\u200b One. Two.", ["\u200b One.", "Two."]),
    ],
)
def test_what_cannot_be_seen_belongs_to_the_sentence_beside_it(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text, "en")] == expected
