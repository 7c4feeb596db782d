"""Words that a line end cuts."""

import pytest

from translate.text.formats.hyphens import before_next_line, compounds_in


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("прави-", "тельство", "правительство"),
        ("the govern\u2010", "ment", "the government"),
        ("the govern\u00ad", "ment", "the government"),
        ("Санкт-", "Петербург", "Санкт-Петербург"),
        ("в 2020-", "2021 годах", "в 2020-2021 годах"),
        ("из-", "за дождя", "из-за дождя"),  # stands elsewhere in the text
        ("a pause -", "and more", "a pause - and more"),
        ("the end.", "Next", "the end. Next"),
        ("a dash —", "and more", "a dash — and more"),
    ],
)
def test_lines_are_joined_as_the_text_has_their_words(first: str, second: str, joined: str) -> None:
    compounds = compounds_in(["Из-за снега", "word - word"])
    assert before_next_line(first, second, compounds) + second == joined
