"""Parts of a whole in words, and what only looks like one."""

import pytest
from drawn import drawn_numbers


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "a third of its staff", "third = 0.333"),
        ("en", "almost a full third of its staff", "third = 0.333, about, or less"),
        ("en", "the third of the brothers", "third = 3"),
        ("ru", "каждый пятый недоволен", "каждый пятый = 0.2"),
        ("ru", "каждый третий день", "третий = 3"),
        ("en", "one in ten", "one in ten = 0.1"),
        ("en", "one user in twenty", "one user in twenty = 0.05"),
        ("ru", "у одного из десяти", "одного из десяти = 0.1"),
        ("ru", "один из двух клубов", "один = 1, weak | двух = 2"),
        ("ru", "половина домов", "половина = 0.5"),
        ("ru", "вторая половина дня", "вторая = 2, weak | половина дня = 0.5 day, weak"),
    ],
)
def test_a_part_of_a_whole_is_read(language: str, text: str, expected: str) -> None:
    assert drawn_numbers(text, language) == expected
