"""Old code pages, told by how the words read in them."""

import pytest

from translate.text.code_pages import likeliest_page

CYRILLIC = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")
SHORT = (
    "Личность пилота установлена.",
    "Протест начался около 11:00 по местному времени.",
    "СМИ сообщают о наводнении",
    "ПРИКАЗ ПРЕЗИДЕНТА",
    "Ураган оставил город без света, пишет ТАСС.",
    "Зрение зависит от органов чувств",
)


@pytest.mark.parametrize("page", CYRILLIC)
@pytest.mark.parametrize("text", SHORT)
def test_a_few_words_tell_the_page(text: str, page: str) -> None:
    data = text.encode(page)
    assert data.decode(likeliest_page(data)) == text


@pytest.mark.parametrize(
    "text", ["one was inside the apartment. José", "It costs €5", "The café’s owner said “no” – twice."]
)
def test_accents_and_signs_among_latin_words_are_western(text: str) -> None:
    assert likeliest_page(text.encode("cp1252")) == "cp1252"


def test_a_russian_word_in_an_english_text_is_russian() -> None:
    assert likeliest_page("The word правительство means government.".encode("cp1251")) == "cp1251"


def test_a_long_text_costs_no_more_than_its_first_words() -> None:
    data = "Правительство поручило министерству подготовить доклад. ".encode("mac-cyrillic")
    assert likeliest_page(data * 5_000) == "mac-cyrillic"
