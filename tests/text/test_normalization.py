"""Normal spelling and the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.normalization import normalize, replace_surrogates


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("со\u00adюз", "союз"),
        ("5\u00a0000\u202f000", "5 000 000"),
        ("\u200fHello\u200e", "Hello"),
        ("и\u0306од, е\u0308лка", "йод, ёлка"),
        ("за\u0301мок", "замок"),
        ("a\r\nb\rc\u2028d", "a b c d"),
        ("a\x00b", "a b"),
        ("a\ud83db", "a\ufffdb"),
        ("won&apos;t &amp; can&#39;t &laquo;&#x43e;н&raquo;", "won't & can't «он»"),
        ("R&D; &nosuch; &", "R&D; &nosuch; &"),
    ],
)
def test_spelling_becomes_normal(given_text, expected):
    assert normalize(given_text).text == expected


def test_a_span_leads_back_to_the_text_as_given():
    text = "Ко\u00adро\u00adтко: и\u0306од\u00a05"
    normal = normalize(text)
    start = normal.text.index("йод")
    first, last = normal.span(start, start + 3)
    assert text[first:last] == "и\u0306од"


@given(st.text(alphabet="aй и\u0306\u00ad\u200f\r\n\u00a0\u0301е\ud83d", max_size=40))
def test_spans_lie_in_the_text_and_keep_their_order(text):
    normal = normalize(text)
    spans = [normal.span(i, i + 1) for i in range(len(normal.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("given_text", "start", "end", "span"),
    [
        ("plain", 1, 3, (1, 3)),
        ("plain", 5, 5, (5, 5)),
        ("a\u00adbc", 1, 3, (2, 4)),
        ("a\u00adbc", 0, 1, (0, 1)),
        ("a\u00adbc", 1, 1, (2, 2)),
        ("a\u00adbc", 3, 3, (4, 4)),  # the end of the text
        ("bc\u00ad", 2, 2, (2, 2)),
        ("\u00ad", 0, 0, (0, 0)),
        ("за\u0301мок", 1, 2, (1, 3)),
        ("\r\nb", 0, 2, (1, 3)),
    ],
)
def test_every_place_leads_back(given_text: str, start: int, end: int, span: tuple[int, int]) -> None:
    """A letter with its marks is one character; hidden signs belong to none."""
    assert normalize(given_text).span(start, end) == span


@pytest.mark.parametrize("text", ["plain", "Союз 5,2", "café"])
def test_a_text_in_normal_spelling_stays_and_needs_no_way_back(text: str) -> None:
    normal = normalize(text)
    assert (normal.text, normal.starts, normal.ends) == (text, None, None)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("a\tb\x7fc\x9fd", "a b c d"),
        ("a\u2000b\u200ac\u3000d", "a b c d"),
        ("a\u200bb\u200fc", "abc"),
        ("\u2126\u212a\u212b", "ΩKÅ"),
        ("e\u0301", "é"),  # an accent of French stays
        ("а\u0300", "а"),
        ("b\u0301", "b\u0301"),  # there is no such letter
        ("\u0301a", "\u0301a"),
        ("a\u00ad\u00adb", "ab"),
        ("~\x1f!", "~ !"),
    ],
)
def test_signs_become_what_they_stand_for(given_text: str, expected: str) -> None:
    assert normalize(given_text).text == expected


def test_surrogates_are_replaced_one_for_one() -> None:
    assert replace_surrogates("a\ud800b\udfffc") == "a\ufffdb\ufffdc"
    assert replace_surrogates("a\ud7ff\ue000") == "a\ud7ff\ue000"


def test_white_space_and_control_characters_become_spaces_and_nothing_else_does() -> None:
    """Of all that can stand in a text; a space of no width is none."""
    for place in range(0x3100):
        sign = chr(place)
        is_white = unicodedata.category(sign) in ("Cc", "Zs", "Zl", "Zp")
        assert (normalize(f"я{sign}!").text == "я !") == is_white, hex(place)


def test_a_reference_of_html_is_one_character_that_leads_back_to_all_of_it():
    text = "We won&apos;t go."
    normal = normalize(text)
    assert normal.text == "We won't go."
    assert text[slice(*normal.span(3, 8))] == "won&apos;t"
