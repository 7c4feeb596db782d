"""What the dictionary knows of two words of two languages."""

import pytest

from translate.languages.bilingual import Bilingual, bilingual, relation_of


@pytest.fixture(scope="module")
def known() -> Bilingual:
    found = bilingual("en", "ru")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("вырос", "fell"),
        ("оправдали", "convicted"),
        ("левом", "right"),
        ("продал", "bought"),
        ("истец", "defendant"),
        ("раньше", "later"),
        ("похвалили", "criticised"),
    ],
)
def test_opposites_are_known_in_any_form(known: Bilingual, russian: str, english: str) -> None:
    assert relation_of(known, russian, english).opposite >= 0.5


@pytest.mark.parametrize(
    ("russian", "english"), [("вырос", "rose"), ("статей", "reports"), ("нельзя", "forbidden"), ("троллейбус", "tram")]
)
def test_other_words_are_no_opposites(known: Bilingual, russian: str, english: str) -> None:
    assert relation_of(known, russian, english).opposite == 0


def test_opposites_in_a_wider_sense_are_told_apart(known: Bilingual) -> None:
    assert relation_of(known, "выхода", "access").loosely
    assert not relation_of(known, "троллейбус", "tram").loosely


def test_the_word_behind_makes_a_phrase(known: Bilingual) -> None:
    """To turn off is the opposite of what "включить" says; to turn alone is none."""
    assert (
        relation_of(known, "включил", "turned", "", "off").opposite > relation_of(known, "включил", "turned").opposite
    )


def test_kin_share_translations(known: Bilingual) -> None:
    assert relation_of(known, "состава", "trains").kin == 1
    assert relation_of(known, "состава", "river").kin == 0


def test_roots_are_told_by_how_words_begin(known: Bilingual) -> None:
    near, far = relation_of(known, "убийство", "murderous").root, relation_of(known, "убийство", "river").root
    assert 0.5 < near < 1
    assert far == 0


def test_other_pairs_have_none() -> None:
    assert bilingual("ru", "de") is None
