"""How far from done a sentence tells an event to be."""

import pytest

from translate.differences.contrasts.stances import read_stances


def read(text: str, language: str) -> list[tuple[str, str]]:
    """The classes that may start a flag, with their words."""
    return [
        (stance.sort, text[stance.start : stance.end]) for stance in read_stances(text, language) if not stance.faint
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Компания намерена закрыть завод.", "ru", ("plan", "намерена")),
        ("Министр пригрозил отставкой.", "ru", ("threat", "пригрозил")),
        ("Его подозревают в краже.", "ru", ("suspicion", "подозревают")),
        ("Завод закроют.", "ru", ("future", "закроют")),
        ("Суд признал его виновным.", "ru", ("verdict", "виновным")),
        ("He is suspected of theft.", "en", ("suspicion", "suspected")),
        ("The minister threatened to resign.", "en", ("threat", "threatened")),
        ("She owned up to it.", "en", ("admission", "owned up")),
    ],
)
def test_an_expression_has_its_class(text: str, language: str, expected: tuple[str, str]) -> None:
    assert expected in read(text, language)


@pytest.mark.parametrize(
    ("text", "language", "sort"),
    [
        ("Его не подозревают в краже.", "ru", "suspicion"),
        ("They met in May.", "en", "possible"),
        ("Guests may no longer smoke.", "en", "possible"),
    ],
)
def test_what_is_denied_or_a_name_has_none(text: str, language: str, sort: str) -> None:
    assert sort not in {found for found, _ in read(text, language)}


def test_what_only_answers_is_marked() -> None:
    (said,) = [stance for stance in read_stances("Police said so.", "en") if stance.sort == "belief"]
    assert said.faint


def test_a_language_without_a_table_has_none() -> None:
    assert read_stances("Er will kommen.", "de") == ()
