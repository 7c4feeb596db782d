"""The two sentences of a row belong together, and those of two files do not."""

from translate.text.origin import text_of_rows
from translate.text.rows import shared_rows

RU = text_of_rows(["Дождь.", "", "Снег.", "Ветер."], "both.csv", "ru")
EN = text_of_rows(["Rain.", "Sun.", "Snow.", ""], "both.csv", "en")


def test_rows_with_both_sentences_are_told() -> None:
    assert shared_rows(RU, EN) == (0, 2)


def test_two_files_and_running_texts_have_no_rows_in_common() -> None:
    other = text_of_rows(EN.sentences or (), "other.csv", "en")
    assert shared_rows(RU, other) == shared_rows(RU, text_of_rows(["Rain."], "both.csv")) == ()
    assert shared_rows("Дождь.", EN) == shared_rows(RU, ["Rain."]) == ()
