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
