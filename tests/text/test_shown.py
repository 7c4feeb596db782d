"""Nothing of a text steers the terminal that shows it, and nothing else of it changes."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate.text.shown import STEERING, for_terminal, one_line, visible

OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ANY = st.text(st.characters(exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x1b]8;;http://evil.example\x1b\\link", "␛]8;;http://evil.example␛\\link"),
        ("\x9b31m \x9d0;title\x9c \x90q\x9c", "\ufffd31m \ufffd0;title\ufffd \ufffdq\ufffd"),
        ("a\x08\x08b\x7f", "a␈␈b␡"),
        ("safe\rspoofed", "safe␍spoofed"),
        ("first\r\nsecond\n\tthird", "first\r\nsecond\n\tthird"),
        ("\u202etxt.exe\u2066", "txt.exe"),
        ("\ud800", "\ufffd"),
        ("Ёлка — “ok” 👩‍👩‍👧 e\u0301 \u00ad\u200b", "Ёлка — “ok” 👩‍👩‍👧 e\u0301 \u00ad\u200b"),
    ],
)
def test_sequences_that_a_terminal_obeys_are_shown_and_text_stays(given: str, shown: str) -> None:
    assert for_terminal(given) == shown


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ANY)
@example("\r\r\n\r")
@example("\x85\u2028\x0b")
def test_no_text_keeps_what_a_terminal_obeys(text: str) -> None:
    for shown in (for_terminal(text), one_line(text)):
        assert not OBEYED.search(shown)
        assert not STEERING.search(shown)
        assert "\r" not in shown.replace("\r\n", "")
        shown.encode()
    assert for_terminal(for_terminal(text)) == for_terminal(text)
    assert len(one_line(text).splitlines()) <= 1
    assert len(visible(text)) == len(text)
