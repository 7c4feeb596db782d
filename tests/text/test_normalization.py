"""Normal spelling and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.normalization import normalize


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
