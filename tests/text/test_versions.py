"""Both versions of a story: what language each is in, told beside the other."""

from pathlib import Path

import pytest

from translate.errors import InputError, UnsupportedLanguage
from translate.text.document import document_of_sentences
from translate.text.origin import FileText
from translate.text.versions import FIRST_TEXT, SECOND_TEXT, opened, read_passages, read_versions

PAIRS = [
    ("Лавров встретился с Блинкеном в Джакарте.", "Lavrov met Blinken in Jakarta."),
    ("Пекин раскритиковал пошлины США.", "Beijing slams US tariffs."),
    (
        "Ван И встретился с Лавровым в Пекине. Итог не назван.",
        "Wang Wenbin met Lavrov in Beijing. No outcome was given.",
    ),
]


def _nothing() -> None:
    """Progress that nobody watches."""


@pytest.mark.parametrize(("russian", "english"), PAIRS)
def test_a_short_true_text_is_read_beside_its_other_version_in_either_order(russian: str, english: str) -> None:
    for one, other in ((russian, english), (english, russian)):
        for versions in (read_versions(one, other, _nothing), read_passages(one, other)):
            assert {version.language for version in versions} == {"ru", "en"}
            assert [version.text for version in versions] == [one, other]


def test_sentences_that_are_split_already_are_read_so_too() -> None:
    left, right = read_versions([PAIRS[0][1]], [PAIRS[0][0]], _nothing)
    assert (left.language, right.language) == ("en", "ru")


def test_a_document_keeps_the_language_it_was_given() -> None:
    dutch = document_of_sentences([PAIRS[0][1]], "nl")
    with pytest.raises(UnsupportedLanguage):
        read_versions(PAIRS[0][0], dutch, _nothing)


def test_a_third_language_is_still_refused() -> None:
    dutch = "De minister heeft gisteren in Moskou de president van Turkije ontmoet en over graan gesproken."
    with pytest.raises(UnsupportedLanguage):
        read_versions("Министр встретился вчера в Москве с президентом Турции.", dutch, _nothing)
    with pytest.raises(UnsupportedLanguage):
        read_passages("Министр встретился вчера в Москве с президентом Турции.", dutch)


def test_a_file_is_opened_once_and_an_error_names_its_side(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Storm hits city.")
    assert isinstance(opened(tmp_path / "story.txt", FIRST_TEXT), FileText)
    assert opened("Storm hits city.", FIRST_TEXT) == "Storm hits city."
    with pytest.raises(InputError, match=r"^Second text: Cannot read .*none\.txt"):
        opened(tmp_path / "none.txt", SECOND_TEXT)
