"""Files in every encoding that Russian and English texts come in."""

import pytest

from translate.errors import BinaryInput
from translate.text.decoding import decode

RUSSIAN = "Путин поручил правительству подготовить доклад до 1 декабря — «срочно»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"])
def test_russian_is_read_in_unicode_and_windows_encoding(encoding):
    assert decode(RUSSIAN.encode(encoding), "story.txt") == RUSSIAN


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", ["Путин поручил", "ПРИКАЗ ПРЕЗИДЕНТА", "Ураган оставил город без света, пишет ТАСС."])
def test_code_pages_are_told_apart_even_in_short_texts(text, encoding):
    assert decode(text.encode(encoding), "story.txt") == text


def test_western_accents_are_read():
    text = "The café’s owner, José, said “no”."
    assert decode(text.encode("cp1252"), "story.txt") == text


def test_zero_characters_in_a_text_are_kept():
    assert decode(b"Hello\x00 world of news", "story.txt") == "Hello\x00 world of news"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04rest", bytes(range(256)) * 4, b"\x00" * 100])
def test_binary_data_is_refused_with_advice(data):
    with pytest.raises(BinaryInput, match=r"story\.bin is not a plain text.*save it as plain text"):
        decode(data, "story.bin")
