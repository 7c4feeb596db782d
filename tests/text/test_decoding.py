"""Files in every encoding that Russian and English texts come in."""

import codecs

import pytest

from translate.errors import BinaryInput
from translate.text.decoding import decode, decoded

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


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive or an Office document"),
        (b"{\\rtf1", "an RTF document"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"SQLite format 3\x00", "a database"),
    ],
)
def test_the_kind_of_file_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryInput, match=kind.replace("(", r"\(")):
        decode(data, "story.bin")


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_a_text_cut_inside_its_last_letter_is_read_to_there(lost: int) -> None:
    data = "Погода 🙂".encode()[:-lost]
    assert decode(data, "story.txt") == "Погода "


def test_an_error_in_the_middle_is_no_cut() -> None:
    """Then it is no UTF-8."""
    assert decode("Caf\u00e9 and the r\u00f4le".encode("cp1252"), "story.txt") == "Café and the rôle"


@pytest.mark.parametrize(
    ("controls", "length", "refused"),
    [(1, 10, False), (2, 10, True), (2, 100, False), (3, 100, True), (20, 1000, False)],
)
def test_two_of_a_hundred_characters_may_be_control_characters(controls: int, length: int, refused: bool) -> None:
    data = b"\x01" * controls + b"a" * (length - controls)
    if refused:
        with pytest.raises(BinaryInput, match=f"{controls} control characters in {length}"):
            decode(data, "story.txt")
    else:
        assert len(decode(data, "story.txt")) == length


@pytest.mark.parametrize(
    ("nuls", "length", "refused"), [(1, 5, False), (2, 19, True), (1, 101, False), (10, 101, False), (11, 101, True)]
)
def test_one_of_ten_characters_may_be_zero(nuls: int, length: int, refused: bool) -> None:
    data = b"\x00" * nuls + b"a" * (length - nuls)
    if refused:
        with pytest.raises(BinaryInput, match=f"{nuls} control characters in {length}"):
            decode(data, "story.txt")
    else:
        assert decode(data, "story.txt").count("\x00") == nuls


def test_zeros_are_counted_with_the_control_characters() -> None:
    with pytest.raises(BinaryInput, match="5 control characters in 20"):
        decode(b"\x01\x00\x02\x00\x03" + b"a" * 15, "story.bin")


@pytest.mark.parametrize(("unread", "refused"), [(20, False), (21, True)])
def test_a_fifth_of_the_characters_may_be_unreadable(unread: int, refused: bool) -> None:
    data = codecs.BOM_UTF8 + b"\xff" * unread + b"a" * (100 - unread)
    if refused:
        with pytest.raises(BinaryInput, match="21 of 100 characters cannot be read"):
            decode(data, "story.txt")
    else:
        assert decode(data, "story.txt") == "\ufffd" * unread + "a" * (100 - unread)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["He", "A long story. " * 400, "Он уехал в Омск."])
def test_utf_16_without_its_mark_is_known_by_its_zeros(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "story.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Он — это весь дом...", False),  # one of twenty signs is of another block than Latin and Cyrillic letters
        ("Он — дом..", True),  # one of ten
        ("ЄЄ не Єва, в Києві", False),
        ("ЄЄ в тебе", False),  # two of nine have such a block's number on their other side as well
        ("ЀЀЀ в тебе", True),
        ("ЄЄЄ в тебе", True),  # three of ten, as in tables of small numbers
    ],
)
def test_nearly_all_letters_of_utf_16_are_latin_or_cyrillic(text: str, refused: bool, encoding: str) -> None:
    data = text.encode(encoding)
    if refused:
        with pytest.raises(BinaryInput):
            decode(data, "story.txt")
    else:
        assert decode(data, "story.txt") == text


def test_utf_16_cut_inside_its_last_letter_is_read_to_there() -> None:
    assert decode("Он уехал в Омск.".encode("utf-16-le")[:-1], "story.txt").removesuffix("\ufffd") == "Он уехал в Омск"


def test_a_short_text_is_no_utf_16() -> None:
    assert decode(b"a\x00", "story.txt") == "a\x00"
    assert decode(b"a\x00b", "story.txt") == "a\x00b"


@pytest.mark.parametrize("page", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", ["Ёлка, ёж и мёд", "США и ООН: Глава МИД", "IPhone подешевел в Омске", "Щука"])
def test_capitals_and_rare_letters_do_not_mislead(text: str, page: str) -> None:
    assert decode(text.encode(page), "story.txt") == text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("cp1251", "Ой По Эй по ещё был чем дней АУ ВО Подъём"),
        ("koi8-r", "Ау Их Не Юг Мэр их не млн для ДО ВО ЧЕТЫРЁХ ВВЕДЁН"),
        ("cp866", "Ау Из Ил А Е И С о ещё АУ ВО ТРЁХ"),
    ],
)
def test_a_word_alone_is_read(page: str, words: str) -> None:
    """Small letters, capitals at the start or throughout, and rare letters: none costs more than the others tell."""
    assert [decode(word.encode(page), "story.txt") for word in words.split()] == words.split()


@pytest.mark.parametrize("page", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("words", [5, 20, 60])
def test_a_text_of_any_length_is_read(words: int, page: str) -> None:
    prose = (
        f"{RUSSIAN} Всё подъёмное оборудование завода «Щука» вывезли; МЧС и ФСБ ищут Эдуарда Юрьева — он жив.".split()
    )
    for start in range(len(prose)):
        text = " ".join((prose * 3)[start : start + words]).replace("—", "-").replace("«", '"').replace("»", '"')
        assert decode(text.encode(page), "story.txt") == text


@pytest.mark.parametrize("text", ["—", "£5", "©2020", "½", "þ Café", "ö", "ž", "São", "île", "déjà", "DÉJÀ", "élan É"])
def test_signs_and_single_letters_of_the_west_are_read(text: str) -> None:
    assert decode(text.encode("cp1252"), "story.txt") == text


@pytest.mark.parametrize("text", ["Müller’s naïve façade", "Über 5 € — “teuer”", "ÉCOLE", "smörgåsbord"])
def test_western_letters_are_no_russian(text: str) -> None:
    assert decode(text.encode("cp1252"), "story.txt") == text


@pytest.mark.parametrize(
    ("named", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        ('<?xml version="1.0" encoding="cp866"?>', "cp866"),
        ("<meta charset=mac-cyrillic>", "mac-cyrillic"),  # not among those that are guessed
        ("<meta charset=windows-1251>", "utf-8"),  # what is UTF-8 is no accident
        ("<meta charset=hex>", "cp1251"),  # no encoding of text
        ("<meta charset=nonsense>", "cp1251"),
        ("<p>charset=koi8-r</p>", "cp1251"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(named: str, encoding: str) -> None:
    page = f"<html>{named}<p>Путин поручил, а Минфин выполнил.</p>"
    assert decode(page.encode(encoding), "page.html") == page


def test_latin_pages_are_read_as_browsers_read_them() -> None:
    page = "<meta charset=iso-8859-1><p>“Café”, he said.</p>"
    assert decode(page.encode("cp1252"), "page.html") == page


def test_a_page_that_names_utf8_is_read_in_it_for_all_its_flaws() -> None:
    data = "<meta charset=utf-8><p>Путин поручил</p>".encode().replace("П".encode(), b"\xd0", 1)
    assert decode(data, "page.html").endswith("\ufffdутин поручил</p>")


@pytest.mark.parametrize("encoding", ["mac-cyrillic", "iso8859-5", "cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize(
    "text",
    [
        "Министр Пётр Йовлев прибыл в Йошкар-Олу 5 мая 2021 года. Он открыл завод за 1 500 000 рублей. Ещё двое там.",
        "Президент России Владимир Путин поручил правительству подготовить доклад. Об этом сообщила Наталья Юрьева.",
    ],
)
def test_rarer_code_pages_are_known_in_a_paragraph(text: str, encoding: str) -> None:
    """Mac Cyrillic has the small letters of windows-1251 but for one: its capitals tell it."""
    assert decode(text.encode(encoding), "story.txt") == text


@pytest.mark.parametrize("named", ["utf-16", "utf-32", "idna", "punycode", "undefined", "hex", "none", "x" * 300])
def test_a_page_that_names_an_encoding_it_cannot_have_is_read_in_the_likeliest(named: str) -> None:
    """UTF-16 ended with a traceback, of a page whose name of it could be read."""
    page = "<meta charset={}><p>Правительство открыло мост через реку в понедельник.</p>"
    assert decode(page.format(named).encode("cp1251"), "page.html") == page.format(named)


@pytest.mark.parametrize("named", ["idna", "undefined", "none", "hex", "a\x00b", ""])
def test_what_a_stranger_names_and_is_no_encoding_decodes_nothing(named: str) -> None:
    assert decoded(b"abc \xff", named) is None
    assert decoded(b"abc \xff", named, errors="replace") is None
