"""What the words of news stand for, and what excludes what."""

from importlib.resources import files

import pytest

from translate.languages.concepts import ANY, GENERIC, agree, concepts, exclude

LINES = (files("translate.languages.ru_en") / "concepts.tsv").read_text(encoding="utf-8").splitlines()


def spoken(text: str, language: str) -> dict[str, frozenset[tuple[str, int]]]:
    return {text[one.start : one.end]: one.senses for one in concepts("ru", "en").found(text, language)}


def said(text: str, language: str) -> frozenset[tuple[str, int]]:
    return frozenset[tuple[str, int]]().union(*spoken(text, language).values())


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("автобусами", "by train", "means of transport"),
        ("повреждено", "was destroyed", "degree of damage"),
        ("из-за короткого замыкания", "blamed on arson", "cause of a fire"),
    ],
)
def test_concepts_of_one_class_exclude_one_another(one: str, other: str, kind: str) -> None:
    assert kind in exclude(said(one, "ru"), said(other, "en"))


@pytest.mark.parametrize(
    ("one", "other"), [("лайнер", "the plane"), ("сгорело дотла", "burned down"), ("медики", "medics")]
)
def test_words_of_one_concept_agree(one: str, other: str) -> None:
    common = agree(said(one, "ru"), said(other, "en"))
    assert common
    assert not common & exclude(said(one, "ru"), said(other, "en"))


def test_a_word_of_any_concept_of_a_class_excludes_none() -> None:
    assert ("means of transport", GENERIC) in said("транспорт", "ru")
    assert "means of transport" not in exclude(said("транспорт", "ru"), said("a bus", "en"))


def test_the_longest_phrase_is_taken() -> None:
    assert "короткого замыкания" in spoken("после короткого замыкания", "ru")
    assert "короткого" not in spoken("после короткого замыкания", "ru")


def test_languages_without_a_table_have_no_concepts() -> None:
    assert concepts("ru", "de").found("Der Bus", "de") == ()


def test_every_class_has_concepts_that_exclude_one_another_and_no_word_twice() -> None:
    classes: dict[str, list[tuple[set[str], set[str]]]] = {}
    for line in LINES:
        kind, *listed = line.split("\t")
        assert len(listed) == 2, line
        assert all(listed), line
        if not kind.endswith(ANY):
            classes.setdefault(kind, []).append((set(listed[0].split(", ")), set(listed[1].split(", "))))
    for kind, listed_in in classes.items():
        assert len(listed_in) > 1, kind
        for side in (0, 1):
            words = [word for concept in listed_in for word in concept[side]]
            twice = {word for word in words if words.count(word) > 1}
            assert not twice, (kind, sorted(twice))
