"""The tokens in which numbers are looked for."""

import pytest

from translate.facts.number_tokens import is_inside, split_tokens, token_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,2 млрд", ["5,2", "млрд"]),
        ("1 638 450 рублей", ["1 638 450", "рублей"]),
        ("12 34", ["12", "34"]),
        ("24/7", ["24", "/", "7"]),
        ("3/4", ["3/4"]),
        ("2½", ["2½"]),
        ("$5m.", ["$", "5", "m", "."]),
        ("ПЯТЬ", ["пять"]),
    ],
)
def test_a_text_falls_into_numbers_words_and_signs(text: str, expected: list[str]) -> None:
    assert [token.text for token in split_tokens(text)] == expected


def test_what_is_taken_is_left_out() -> None:
    """Spans are half-open: what only touches one stays."""
    assert [token.text for token in split_tokens("12 34 56", [(2, 3)])] == ["12", "34", "56"]
    assert [token.text for token in split_tokens("12 34 56", [(4, 6)])] == ["12", "56"]
    assert is_inside(0, 3, [(2, 5)])
    assert not is_inside(0, 2, [(2, 5)])
    assert not is_inside(5, 6, [(2, 5)])


def test_there_is_no_token_outside_the_text() -> None:
    tokens = split_tokens("12 34")
    assert [token_at(tokens, i) for i in (-1, 0, 1, 2)] == [None, *tokens, None]
