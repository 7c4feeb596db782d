"""One English line for a person at a prompt."""

import pytest

from translate.wording.brief import excerpt, several


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Short.", 6, "'Short.'"),
        ("Shorter.", 7, "'Shorter…'"),
        ("Two\n\n  lines.", 20, "'Two lines.'"),
        ("One two", 4, "'One…'"),
        ("a" + " " * 40, 10, "'a…'"),  # there is more than was looked at
        ("a\x1bb", 10, r"'a\x1bb'"),
        ("", 10, "''"),
    ],
)
def test_an_excerpt_is_one_line_of_the_beginning(text: str, width: int, expected: str) -> None:
    assert excerpt(text, width) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, "0 beads"), (1, "1 bead"), (2, "2 beads"), (1200, "1,200 beads")])
def test_several_things_have_a_plural(count: int, expected: str) -> None:
    assert several(count, "bead") == expected
