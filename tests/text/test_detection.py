"""Which language, and why."""

import pytest

from translate.errors import SameLanguage, UnsupportedLanguage
from translate.text.detection import detect_language, foreign_sentences, require_pair

RUSSIAN = "Президент поручил правительству подготовить доклад о поддержке производителей."
ENGLISH = "The president ordered the government to prepare a report on support for the makers."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Putin said", "en"),
        ("Путин поручил", "ru"),
        (RUSSIAN, "ru"),
        (ENGLISH, "en"),
        ("Уряд повідомив, що ціни зростатимуть і надалі.", "uk"),
        ("Урад паведаміў, што цэны будуць расці і надалей, піша газета.", "be"),
        ("Правителството съобщи, че цените ще продължат да растат.", "bg"),
        ("Влада је саопштила да ће цене наставити да расту.", "sr"),
        ("Vlada je saopštila da će cene nastaviti da rastu ove godine.", "sr"),
        ("Владата соопшти дека цените ќе продолжат да растат.", "mk"),
        ("Үкімет бағаның өсе беретінін хабарлады.", "kk"),
        ("Die Regierung teilte mit, dass die Preise weiter steigen werden.", "de"),
        ("Valitsus teatas, et hinnad tõusevad ka edaspidi.", "et"),
        ("政府表示价格将继续上涨", "zh"),
        ("12 345 😀", "und"),
        ("", "und"),
    ],
)
def test_language_is_told(text, language):
    assert detect_language(text).language == language


def test_reason_names_the_letters():
    assert detect_language("Уряд повідомив, що її ціни зростатимуть.").reason == "Ukrainian: і, ї found"


def test_answer_does_not_depend_on_the_text_before():
    first = detect_language("Quod erat demonstrandum lorem")
    detect_language(RUSSIAN)
    assert detect_language("Quod erat demonstrandum lorem") == first


def test_third_language_is_refused_with_the_reason():
    with pytest.raises(UnsupportedLanguage, match=r"second text is neither Russian nor English\. Ukrainian: "):
        require_pair(detect_language(RUSSIAN), detect_language("Уряд повідомив, що її ціни зростатимуть."))


def test_one_language_twice_is_refused():
    with pytest.raises(SameLanguage, match=r"Both texts are in Russian\. Give the English version"):
        require_pair(detect_language(RUSSIAN), detect_language(RUSSIAN))


def test_a_pair_is_accepted_in_either_order():
    require_pair(detect_language(ENGLISH), detect_language(RUSSIAN))
    require_pair(detect_language(RUSSIAN), detect_language(ENGLISH))


def test_only_whole_sentences_in_another_language_are_foreign():
    sentences = [RUSSIAN, ENGLISH, "Выпущен Debian GNU/Linux 9 Stretch.", "Он сказал: «Make America great again»."]
    assert foreign_sentences(sentences, "ru") == (1,)
    assert foreign_sentences([ENGLISH, RUSSIAN], "en") == (1,)
