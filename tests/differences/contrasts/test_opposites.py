"""Opposite words in corresponding sentences; letters stand for meanings."""

import pytest

from translate.alignment.bead import Bead
from translate.differences.bead_side import sides_of
from translate.differences.contrasts import opposites
from translate.differences.contrasts.opposites import find_opposites
from translate.story.story import tell
from translate.testing import LetterEmbedder
from translate.text.document import document_of_sentences


@pytest.fixture(autouse=True)
def _all_related(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters tell nothing of what words have to do with each other."""
    monkeypatch.setattr(opposites, "RELATED", -1.0)
    monkeypatch.setattr(opposites, "TRANSLATED", 1.1)


def found(russian: str, english: str) -> list[tuple[str, str]]:
    ru, en = (
        tell(document_of_sentences([text], code), LetterEmbedder()) for text, code in ((russian, "ru"), (english, "en"))
    )
    contrasts = find_opposites(*sides_of(ru, en, Bead((0,), (0,), 1.0, 1.0)))
    return [
        (russian[at.source[0].start : at.source[0].end], english[at.target[0].start : at.target[0].end])
        for at in contrasts
    ]


@pytest.mark.parametrize(
    ("russian", "english", "expected"),
    [
        ("Цены вчера выросли.", "Prices fell yesterday.", [("выросли", "fell")]),
        ("Цены вчера упали.", "Prices rose yesterday.", [("упали", "rose")]),
        ("Цены вчера упали.", "Prices fell yesterday.", []),
        ("Цены вчера выросли и упали.", "Prices fell yesterday.", []),  # both sides of the pair
        ("Цены вчера выросли.", "Prices fell, then rose yesterday.", []),
        ("Цены вчера не выросли.", "Prices did not fall yesterday.", []),  # denied words stand on neither side
        ("Цены вчера не выросли.", "Prices fell yesterday.", []),
        ("Магазин вчера открыли.", "The shop was closed yesterday.", [("открыли", "closed")]),
        ("Магазин вчера Открыли.", "The shop was closed yesterday.", []),  # a name
        ("Открыли вчера магазин.", "The shop was closed yesterday.", [("Открыли", "closed")]),
        ("Цены вчера выросли.", "The shop was closed yesterday.", []),  # of two pairs
    ],
)
def test_each_version_has_another_side_of_one_pair(russian: str, english: str, expected: list[tuple[str, str]]) -> None:
    assert found(russian, english) == expected


@pytest.mark.parametrize(("russian", "english"), [("Цены вчера выросли.", "Prices fell and he knew.")])
def test_opposites_that_have_nothing_to_do_with_each_other_are_silent(
    russian: str, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(russian, english) == [("выросли", "fell")]
    monkeypatch.setattr(opposites, "RELATED", 1.0)
    assert found(russian, english) == []
