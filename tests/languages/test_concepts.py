"""What the words of news stand for, and what excludes what."""

from importlib.resources import files

import pytest

from translate.languages.concepts import ANY, GENERIC, agree, concepts, exclude, oppose

PACK = files("translate.languages.ru_en")
LINES = (PACK / "concepts.tsv").read_text(encoding="utf-8").splitlines()
POLES = (PACK / "poles.tsv").read_text(encoding="utf-8").splitlines()


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("оправдал", "found guilty"),
        ("сократится", "going up"),
        ("цены упали", "soared"),
        ("проиграла суд", "won the case"),
        ("согласилась", "turned down"),
        ("покинули", "entered"),
        ("похвалил", "criticised"),
    ],
)
def test_ends_of_a_scale_oppose(one: str, other: str) -> None:
    assert oppose(said(one, "ru"), said(other, "en"))
    assert oppose(said(other, "en"), said(one, "ru"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("оправдал", "acquitted"),
        ("подорожали", "went up in price"),
        ("отказалась", "turned down"),
        ("автобус", "a train"),  # exclude one another, and are no opposites
        ("", "entered"),
    ],
)
def test_one_end_of_a_scale_does_not_oppose_itself(one: str, other: str) -> None:
    assert not oppose(said(one, "ru"), said(other, "en"))


def test_a_phrase_is_known_in_every_form_of_its_first_word() -> None:
    assert "found guilty" in spoken("He was found guilty of fraud", "en")
    assert "went up" in spoken("Prices went up again", "en")


def test_a_scale_has_two_ends_and_nothing_at_both() -> None:
    assert len(POLES) > 1000
    names = [line.split("\t")[0] for line in POLES]
    assert names[::2] == names[1::2]
    assert len(set(names)) == len(names) / 2
    for one, other in zip(POLES[::2], POLES[1::2], strict=True):
        ends = [[set(cell.split(", ")) for cell in line.split("\t")[1:]] for line in (one, other)]
        for here, there in zip(*ends, strict=True):
            assert all((*here, *there)), one
            assert here.isdisjoint(there), (one, here & there)


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
